"""R14 established: the seconded are never more than half of one inspectorate's part of a team."""

from typing import TYPE_CHECKING

from planner.decisions.names import Option, total
from planner.decisions.sizes import Size

if TYPE_CHECKING:
    from planner.model import RotaModel


def allowed(size: int, percent: int) -> int:
    """How many seconded inspectors a part of ``size`` may have; a part of one may be seconded."""
    return 1 if size == 1 else max(0, percent * size // 100)


def post(model: "RotaModel") -> None:
    """In each part of each free team the seconded stay within the policy's share (§36)."""
    inspector_of = model.programme.inspector_of
    for (code, body), size in model.sizes.free.items():
        seconded = [
            option
            for option in model.names.team(code, body)
            if inspector_of[option.inspector_id].is_seconded
        ]
        if seconded:
            _limit(model, seconded, size)


def _limit(model: "RotaModel", seconded: list[Option], size: Size) -> None:
    percent = model.programme.policy.seconded.percent
    people = len({option.inspector_id for option in seconded})
    cases = ((0, size.review.negated()), (size.extra, size.review)) if size.extra else ((0, None),)
    for extra, literal in cases:
        numbers = range(size.least + extra, size.least + extra + len(size.steps) + 1)
        limits = [allowed(number, percent) for number in numbers]
        if min(limits) < people:
            steps = zip(size.steps, limits, limits[1:], strict=False)
            limit = limits[0] + sum((higher - lower) * step for step, lower, higher in steps)
            posted = model.cp.add(total(seconded) <= limit)
            if literal is not None:
                posted.only_enforce_if(literal)
