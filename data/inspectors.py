"""Reads inspectors.csv: who inspects."""

from data import cells
from data.form import Column, Form, may_be_blank, word_of
from data.known import Known
from data.position import POSITION, swapped
from models.inspector import Employment, Inspector
from models.inspectorate import Inspectorate


def form(known: Known) -> Form[Inspector]:
    """The form of inspectors.csv."""
    return Form(
        "inspectors.csv",
        word_of(Inspector),
        (
            Column("inspector_id", cells.identifier),
            Column("inspectorate", cells.choice(Inspectorate)),
            Column("name", cells.text),
            may_be_blank("base", cells.text),
            *POSITION,
            Column("fte", cells.fte_percent, field="fte_percent"),
            Column("employment", cells.choice(Employment)),
            Column("can_lead", cells.yes_no),
        ),
        unique=("inspector_id",),
        faults=swapped,
    )
