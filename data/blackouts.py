"""Reads blackouts.csv: days without inspection for all, one authority, force or inspectorate."""

from collections.abc import Iterator
from functools import partial

from data import cells
from data.cells import CellError
from data.form import (
    Column,
    Fault,
    Form,
    Values,
    ends_before_it_starts,
    may_be_blank,
    optional,
    word_of,
)
from data.known import Known, codes_of
from models.events import Blackout, BlackoutScope
from models.inspectorate import Inspectorate

_INSPECTORATES = codes_of("inspectorate", Inspectorate)


def form(known: Known) -> Form[Blackout]:
    """The form of blackouts.csv; what ``key`` must be follows from the scope."""
    return Form(
        "blackouts.csv",
        word_of(Blackout),
        (
            Column("scope", cells.choice(BlackoutScope)),
            may_be_blank("key", cells.text),
            Column("start", cells.day),
            Column("end", cells.day),
            optional("reason", cells.text),
        ),
        faults=partial(_faults, known),
    )


def _faults(known: Known, values: Values) -> Iterator[Fault]:
    yield from ends_before_it_starts(values)
    scope, key = values.get("scope"), values.get("key")
    codes = {
        BlackoutScope.AUTHORITY: known.authorities,
        BlackoutScope.FORCE: known.forces,
        BlackoutScope.INSPECTORATE: _INSPECTORATES,
    }
    if scope is None or key is None:
        return
    if scope is BlackoutScope.NATIONAL:
        if key:
            yield "key", "a national blackout has no key; the cell must be blank"
    elif not key:
        yield "key", f"the {codes[scope].kind} is wanted"
    else:
        try:
            codes[scope].parse(key)
        except CellError as error:
            yield "key", str(error)
