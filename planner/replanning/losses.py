"""Who is lost while an inspection is under way, and who could take over (Re-plan, Under way)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from models.deployment import Role
from models.inspectorate import Inspectorate
from planner.decisions.known import known_of
from planner.replanning.question import Question, TakeOver, stand_ins
from planner.rules.established import allowed


@dataclass(frozen=True)
class Loss:
    """Somebody deployed at an inspection under way who is away on days of it.

    ``struck`` are the days on site that fall out, rising, ``days`` those of them that another may
    take over. ``been_there`` says whether the lost one was on site before these days.
    """

    la_code: str
    inspector_id: str
    body: Inspectorate
    leads: bool
    been_there: bool
    struck: tuple[date, ...]
    days: tuple[date, ...]

    def taken_by(self, inspector_id: str) -> TakeOver:
        """The loss made good by another inspector from the first of its days on."""
        return TakeOver(
            self.la_code,
            self.inspector_id,
            inspector_id,
            since=self.days[0],
            leads=self.leads,
            lost_stays=self.been_there,
        )


def losses(question: Question) -> tuple[Loss, ...]:
    """Everybody who is lost while on site, or just before, where the part is not ahead any more."""
    return tuple(_losses(question))


def _losses(question: Question) -> Iterator[Loss]:
    standing = {(each.la_code, each.inspector_id) for each in stand_ins(question.baseline)}
    team_of, under_way = question.baseline.team_of, question.under_way
    for each in (each for code in under_way for each in team_of.get(code, ())):
        body = question.body_of(each)
        code, who = each.la_code, each.inspector_id
        if body is None or body in question.bodies_ahead(code):
            continue
        on_site = days_on_site(question, code, who)
        struck = struck_days(question, who, on_site)
        if not struck:
            continue
        # Today may be the own first day, the absence begin tomorrow.
        been_there = on_site[0] < struck[0]
        # Who has been there is replaced from tomorrow on at the earliest: today has begun.
        first = question.today + timedelta(days=1) if been_there else question.today
        leads = each.role is Role.LEAD
        days = tuple(day for day in struck if day >= first)
        stays = been_there or (code, who) in standing
        yield Loss(code, who, body, leads, stays, struck, days)


def struck_days(question: Question, inspector_id: str, days: Iterable[date]) -> tuple[date, ...]:
    """The days from today on that fall out, since the inspector is away on them."""
    return tuple(
        day for day in days if day >= question.today and question.is_away(inspector_id, day)
    )


def days_on_site(question: Question, la_code: str, inspector_id: str) -> list[date]:
    """The baseline's days on site of one inspector at one authority, rising."""
    rows = question.baseline.attendance_at.get(la_code, ())
    return sorted(row.date for row in rows if row.inspector_id == inspector_id)


def who_could(question: Question, loss: Loss) -> tuple[list[str], list[str]]:
    """Those who could take over: free as it is, and only if moved from elsewhere; nearest first.

    R10 to R14 bind from the first day on; who stands elsewhere in these weeks cannot come.
    """
    programme = question.programme
    free, elsewhere = [], []
    people = sorted(
        programme.inspectors_from[loss.body],
        key=lambda each: (programme.km(each.inspector_id, loss.la_code), each.inspector_id),
    )
    for each in people:
        if not _may(question, loss, each.inspector_id):
            continue
        hits = _busy_elsewhere(question, loss, each.inspector_id)
        if not hits:
            free.append(each.inspector_id)
        elif all(loss.body in question.bodies_ahead(code) for code in hits):
            elsewhere.append(each.inspector_id)
    return free, elsewhere


def _may(question: Question, loss: Loss, inspector_id: str) -> bool:
    programme, team = question.programme, question.baseline.team_of[loss.la_code]
    inspector = programme.inspector_of[inspector_id]
    if any(each.inspector_id == inspector_id for each in team):
        return False
    if loss.la_code in programme.conflicts_of[inspector_id]:
        return False
    if loss.leads and not inspector.may_lead:
        return False
    return (
        not _is_away(question, loss, inspector_id)
        and _has_room(question, loss, inspector_id)
        and _suits_the_share(question, loss, inspector_id)
    )


def _worked(question: Question, loss: Loss) -> Iterator[int]:
    """The weeks of fieldwork, and for a lead of report writing."""
    policy, week = question.programme.policy, question.slots[loss.la_code]
    yield from (week + phase - 1 for phase in policy.phase(loss.body))
    if loss.leads:
        yield from (week + 2 + each for each in range(policy.busy.lead_report_weeks))


def _is_away(question: Question, loss: Loss, inspector_id: str) -> bool:
    calendar = question.programme.calendar
    days = [
        day
        for week in _worked(question, loss)
        for day in calendar.working_days(week)
        if day >= loss.days[0]
    ]
    return any(question.is_away(inspector_id, day) for day in days)


def _has_room(question: Question, loss: Loss, inspector_id: str) -> bool:
    """Whether the year's ceiling lets one more deployment be, of those that stand (R15)."""
    year_of, slots = question.programme.calendar.year_of, question.slots
    year = year_of(slots[loss.la_code])
    begun = sum(
        each.la_code in question.begun and year_of(slots[each.la_code]) == year
        for each in question.baseline.deployments_of.get(inspector_id, ())
    )
    return begun < question.programme.ceiling(inspector_id)


def _suits_the_share(question: Question, loss: Loss, inspector_id: str) -> bool:
    """Whether the part with this one in the place of the lost keeps R14."""
    programme, body_of = question.programme, known_of(question.programme).body_of
    before = {who for who, _ in question.pairs.get((loss.la_code, loss.body), ())}
    before |= {each.inspector_id for each in question.stood if each.la_code == loss.la_code}
    there = {
        who
        for who in before
        if body_of.get(who) is loss.body and not question.is_away(who, loss.days[0])
    }
    after = there - {loss.inspector_id} | {inspector_id}
    seconded = sum(programme.inspector_of[each].is_seconded for each in after)
    return seconded <= allowed(len(after), programme.policy.seconded.percent)


def _busy_elsewhere(question: Question, loss: Loss, inspector_id: str) -> Sequence[str]:
    """The other authorities for which somebody is busy while taking over here (R11)."""
    since = question.programme.calendar.week_of(loss.days[0])
    here = question.stood_in(inspector_id, loss.la_code, since, lead=loss.leads)
    return list(question.busy_for(inspector_id, here.first, here.last))
