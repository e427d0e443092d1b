"""The canonical text of words, its guard against formulas, its hash, and the roster."""

import csv
import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.attendance import Activity, Attendance
from models.deployment import CpsActivity, Deployment, Role
from models.inspection import Inspection, Review
from models.inspectorate import Inspectorate
from models.programme import Programme
from models.result import Goals, GoalScore
from models.rota import Rota
from models.tables import (
    PROGRAMME_COLUMNS,
    ROSTER_COLUMNS,
    ROTA_COLUMNS,
    RosterFilter,
    Table,
    export_text,
    goals_table,
    guard,
    inputs_sha256,
    programme_tables,
    roster,
    roster_table,
    rota_tables,
    sorted_table,
    table_text,
    unguard,
)

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("before", ["", " ", "\t", "\u00a0", "\ufeff"])
@pytest.mark.parametrize("sign", list("=+-@\uff1d\uff0b\uff0d\uff20"))
def test_what_a_spreadsheet_could_take_for_a_formula_is_marked(before: str, sign: str) -> None:
    text = f"{before}{sign}cmd"
    assert guard(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-1.5", "+44", "-0.0", "-5e-05", "-.5", "-3."])
def test_a_number_is_not_marked(text: str) -> None:
    assert guard(text) == text


@pytest.mark.parametrize("text", ["'tis", "''", "'", "'=1"])
def test_what_begins_with_the_mark_gets_another(text: str) -> None:
    assert guard(text) == f"'{text}"


@pytest.mark.parametrize("text", ["'tis", "x", "'1", ""])
def test_a_mark_that_protects_nothing_stays(text: str) -> None:
    assert unguard(text) == text


@given(st.text())
def test_unguard_gives_back_what_was_guarded(text: str) -> None:
    assert unguard(guard(text)) == text


@given(st.text(alphabet="'=+-@\uff1d \t\r\n1ax", max_size=6))
def test_unguard_gives_back_the_oddest_text(text: str) -> None:
    assert unguard(guard(text)) == text


@given(st.lists(st.tuples(st.text(alphabet="a,\"\r\n é'=", min_size=1), st.just("x"))))
def test_the_text_of_a_table_reads_back(rows: list[tuple[str, str]]) -> None:
    table = sorted_table(("one", "two"), rows)
    read = list(csv.reader(io.StringIO(table_text(table), newline=""), strict=True))
    assert [tuple(row) for row in read] == [table.columns, *table.rows]


def test_the_text_of_a_table_is_comma_lf_and_few_quotation_marks() -> None:
    table = Table(("a", "b"), (("1", "x, y"), ("", 'a "b"')))
    assert table_text(table) == 'a,b\n1,"x, y"\n,"a ""b"""\n'


def test_only_what_goes_out_is_guarded() -> None:
    table = Table(("a",), (("=1",),))
    assert (table_text(table), export_text(table)) == ("a\n=1\n", "a\n'=1\n")


def test_values_are_written_as_the_contract_says(good: Any, read: Any) -> None:
    tables = programme_tables(read(good))
    assert tables["inspectors.csv"].rows == (
        ("cqc-001", "cqc", "Two", "London", "51.5", "-0.1", "0.8", "seconded", "no"),
        ("ofsted-001", "ofsted", "One", "Leeds", "53.8", "-1.5", "1.0", "established", "yes"),
    )
    assert tables["authorities.csv"].rows[1][-4:] == ("no", "", "", "")
    assert tables["bank_holidays.csv"].rows == (("2013-08-26", "Summer bank holiday"),)
    settings = {key: value for key, value in tables["programme.toml"].rows}
    assert settings["policy.calendar.closed"] == '[["12-25", "01-01"]]'
    assert settings["policy.team.very_large.ofsted"] == "[4, 6, 6]"
    assert settings["programme.start"] == "2013-06-03"
    assert settings["goals.fairness"] == "25"
    assert settings["policy.seconded.largest_share"] == "0.5"


def test_columns_stand_in_the_order_of_the_contract() -> None:
    contract = {**PROGRAMME_COLUMNS, **ROTA_COLUMNS, "roster.csv": ROSTER_COLUMNS}
    text = " ".join((ROOT / "docs" / "formats.md").read_text("utf-8").split())
    for file, columns in contract.items():
        described = text[text.index(f"| `{file}` |") :]
        places = [described.index(column) for column in columns if column != "police_force_code"]
        assert places == sorted(places), file


def test_the_hash_does_not_depend_on_order_nor_on_what_is_left_out(good: Any, read: Any) -> None:
    expected = inputs_sha256(read(good))
    header, *rows = good["authorities.csv"].splitlines()
    good["authorities.csv"] = "\n".join([header, *reversed(rows)]) + "\n"
    good["programme.toml"] += "[policy.force]\ngap_weeks = 4\n"
    assert inputs_sha256(read(good)) == expected


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("programme.toml", "weeks = 156", "weeks = 155"),
        ("programme.toml", "weeks = 156", "weeks = 156\n[goals]\nteam = 61"),
        ("absences.csv", "2014-02-23", "2014-02-24"),
        ("inspectors.csv", "0.8", "0.81"),
        ("bank_holidays.csv", "2013-08-26", "2013-08-27"),
        ("pins.csv", ",lead", ",member"),
    ],
)
def test_the_hash_depends_on_every_value(
    file: str, old: str, new: str, good: Any, read: Any
) -> None:
    before = inputs_sha256(read(good))
    good[file] = good[file].replace(old, new)
    assert inputs_sha256(read(good)) != before


@pytest.fixture
def programme(good: Any, read: Callable[[Any], Programme]) -> Programme:
    return read(good)


ROTA = Rota(
    inspections=(
        Inspection(
            la_code="E06000001",
            start=date(2013, 6, 10),
            name="Alder",
            sizes={Inspectorate.OFSTED: 1, Inspectorate.CQC: 1},
            force_wide_review=Review.FIRST,
        ),
        Inspection(la_code="E06000002", start=date(2013, 9, 9)),
    ),
    deployments=(
        Deployment(
            la_code="E06000001",
            inspector_id="ofsted-001",
            role=Role.LEAD,
            busy_from=date(2013, 6, 3),
            busy_to=date(2013, 7, 5),
        ),
        Deployment(la_code="E06000002", inspector_id="ofsted-001", role=Role.LEAD),
        Deployment(la_code="E06000001", inspector_id="cqc-001", role=Role.MEMBER),
    ),
    attendance=tuple(
        Attendance(
            date=date(2013, 6, day),
            la_code="E06000001",
            inspector_id="ofsted-001",
            activity=Activity.FIELDWORK,
        )
        for day in (21, 10, 14)
    ),
    cps_activities=(
        CpsActivity(la_code="E06000001", inspector_id="cqc-001", start=date(2014, 6, 2)),
    ),
)


def test_the_roster_needs_no_join(programme: Programme) -> None:
    assert roster_table(programme, ROTA).rows[2] == (
        "ofsted-001", "One", "ofsted", "lead", "E06000001", "Alder", "F1", "2013-06-10",
        "2013-06-21", "2013-06-10", "2013-06-21", "2013-06-03", "2013-07-05", "first",
    )  # fmt: skip


def test_the_roster_holds_a_follow_up_of_hmcpsi(programme: Programme) -> None:
    (entry,) = roster(programme, ROTA, RosterFilter(from_day=date(2014, 1, 1)))
    assert (entry.role, entry.start, entry.end) == (
        Role.MEMBER,
        date(2014, 6, 2),
        date(2014, 6, 6),
    )
    assert entry.on_site_from is None


@pytest.mark.parametrize(
    ("share", "lines"),
    [
        (RosterFilter(), 4),
        (RosterFilter(inspector="ofsted-001"), 2),
        (RosterFilter(inspectorate=Inspectorate.CQC), 2),
        (RosterFilter(authority="E06000002"), 1),
        (RosterFilter(force="F1"), 3),
        (RosterFilter(force="F1", inspectorate=Inspectorate.OFSTED), 1),
        (RosterFilter(inspector="nobody"), 0),
        # The inspection runs from 10 to 21 June.
        (RosterFilter(to_day=date(2013, 6, 9)), 0),
        (RosterFilter(to_day=date(2013, 6, 10)), 2),
        (RosterFilter(from_day=date(2013, 6, 21), to_day=date(2013, 6, 21)), 2),
        (RosterFilter(from_day=date(2013, 6, 22), to_day=date(2013, 9, 8)), 0),
        (RosterFilter(from_day=date(2013, 6, 22), to_day=date(2013, 9, 9)), 1),
    ],
)
def test_a_share_of_the_roster(share: RosterFilter, lines: int, programme: Programme) -> None:
    assert len(roster_table(programme, ROTA, share).rows) == lines


def test_the_files_of_a_rota_are_those_it_has(programme: Programme) -> None:
    tables = rota_tables(programme, ROTA)
    assert list(tables) == [
        "inspections.csv", "deployments.csv", "attendance.csv", "cps_activity.csv", "roster.csv",
    ]  # fmt: skip
    assert tables["inspections.csv"].rows[0] == (
        "E06000001", "Alder", "", "2013-06-10", "", "", "first", "1", "", "1", "", "", "",
    )  # fmt: skip
    assert [row[0] for row in tables["attendance.csv"].rows] == [
        "2013-06-10", "2013-06-14", "2013-06-21",
    ]  # fmt: skip


def test_the_last_row_of_the_goals_is_the_total() -> None:
    priority = GoalScore(goal="priority", raw=3, weight=5, bound=0)
    scores = (priority, GoalScore(goal="team", raw=2, weight=60))
    assert goals_table(Goals(scores=scores, bound=7)).rows == (
        ("priority", "3", "5", "15", "0"),
        ("team", "2", "60", "120", ""),
        ("total", "", "", "135", "7"),
    )
