"""Reads cps_concerns.csv: concerns about the Crown Prosecution Service, which bring HMCPSI."""

from data import cells
from data.form import Column, Form, optional, word_of
from data.known import Known
from models.events import CpsConcern


def form(known: Known) -> Form[CpsConcern]:
    """The form of cps_concerns.csv."""
    return Form(
        "cps_concerns.csv",
        word_of(CpsConcern),
        (
            Column("la_code", known.authorities.parse),
            Column("recorded_on", cells.day),
            optional("description", cells.text),
        ),
    )
