"""Reads conflicts.csv: conflicts of interest with an authority or with a whole force."""

from collections.abc import Iterator

from data import cells
from data.form import Column, Fault, Form, Values, optional, word_of
from data.known import Known
from models.inspector import Conflict


def form(known: Known) -> Form[Conflict]:
    """The form of conflicts.csv; either place column may be absent."""
    return Form(
        "conflicts.csv",
        word_of(Conflict),
        (
            Column("inspector_id", known.inspectors.parse),
            optional("la_code", known.authorities.parse),
            optional("police_force_code", known.forces.parse),
            optional("reason", cells.text),
        ),
        faults=_not_one_place,
    )


def _not_one_place(values: Values) -> Iterator[Fault]:
    authority, force = values.get("la_code"), values.get("police_force_code")
    if authority == "" and force == "":
        yield "la_code", "one of la_code and police_force_code is wanted; both are blank"
    if authority and force:
        yield "police_force_code", "only one of la_code and police_force_code is wanted, not both"
