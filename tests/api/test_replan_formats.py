"""What a re-plan's files say is what docs/formats.md promises."""

import re
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from api.exports.options import OPTIONS_COLUMNS
from models.differences import differences
from models.told import told
from models.word import Word
from tests.data.drawn_programmes import programmes
from tests.data.drawn_rotas import rotas

_PAGE = (Path(__file__).parents[2] / "docs" / "formats.md").read_text("utf-8")
_CHAPTER = _PAGE.split("## What a re-plan says of itself")[1].split("\n## ")[0]


def _documented() -> set[str]:
    """The items of differences.csv: an id and a file's name stand for themselves."""
    return set(re.findall(r"^\| `([^`]+)`", _CHAPTER, re.MULTILINE))


def _kind(item: str) -> str:
    if item.endswith(".csv"):
        return "file NAME.csv" if item.startswith("file ") else "NAME.csv"
    word, _, inspector = item.partition(" ")
    return f"{word} ID" if inspector else word


@settings(max_examples=40)
@given(st.data())
def test_every_item_of_the_differences_is_promised(data: Any) -> None:
    programme = data.draw(programmes())
    before, after = data.draw(rotas(programme)), data.draw(rotas(programme))
    found = differences(before, after, lambda code, item: "")
    assert {_kind(each.item) for each in found} <= _documented()


@settings(max_examples=40)
@given(st.data())
def test_every_item_of_what_people_are_told_is_promised(data: Any) -> None:
    programme = data.draw(programmes())
    rows: tuple[Word, ...] = told(
        programme, data.draw(rotas(programme)), data.draw(rotas(programme))
    )
    promised = re.search(r"`tell.csv`: the items are (.*)", _CHAPTER)
    assert promised is not None
    assert {row.model_dump()["item"] for row in rows} <= set(re.findall(r"`(\w+)`", promised[1]))


def test_the_options_have_the_columns_that_are_promised() -> None:
    promised = re.search(r"`options.csv`, .*?: (.*?);", _CHAPTER)
    assert promised is not None
    names = re.sub(r"\([^()]*\)", "", promised[1])
    assert tuple(name.strip() for name in names.split(",")) == OPTIONS_COLUMNS
