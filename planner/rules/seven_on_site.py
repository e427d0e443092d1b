"""R5 seven-on-site: never more than seven on site on one day.

In a week with w working days people can be spread over the days exactly when the days they
owe are at most 7w in all, nobody owing more than w; in week two those who must be there on the
last day (everybody who owes every day, one from each other inspectorate for the final feedback)
must not be more than seven either. So sizes decide whether a team fits.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from models.inspectorate import ON_SITE, Inspectorate
from planner.decisions.expression import Expression

if TYPE_CHECKING:
    from planner.model import RotaModel

#: Terms of a weekly load: weight, number of people, and the largest that number can be.
Load = list[tuple[int, Expression, int]]


def post(model: "RotaModel") -> None:
    """Sizes fit both weeks of the slot, whatever bank holidays fall in them (§35)."""
    for code in model.scope.free:
        for phase in (1, 2):
            weeks_with: dict[int, list[int]] = defaultdict(list)
            for week in model.slots.starts(code):
                weeks_with[model.known.working_days(week + phase - 1)].append(week)
            for days, weeks in weeks_with.items():
                for load, most in _loads(model, code, phase, days):
                    _limit(model, load, most, model.slots.within(code, weeks))


def _loads(model: "RotaModel", code: str, phase: int, days: int) -> Iterator[tuple[Load, int]]:
    """What a week must hold and the most it may: days owed, and people on its last day."""
    most = model.programme.policy.on_site.most
    bodies = [body for body in ON_SITE if phase in model.programme.policy.phase(body)]
    owed = {body: model.known.days_owed(code, body, days) for body in bodies}
    spare = days - owed[Inspectorate.OFSTED] if Inspectorate.OFSTED in bodies else 0
    lead = [(spare, model.leads(code), 1)] if spare else []
    yield [(owed[body], *model.number(code, body)) for body in bodies] + lead, most * days
    if phase == 2:
        full = [(1, *model.number(code, body)) for body in bodies if owed[body] == days]
        seldom = [
            model.number(code, body)
            for body in bodies
            if owed[body] < days and body is not Inspectorate.OFSTED
        ]
        lead = [(1, model.leads(code), 1)] if spare else []
        if sum(largest for _, _, largest in full + lead) + len(seldom) > most:
            yield full + [(1, _present(model, *each), 1) for each in seldom] + lead, most


def _present(model: "RotaModel", number: Expression, largest: int) -> Expression:
    """1 where the number is not 0; nothing keeps it from being 1 elsewhere, where it only costs."""
    present = model.cp.new_bool_var("present")
    model.cp.add(number <= largest * present)
    return present


def _limit(
    model: "RotaModel",
    load: Load,
    most: int,
    literal: cp_model.IntVar,
) -> None:
    if sum(weight * largest for weight, _, largest in load) > most:
        total = sum(weight * number for weight, number, _ in load)
        posted = model.cp.add(total <= most)
        if literal is not model.slots.true:
            posted.only_enforce_if(literal)
