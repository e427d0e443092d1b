"""Every rule has card, check, post and test, every goal card, measure, post and test; no more."""

import importlib
from collections.abc import Iterable
from pathlib import Path

import pytest

import models.checks
import models.measures
import planner.goals
import planner.rules
from models.checks import CHECKS
from models.measures import MEASURES
from models.policy import GoalWeights
from models.rulebook import GOAL_OF, GOALS, RULE_OF, RULES, RuleCard

TESTS = Path(__file__).parents[1]
# What posts are made of, beside the posts themselves.
NOT_POSTS = {"__init__", "rule", "goal"}


def _modules(folders: Iterable[str]) -> set[str]:
    return {path.stem for folder in folders for path in Path(folder).glob("*.py")} - {"__init__"}


def _tests(room: str) -> set[str]:
    return {path.stem.removeprefix("test_") for path in (TESTS / room).glob("test_*.py")}


def test_there_are_sixteen_rules_and_six_goals_in_order() -> None:
    assert [card.id for card in RULES] == [f"R{number}" for number in range(1, 17)]
    assert [card.id for card in GOALS] == [f"G{number}" for number in range(1, 7)]
    assert len(RULE_OF) == 16
    assert len(GOAL_OF) == 6


@pytest.mark.parametrize("name", RULE_OF)
def test_every_rule_has_check_post_and_test(name: str) -> None:
    assert CHECKS[name] is importlib.import_module(f"models.checks.{name}").check
    assert callable(importlib.import_module(f"planner.rules.{name}").post)
    assert name in _tests("rules")


@pytest.mark.parametrize("name", GOAL_OF)
def test_every_goal_has_measure_post_and_test(name: str) -> None:
    assert MEASURES[name] is importlib.import_module(f"models.measures.{name}").measure
    assert callable(importlib.import_module(f"planner.goals.{name}").post)
    assert name in _tests("goals")


def test_no_check_or_post_stands_without_a_card() -> None:
    assert list(CHECKS) == list(RULE_OF)
    assert _modules(models.checks.__path__) == set(RULE_OF)
    assert _modules(planner.rules.__path__) - NOT_POSTS == set(RULE_OF)


def test_no_measure_or_post_stands_without_a_card() -> None:
    assert list(MEASURES) == list(GOAL_OF) == list(GoalWeights.model_fields)
    assert _modules(models.measures.__path__) == set(GOAL_OF)
    assert _modules(planner.goals.__path__) - NOT_POSTS == set(GOAL_OF)


@pytest.mark.parametrize("card", RULES, ids=lambda card: card.name)
def test_every_check_opens_with_its_rule_and_can_say_a_breach(card: RuleCard) -> None:
    module = importlib.import_module(f"models.checks.{card.name}")
    assert (module.__doc__ or "").startswith(f"{card.id}: ")
    assert card.breaches
