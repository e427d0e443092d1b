"""``rota compare`` as a real process, and the charts and tables of its page."""

import csv
import json
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import pytest

from api.charts import Sheets
from api.charts.pair import Pair
from api.completion import complete
from api.exit_codes import ExitCode
from api.pages.compare_page import PAIR_CHARTS, render_compare_page
from api.pages.compare_tables import differences_table, goals_page_table, rosters_table
from api.pages.page import inline_assets
from models.measures import measure_goals
from models.programme import Programme
from models.rota import Rota

Run = Callable[..., subprocess.CompletedProcess[str]]
_DAY = 86_400_000


@pytest.fixture(scope="session")
def after(programme: Programme, rota: Rota, make_rota: Callable[..., Rota]) -> Rota:
    """A2 moves nine weeks forward, before A1; one from HMIC for another at A3; HMCPSI later."""
    teams = {code: [each.inspector_id for each in team] for code, team in rota.team_of.items()}
    teams["A3"] = ["hmic-4" if each == "hmic-1" else each for each in teams["A3"]]
    leads = {each.la_code: each.lead for each in rota.inspections}
    cps = [{"la_code": "A4", "inspector_id": "hmcpsi-1", "start": date(2015, 2, 16)}]
    slots = {"A1": 1, "A2": 0, "A3": 20, "A4": 54}
    return complete(programme, make_rota(programme, slots, teams, leads, cps_activities=cps))


@pytest.fixture(scope="session")
def after_folder(after: Rota, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The rota after, with only what a rota by hand needs."""
    folder = tmp_path_factory.mktemp("after") / "replanned"
    folder.mkdir()
    _write(folder / "inspections.csv", ("la_code", "start"), after.inspections)
    _write(folder / "deployments.csv", ("la_code", "inspector_id", "role"), after.deployments)
    cps = after.cps_activities or ()
    _write(folder / "cps_activity.csv", ("la_code", "inspector_id", "start"), cps)
    return folder


def _write(path: Path, columns: tuple[str, ...], words: tuple[Any, ...]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows([getattr(word, column) for column in columns] for word in words)


@pytest.fixture(scope="session")
def pair(programme: Programme, sheets: Sheets, after: Rota) -> Pair:
    """Both, as the page has them."""
    return Pair(sheets, Sheets(programme, after, measure_goals(programme, after)))


def test_compare_says_what_moved_who_changed_and_what_it_costs(
    rota_command: Run, programme_folder: Path, rota_folder: Path, after_folder: Path
) -> None:
    run = rota_command("compare", programme_folder, rota_folder, after_folder)
    assert run.returncode == ExitCode.DONE, run.stderr
    lines = run.stdout.splitlines()
    assert lines[0].startswith("1 slot moved, 1 deployment changed, ")
    assert "10 March 2014 to 6 January 2014, 9 weeks earlier" in run.stdout
    assert "  Corby (A3), HMIC: loses HMIC 1 and gains HMIC 4" in lines
    assert "  Dunley (A4): HMCPSI 1, 2 February 2015 to HMCPSI 1, 16 February 2015" in lines
    assert any(line.startswith("Total: ") for line in lines)


def test_compare_says_to_whom_each_review_passes(
    rota_command: Run, programme_folder: Path, rota_folder: Path, after_folder: Path, nasty: str
) -> None:
    said = rota_command("compare", programme_folder, rota_folder, after_folder).stdout
    assert f"{nasty} (A1): was first, is no; passes to Burley" in said
    assert f"Burley (A2): was after a change, is first; passes to Corby; comes from {nasty}" in said
    assert "Corby (A3): was no, is after a change; comes from Burley" in said


def test_compare_of_a_rota_with_itself_says_so_and_is_done(
    rota_command: Run, programme_folder: Path, rota_folder: Path
) -> None:
    run = rota_command("compare", programme_folder, rota_folder, rota_folder)
    assert run.returncode == ExitCode.DONE
    assert run.stdout.startswith("No difference\n")


def test_compare_tells_everything_as_json(
    rota_command: Run, programme_folder: Path, rota_folder: Path, after_folder: Path
) -> None:
    run = rota_command("compare", programme_folder, rota_folder, after_folder, "--json")
    said = json.loads(run.stdout)
    assert said["same"] is False
    assert (said["slots_moved"], said["deployments_changed"]) == (1, 1)
    assert said["slots"] == [
        {"authority": "Burley", "la_code": "A2", "before": "2014-03-10", "after": "2014-01-06",
         "weeks": -9}
    ]  # fmt: skip
    (team,) = said["teams"]
    assert (team["lost"][0]["inspector_id"], team["gained"][0]["inspector_id"]) == (
        "hmic-1",
        "hmic-4",
    )
    assert [each["la_code"] for each in said["cps_activities"]] == ["A4"]
    assert said["goals"].keys() == {"before", "after"}
    assert said["page"] is None


def test_compare_writes_a_page_that_is_marked_and_needs_nothing_else(
    rota_command: Run,
    programme_folder: Path,
    rota_folder: Path,
    after_folder: Path,
    tmp_path: Path,
    secret: str,
) -> None:
    page = tmp_path / "page.html"
    run = rota_command(
        "compare", programme_folder, rota_folder, after_folder, "--out", page, "--json"
    )
    assert run.returncode == ExitCode.DONE, run.stderr
    said = json.loads(run.stdout)
    text = page.read_text("utf-8")
    assert (said["page"], said["bytes"]) == (str(page), len(text.encode()))
    assert "Confidential: inspections are unannounced" in text
    assert "<strong>replanned</strong>" in text
    assert "src=" not in text.split("<script>")[0]
    assert secret not in text


def test_codes_that_the_programme_lacks_are_one_sentence(
    rota_command: Run, programme_folder: Path, rota_folder: Path, after_folder: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    for name in ("inspections.csv", "deployments.csv"):
        text = (after_folder / name).read_text("utf-8")
        (other / name).write_text(text.replace("hmic-4", "hmic-9"), "utf-8")
    run = rota_command("compare", programme_folder, rota_folder, other)
    assert run.returncode == ExitCode.BAD_INPUT
    assert len(run.stderr.splitlines()) == 1
    assert "inspector_id hmic-9" in run.stderr
    assert "compare a re-plan by the programme that it wrote" in run.stderr


def test_a_rota_of_another_version_of_the_programme_is_compared_and_it_is_said(
    rota_command: Run, programme_folder: Path, rota_folder: Path, after_folder: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "programme"
    shutil.copytree(programme_folder, folder)
    with (folder / "absences.csv").open("a", encoding="utf-8") as file:
        file.write("ofsted-1,2014-07-07,2014-07-11,\n")
    run = rota_command("compare", folder, rota_folder, after_folder)
    assert run.returncode == ExitCode.DONE, run.stderr
    # The rota by hand has no certificate that could tell.
    assert run.stdout.count("made for another version of the programme") == 1
    assert "The rota before was made for" in run.stdout


def test_a_rota_that_is_not_there_is_bad_input(
    rota_command: Run, programme_folder: Path, rota_folder: Path, tmp_path: Path
) -> None:
    run = rota_command("compare", programme_folder, rota_folder, tmp_path / "nowhere")
    assert run.returncode == ExitCode.BAD_INPUT
    assert "Traceback" not in run.stderr


def _bars(figure: go.Figure) -> Iterator[tuple[str, str, str, str]]:
    """Kind, line, first and last day of every bar, as the figure's JSON has them."""
    for trace in json.loads(figure.to_json())["data"]:
        if trace["type"] == "bar":
            for line, base, length in zip(trace["y"], trace["base"], trace["x"], strict=True):
                last = date.fromisoformat(base) + timedelta(days=length / _DAY - 1)
                yield trace["name"], line, base, last.isoformat()


def _marks(figure: go.Figure) -> Mapping[str, list[str]]:
    return {
        trace.name: list(trace.y) for trace in figure.data if trace.type == "scatter" and trace.y
    }


def test_a_moved_slot_is_drawn_at_both_places_with_an_arrow_to_the_new(pair: Pair) -> None:
    figure = PAIR_CHARTS["before_and_after"](pair)
    assert {bar for bar in _bars(figure) if bar[1] == "A2" and bar[0] != "Room"} == {
        ("Before the move", "A2", "2014-03-10", "2014-03-21"),
        ("After the move", "A2", "2014-01-06", "2014-01-17"),
        # From the middle of the new to the middle of the old; its head stands at the new.
        ("Moved", "A2", "2014-01-12", "2014-03-15"),
    }
    (head,) = [trace for trace in figure.data if trace.name == "Moved earlier"]
    assert (head.marker.symbol, list(head.y), list(head.x)) == (
        "triangle-left",
        ["A2"],
        ["2014-01-12"],
    )


def test_changed_people_and_reviews_are_marked(pair: Pair) -> None:
    assert _marks(PAIR_CHARTS["before_and_after"](pair)) == {
        "Moved earlier": ["A2"],
        "People changed": ["A3"],
        "Gains the force-wide review": ["A3"],
        "No longer has the force-wide review": ["A1"],
        "Days on site or HMCPSI changed": ["A4"],
    }


def test_authorities_with_a_difference_come_first(pair: Pair, programme: Programme) -> None:
    assert list(pair.starts) == ["A2", "A1", "A3", "A4"]
    same = Pair(pair.before, pair.before)
    assert list(same.starts) == ["A1", "A2", "A3", "A4"]


@pytest.mark.parametrize("name", ["before_and_after", "rosters_before_and_after"])
def test_kinds_differ_in_colour_and_in_pattern(name: str, pair: Pair) -> None:
    bars = [trace for trace in PAIR_CHARTS[name](pair).data if trace.type == "bar"]
    looks = [each.marker for each in bars if each.name not in ("Moved", "Room")]
    assert len({look.color for look in looks}) == len(looks)
    assert len({look.pattern.shape for look in looks}) == len(looks)


def test_every_bar_of_an_inspector_is_a_line_of_a_roster(pair: Pair) -> None:
    drawn = {bar for bar in _bars(PAIR_CHARTS["rosters_before_and_after"](pair))}
    # The leave of somebody whose roster is the same is not drawn, nor anybody else's weeks.
    changed = {change.inspector_id for change in pair.rosters}
    assert {line for _, line, _, _ in drawn} <= changed
    for kind, sheets in (("Before", pair.before), ("After", pair.after)):
        busy = {(row["inspector_id"], row["busy_from"], row["busy_to"]) for row in sheets.roster}
        assert {bar[1:] for bar in drawn if bar[0] == kind} <= busy
    moved = ("hmcpsi-1", "2015-02-16", "2015-02-20")
    assert ("After", *moved) in drawn


def test_goals_are_those_of_both_rotas(pair: Pair) -> None:
    before, after = PAIR_CHARTS["goals_before_and_after"](pair).data
    assert list(before.x) == [score.points for score in pair.before.goals.scores]
    assert list(after.x) == [score.points for score in pair.after.goals.scores]
    total = goals_page_table(pair).rows[-1].cells
    more = pair.after.goals.total - pair.before.goals.total
    assert total[-1].sort == str(more)


def test_every_difference_has_a_row_and_authorities_stand_together(pair: Pair) -> None:
    rows = [(row.place, row.cells[2].text) for row in differences_table(pair).rows]
    assert rows == [
        ("A2", "Slot"),
        ("A2", "Force-wide review"),
        ("A1", "Force-wide review"),
        ("A3", "Force-wide review"),
        ("A3", "HMIC"),
        ("A4", "HMCPSI activity"),
    ]
    assert len(rosters_table(pair).rows) == len(pair.rosters)


@pytest.mark.parametrize("name", PAIR_CHARTS)
def test_names_cannot_bring_html_into_a_chart(name: str, pair: Pair) -> None:
    text = str(PAIR_CHARTS[name](pair).to_json())
    assert "<a" not in text
    assert "\\u003ca" not in text
    assert '"bdata"' not in text


def test_the_page_of_two_rotas_that_are_the_same_says_so(pair: Pair) -> None:
    text = render_compare_page(Pair(pair.before, pair.before), ("one", "one"), inline_assets())
    assert "There is no difference between them." in text
