"""Reads absences.csv: the days on which inspectors are away."""

from data import cells
from data.form import Column, Form, ends_before_it_starts, optional, word_of
from data.known import Known
from models.inspector import Absence


def form(known: Known) -> Form[Absence]:
    """The form of absences.csv."""
    return Form(
        "absences.csv",
        word_of(Absence),
        (
            Column("inspector_id", known.inspectors.parse),
            Column("start", cells.day),
            Column("end", cells.day),
            optional("reason", cells.text),
        ),
        faults=ends_before_it_starts,
    )
