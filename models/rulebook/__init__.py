"""The rulebook: a card for every rule and goal of problem.md, words only."""

from collections.abc import Mapping

from models.rulebook import goals, people, slots, teams
from models.rulebook.card import GoalCard, RuleCard

RULES: tuple[RuleCard, ...] = (
    slots.UNIVERSAL,
    slots.TWO_WEEKS,
    teams.PHASES,
    teams.TEAM_SIZE,
    teams.SEVEN_ON_SITE,
    slots.FORCE_FIRST,
    slots.FORCE_SPACING,
    slots.CONCURRENCY,
    slots.YEAR_QUOTA,
    people.AVAILABLE,
    people.ONE_PLACE,
    people.NO_CONFLICT,
    teams.LEAD,
    teams.ESTABLISHED,
    people.CEILING,
    people.PINNED,
)

GOALS: tuple[GoalCard, ...] = (
    goals.PRIORITY,
    goals.TEAM,
    goals.SPACING,
    goals.TRAVEL,
    goals.FAIRNESS,
    goals.LEVEL,
)

#: Each rule's card by its name.
RULE_OF: Mapping[str, RuleCard] = {card.name: card for card in RULES}
#: Each goal's card by its name.
GOAL_OF: Mapping[str, GoalCard] = {card.name: card for card in GOALS}

__all__ = ["GOALS", "GOAL_OF", "RULES", "RULE_OF", "GoalCard", "RuleCard"]
