"""One inspection: an authority's slot and what is said of its team."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from models.authority import Text
from models.inspectorate import Inspectorate
from models.word import Word


class Band(StrEnum):
    """The size band of an authority, which gives the size of its team."""

    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"
    VERY_LARGE = "very_large"


class Review(StrEnum):
    """Whether an inspection carries the force-wide review, and why (§31, R6)."""

    FIRST = "first"
    CHANGE = "change"
    NO = "no"


class Inspection(Word):
    """An authority's slot; only the first two fields are needed in a rota by hand.

    ``start`` is week one's Monday and ``end`` week two's Friday. ``sizes`` holds the stated
    number of inspectors of each inspectorate. What is stated is checked where it is there.
    """

    la_code: Text
    start: date
    name: str | None = None
    police_force_code: str | None = None
    end: date | None = None
    band: Band | None = None
    force_wide_review: Review | None = None
    sizes: Mapping[Inspectorate, int] | None = None
    lead: str | None = None


class ReviewState(StrEnum):
    """Where a force-wide review stands."""

    HELD = "held"
    PLANNED = "planned"
    NONE_LEFT = "none_left"


class ForceReview(Word):
    """One force-wide review owed: which inspection carries it, and who comes from HMIC (§31)."""

    police_force_code: Text
    force: str
    la_code: str = ""
    authority: str = ""
    start: date | None = None
    why: Review
    hmic: tuple[str, ...] = ()
    state: ReviewState
