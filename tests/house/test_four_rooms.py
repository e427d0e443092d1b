"""One rule, four rooms, one name: every card has its check, its post and its test."""

from pathlib import Path

import planner.goals
import planner.rules
from models.checks import CHECKS
from models.measures import MEASURES
from models.rulebook import GOALS, RULES

RULE_NAMES = [card.name for card in RULES]
GOAL_NAMES = [card.name for card in GOALS]


def test_there_are_sixteen_rules_and_six_goals() -> None:
    assert [card.id for card in RULES] == [f"R{number}" for number in range(1, 17)]
    assert [card.id for card in GOALS] == [f"G{number}" for number in range(1, 7)]


def test_registries_hold_every_rule_and_goal_in_the_order_of_the_rulebook() -> None:
    assert list(CHECKS) == [rule.name for rule in planner.rules.RULES] == RULE_NAMES
    assert list(MEASURES) == [goal.name for goal in planner.goals.GOALS] == GOAL_NAMES


def test_every_rule_has_a_check_a_post_and_a_test_of_its_name(root: Path) -> None:
    assert _missing(root, RULE_NAMES, "models/checks", "planner/rules", "tests/rules") == []


def test_every_goal_has_a_measure_a_post_and_a_test_of_its_name(root: Path) -> None:
    assert _missing(root, GOAL_NAMES, "models/measures", "planner/goals", "tests/goals") == []


def _missing(root: Path, names: list[str], first: str, second: str, tests: str) -> list[str]:
    files = [
        file
        for name in names
        for file in (f"{first}/{name}.py", f"{second}/{name}.py", f"{tests}/test_{name}.py")
    ]
    return [file for file in files if not (root / file).is_file()]
