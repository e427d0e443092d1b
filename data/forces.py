"""Reads forces.csv: the police forces that authorities lie in."""

from data import cells
from data.form import Column, Form, word_of
from data.known import Known
from models.authority import Force


def form(known: Known) -> Form[Force]:
    """The form of forces.csv."""
    columns = (Column("police_force_code", cells.text), Column("name", cells.text))
    return Form("forces.csv", word_of(Force), columns, unique=("police_force_code",))
