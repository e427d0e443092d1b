"""Reads authorities.csv: what is inspected."""

from data import cells
from data.form import Column, Form, may_be_blank, optional, word_of
from data.known import Known
from data.position import POSITION, swapped
from models.authority import Authority, AuthorityType, Grade

#: What later frameworks call the grade that was "adequate" in 2013.
GRADE_SYNONYMS = {
    "requires improvement": Grade.ADEQUATE,
    "requires improvement to be good": Grade.ADEQUATE,
}


def form(known: Known) -> Form[Authority]:
    """The form of authorities.csv."""
    return Form(
        "authorities.csv",
        word_of(Authority),
        (
            Column("la_code", cells.text),
            Column("name", cells.text),
            Column("la_type", cells.choice(AuthorityType)),
            may_be_blank("region", cells.text),
            Column("police_force_code", known.forces.parse),
            may_be_blank("probation_trust_code", known.trusts.parse),
            *POSITION,
            Column("children_0_17", cells.whole(0)),
            Column("deprived_fifth", cells.yes_no),
            may_be_blank("last_grade", cells.choice(Grade, GRADE_SYNONYMS), None),
            optional("due", cells.day, None),
            optional("risk_weight", cells.whole(1, 4), None),
        ),
        unique=("la_code",),
        faults=swapped,
    )
