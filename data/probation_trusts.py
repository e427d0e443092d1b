"""Reads probation_trusts.csv: the probation trusts that authorities lie in."""

from data import cells
from data.form import Column, Form, word_of
from data.known import Known
from models.authority import ProbationTrust


def form(known: Known) -> Form[ProbationTrust]:
    """The form of probation_trusts.csv."""
    columns = (Column("probation_trust_code", cells.text), Column("name", cells.text))
    unique = ("probation_trust_code",)
    return Form("probation_trusts.csv", word_of(ProbationTrust), columns, unique)
