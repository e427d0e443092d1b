"""The new rota written out from a draft and the baseline: what need not change is as it was."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from models.attendance import Attendance
from models.deployment import Deployment, Role
from models.inspection import Inspection, ReviewState
from models.inspectorate import Inspectorate
from models.reviews import force_reviews, reviews_of
from models.rota import Rota
from planner.assemble import deployment_of, inspection_of
from planner.attendance import Attendee, in_order, rows_of_days, solve_days
from planner.concerns import place_concerns
from planner.draft import Draft
from planner.replanning.losses import days_on_site, losses, struck_days
from planner.replanning.question import EVERY_BODY, Pair, Question, stand_ins

DaysOf = dict[str, list[date]]


def written(question: Question, draft: Draft) -> Rota:
    """The whole rota of a draft, with those who stand in for somebody, every field filled.

    Where slot and team stay the attendance stays, and an HMCPSI activity stays where it can.
    Raises ``AttendanceImpossible`` where a new team does not fit under R5: never, if the model
    found the draft.
    """
    programme = question.programme
    kept = question.baseline.cps_activities or ()
    rota = Rota(
        inspections=tuple(_inspections(question, draft)),
        deployments=tuple(_deployments(question, draft)),
        attendance=in_order(_attendance(question, draft)),
        cps_activities=place_concerns(programme, draft.slots, kept, question.today).activities,
    )
    return rota.model_copy(update={"force_reviews": force_reviews(programme, rota, question.today)})


def _inspections(question: Question, draft: Draft) -> Iterator[Inspection]:
    reviews = reviews_of(question.programme, draft.slots)
    took_over = {each.la_code: each.inspector_id for each in _leads_that_took_over(question)}
    for code in sorted(draft.slots):
        inspection = inspection_of(question.programme, draft, reviews, code)
        lead = took_over.get(code, inspection.lead)
        yield inspection.model_copy(update={"lead": lead})


def _leads_that_took_over(question: Question) -> Iterator[Deployment]:
    return (each for each in _stand_ins(question) if each.role is Role.LEAD)


def _stand_ins(question: Question) -> Iterator[Deployment]:
    """Those of the baseline as they are there, and those who come now."""
    known = question.programme.inspector_of
    for each in stand_ins(question.baseline):
        if each.la_code in question.slots and each.inspector_id in known:
            yield each
    for taken in question.taken:
        if taken.lost_stays:
            yield _stand_in(question, taken.la_code, taken.inspector_id, leads=taken.leads)


def _stand_in(question: Question, la_code: str, inspector_id: str, *, leads: bool) -> Deployment:
    """A deployment from the Monday of the first week on, as problem.md has it."""
    slots = {la_code: question.slots[la_code]}
    team = {la_code: frozenset([inspector_id])}
    draft = Draft(slots=slots, teams=team, leads={la_code: inspector_id} if leads else {})
    row = deployment_of(question.programme, draft, la_code, inspector_id)
    (stood,) = (
        each
        for each in question.stood
        if (each.la_code, each.inspector_id) == (la_code, inspector_id)
    )
    monday = question.programme.calendar.monday(stood.first)
    role = Role.LEAD if leads else Role.SUBSTITUTE
    return row.model_copy(update={"role": role, "busy_from": monday})


def _deployments(question: Question, draft: Draft) -> Iterator[Deployment]:
    rows = [
        deployment_of(question.programme, draft, code, inspector_id)
        for code in draft.slots
        for inspector_id in draft.teams[code]
    ]
    rows += _stand_ins(question)
    return iter(sorted(rows, key=lambda each: (each.la_code, each.inspector_id)))


def _attendance(question: Question, draft: Draft) -> Iterator[Attendance]:
    for code, week in draft.slots.items():
        yield from _attendance_at(question, draft, code, week)


def _attendance_at(
    question: Question, draft: Draft, la_code: str, week: int
) -> Iterable[Attendance]:
    programme, crew = question.programme, _crew(question, draft, la_code)
    before = question.baseline.attendance_at.get(la_code, ())
    if not before or question.slots.get(la_code) != week:
        days_of = solve_days(programme, la_code, week, _without_stand_ins(question, draft, la_code))
        return rows_of_days(programme, la_code, week, crew, days_of)
    days_of = _days_that_stay(question, draft, la_code, crew)
    if days_of == _days_of(question, la_code):
        return before
    return rows_of_days(programme, la_code, week, crew, days_of)


def _days_of(question: Question, la_code: str) -> DaysOf:
    people = {each.inspector_id for each in question.baseline.attendance_at.get(la_code, ())}
    return {each: days_on_site(question, la_code, each) for each in people}


def _days_that_stay(
    question: Question, draft: Draft, la_code: str, crew: Sequence[Attendee]
) -> DaysOf:
    """The baseline's days, handed on one by one; solved anew where the sizes are not the same."""
    days_of = _handed_over(question, la_code)
    handed = _handed_on(question, draft, la_code, days_of)
    if handed is not None:
        return handed
    team = _without_stand_ins(question, draft, la_code)
    solved = solve_days(question.programme, la_code, draft.slots[la_code], team)
    if la_code not in question.begun:
        return solved
    # Week one has begun: its days stay, and week two is shared out anew.
    second = question.programme.calendar.monday(draft.slots[la_code] + 1)
    solved = _struck(question, la_code, solved)
    return {
        each.inspector_id: [day for day in days_of.get(each.inspector_id, ()) if day < second]
        + [day for day in solved.get(each.inspector_id, ()) if day >= second]
        for each in crew
    }


def _handed_over(question: Question, la_code: str) -> DaysOf:
    """The baseline's days on site with those of the lost struck, given to who takes over."""
    return _struck(question, la_code, _days_of(question, la_code))


def _struck(question: Question, la_code: str, days_of: DaysOf) -> DaysOf:
    """Days on site less those on which somebody is lost; whoever takes over has them instead."""
    for loss in losses(question) if la_code in question.under_way else ():
        if loss.la_code == la_code and loss.inspector_id in days_of:
            days = days_of[loss.inspector_id]
            gone = struck_days(question, loss.inspector_id, days)
            days_of[loss.inspector_id] = [day for day in days if day not in gone]
            for taken in question.taken:
                if (taken.la_code, taken.lost) == (la_code, loss.inspector_id):
                    days_of[taken.inspector_id] = [day for day in gone if day >= taken.since]
    return {who: days for who, days in days_of.items() if days}


def _handed_on(question: Question, draft: Draft, la_code: str, days_of: DaysOf) -> DaysOf | None:
    """Each newcomer with the days of one who leaves, role for role; None if the numbers differ."""
    found, moved = dict(days_of), DaysOf()
    for body in EVERY_BODY:
        before, after = _pairs(question, draft, la_code, body)
        for leads in (False, True):
            lost = sorted(who for who, each in before - after if each is leads)
            gained = sorted(who for who, each in after - before if each is leads)
            if len(lost) != len(gained):
                return None
            for who in lost:
                found.pop(who, None)
            for who, gone in zip(gained, lost, strict=True):
                moved[who] = days_of.get(gone, [])
    return found | moved


def _pairs(
    question: Question, draft: Draft, la_code: str, body: Inspectorate
) -> tuple[frozenset[Pair], frozenset[Pair]]:
    """The (inspector, leads) pairs of one part before and after."""
    known, lead = question.programme.inspector_of, draft.leads.get(la_code)
    taken = {
        each.lost: each.inspector_id
        for each in question.taken
        if each.la_code == la_code and not each.lost_stays
    }
    pairs = question.pairs.get((la_code, body), frozenset())
    before = frozenset((taken.get(who, who), leads) for who, leads in pairs)
    after = frozenset(
        (each, each == lead) for each in draft.teams[la_code] if known[each].inspectorate is body
    )
    return before, after


def _without_stand_ins(question: Question, draft: Draft, la_code: str) -> list[Attendee]:
    known, lead = question.programme.inspector_of, draft.leads.get(la_code)
    team = sorted(draft.teams[la_code])
    return [Attendee(each, known[each].inspectorate, each == lead) for each in team]


def _crew(question: Question, draft: Draft, la_code: str) -> list[Attendee]:
    """Everybody on site, those who stand in for somebody among them."""
    known = question.programme.inspector_of
    others = [
        Attendee(each.inspector_id, known[each.inspector_id].inspectorate, each.role is Role.LEAD)
        for each in _stand_ins(question)
        if each.la_code == la_code
    ]
    return _without_stand_ins(question, draft, la_code) + others


def same_but_for_the_day(one: Rota, other: Rota) -> bool:
    """Whether two rotas differ at most in which force-wide reviews are held by now."""
    return _as_planned(one) == _as_planned(other)


def _as_planned(rota: Rota) -> Rota:
    reviews = rota.force_reviews and tuple(
        each.model_copy(update={"state": ReviewState.PLANNED})
        if each.state is ReviewState.HELD
        else each
        for each in rota.force_reviews
    )
    return rota.model_copy(update={"force_reviews": reviews})
