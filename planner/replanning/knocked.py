"""What the changes themselves knock out: slots that cannot stand, and the least changes of parts.

Whatever else is done, these slots move and these deployments change: a bound that holds for the
whole programme and costs no search.
"""

from collections.abc import Collection, Iterator, Mapping

import numpy as np

from models.deployment import Role
from models.inspection import Review
from models.inspectorate import Inspectorate
from models.reviews import reviews_of
from planner.decisions.known import known_of
from planner.facts import Facts
from planner.replanning.counts import Numbers
from planner.replanning.question import EVERY_BODY, Part, Question


def weeks_ahead(question: Question, facts: Facts, la_code: str) -> tuple[int, ...]:
    """The weeks in which an authority may start from today on (R1, R16, §33)."""
    monday = question.programme.calendar.monday
    weeks = np.flatnonzero(facts.opens[facts.index_of_code[la_code]])
    return tuple(int(week) for week in weeks if monday(int(week)) >= question.today)


def slots_that_cannot_stand(question: Question, facts: Facts) -> frozenset[str]:
    """The authorities whose slot is shut to them now, or to somebody who is pinned to them.

    Or it is too near a slot of their force that is pinned. Those begun stay whatever is said.
    """
    return frozenset(
        code
        for code, week in question.slots.items()
        if code not in question.begun
        and not (
            _can_stand(facts, facts.index_of_code[code], week)
            and not _is_near_a_pin(question, code)
            and all(_is_manned(question, (code, body)) for body in EVERY_BODY)
        )
    )


def _is_near_a_pin(question: Question, la_code: str) -> bool:
    """Whether a pinned slot of the same force lies closer than R7's gap."""
    programme, week_of = question.programme, question.programme.calendar.week_of
    force = programme.authority_of[la_code].police_force_code
    gap, week = programme.gap_of[force], question.slots[la_code]
    return any(
        abs(week_of(pin.start) - week) < gap
        for pin in programme.pins
        if pin.start is not None
        and pin.la_code not in {la_code, *question.begun}
        and pin.la_code in programme.authorities_in[force]
    )


def _is_manned(question: Question, part: Part) -> bool:
    """Whether enough people of an inspectorate could be there in the slot's very weeks (R4, R13).

    Those count who are not away then, have no conflict of interest and are not kept by an
    inspection that has begun, wherever else they are.
    """
    programme, (code, body) = question.programme, part
    least = programme.size_range(code, body, review=False).least
    if not least:
        return True
    found, led = 0, body is not Inspectorate.OFSTED
    for each in programme.inspectors_from[body]:
        who = each.inspector_id
        leads = not led and _may_be_there(question, part, who, leads=True)
        found += leads or _may_be_there(question, part, who, leads=False)
        led = led or leads
        if led and found >= least:
            return True
    return False


def _can_stand(facts: Facts, authority: int, week: int) -> bool:
    """Whether the week is open and nobody who is pinned there is absent in it."""
    if not facts.opens[authority, week]:
        return False
    people = facts.pinned_people.get(authority, {})
    return not any(
        (facts.absent_as_lead if role is Role.LEAD else facts.absent)[who, week]
        for who, role in people.items()
    )


def least_changes(question: Question, moving: Collection[str]) -> Mapping[Part, int]:
    """The least number of changes in each part whose slot stands; parts that can stay have none.

    ``moving`` are the authorities whose slot is not known: anything may come of their parts, and
    of the force-wide reviews beside them.
    """
    forces = {question.programme.authority_of[code].police_force_code for code in moving}
    reviews = reviews_of(question.programme, question.slots)
    found: dict[Part, int] = {}
    for code, bodies in question.ahead.items():
        if code in moving:
            continue
        unsure = question.programme.authority_of[code].police_force_code in forces
        for body in sorted(bodies):
            least = _least(question, (code, body), reviews, unsure=unsure)
            if least:
                found[code, body] = least
    return found


def least_numbers(
    question: Question, moving: Collection[str], least: Mapping[Part, int]
) -> Numbers:
    """The numbers that no rota goes below, counted from what is knocked out."""
    frozen, taken = question.frozen, len(question.taken)
    moved = [code for code in moving if code in question.slots]
    return Numbers(
        sum(code in frozen for code in moved),
        sum(number for (code, _), number in least.items() if code in frozen) + taken,
        len(moved),
        sum(least.values()) + taken,
    )


def _least(question: Question, part: Part, reviews: Mapping[str, Review], *, unsure: bool) -> int:
    """The larger of the deployments that must go and those that must come."""
    before = question.pairs.get(part, frozenset())
    kept = sum(_may_stay(question, part, *pair) for pair in before)
    fewest, most = _sizes(question, part, reviews, unsure=unsure)
    lost = len(before) - kept + max(0, kept - most)
    return max(lost, fewest - kept, _pinned_to_come(question, part))


def _sizes(
    question: Question, part: Part, reviews: Mapping[str, Review], *, unsure: bool
) -> tuple[int, int]:
    code, body = part
    answers = (False, True) if unsure else (code in reviews,)
    ranges = [question.programme.size_range(code, body, review=each) for each in answers]
    return min(each.least for each in ranges), max(each.most for each in ranges)


def _may_be_there(question: Question, part: Part, inspector_id: str, *, leads: bool) -> bool:
    """Whether one person could be deployed in a part at its slot, if nobody else stood anywhere."""
    if leads and part[1] is not Inspectorate.OFSTED:
        return False
    here = _may_stay(question, part, inspector_id, leads)
    return here and not _is_kept(question, part, inspector_id, leads=leads)


def _is_kept(question: Question, part: Part, inspector_id: str, *, leads: bool) -> bool:
    """Whether somebody is busy then for an inspection that has begun."""
    (code, body), known = part, known_of(question.programme)
    span, week = known.span(inspector_id, leads=leads), question.slots[code]
    return any(
        each in question.begun and body not in question.ahead.get(each, ())
        for each in question.busy_for(inspector_id, week + span.first, week + span.last)
    )


def _may_stay(question: Question, part: Part, inspector_id: str, leads: bool) -> bool:
    """Whether the rules on one person alone let a deployment of the baseline stand."""
    programme, (code, body) = question.programme, part
    inspector = programme.inspector_of.get(inspector_id)
    if inspector is None or not programme.policy.phase(body):
        return False
    if code in programme.conflicts_of[inspector_id] or (leads and not inspector.may_lead):
        return False
    away = known_of(programme).absent_starts(inspector_id, leads=leads, since=question.today)
    if away >> question.slots[code] & 1:
        return False
    span = known_of(programme).span(inspector_id, leads=leads)
    first, last = question.slots[code] + span.first, question.slots[code] + span.last
    return not any(
        each.inspector_id == inspector_id and each.first <= last and first <= each.last
        for each in question.called_away
        if each.la_code != code
    )


def _pinned_to_come(question: Question, part: Part) -> int:
    """How many of those pinned to a part are not there, or not in the role that is pinned."""
    before = question.pairs.get(part, frozenset())
    return sum(
        not any((inspector_id, leads) in before for leads in roles)
        for inspector_id, roles in _pinned(question, part)
    )


def _pinned(question: Question, part: Part) -> Iterator[tuple[str, tuple[bool, ...]]]:
    code, body = part
    for pin in question.programme.pins:
        inspector = question.programme.inspector_of.get(pin.inspector_id)
        if pin.la_code == code and inspector is not None and inspector.inspectorate is body:
            leads = (
                (pin.role is Role.LEAD,) if pin.role in (Role.LEAD, Role.MEMBER) else (False, True)
            )
            yield pin.inspector_id, leads


def hmic_beside(question: Question, moving: Collection[str]) -> Iterator[Part]:
    """The HMIC parts in the forces of moving slots, whose force-wide review may come or go."""
    forces = {question.programme.authority_of[code].police_force_code for code in moving}
    for code in question.ahead:
        if question.programme.authority_of[code].police_force_code in forces:
            yield code, Inspectorate.HMIC
