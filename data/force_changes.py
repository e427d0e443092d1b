"""Reads force_changes.csv: changes in a whole force, which its next inspection reviews."""

from data import cells
from data.form import Column, Form, optional, word_of
from data.known import Known
from models.events import ForceChange


def form(known: Known) -> Form[ForceChange]:
    """The form of force_changes.csv."""
    return Form(
        "force_changes.csv",
        word_of(ForceChange),
        (
            Column("police_force_code", known.forces.parse),
            Column("introduced_on", cells.day),
            optional("recorded_on", cells.day, None),
            optional("description", cells.text),
        ),
    )
