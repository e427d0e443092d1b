"""The form of changes.csv: which columns each kind of change needs, and which it may fill."""

from collections.abc import Iterator, Mapping
from functools import partial
from types import MappingProxyType

from data import cells
from data.cells import CellError
from data.form import (
    Column,
    Fault,
    Form,
    Values,
    ends_before_it_starts,
    is_no_monday,
    optional,
)
from data.known import Codes, Known
from models.changes import Change, ChangeKind
from models.deployment import Role
from models.inspectorate import Inspectorate

CHANGES_COLUMNS = (
    "kind", "inspector_id", "la_code", "police_force_code", "inspectorate", "role", "start", "end",
    "reason",
)  # fmt: skip

_PLACES = ("la_code", "police_force_code", "inspectorate")

#: The columns that each kind cannot do without.
NEEDS: Mapping[ChangeKind, tuple[str, ...]] = MappingProxyType(
    {
        ChangeKind.ABSENCE: ("inspector_id", "start", "end"),
        ChangeKind.LEAVER: ("inspector_id", "start"),
        ChangeKind.JOINER: ("inspector_id", "start"),
        ChangeKind.DEFERRAL: ("la_code", "start"),
        ChangeKind.BLACKOUT: ("start", "end"),
        ChangeKind.FORCE_CHANGE: ("police_force_code", "start"),
        ChangeKind.CONFLICT: ("inspector_id",),
        ChangeKind.CPS_CONCERN: ("la_code", "start"),
        ChangeKind.PIN: ("la_code",),
        ChangeKind.UNPIN: ("la_code",),
        ChangeKind.COMPROMISED: ("la_code",),
    }
)
#: The columns that it may fill too.
MAY_FILL: Mapping[ChangeKind, tuple[str, ...]] = MappingProxyType(
    {
        ChangeKind.ABSENCE: ("reason",),
        ChangeKind.LEAVER: (),
        ChangeKind.JOINER: (),
        ChangeKind.DEFERRAL: ("end", "reason"),
        ChangeKind.BLACKOUT: (*_PLACES, "reason"),
        ChangeKind.FORCE_CHANGE: ("reason",),
        ChangeKind.CONFLICT: ("la_code", "police_force_code", "reason"),
        ChangeKind.CPS_CONCERN: ("reason",),
        ChangeKind.PIN: ("start", "inspector_id", "role"),
        ChangeKind.UNPIN: ("start", "inspector_id", "role"),
        ChangeKind.COMPROMISED: (),
    }
)


def form(file: str, known: Known) -> Form[Change]:
    """The form of a file of changes, whatever the file is called."""
    return Form(
        file,
        _change,
        (
            Column("kind", cells.choice(ChangeKind)),
            optional("inspector_id", cells.text),
            optional("la_code", cells.text),
            optional("police_force_code", cells.text),
            optional("inspectorate", cells.choice(Inspectorate), None),
            optional("role", cells.choice(Role), None),
            optional("start", cells.day, None),
            optional("end", cells.day, None),
            optional("reason", cells.text),
        ),
        faults=partial(_faults, known),
    )


def keeps_reason(kind: ChangeKind) -> bool:
    """Whether a kind has a file that its reason goes into."""
    return "reason" in MAY_FILL[kind]


def _change(values: Values) -> Change:
    kept = dict(values)
    if not keeps_reason(values["kind"]):
        kept["reason"] = ""
    return Change.model_validate(kept)


def _faults(known: Known, values: Values) -> Iterator[Fault]:
    kind = values.get("kind")
    if not isinstance(kind, ChangeKind):
        return
    yield from _blank_or_idle(kind, values)
    yield from _unknown(kind, known, values)
    yield from _places(kind, values)
    yield from ends_before_it_starts(values)
    if kind in (ChangeKind.PIN, ChangeKind.UNPIN):
        yield from is_no_monday(values)
    if kind is ChangeKind.PIN:
        yield from _pins_nothing(values)


def _blank_or_idle(kind: ChangeKind, values: Values) -> Iterator[Fault]:
    """Needed columns left blank, and columns filled that the kind does not use.

    A filled one is an error: whoever filled it meant another kind, or something that would not
    happen. Only a reason does no harm.
    """
    for column in CHANGES_COLUMNS[1:-1]:
        filled = values.get(column) not in (None, "")
        if column in NEEDS[kind] and column in values and not filled:
            yield column, f"the cell is blank; {_article(kind)} needs the {column}"
        elif filled and column not in (*NEEDS[kind], *MAY_FILL[kind]):
            used = ", ".join((*NEEDS[kind], *MAY_FILL[kind]))
            yield column, f"{_article(kind)} does not use this column; it uses {used}"


def _article(kind: ChangeKind) -> str:
    words = kind.value.replace("_", " ")
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"


def _unknown(kind: ChangeKind, known: Known, values: Values) -> Iterator[Fault]:
    codes: Mapping[str, Codes] = {
        "inspector_id": known.inspectors,
        "la_code": known.authorities,
        "police_force_code": known.forces,
    }
    for column, among in codes.items():
        cell = values.get(column)
        if cell and column in (*NEEDS[kind], *MAY_FILL[kind]):
            try:
                among.parse(cell)
            except CellError as error:
                hint = "; a joiner needs a row in the programme's inspectors.csv"
                yield column, f"{error}{hint if kind is ChangeKind.JOINER else ''}"


def _places(kind: ChangeKind, values: Values) -> Iterator[Fault]:
    if kind not in (ChangeKind.BLACKOUT, ChangeKind.CONFLICT):
        return
    allowed = [column for column in _PLACES if column in MAY_FILL[kind]]
    filled = [column for column in allowed if values.get(column)]
    one_of = f"one of {', '.join(allowed[:-1])} and {allowed[-1]}"
    if len(filled) > 1:
        yield filled[1], f"only {one_of} is wanted, not {' and '.join(filled)}"
    if kind is ChangeKind.CONFLICT and not filled and set(allowed) <= values.keys():
        yield "la_code", f"{one_of} is wanted; both are blank"


def _pins_nothing(values: Values) -> Iterator[Fault]:
    if values.get("start", "") is None and values.get("inspector_id") == "":
        yield "start", "a start or an inspector_id is wanted; the row pins nothing"
    elif values.get("role") and values.get("inspector_id") == "":
        yield "inspector_id", "a role is pinned, so an inspector_id is wanted"
