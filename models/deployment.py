"""One inspector on one inspection."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from models.authority import Text
from models.inspectorate import Inspectorate
from models.word import Word


class Role(StrEnum):
    """The part an inspector takes; a substitute only appears in a re-plan."""

    LEAD = "lead"
    MEMBER = "member"
    SUBSTITUTE = "substitute"


class Deployment(Word):
    """One inspector on one inspection; only the first three fields are needed in a rota by hand.

    ``busy_from`` is a Monday and ``busy_to`` a Friday; ``km`` is the whole distance from base.
    """

    la_code: Text
    inspector_id: Text
    role: Role
    inspectorate: Inspectorate | None = None
    busy_from: date | None = None
    busy_to: date | None = None
    fieldwork_weeks: Annotated[int, Field(ge=0)] | None = None
    km: Annotated[int, Field(ge=0)] | None = None


class CpsActivity(Word):
    """The week, by its Monday, in which one HMCPSI inspector follows up a concern (§33)."""

    la_code: Text
    inspector_id: Text
    start: date
