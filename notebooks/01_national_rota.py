# ---
# jupyter:
#   jupytext:
#     formats: py:percent
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---
# %% [markdown]
"""The national rota: plan it, read its certificate, look at its charts, export it.

Open this file in Jupyter with jupytext, or run it cell by cell in an editor. It writes one folder,
`rota`, beside where it runs.
"""

# %%
from pathlib import Path

import pandas as pd

from api.charts import CHARTS, Sheets
from data import read_programme, read_rota, reference_programme
from models.checks import check_rota
from models.tables import export_text, rota_tables
from planner import PlanOptions, plan

# %% [markdown]
# ## The question
#
# A programme is a folder of spreadsheets; this one comes with the package. Its README says what
# is taken from published data and what is made up.

# %%
programme = read_programme(reference_programme("england_2013"))
pd.DataFrame(
    {
        "authorities": [len(programme.authorities)],
        "forces": [len(programme.forces)],
        "establishments": [len(programme.establishments)],
        "inspectors": [len(programme.inspectors)],
        "weeks": [programme.weeks],
    }
)

# %% [markdown]
# ## The answer
#
# A few seconds give a whole rota; a minute or more gives a better one. Without a seed, every run
# draws a secret one, so that nobody can repeat it from public data.

# %%
result = plan(programme, PlanOptions(seconds=15))
if result.rota is None or result.goals is None:
    raise SystemExit("; ".join(result.reasons))
rota, goals = result.rota, result.goals
result.status.value, goals.total

# %% [markdown]
# ## The certificate
#
# What was asked, with what, and what was found. The points of a goal are its raw figure times
# its weight; the checker that judged the rota shares nothing with the planner.

# %%
certificate = result.certificate
pd.DataFrame([stage.model_dump() for stage in certificate.stages]).set_index("name")

# %%
pd.DataFrame([{**score.model_dump(), "points": score.points} for score in goals.scores]).set_index(
    "goal"
)

# %%
breaches = check_rota(programme, rota)
certificate.checker, len(breaches)

# %% [markdown]
# ## The charts
#
# The same that `rota show` puts on its page.

# %%
sheets = Sheets(programme, rota, goals, certificate, result.curve)
CHARTS["gantt_forces"](sheets)

# %%
CHARTS["on_site"](sheets)

# %%
CHARTS["starts_per_month"](sheets)

# %%
CHARTS["curve"](sheets)

# %% [markdown]
# ## Export
#
# The files of `docs/formats.md`, and back again: what is read is what was written.

# %%
folder = Path("rota")
folder.mkdir(exist_ok=True)
tables = rota_tables(programme, rota)
for name, table in tables.items():
    (folder / name).write_text(export_text(table), "utf-8", newline="")
roster = pd.read_csv(folder / "roster.csv", dtype=str, keep_default_na=False)
roster.groupby("inspectorate").size().rename("deployments").to_frame()

# %%
again = read_rota(folder, programme)
if rota_tables(programme, again) != tables:
    raise SystemExit("the rota that was read is not the one that was written")
