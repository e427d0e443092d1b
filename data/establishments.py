"""Reads establishments.csv: the places that hold children."""

from data import cells
from data.form import Column, Form, word_of
from data.known import Known
from models.authority import Establishment, EstablishmentKind


def form(known: Known) -> Form[Establishment]:
    """The form of establishments.csv."""
    return Form(
        "establishments.csv",
        word_of(Establishment),
        (
            Column("establishment", cells.text),
            Column("kind", cells.choice(EstablishmentKind)),
            Column("la_code", known.authorities.parse),
        ),
        unique=("establishment", "kind", "la_code"),
    )
