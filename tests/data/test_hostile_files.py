"""Whatever is in the files, they are read or refused with problems: never anything worse."""

import contextlib
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data import DataProblems, read_programme, read_rota
from data.writers import programme_files
from models.programme import Programme
from models.tables import export_text, rota_tables
from tests.data.drawn_programmes import programmes
from tests.data.drawn_rotas import rotas

ODD = st.sampled_from(
    [b"\0", b"\xff", b"\xfe\xff", b'"', b",", b";", b"\n", b"\r", b"'", b"=", b"[", b"9" * 30,
     b"-", b"NaN", b"\xc3", b"[a]\n", b"1e999", "\u2028".encode(), b".", b"/"]
)  # fmt: skip


@st.composite
def damaged(draw: Any, files: dict[str, bytes]) -> dict[str, bytes]:
    """The files with a few pieces cut out or put in."""
    spoilt = dict(files)
    for _ in range(draw(st.integers(1, 4))):
        file = draw(st.sampled_from(sorted(spoilt)))
        data = spoilt[file]
        first = draw(st.integers(0, len(data)))
        last = draw(st.integers(first, min(len(data), first + 20)))
        spoilt[file] = data[:first] + draw(ODD | st.binary(max_size=3)) + data[last:]
    return spoilt


def written(files: dict[str, bytes], folder: Path) -> Path:
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_damaged_programme_is_read_or_refused(data: st.DataObject) -> None:
    files = data.draw(damaged(programme_files(data.draw(programmes()))))
    with tempfile.TemporaryDirectory() as place, contextlib.suppress(DataProblems):
        assert isinstance(read_programme(written(files, Path(place))), Programme)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_damaged_rota_is_read_or_refused(data: st.DataObject) -> None:
    programme = data.draw(programmes())
    tables = rota_tables(programme, data.draw(rotas(programme)))
    files = data.draw(damaged({file: export_text(each).encode() for file, each in tables.items()}))
    with tempfile.TemporaryDirectory() as place, contextlib.suppress(DataProblems):
        read_rota(written(files, Path(place)), programme)


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ("a = " + "[" * 10_000, "no TOML"),
        ("[programme]\nweeks = " + "9" * 5_000, "no TOML"),
        ("[policy.force]\ngap_weeks = 1000000000000", "at most 1040"),
        ("[policy.calendar]\nsummer_blackout_weeks = 1000000000000", "at most 1040"),
        ("[policy.points]\nper_children = 1000000000000", "at most 1000000"),
        ("[policy.team.small]\nofsted = [0, 0, 1000000000000]", "at most 1000000"),
        ("k" * 100_000 + " = 1", "unknown key"),
    ],
)
def test_settings_beyond_all_sense_are_refused(
    toml: str, said: str, good: Any, problems: Any
) -> None:
    (problem,) = problems({**good, "programme.toml": toml})
    assert said in problem.message


def test_a_file_of_too_many_rows_or_columns_is_refused(good: Any, problems: Any) -> None:
    good["pins.csv"] = "la_code,start\n" + "x,\n" * 200_000
    good["blackouts.csv"] = "," * 200 + "\n"
    assert ["at most 200000 rows" in each.message for each in problems(good)] == [True, True]


def test_a_long_value_is_quoted_in_part(good: Any, problems: Any) -> None:
    good["forces.csv"] = good["forces.csv"].replace("F1", "F" * 100_000)
    assert all(len(problem.value) <= 201 for problem in problems(good))


@pytest.mark.parametrize("file", ["authorities.csv", "forces.csv", "inspectors.csv"])
def test_cannot_do_without_a_row(file: str, good: Any, problems: Any) -> None:
    good[file] = good[file].splitlines()[0] + "\n"
    assert any(
        each.file == file and "no row below the header" in each.message for each in problems(good)
    )
