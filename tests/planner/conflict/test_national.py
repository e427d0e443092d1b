"""Explanations at national size: one of a force, one of a person, one of places, one of people."""

import pytest

from data import read_programme, reference_programme
from models.explanation import ExplanationStatus
from models.programme import Programme
from planner.conflict import ExplainOptions, explain
from tests.planner.conflict.impossibles import KINDS


@pytest.fixture(scope="module")
def england() -> Programme:
    """The programme that is bundled, which has a rota."""
    return read_programme(reference_programme("england_2013"))


@pytest.mark.parametrize(
    ("kind", "rules", "sentence"),
    [
        (
            "pins_too_close",
            ["force_spacing", "pinned", "pinned"],
            "Greater Manchester (E23000005): 2 inspections must start from 25 November 2013 to "
            "2 December 2013, where there is room for 1 at a gap of 4 weeks.",
        ),
        (
            "conflicts_with_everybody",
            ["universal", "team_size", "no_conflict"],
            "Halton (E06000006) needs 1 from CQC, which has 9, all of them with a conflict of "
            "interest.",
        ),
        (
            "one_running",
            ["universal", "concurrency"],
            "152 inspections must start from 3 June 2013 to 16 May 2016, and the 155 open start "
            "weeks there have room for 78.",
        ),
        (
            "too_few_cqc",
            ["universal", "team_size"],
            "Birmingham (E08000025) needs 2 from CQC, which has 1.",
        ),
    ],
)
def test_an_impossible_programme_is_explained(
    england: Programme, kind: str, rules: list[str], sentence: str
) -> None:
    options = ExplainOptions(seconds=600, workers=1, seed="a test", ways=1)
    explanation = explain(KINDS[kind](england), options)
    assert explanation.status is ExplanationStatus.IMPOSSIBLE
    clash = explanation.clash
    assert clash is not None
    assert [each.rule for each in clash.members] == rules
    assert clash.sentence == sentence
    assert clash.confirmed
    assert explanation.ways_out
