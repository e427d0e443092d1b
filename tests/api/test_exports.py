"""A rota's folder holds the files of docs/formats.md, and reads back as what was written."""

import csv
import io
import json
import re
import shutil
import stat
from pathlib import Path

import pytest

from api.exports.csv import ROTA_FILES, rota_texts, write_rota
from api.exports.run_files import read_run
from data import read_rota
from models.checks import check_rota
from models.measures import measure_goals
from models.programme import Programme
from models.result import PlanResult
from models.rota import Rota
from models.tables import rota_in_file_order

# Written by a re-plan alone.
NOT_BY_PLAN = {"differences.csv", "tell.csv"}


def _promised_columns() -> dict[str, list[str]]:
    """The columns of each CSV file in the table of docs/formats.md's chapter on rotas."""
    text = (Path(__file__).parents[2] / "docs" / "formats.md").read_text("utf-8")
    chapter = text.split("## Rota (output")[1].split("\n## ")[0]
    rows = re.findall(r"^\| `(\w+\.csv)`[^|]*\| ([^|]*) \|$", chapter, re.MULTILINE)
    return {name: _names(said) for name, said in rows if name not in NOT_BY_PLAN}


def _names(said: str) -> list[str]:
    """The column names in a sentence that explains some of them in brackets."""
    while "(" in said:
        said = re.sub(r"\([^()]*\)", "", said)
    return [part.split()[0] for part in re.split(r"[.:;]", said)[0].split(",")]


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_every_file_has_the_columns_that_the_contract_promises(
    programme: Programme, result: PlanResult
) -> None:
    promised = _promised_columns()
    assert len(promised) >= 10
    texts = rota_texts(programme, result)
    written = {
        name: text.split("\n", 1)[0].split(",")
        for name, text in texts.items()
        if name.endswith(".csv")
    }
    assert written == promised


def test_rota_reads_back_as_what_was_written(
    programme: Programme, rota: Rota, rota_folder: Path
) -> None:
    assert read_rota(rota_folder, programme) == rota_in_file_order(rota)


def test_the_rota_of_these_tests_keeps_every_rule(programme: Programme, rota: Rota) -> None:
    assert [breach.sentence for breach in check_rota(programme, rota)] == []


def test_lines_end_in_a_line_feed_alone(rota_folder: Path) -> None:
    for path in rota_folder.glob("*.csv"):
        assert b"\r" not in path.read_bytes(), path.name


def test_a_name_that_looks_like_a_formula_is_guarded(rota_folder: Path) -> None:
    rows = _rows((rota_folder / "roster.csv").read_text("utf-8"))
    names = {row["inspector"] for row in rows if row["inspector_id"] == "ofsted-1"}
    assert names == {"'=Ann <i>One</i>"}


def test_goals_end_in_their_total(programme: Programme, result: PlanResult) -> None:
    rows = _rows(rota_texts(programme, result)["goals.csv"])
    assert [row["goal"] for row in rows][-1] == "total"
    assert int(rows[-1]["points"]) == sum(int(row["points"]) for row in rows[:-1])


def test_nobody_but_its_owner_reads_the_seed(rota_folder: Path) -> None:
    seed = rota_folder / "seed.txt"
    assert stat.S_IMODE(seed.stat().st_mode) == 0o600
    assert seed.read_text("utf-8").strip()


def test_the_seed_stands_in_no_other_file(rota_folder: Path) -> None:
    seed = (rota_folder / "seed.txt").read_text("utf-8").strip()
    others = [path for path in rota_folder.iterdir() if path.name != "seed.txt"]
    assert others
    assert [path.name for path in others if seed in path.read_text("utf-8")] == []


def test_no_file_tells_a_reason(rota_folder: Path, secret: str) -> None:
    told = [path.name for path in rota_folder.iterdir() if secret in path.read_text("utf-8")]
    assert told == []


def test_certificate_says_what_the_contract_asks_of_it(rota_folder: Path) -> None:
    certificate = json.loads((rota_folder / "certificate.json").read_text("utf-8"))
    assert {
        "inputs_sha256", "versions", "seed_sha256", "limits", "status", "stages", "checker",
        "wall_seconds",
    } <= certificate.keys()  # fmt: skip
    assert {"objective", "bound"} <= certificate["stages"][0].keys()


def test_a_rota_replaces_a_rota_and_leaves_nothing_beside_it(
    programme: Programme, result: PlanResult, tmp_path: Path
) -> None:
    target = tmp_path / "rota"
    write_rota(target, programme, result, "one")
    (target / "rota.html").write_text("a page")
    names = write_rota(target, programme, result, "two")
    assert sorted(path.name for path in target.iterdir()) == names
    assert set(names) <= ROTA_FILES
    assert (target / "seed.txt").read_text("utf-8") == "two\n"
    assert [path.name for path in tmp_path.iterdir()] == ["rota"]


def test_a_run_without_a_rota_has_no_files(programme: Programme, result: PlanResult) -> None:
    without = result.model_copy(update={"rota": None})
    with pytest.raises(ValueError, match="no files"):
        rota_texts(programme, without)


def test_the_run_reads_back_from_the_folder(
    programme: Programme, rota: Rota, rota_folder: Path, result: PlanResult
) -> None:
    run = read_run(rota_folder, programme)
    assert run.certificate == result.certificate
    assert run.curve == result.curve
    assert run.bounded(measure_goals(programme, rota)) == result.goals


def test_a_certificate_of_other_inputs_is_not_believed(
    programme: Programme, rota_folder: Path
) -> None:
    other = programme.model_copy(update={"name": "another"})
    assert read_run(rota_folder, other).certificate is None


def test_a_zip_of_a_rota_tells_its_run_as_the_folder_does(
    programme: Programme, rota_folder: Path, tmp_path: Path
) -> None:
    archive = shutil.make_archive(str(tmp_path / "rota"), "zip", rota_folder)
    run = read_run(rota_folder, programme)
    assert run.certificate is not None
    assert read_run(Path(archive), programme) == run
