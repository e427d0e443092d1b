"""An inspector's own files in every form, before and after the reveal horizon."""

import io
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest

from api.charts import Sheets
from api.exports.share import Cut, Export, Shares, revealed_codes, write_export
from models.measures import measure_goals
from models.programme import Programme
from models.rota import Rota

HIDDEN, REVEALED = "A3", "A2"

#: Words that stand in no file unless the authorities of this test do.
CANARIES = {
    '"A3"': '"CanaryCode3"',
    '"A4"': '"CanaryCode4"',
    '"Corby"': '"CanaryName3"',
    '"Dunley"': '"CanaryName4"',
    '"F2"': '"CanaryForce"',
}

T = TypeVar("T", Programme, Rota)


def _with_canaries(word: T) -> T:
    text = word.model_dump_json()
    for old, new in CANARIES.items():
        text = text.replace(old, new)
    return type(word).model_validate_json(text)


def _texts(path: Path) -> Iterator[str]:
    """What a file holds, the parts of a workbook unpacked, lines of a calendar unfolded."""
    content = path.read_bytes()
    if path.suffix != ".xlsx":
        yield content.decode().replace("\r\n ", "")
        return
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        for name in book.namelist():
            yield book.read(name).decode()


@pytest.fixture(scope="module")
def canary_sheets(programme: Programme, rota: Rota) -> Sheets:
    """The small rota with two authorities whose every word is a canary."""
    question, answer = _with_canaries(programme), _with_canaries(rota)
    return Sheets(question, answer, measure_goals(question, answer))


@pytest.fixture(scope="module")
def own_files(
    canary_sheets: Sheets,
    make_export: Callable[..., Export],
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, list[Path]]:
    """The files of each inspector, in every form, a day on which A2 is revealed and A3 is not."""
    folder = tmp_path_factory.mktemp("own") / "out"
    write_export(folder, make_export(kinds=("inspector",), sheets=canary_sheets))
    paths = sorted((folder / "inspector").iterdir())
    return {
        each: [path for path in paths if f"-{each}." in path.name]
        for each in canary_sheets.rota.deployments_of
    }


def test_authority_beyond_the_horizon_stands_in_no_form_of_an_inspectors_files(
    own_files: dict[str, list[Path]], canary_sheets: Sheets, today: date
) -> None:
    rota = canary_sheets.rota
    assert rota.inspection_of["CanaryCode3"].start > today
    assert sum(each.la_code.startswith("Canary") for each in rota.deployments) == 15
    for inspector_id in rota.deployments_of:
        assert len(own_files[inspector_id]) == 4
        for path in own_files[inspector_id]:
            assert [text for text in _texts(path) if "Canary" in text] == [], path.suffix


def test_canaries_stand_in_the_files_of_offices(
    canary_sheets: Sheets, make_export: Callable[..., Export], tmp_path: Path
) -> None:
    write_export(tmp_path / "out", make_export(kinds=("inspectorate",), sheets=canary_sheets))
    paths = [each for each in (tmp_path / "out" / "inspectorate").iterdir() if "-cqc." in each.name]
    assert len(paths) == 4
    for path in paths:
        text = "".join(_texts(path))
        for code in ("CanaryCode3", "CanaryName4", "CanaryForce"):
            # Only the tables have a column for the force.
            told = code != "CanaryForce" or path.suffix in (".csv", ".xlsx")
            assert (code in text) is told


def test_revealed_authority_stands_in_every_form(
    own_files: dict[str, list[Path]], programme: Programme, rota: Rota, today: date
) -> None:
    assert REVEALED in revealed_codes(programme, rota, today)
    name = programme.authority_of[REVEALED].name
    for deployment in rota.team_of[REVEALED]:
        for path in own_files[deployment.inspector_id]:
            assert any(name in text for text in _texts(path)), path.suffix


def test_hidden_deployment_keeps_its_dates_and_its_role(programme: Programme, rota: Rota) -> None:
    shares = Shares(programme, rota, frozenset())
    for inspector_id, deployments in rota.deployments_of.items():
        share = shares.of(Cut("inspector", inspector_id)).roster
        rows = [dict(zip(share.columns, row, strict=True)) for row in share.rows]
        assert {row["la_code"] + row["authority"] + row["police_force_code"] for row in rows} == {
            ""
        }
        assert {row["force_wide_review"] for row in rows} == {""}
        assert sorted((row["busy_from"], row["role"]) for row in rows) == sorted(
            (str(each.busy_from), each.role.value) for each in deployments
        )


def test_rows_of_hidden_authorities_are_not_in_the_order_of_their_codes(
    programme: Programme, rota: Rota
) -> None:
    shares = Shares(programme, rota, frozenset())
    for inspector_id in rota.deployments_of:
        for table in shares.of(Cut("inspector", inspector_id)).tables.values():
            assert list(table.rows) == sorted(table.rows)


def test_offices_are_told_every_authority(programme: Programme, rota: Rota) -> None:
    shares = Shares(programme, rota, frozenset())
    for cut in (
        Cut("whole"),
        Cut("inspectorate", "cqc"),
        Cut("authority", HIDDEN),
        Cut("force", "F1"),
    ):
        share = shares.of(cut)
        assert share.roster.rows
        assert "" not in {row[share.roster.columns.index("authority")] for row in share.roster.rows}


def test_every_row_is_in_exactly_one_share_of_each_kind(programme: Programme, rota: Rota) -> None:
    everything = frozenset(programme.authority_of)
    shares = Shares(programme, rota, everything)
    whole = shares.of(Cut("whole"))
    ids = {
        "inspector": programme.inspector_of,
        "inspectorate": {each.inspectorate.value for each in programme.inspectors},
        "authority": programme.authority_of,
        "force": programme.force_of,
    }
    for kind, known in ids.items():
        for name in ("roster.csv", "attendance.csv"):
            rows = [row for each in known for row in shares.of(Cut(kind, each)).tables[name].rows]
            assert sorted(rows) == sorted(whole.tables[name].rows)
