"""What has changed since the baseline was made: one word for every kind of change (Re-plan)."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from models.deployment import Role
from models.inspectorate import Inspectorate
from models.word import Word


class ChangeKind(StrEnum):
    """The kinds of change, in the order of formats.md."""

    ABSENCE = "absence"
    LEAVER = "leaver"
    JOINER = "joiner"
    DEFERRAL = "deferral"
    BLACKOUT = "blackout"
    FORCE_CHANGE = "force_change"
    CONFLICT = "conflict"
    CPS_CONCERN = "cps_concern"
    PIN = "pin"
    UNPIN = "unpin"
    COMPROMISED = "compromised"


class Change(Word):
    """One row of changes.csv; which fields a kind uses stands in formats.md.

    ``start`` and ``end`` are both included. The reason may be health data: it goes into the
    folded-in programme and appears nowhere else.
    """

    kind: ChangeKind
    inspector_id: str = ""
    la_code: str = ""
    police_force_code: str = ""
    inspectorate: Inspectorate | None = None
    role: Role | None = None
    start: date | None = None
    end: date | None = None
    reason: Annotated[str, Field(repr=False)] = ""
