"""The pages that people read say what the rulebook says: docs/problem.md and README.md."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

from models.policy import Policy
from models.rulebook import GOALS, RULES


def _rows(text: str) -> Iterator[list[str]]:
    """The cells of every table row of a Markdown page."""
    for line in text.splitlines():
        if line.startswith("| "):
            yield [cell.strip() for cell in line.strip("|").split("|")]


def test_problem_page_lists_the_rules_of_the_rulebook(texts: Mapping[str, str]) -> None:
    rows = [row for row in _rows(texts["docs/problem.md"]) if re.match(r"R\d+ ", row[0])]
    carded = [[f"{card.id} {card.name.replace('_', '-')}", card.sentence] for card in RULES]
    assert [row[:2] for row in rows] == carded
    assert [row[2] for row in rows] == [card.source for card in RULES]


def test_problem_page_lists_the_goals_of_the_rulebook(texts: Mapping[str, str]) -> None:
    rows = [row for row in _rows(texts["docs/problem.md"]) if re.match(r"G\d+ ", row[0])]
    carded = [[f"{card.id} {card.name}", card.title, card.sentence] for card in GOALS]
    assert [row[:3] for row in rows] == carded


def test_readme_lists_every_rule_and_goal(texts: Mapping[str, str]) -> None:
    rows = list(_rows(texts["README.md"]))
    rules = [row[:2] for row in rows if re.fullmatch(r"R\d+", row[0])]
    assert rules == [[card.id, card.name.replace("_", "-")] for card in RULES]
    cells = [pair for row in rows for pair in pairwise(row)]
    goals = sorted(
        (first, re.split(r"\W", second)[0])
        for first, second in cells
        if first[:1] == "G" and first[1:].isdigit()
    )
    assert goals == [(card.id, card.name) for card in GOALS]


def test_formats_page_writes_out_the_policy_that_the_code_has(root: Path) -> None:
    page = (root / "docs" / "formats.md").read_text("utf-8")
    written = re.search(r"```toml\n(.*?)```", page, re.DOTALL)
    assert written is not None
    policy = tomllib.loads(written[1])["policy"]
    assert set(policy) == set(Policy.model_fields)
