"""R6 force-first: a force's first inspection, and the first after a change, carry the review."""

from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from planner.decisions.reviews import Contest

if TYPE_CHECKING:
    from planner.model import RotaModel


def post(model: "RotaModel") -> None:
    """Exactly the first inspection from each week that counts carries a review (§31)."""
    for force in model.reviews.touched:
        first_in = [
            _first_weeks(model, force, number, contest)
            for number, contest in enumerate(model.reviews.contests[force])
        ]
        for code in model.reviews.members(force):
            if model.reviews.is_open(code):
                _carry(model, code, model.reviews.contests[force], first_in)


FirstIn = dict[int, cp_model.IntVar]


def _first_weeks(model: "RotaModel", force: str, number: int, contest: Contest) -> FirstIn:
    """The literals "the first start is in this week", one of which holds if anybody starts."""
    starts_in: dict[int, list[cp_model.IntVar]] = {}
    for code, weeks in contest.weeks.items():
        for week in weeks:
            starts_in.setdefault(week, []).append(model.slots.starts(code)[week])
    first_in: FirstIn = {}
    for week, starts in sorted(starts_in.items()):
        first_in[week] = model.cp.new_bool_var(f"first[{force},{number},{week}]")
        model.cp.add_bool_or(*starts, first_in[week].negated())
        for start in starts:
            model.cp.add_bool_or(*first_in.values(), start.negated())
    model.cp.add_at_most_one(first_in.values())
    return first_in


def _carry(
    model: "RotaModel", code: str, contests: tuple[Contest, ...], first_in: list[FirstIn]
) -> None:
    """The inspection carries a review exactly when its start is the first in some contest."""
    carries = model.reviews.carries(code)
    for week, start in model.slots.starts(code).items():
        rivals = _rivals(model, code, week)
        wins = [
            first[week]
            for contest, first in zip(contests, first_in, strict=True)
            if week in contest.weeks.get(code, ())
        ]
        model.cp.add_bool_or(*wins, carries.negated(), start.negated())
        for win in wins:
            model.cp.add_bool_or(*rivals, carries, win.negated(), start.negated())
        for rival in rivals:
            model.cp.add_bool_or(carries.negated(), start.negated(), rival.negated())
    if not model.slots.is_certain(code):
        model.cp.add_bool_or(*model.slots.starts(code).values(), carries.negated())


def _rivals(model: "RotaModel", code: str, week: int) -> list[cp_model.IntVar]:
    """Starts in the same week that would go first by code; R7, if posted, forbids the tie."""
    if model.keeps("force_spacing"):
        return []
    force = model.programme.authority_of[code].police_force_code
    earlier = (each for each in model.reviews.members(force) if each < code)
    starts = (model.slots.starts(each).get(week) for each in earlier)
    return [start for start in starts if start is not None]
