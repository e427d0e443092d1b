"""Whatever a file of changes holds, it is refused in words or gives a programme that reads back."""

import json
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from data import DataProblems, read_changes, read_programme, write_programme
from models.changes import Change
from models.folding import fold
from models.rota import Rota
from models.tables import in_file_order
from tests.cases.programmes import make_programme, monday
from tests.cases.rotas import make_rota

TODAY = date(2014, 3, 4)
SECRET = "a-private-matter"

PROGRAMME = in_file_order(
    make_programme(
        3,
        weeks=40,
        inspectors={"ofsted": 5, "hmic": 2, "cqc": 1, "hmi_probation": 1, "hmcpsi": 1},
        absences=[{"inspector_id": "hmic-2", "start": monday(20), "end": date(2014, 12, 31)}],
        pins=[{"la_code": "A3", "start": monday(30)}, {"la_code": "A1", "inspector_id": "cqc-1"}],
        conflicts=[{"inspector_id": "hmic-1", "la_code": "A2"}],
    )
)
BASELINE: Rota = make_rota(PROGRAMME, {"A1": 1, "A2": 8})

_DAYS = ["", "2014-03-10", "02/06/2014", "2014-06-04", "2014-08-04", "2013-06-03", "2015-06-01"]
CELLS: dict[str, list[str]] = {
    "kind": [
        "absence", "leaver", "joiner", "deferral", "blackout", "force_change", "conflict",
        "cps_concern", "pin", "unpin", "compromised", "",
    ],
    "inspector_id": ["", "ofsted-1", "hmic-1", "hmic-2", "cqc-1", "nobody"],
    "la_code": ["", "A1", "A2", "A3", "A9"],
    "police_force_code": ["", "F2", "F9"],
    "inspectorate": ["", "CQC", "ofsted"],
    "role": ["", "lead", "member"],
    "start": _DAYS,
    "end": _DAYS,
    "reason": ["", SECRET],
}  # fmt: skip
#: What stands in most cells, so that many rows get through.
LIKELY = {
    "inspector_id": ["ofsted-1", "hmic-1"], "la_code": ["A3"], "police_force_code": ["F2"],
    "start": ["2014-06-02"], "end": ["2014-06-04", "2014-08-22"],
}  # fmt: skip
#: The columns that a kind uses are filled and the others blank, but for one stray now and then.
USED = {
    "absence": "inspector_id start end reason", "leaver": "inspector_id start",
    "joiner": "inspector_id start", "deferral": "la_code start end reason",
    "blackout": "police_force_code start end", "force_change": "police_force_code start reason",
    "conflict": "inspector_id la_code reason", "cps_concern": "la_code start",
    "pin": "la_code start inspector_id role", "unpin": "la_code start", "compromised": "la_code",
}  # fmt: skip


@st.composite
def rows(draw: Any) -> dict[str, str]:
    kind = draw(st.sampled_from(CELLS["kind"]))
    used = USED.get(kind, "").split()
    stray = draw(st.sampled_from([""] * 30 + list(CELLS)))
    cells = dict.fromkeys(CELLS, "")
    for column in (*used, stray) if stray else used:
        likely = LIKELY.get(column, CELLS[column])
        cells[column] = draw(st.sampled_from(likely * 4 + CELLS[column]))
    return cells | {"kind": kind}


@settings(max_examples=300)
@given(st.lists(rows(), max_size=3))
def test_changes_are_refused_or_give_a_programme_that_reads_back(
    drawn: list[dict[str, str]],
) -> None:
    with TemporaryDirectory() as room:
        path, folder = Path(room) / "changes.json", Path(room) / "programme"
        path.write_text(json.dumps(drawn), "utf-8")
        changes, said = read_or_refused(path)
        assert changes is not None or said
        assert SECRET not in said
        if changes is not None:
            folded = fold(PROGRAMME, changes, BASELINE, TODAY)
            write_programme(folded, folder)
            assert read_programme(folder) == folded


def read_or_refused(path: Path) -> tuple[tuple[Change, ...] | None, str]:
    """The changes, or None with what was said against them."""
    try:
        return read_changes(path, PROGRAMME, BASELINE, TODAY), ""
    except DataProblems as refused:
        return None, str(refused)
