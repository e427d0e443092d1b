"""Who inspects: inspectors, their absences and their conflicts of interest."""

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from models.authority import Latitude, Longitude, Text
from models.inspectorate import Inspectorate
from models.span import Span
from models.word import Word


class Employment(StrEnum):
    """Established staff of the inspectorate, or seconded to it (§36)."""

    ESTABLISHED = "established"
    SECONDED = "seconded"


class Inspector(Word):
    """One person of one inspectorate; ``fte_percent`` is whole hundredths of full time."""

    inspector_id: Text
    inspectorate: Inspectorate
    name: Text
    base: str
    latitude: Latitude
    longitude: Longitude
    fte_percent: Annotated[int, Field(ge=1, le=100)]
    employment: Employment
    can_lead: bool

    @property
    def may_lead(self) -> bool:
        """Whether R13 lets this person lead a team: Ofsted, may lead, established."""
        return (
            self.can_lead
            and self.inspectorate is Inspectorate.OFSTED
            and self.employment is Employment.ESTABLISHED
        )

    @property
    def is_seconded(self) -> bool:
        """Whether R14 counts this person as seconded."""
        return self.employment is Employment.SECONDED


class Absence(Span):
    """Days on which an inspector is away, both ends included; the reason may be health data."""

    inspector_id: Text
    reason: Annotated[str, Field(repr=False)] = ""


class Conflict(Word):
    """A conflict of interest with one authority or with a whole force; exactly one is given."""

    inspector_id: Text
    la_code: str = ""
    police_force_code: str = ""
    reason: Annotated[str, Field(repr=False)] = ""

    @model_validator(mode="after")
    def _names_one_place(self) -> Self:
        if bool(self.la_code) == bool(self.police_force_code):
            raise ValueError("one of la_code and police_force_code must be filled, not both")
        return self
