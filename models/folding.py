"""Folds changes into a programme, so that next week's re-plan knows them (Re-plan, Folded in)."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import TypeVar

from models.changes import Change, ChangeKind
from models.events import Blackout, BlackoutScope, CpsConcern, ForceChange, Pin
from models.inspector import Absence, Conflict
from models.programme import Programme
from models.rota import Rota
from models.tables import in_file_order
from models.word import Word

Record = TypeVar("Record", bound=Word)

#: How long after the programme's end a leaver is absent for, so that no lead writes a report.
BEYOND_THE_END = timedelta(weeks=4)

_DAY = timedelta(days=1)
_TO_FRIDAY = timedelta(days=4)
#: The programme's fields that changes add rows to; pins can lose rows too.
_FIELDS = ("absences", "conflicts", "blackouts", "force_changes", "cps_concerns", "pins")


def last_day(programme: Programme) -> date:
    """The Sunday of the programme's last week."""
    return programme.calendar.monday(programme.weeks) - _DAY


def fold(programme: Programme, changes: Iterable[Change], baseline: Rota, today: date) -> Programme:
    """The programme with the changes folded in, its records in the order of the sorted files.

    A row that stands there already, whatever its reason, is not written twice; an unpin removes
    rows of the programme, never a pin among the same changes. The reasons go into the records and
    nowhere else. A compromised authority that the baseline has no start for adds nothing.
    """
    told = tuple(changes)
    fields = {name: getattr(programme, name) for name in Programme.model_fields}
    unpins = [each for each in told if each.kind is ChangeKind.UNPIN]
    fields["pins"] = tuple(
        pin for pin in programme.pins if not any(removes(each, pin) for each in unpins)
    )
    records = [record for each in told for record in records_of(programme, each, baseline, today)]
    for name in _FIELDS:
        added = [record for field, record in records if field == name]
        fields[name] = with_new(fields[name], added)
    return in_file_order(Programme(**fields))


def records_of(
    programme: Programme, change: Change, baseline: Rota, today: date
) -> tuple[tuple[str, Word], ...]:
    """The records that a change adds, each with the programme's field it goes into."""
    return tuple(_RECORDS[change.kind](programme, change, baseline, today))


def removes(unpin: Change, pin: Pin) -> bool:
    """Whether an unpin means a pin: what it gives must match, what it leaves blank may be any."""
    return unpin.la_code == pin.la_code and all(
        wanted in (None, "", has)
        for wanted, has in (
            (unpin.start, pin.start),
            (unpin.inspector_id, pin.inspector_id),
            (unpin.role, pin.role),
        )
    )


def with_new(there: Sequence[Record], added: Iterable[Record]) -> tuple[Record, ...]:
    """The records with those of ``added`` that are not there already, reasons aside."""
    known = set(map(without_reason, there))
    new: list[Record] = []
    for record in added:
        bare = without_reason(record)
        if bare not in known:
            known.add(bare)
            new.append(record)
    return (*there, *new)


def without_reason(record: Word) -> Word:
    """The record less its reason; when a force-wide change was recorded is no fact of it either."""
    if isinstance(record, ForceChange):
        return record.model_copy(update={"recorded_on": None})
    return (
        record.model_copy(update={"reason": ""})
        if "reason" in type(record).model_fields
        else record
    )


_Records = Iterator[tuple[str, Word]]


def _absence(programme: Programme, change: Change, baseline: Rota, today: date) -> _Records:
    yield "absences", _away(change, _needed(change.start), _needed(change.end), change.reason)


def _leaver(programme: Programme, change: Change, baseline: Rota, today: date) -> _Records:
    start = _needed(change.start)
    yield "absences", _away(change, start, max(start, last_day(programme) + BEYOND_THE_END))


def _joiner(programme: Programme, change: Change, baseline: Rota, today: date) -> _Records:
    start = _needed(change.start)
    if start > programme.start:
        yield "absences", _away(change, programme.start, start - _DAY)


def _deferral(programme: Programme, change: Change, baseline: Rota, today: date) -> _Records:
    start, end = _needed(change.start), change.end
    if start > programme.start:
        yield "blackouts", _closed_to(change, programme.start, start - _DAY, change.reason)
    if end is not None and end < last_day(programme):
        yield "blackouts", _closed_to(change, end + _DAY, last_day(programme), change.reason)


def _compromised(programme: Programme, change: Change, baseline: Rota, today: date) -> _Records:
    inspection = baseline.inspection_of.get(change.la_code)
    if inspection is not None:
        either_side = timedelta(weeks=programme.policy.compromised.weeks_either_side)
        first = inspection.start - either_side
        yield "blackouts", _closed_to(change, first, inspection.start + either_side + _TO_FRIDAY)


def _blackout(programme: Programme, change: Change, baseline: Rota, today: date) -> _Records:
    scope, key = blackout_of(change)
    yield (
        "blackouts",
        Blackout(
            scope=scope,
            key=key,
            start=_needed(change.start),
            end=_needed(change.end),
            reason=change.reason,
        ),
    )


def blackout_of(change: Change) -> tuple[BlackoutScope, str]:
    """To whom a blackout among the changes applies: its scope and key."""
    if change.la_code:
        return BlackoutScope.AUTHORITY, change.la_code
    if change.police_force_code:
        return BlackoutScope.FORCE, change.police_force_code
    if change.inspectorate is not None:
        return BlackoutScope.INSPECTORATE, change.inspectorate.value
    return BlackoutScope.NATIONAL, ""


def _force_change(programme: Programme, change: Change, baseline: Rota, today: date) -> _Records:
    yield (
        "force_changes",
        ForceChange(
            police_force_code=change.police_force_code,
            introduced_on=_needed(change.start),
            recorded_on=today,
            description=change.reason,
        ),
    )


def _conflict(programme: Programme, change: Change, baseline: Rota, today: date) -> _Records:
    yield (
        "conflicts",
        Conflict(
            inspector_id=change.inspector_id,
            la_code=change.la_code,
            police_force_code=change.police_force_code,
            reason=change.reason,
        ),
    )


def _cps_concern(programme: Programme, change: Change, baseline: Rota, today: date) -> _Records:
    yield (
        "cps_concerns",
        CpsConcern(
            la_code=change.la_code,
            recorded_on=_needed(change.start),
            description=change.reason,
        ),
    )


def _pin(programme: Programme, change: Change, baseline: Rota, today: date) -> _Records:
    yield (
        "pins",
        Pin(
            la_code=change.la_code,
            start=change.start,
            inspector_id=change.inspector_id,
            role=change.role,
        ),
    )


def _unpin(programme: Programme, change: Change, baseline: Rota, today: date) -> _Records:
    return iter(())


_RECORDS: Mapping[ChangeKind, Callable[[Programme, Change, Rota, date], _Records]] = {
    ChangeKind.ABSENCE: _absence,
    ChangeKind.LEAVER: _leaver,
    ChangeKind.JOINER: _joiner,
    ChangeKind.DEFERRAL: _deferral,
    ChangeKind.BLACKOUT: _blackout,
    ChangeKind.FORCE_CHANGE: _force_change,
    ChangeKind.CONFLICT: _conflict,
    ChangeKind.CPS_CONCERN: _cps_concern,
    ChangeKind.PIN: _pin,
    ChangeKind.UNPIN: _unpin,
    ChangeKind.COMPROMISED: _compromised,
}


def _away(change: Change, start: date, end: date, reason: str = "") -> Absence:
    return Absence(inspector_id=change.inspector_id, start=start, end=end, reason=reason)


def _closed_to(change: Change, start: date, end: date, reason: str = "") -> Blackout:
    return Blackout(
        scope=BlackoutScope.AUTHORITY, key=change.la_code, start=start, end=end, reason=reason
    )


def _needed(day: date | None) -> date:
    """The day of a kind that needs one; ``data.read_changes`` refuses a change without."""
    if day is None:
        raise ValueError("the change has no day, which its kind needs")
    return day
