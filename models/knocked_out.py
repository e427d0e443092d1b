"""Which parts of a baseline a change knocks out: those that break a rule once it is folded in."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType
from typing import NamedTuple

from models.breach import Breach
from models.change_words import say_change
from models.changes import Change, ChangeKind
from models.checks import check_rota
from models.events import BlackoutScope
from models.folding import blackout_of
from models.programme import Programme
from models.rota import Rota
from models.rulebook import RULE_OF

_TO_SECOND_FRIDAY = timedelta(days=11)


class KnockedOut(NamedTuple):
    """A part that cannot stay: where, who (blank for a slot), and because of what, in words."""

    la_code: str
    inspector_id: str
    cause: str


def knocked_out(
    folded: Programme, changes: Sequence[Change], before: Rota, today: date
) -> tuple[KnockedOut, ...]:
    """Every part of ``before`` that breaks a rule of ``folded``, with each change behind it.

    What breaks a rule for no change's sake is a baseline's own fault, and said as the rule.
    History is left out.
    """
    breaches = (each for each in check_rota(folded, before, today) if not each.history)
    parts = (part for each in breaches for part in _parts(folded, changes, before, each))
    return tuple(dict.fromkeys(parts))


def _parts(
    folded: Programme, changes: Iterable[Change], before: Rota, breach: Breach
) -> Iterator[KnockedOut]:
    behind = [
        say_change(each) for each in changes if _TOUCHES[each.kind](folded, before, each, breach)
    ]
    rule = RULE_OF[breach.rule]
    for cause in behind or [f"breach of {rule.id} {rule.title}"]:
        for la_code in breach.la_codes:
            for inspector_id in breach.inspector_ids or ("",):
                yield KnockedOut(la_code, inspector_id, cause)


def _same_person(folded: Programme, before: Rota, change: Change, breach: Breach) -> bool:
    return change.inspector_id in breach.inspector_ids


def _same_place(folded: Programme, before: Rota, change: Change, breach: Breach) -> bool:
    return change.la_code in breach.la_codes and breach.rule in ("universal", "pinned")


def _same_force(folded: Programme, before: Rota, change: Change, breach: Breach) -> bool:
    return change.police_force_code in _forces(folded, breach) and breach.rule in (
        "force_first",
        "team_size",
    )


def _conflict(folded: Programme, before: Rota, change: Change, breach: Breach) -> bool:
    where = {*breach.la_codes, *_forces(folded, breach)}
    return _same_person(folded, before, change, breach) and not where.isdisjoint(
        {change.la_code, change.police_force_code} - {""}
    )


def _blackout(folded: Programme, before: Rota, change: Change, breach: Breach) -> bool:
    if breach.rule != "universal" or change.start is None or change.end is None:
        return False
    starts = [
        before.inspection_of[code].start for code in breach.la_codes if code in before.inspection_of
    ]
    runs = any(
        start <= change.end and change.start <= start + _TO_SECOND_FRIDAY for start in starts
    )
    scope, key = blackout_of(change)
    inside = {*breach.la_codes, *_forces(folded, breach), *_bodies(folded, breach)}
    return runs and (scope is BlackoutScope.NATIONAL or key in inside)


def _pin(folded: Programme, before: Rota, change: Change, breach: Breach) -> bool:
    if breach.rule != "pinned" or change.la_code not in breach.la_codes:
        return False
    return not breach.inspector_ids or change.inspector_id in breach.inspector_ids


def _nothing(folded: Programme, before: Rota, change: Change, breach: Breach) -> bool:
    return False


def _forces(folded: Programme, breach: Breach) -> set[str]:
    known = folded.authority_of
    return {known[code].police_force_code for code in breach.la_codes if code in known}


def _bodies(folded: Programme, breach: Breach) -> set[str]:
    known = folded.authority_of
    return {
        body.value for code in breach.la_codes if code in known for body in folded.bodies_at(code)
    }


#: Whether a change of a kind is behind a breach.
_TOUCHES: Mapping[ChangeKind, Callable[[Programme, Rota, Change, Breach], bool]] = MappingProxyType(
    {
        ChangeKind.ABSENCE: _same_person,
        ChangeKind.LEAVER: _same_person,
        ChangeKind.JOINER: _same_person,
        ChangeKind.DEFERRAL: _same_place,
        ChangeKind.BLACKOUT: _blackout,
        ChangeKind.FORCE_CHANGE: _same_force,
        ChangeKind.CONFLICT: _conflict,
        ChangeKind.CPS_CONCERN: _same_place,
        ChangeKind.PIN: _pin,
        ChangeKind.UNPIN: _nothing,
        ChangeKind.COMPROMISED: _same_place,
    }
)
