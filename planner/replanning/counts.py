"""How many slots a rota moves and how many deployments it changes, posted in a model.

A slot is moved or not. In each inspectorate's part of a team the larger of the (inspector, role)
pairs lost and of those gained is changed; a moved slot with the same people changes none.
"""

from collections.abc import Iterable
from typing import NamedTuple

from planner.decisions.expression import Expression
from planner.decisions.names import Option
from planner.model import RotaModel
from planner.replanning.question import Part, Question


class Numbers(NamedTuple):
    """The numbers of tiers 0 to 2, in their order; smaller in this order is better."""

    frozen_slots: int
    frozen_deployments: int
    slots: int
    deployments: int


class Counts(NamedTuple):
    """The same numbers as a model's expressions, with what each cannot exceed."""

    numbers: tuple[Expression, Expression, Expression, Expression]
    most: Numbers


def post_counts(model: RotaModel, question: Question) -> Counts:
    """Post what is moved and changed; the places taken over on site are changed for certain."""
    moved = {code: _moved(model, question, code) for code in _movable(model, question)}
    changed = {
        part: _changed(model, question, part)
        for part in model.sizes.free
        if part[0] not in question.new
    }
    stood = len(question.taken)
    frozen = question.frozen
    numbers = (
        _sum(moved[code] for code in moved if code in frozen),
        _sum(changed[part][0] for part in changed if part[0] in frozen) + stood,
        _sum(moved.values()),
        _sum(each for each, _ in changed.values()) + stood,
    )
    most = Numbers(
        sum(code in frozen for code in moved),
        sum(most for part, (_, most) in changed.items() if part[0] in frozen) + stood,
        len(moved),
        sum(most for _, most in changed.values()) + stood,
    )
    return Counts(numbers, most)


def _movable(model: RotaModel, question: Question) -> list[str]:
    return [code for code in model.scope.free if code in question.slots]


def _moved(model: RotaModel, question: Question, code: str) -> Expression:
    stays = model.slots.starts(code).get(question.slots[code])
    return 1 if stays is None else 1 - stays


def _changed(model: RotaModel, question: Question, part: Part) -> tuple[Expression, int]:
    """How many deployments of a part are changed, and the most there can be."""
    before = question.pairs.get(part, frozenset())
    kept: list[Option] = []
    gained: list[Option] = []
    for option in model.names.team(*part):
        (kept if (option.inspector_id, option.leads) in before else gained).append(option)
    most = max(len(before), model.sizes.free[part].most)
    changed = model.cp.new_int_var(0, most, f"changed[{part[0]},{part[1].value}]")
    # Where the team is not decided, the same people may come.
    decided = model.names.decided(part[0]) if part[0] in model.scope.named else 1
    model.cp.add(changed + _sum(each.literal for each in kept) >= len(before) * decided)
    model.cp.add(changed >= _sum(each.literal for each in gained))
    return changed, most


def _sum(each: Iterable[Expression]) -> Expression:
    return sum(each, start=0)
