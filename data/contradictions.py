"""Changes that cannot both be, each pair named by its rows, and what they do together."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from itertools import combinations
from types import MappingProxyType

from data.asked import Asked
from data.form import Fault
from data.pins import why_not_open
from data.problems import ProblemList
from data.rows import Numbered
from models.change_words import say_change
from models.changes import Change, ChangeKind
from models.deployment import Role
from models.events import Blackout, Pin
from models.folding import records_of, removes

_CLOSING = (ChangeKind.DEFERRAL, ChangeKind.COMPROMISED, ChangeKind.BLACKOUT)

_TO_SECOND_FRIDAY = timedelta(days=11)

_Pair = tuple[ChangeKind, ChangeKind]


def note_contradictions(asked: Asked, problems: ProblemList) -> None:
    """Note every pair of changes that contradict each other, or a pin of the programme.

    The later row of a pair is the one with the problem; it names the earlier.
    """
    for (number, first), (row, second) in combinations(asked.rows, 2):
        for column, said in _between(first, second):
            both = f"contradicts row {number}, {say_change(first)}: {said}"
            asked.add(problems, row, second, column, both)
    for row, change in asked.rows:
        if change.kind is ChangeKind.PIN:
            for column, said in _with_programme(asked, change):
                asked.add(problems, row, change, column, said)
    # What is left open can be told only where the rows by themselves are in order.
    if not problems.problems:
        _note_shut_pins(asked, problems)
        _note_nowhere(asked, problems)


def _between(first: Change, second: Change) -> Iterator[Fault]:
    """Why two changes contradict each other, whichever row comes first."""
    for one, other in ((first, second), (second, first)):
        check = _CHECKS.get((one.kind, other.kind))
        if check is not None:
            yield from check(one, other)
            return


def _later(leaver: Change, other: Change) -> Iterator[Fault]:
    if leaver.inspector_id == other.inspector_id and _starts(other) >= _starts(leaver):
        yield "inspector_id", f"{leaver.inspector_id} has left on {leaver.start}"


def _other_day(one: Change, other: Change) -> Iterator[Fault]:
    if one.inspector_id == other.inspector_id and one.start != other.start:
        yield "start", f"it says {one.start}, this one {other.start}"


def _two_pins(one: Change | Pin, other: Change) -> Iterator[Fault]:
    if one.la_code != other.la_code:
        return
    if one.start and other.start and one.start != other.start:
        yield "start", f"{one.la_code} cannot start both on {one.start} and on {other.start}"
    same = bool(other.inspector_id) and one.inspector_id == other.inspector_id
    if same and one.role and other.role and one.role is not other.role:
        yield "role", f"{one.inspector_id} cannot be both {one.role} and {other.role}"
    if not same and one.role is other.role is Role.LEAD:
        yield "role", f"{one.la_code} has one lead: {one.inspector_id} or {other.inspector_id}"


def _undone(pin: Change, unpin: Change) -> Iterator[Fault]:
    fields = ("la_code", "start", "inspector_id", "role")
    if all(getattr(pin, field) == getattr(unpin, field) for field in fields):
        yield "kind", "the same is pinned and unpinned"


def _conflicting(conflict: Change, pin: Change) -> Iterator[Fault]:
    """A pin of somebody to the very authority of a conflict; a force is looked at as a whole."""
    if conflict.la_code == pin.la_code and conflict.inspector_id == pin.inspector_id:
        yield "inspector_id", f"{pin.inspector_id} cannot be pinned where a conflict is recorded"


def _starts(change: Change) -> str:
    return "" if change.start is None else change.start.isoformat()


_CHECKS: Mapping[_Pair, Callable[[Change, Change], Iterator[Fault]]] = MappingProxyType(
    {
        (ChangeKind.LEAVER, ChangeKind.ABSENCE): _later,
        (ChangeKind.LEAVER, ChangeKind.JOINER): _later,
        (ChangeKind.LEAVER, ChangeKind.LEAVER): _other_day,
        (ChangeKind.JOINER, ChangeKind.JOINER): _other_day,
        (ChangeKind.PIN, ChangeKind.PIN): _two_pins,
        (ChangeKind.PIN, ChangeKind.UNPIN): _undone,
        (ChangeKind.CONFLICT, ChangeKind.PIN): _conflicting,
    }
)


def _with_programme(asked: Asked, change: Change) -> Iterator[Fault]:
    """What a pin contradicts in the programme: its pins that stay, and its conflicts."""
    unpins = [each for _, each in asked.rows if each.kind is ChangeKind.UNPIN]
    for pin in asked.programme.pins:
        if not any(removes(unpin, pin) for unpin in unpins):
            for column, said in _two_pins(pin, change):
                yield column, f"contradicts pins.csv, unless an unpin comes with it: {said}"
    held = asked.programme.conflicts_of.get(change.inspector_id, frozenset())
    forces = {
        each.police_force_code
        for _, each in asked.rows
        if each.kind is ChangeKind.CONFLICT and each.inspector_id == change.inspector_id
    }
    force = asked.programme.authority_of[change.la_code].police_force_code
    if change.inspector_id and (change.la_code in held or force in forces):
        yield "inspector_id", "a conflict of interest is recorded there"


def _note_shut_pins(asked: Asked, problems: ProblemList) -> None:
    """Note every pinned start that is not open once the changes are folded in."""
    by_row = {_pin_of(change): row for row, change in asked.rows if change.kind is ChangeKind.PIN}
    for pin in asked.folded.pins:
        said = why_not_open(asked.folded, pin)
        if said and pin.start is not None:
            row = by_row.get(pin)
            file = "pins.csv" if row is None else asked.file
            also = (
                f"{said}; {because}"
                if (because := _closing(asked, pin.la_code, pin.start))
                else said
            )
            unpin = " (an unpin would free it)" if row is None else ""
            value = pin.start.isoformat()
            problems.add(
                file, f"{pin.la_code}: {also}{unpin}", row=row, column="start", value=value
            )


def _pin_of(change: Change) -> Pin:
    return Pin(
        la_code=change.la_code,
        start=change.start,
        inspector_id=change.inspector_id,
        role=change.role,
    )


def _note_nowhere(asked: Asked, problems: ProblemList) -> None:
    """Note every authority that a deferral or a compromised start leaves no open start."""
    last_rows: dict[str, Numbered[Change]] = {
        change.la_code: (row, change)
        for row, change in asked.rows
        if change.kind in (ChangeKind.DEFERRAL, ChangeKind.COMPROMISED)
    }
    monday = asked.folded.calendar.monday
    for la_code, (row, change) in last_rows.items():
        if not any(monday(week) >= asked.today for week in asked.folded.open_starts[la_code]):
            said = f"no open start week is left from {asked.today} on"
            because = _closing(asked, la_code)
            asked.add(problems, row, change, "la_code", f"{said}: {because}")


def _closing(asked: Asked, la_code: str, start: date | None = None) -> str:
    """The changes that close weeks to an authority, those of one start alone, with their rows."""
    force = asked.programme.authority_of[la_code].police_force_code
    found = [
        f"row {row}, {say_change(change)}"
        for row, change in asked.rows
        if change.kind in _CLOSING
        and change.la_code in ("", la_code)
        and change.police_force_code in ("", force)
        and (start is None or _closes(asked, change, start))
    ]
    return "; ".join(found)


def _closes(asked: Asked, change: Change, start: date) -> bool:
    """Whether a change blacks out a day of the inspection that starts then."""
    records = records_of(asked.programme, change, asked.baseline, asked.today)
    spans = [each for _, each in records if isinstance(each, Blackout)]
    return any(each.start <= start + _TO_SECOND_FRIDAY and start <= each.end for each in spans)
