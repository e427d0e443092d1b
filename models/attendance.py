"""Who is on site on which day."""

import datetime
from enum import StrEnum

from models.authority import Text
from models.word import Word


class Activity(StrEnum):
    """What an inspector does on a day on site (§23, §39)."""

    FIELDWORK = "fieldwork"
    AGENCY_FEEDBACK = "agency_feedback"
    FINAL_FEEDBACK = "final_feedback"


class Attendance(Word):
    """One inspector on site on one working day."""

    date: datetime.date
    la_code: Text
    inspector_id: Text
    activity: Activity
