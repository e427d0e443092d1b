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
"""After an absence: the re-plan that provably changes least, who must be told, before and after.

Open this file in Jupyter with jupytext, or run it cell by cell in an editor. It writes one folder,
`rota`, beside where it runs. Every figure that it shows is asserted below where it stands.
"""

# %%
from datetime import timedelta
from pathlib import Path

import pandas as pd

from api.charts.before_and_after import before_and_after
from api.charts.pair import Pair
from api.charts.sheets import Sheets
from data import read_programme, reference_programme
from models.changes import Change, ChangeKind
from models.checks import check_rota
from models.deployment import Role
from models.differences import applied, undone
from models.measures import measure_goals
from models.tables import export_text, rota_in_file_order, rota_tables
from planner import PlanOptions, ReplanOptions, plan, replan

# %% [markdown]
# ## A baseline
#
# A rota of a few seconds; the seed makes the notebook tell the same story twice, as nearly as
# seconds allow.

# %%
programme = read_programme(reference_programme("england_2013"))
planned = plan(programme, PlanOptions(seconds=10, seed="notebook 02"))
if planned.rota is None:
    raise SystemExit("; ".join(planned.reasons))
baseline = planned.rota

# %% [markdown]
# ## It is Tuesday, and somebody is ill
#
# Of the CQC inspectors with a deployment in the next three months, the one with the most is away
# for four weeks around the first of them.

# %%
today = programme.start + timedelta(weeks=40, days=1)
soon = [
    (each.inspector_id, baseline.inspection_of[each.la_code].start)
    for each in baseline.deployments
    if each.inspectorate == "cqc"
    and timedelta(weeks=5)
    < baseline.inspection_of[each.la_code].start - today
    < timedelta(weeks=13)
]
who, first = min(soon, key=lambda pair: (-sum(pair[0] == other for other, _ in soon), pair))
last = first + timedelta(weeks=4, days=-3)
changes = [Change(kind=ChangeKind.ABSENCE, inspector_id=who, start=first, end=last)]
answer = replan(programme, baseline, changes, ReplanOptions(today=today, seconds=30))
rota = answer.result.rota
if rota is None:
    raise SystemExit("; ".join(answer.result.reasons))

# %% [markdown]
# ## Fewer changes are not possible
#
# Tier by tier, in the order of the contract: the number reached, and the proven least.

# %%
tiers = pd.DataFrame(
    [{**tier.model_dump(), "proven": tier.is_proven} for tier in answer.tiers]
).set_index("name")
tiers

# %%
tier_of = {tier.name: tier for tier in answer.tiers}
if not all(tier.is_proven for name, tier in tier_of.items() if name != "goals"):
    raise SystemExit("a tier is not proven least")
at_work = [
    each
    for each in baseline.deployments
    if each.inspector_id == who and each.role is not Role.SUBSTITUTE
]
hit = {
    each.la_code
    for each in at_work
    for row in baseline.attendance_at[each.la_code]
    if row.inspector_id == who and first <= row.date <= last
}
if tier_of["deployments"].reached < len(hit):
    raise SystemExit("each deployment that the absence hits must change")
if [each for each in check_rota(answer.programme, rota, today) if not each.history]:
    raise SystemExit("the new rota breaks a rule")
if measure_goals(answer.programme, rota).total != tier_of["goals"].reached:
    raise SystemExit("the points are not those of the rota")

# %% [markdown]
# ## What is different, and who must be told
#
# The differences lead from the baseline to the new rota, and back.

# %%
pd.DataFrame([each.model_dump() for each in answer.differences if each.cause != "today"])

# %%
pd.DataFrame([each.model_dump() for each in answer.told])

# %%
if applied(baseline, answer.differences) != rota_in_file_order(rota):
    raise SystemExit("the differences do not lead to the new rota")
if applied(rota, undone(answer.differences)) != rota_in_file_order(baseline):
    raise SystemExit("the differences do not lead back")
if who not in {each.inspector_id for each in answer.told}:
    raise SystemExit("who is away is not told")

# %% [markdown]
# ## Before and after
#
# The chart that `rota compare` puts on its page.

# %%
before = Sheets(answer.programme, baseline, measure_goals(answer.programme, baseline))
after = Sheets(answer.programme, rota, measure_goals(answer.programme, rota))
before_and_after(Pair(before, after))

# %% [markdown]
# ## Next week
#
# The programme that the re-plan folded the absence into knows of it: asked again without a change,
# it changes nothing.

# %%
again = replan(answer.programme, rota, [], ReplanOptions(today=today, seconds=30))
if again.result.rota != rota or again.differences:
    raise SystemExit("an unchanged programme has changed the rota")

# %%
folder = Path("rota")
folder.mkdir(exist_ok=True)
for name, table in rota_tables(answer.programme, rota).items():
    (folder / name).write_text(export_text(table), "utf-8", newline="")
