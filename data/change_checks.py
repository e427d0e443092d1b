"""What one change, the programme and the baseline show to be wrong with it."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from types import MappingProxyType

from data.asked import Asked
from data.form import Fault
from data.problems import ProblemList
from data.rows import Numbered
from models.changes import Change, ChangeKind
from models.deployment import Role
from models.folding import BEYOND_THE_END, last_day, records_of, removes, without_reason
from models.inspection import Inspection
from models.inspector import Absence
from models.inspectorate import Inspectorate
from models.word import Word

_TO_SECOND_FRIDAY = timedelta(days=11)


def note_faults(asked: Asked, problems: ProblemList) -> None:
    """Note what is wrong with each change by itself, and what is odd about it."""
    for row, change in asked.rows:
        faults = [*_outside(asked, change), *_OF_KIND.get(change.kind, _none)(asked, change)]
        for column, said in faults:
            asked.add(problems, row, change, column, said)
        for column, said in () if faults else _oddities(asked, row, change):
            asked.warn(problems, row, change, column, said)


def _none(asked: Asked, change: Change) -> Iterator[Fault]:
    return iter(())


def _outside(asked: Asked, change: Change) -> Iterator[Fault]:
    """A change that lies before the programme, or after its end.

    Leads write reports after the end, so that somebody's absence then still counts.
    """
    first, last = asked.programme.start, last_day(asked.programme)
    if change.kind in (ChangeKind.PIN, ChangeKind.UNPIN) or change.start is None:
        return
    is_span = change.kind in (ChangeKind.ABSENCE, ChangeKind.BLACKOUT)
    latest = last + BEYOND_THE_END if change.kind in _AWAY else last
    until = change.end if is_span and change.end else change.start
    if until < first:
        column = "end" if is_span else "start"
        yield column, f"before the programme, which begins on {first}"
    if change.start > latest:
        yield "start", f"after the programme, which ends on {last}"


_AWAY = (ChangeKind.ABSENCE, ChangeKind.LEAVER)


def _gone(asked: Asked, change: Change) -> Iterator[Fault]:
    """An absence of somebody who is absent to beyond the programme's end from then on."""
    own = {without_reason(record) for _, record in _records(asked, change)}
    for absence in asked.programme.absences:
        stays_away = absence.inspector_id == change.inspector_id and _has_left(asked, absence)
        # The very row is no contradiction: last week's changes may be given again.
        if stays_away and without_reason(absence) not in own and _days(change)[0] >= absence.start:
            said = f"absent already from {absence.start} to beyond the programme's end"
            yield "inspector_id", f"{said}: somebody who has left"
            return


def _has_left(asked: Asked, absence: Absence) -> bool:
    return absence.end >= last_day(asked.programme)


def _joins(asked: Asked, change: Change) -> Iterator[Fault]:
    yield from _gone(asked, change)
    for deployment in asked.baseline.deployments_of.get(change.inspector_id, ()):
        inspection = asked.baseline.inspection_of.get(deployment.la_code)
        if inspection and inspection.start < min(asked.today, _days(change)[0]):
            where = f"at {inspection.la_code} from {inspection.start}"
            yield "start", f"on a team before that day already: {where}"
            return


def _held(asked: Asked, change: Change) -> Iterator[Fault]:
    """A slot that has begun, which nothing can move any more."""
    inspection = asked.baseline.inspection_of.get(change.la_code)
    if inspection and inspection.start < asked.today:
        yield "la_code", f"{_say_begun(asked, inspection)}; its slot never changes"


def _compromised(asked: Asked, change: Change) -> Iterator[Fault]:
    yield from _held(asked, change)
    if change.la_code not in asked.baseline.inspection_of:
        yield "la_code", "the baseline has no start for it that could be compromised"


def _pins(asked: Asked, change: Change) -> Iterator[Fault]:
    inspection = asked.baseline.inspection_of.get(change.la_code)
    if inspection and inspection.start < asked.today:
        begun = _say_begun(asked, inspection)
        if change.start not in (None, inspection.start):
            yield "start", f"{begun}; its slot never changes"
        if change.inspector_id and not _is_deployed(asked, change):
            yield "inspector_id", f"{begun}; its team only changes by a substitute"
    elif change.start is not None and change.start < asked.today:
        yield "start", f"before today, {asked.today}: nothing starts in the past"
    elif change.inspector_id:
        yield from _pins_nobody(asked, change)


def _pins_nobody(asked: Asked, change: Change) -> Iterator[Fault]:
    """A pin of somebody who cannot come there, whatever the rota."""
    inspector = asked.programme.inspector_of[change.inspector_id]
    body, la_code = inspector.inspectorate, change.la_code
    if body is Inspectorate.HMCPSI:
        if la_code not in {each.la_code for each in asked.folded.cps_concerns}:
            yield "inspector_id", f"HMCPSI has no concern to follow up at {la_code}"
    elif body not in asked.programme.bodies_at(la_code):
        yield "inspector_id", f"{body.title} does not come to {la_code}"
    elif change.role is Role.LEAD and not inspector.may_lead:
        yield "role", f"{change.inspector_id} may not lead (Ofsted, can_lead, established)"
    elif change.role is Role.SUBSTITUTE:
        yield "role", "lead or member is wanted; a substitute comes only where somebody is lost"


def _is_deployed(asked: Asked, change: Change) -> bool:
    team = asked.baseline.team_of.get(change.la_code, ())
    activities = asked.baseline.cps_activities or ()
    deployed = any(
        each.inspector_id == change.inspector_id and change.role in (None, each.role)
        for each in team
    )
    follows_up = any(
        (each.la_code, each.inspector_id) == (change.la_code, change.inspector_id)
        for each in activities
    )
    body = asked.programme.inspector_of[change.inspector_id].inspectorate
    return deployed or follows_up or body is Inspectorate.HMCPSI


def _say_begun(asked: Asked, inspection: Inspection) -> str:
    end = inspection.start + _TO_SECOND_FRIDAY
    if end < asked.today:
        return f"held from {inspection.start} to {end}"
    return f"under way since {inspection.start}"


_OF_KIND: Mapping[ChangeKind, Callable[[Asked, Change], Iterator[Fault]]] = MappingProxyType(
    {
        ChangeKind.ABSENCE: _gone,
        ChangeKind.LEAVER: _gone,
        ChangeKind.JOINER: _joins,
        ChangeKind.DEFERRAL: _held,
        ChangeKind.PIN: _pins,
        ChangeKind.COMPROMISED: _compromised,
    }
)


def _oddities(asked: Asked, row: int, change: Change) -> Iterator[Fault]:
    """What does no harm: a row that says what is known, or what can change nothing ahead."""
    programme = asked.programme
    if change.kind is ChangeKind.UNPIN and not any(removes(change, pin) for pin in programme.pins):
        yield "la_code", "no pin of the programme matches; nothing is removed"
    records = _records(asked, change)
    there = {without_reason(each) for field, _ in records for each in getattr(programme, field)}
    if records and all(without_reason(record) in there for _, record in records):
        yield "kind", "this stands in the programme already"
    twin = next((number for number, each in _before(asked, row) if _bare(each) == _bare(change)), 0)
    if twin:
        yield "kind", f"this stands in row {twin} already"
    is_span = change.kind in (ChangeKind.ABSENCE, ChangeKind.BLACKOUT)
    if is_span and change.end is not None and change.end < asked.today:
        yield "end", f"before today, {asked.today}: nothing ahead changes"


def _records(asked: Asked, change: Change) -> tuple[tuple[str, Word], ...]:
    return records_of(asked.programme, change, asked.baseline, asked.today)


def _before(asked: Asked, row: int) -> list[Numbered[Change]]:
    return [(number, each) for number, each in asked.rows if number < row]


def _bare(change: Change) -> Change:
    return change.model_copy(update={"reason": ""})


def _days(change: Change) -> tuple[date, date]:
    """The first and the last day of a change that has a start."""
    assert change.start is not None, "its kind needs a start"
    return change.start, change.end or change.start
