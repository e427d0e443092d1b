"""What is inspected: authorities, their forces, probation trusts and establishments."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from models.word import Word

Text = Annotated[str, Field(min_length=1)]
Latitude = Annotated[float, Field(ge=-90, le=90)]
Longitude = Annotated[float, Field(ge=-180, le=180)]


class AuthorityType(StrEnum):
    """The type of a local authority; a county weighs more in the sizing (§30)."""

    COUNTY = "county"
    UNITARY = "unitary"
    METROPOLITAN = "metropolitan"
    LONDON_BOROUGH = "london_borough"


class Grade(StrEnum):
    """The last inspection's overall grade, in the words of 2013."""

    INADEQUATE = "inadequate"
    ADEQUATE = "adequate"
    GOOD = "good"
    OUTSTANDING = "outstanding"


class EstablishmentKind(StrEnum):
    """The kinds of place that bring HMI Prisons (§11, §18, §32)."""

    YOUNG_OFFENDER_INSTITUTION = "young_offender_institution"
    IMMIGRATION_REMOVAL_CENTRE = "immigration_removal_centre"
    MOTHER_AND_BABY_UNIT = "mother_and_baby_unit"


class Authority(Word):
    """A local authority area with children's services duties (§30).

    ``latitude`` and ``longitude`` are WGS84 degrees; ``children_0_17`` counts people.
    """

    la_code: Text
    name: Text
    la_type: AuthorityType
    region: str
    police_force_code: Text
    probation_trust_code: str = ""
    latitude: Latitude
    longitude: Longitude
    children_0_17: Annotated[int, Field(ge=0)]
    deprived_fifth: bool
    last_grade: Grade | None = None
    due: date | None = None
    risk_weight: Annotated[int, Field(ge=1, le=4)] | None = None


class Force(Word):
    """A territorial police force; not coterminous with the authorities in it (§30)."""

    police_force_code: Text
    name: Text


class ProbationTrust(Word):
    """A probation trust (§30)."""

    probation_trust_code: Text
    name: Text


class Establishment(Word):
    """A place that holds children, while it does (§11, §18, §32)."""

    establishment: Text
    kind: EstablishmentKind
    la_code: Text
