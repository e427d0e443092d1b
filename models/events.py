"""What happens around a programme: blackouts, force-wide changes, concerns and pins."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from models.authority import Text
from models.deployment import Role
from models.span import Span
from models.word import Word


class BlackoutScope(StrEnum):
    """To whom a blackout applies."""

    NATIONAL = "national"
    AUTHORITY = "authority"
    FORCE = "force"
    INSPECTORATE = "inspectorate"


class Blackout(Span):
    """Days without inspection, both ends included; ``key`` is a code, blank for a national one."""

    scope: BlackoutScope
    key: str = ""
    reason: Annotated[str, Field(repr=False)] = ""


class ForceChange(Word):
    """A force-wide change; the next inspection in the force reviews the force again (§31)."""

    police_force_code: Text
    introduced_on: date
    recorded_on: date | None = None
    description: str = ""

    @property
    def counts_from(self) -> date:
        """The later of the day it was introduced and the day it was recorded (R6)."""
        return max(self.introduced_on, self.recorded_on or self.introduced_on)


class CpsConcern(Word):
    """A concern about the Crown Prosecution Service, which brings HMCPSI (§33)."""

    la_code: Text
    recorded_on: date
    description: str = ""


class Pin(Word):
    """A decision made by hand (R16): a slot, a deployment, or both."""

    la_code: Text
    start: date | None = None
    inspector_id: str = ""
    role: Role | None = None
