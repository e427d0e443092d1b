"""Hypothesis strategies for what a cell may hold, everything odd about spreadsheets among it."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

# What CSV and spreadsheets take for something else, full-width signs too.
_ODD = ",;\"'=+-@\uff1d"
_LETTERS = st.one_of(
    st.sampled_from(list(f"aB1é{_ODD}\n\t\u00a0 _")),
    st.characters(exclude_categories=("Cs", "Cc")),
)
_AROUND = " \n\t\u00a0\ufeff\u200b"


def _is_clean(text: str) -> bool:
    return bool(text) and text == text.strip().strip(_AROUND)


NAMES = st.text(_LETTERS, min_size=1, max_size=8).map(lambda text: text.strip(_AROUND))
NAMES = NAMES.filter(_is_clean)
BLANK_OR_NAMES = st.one_of(st.just(""), NAMES)
DAYS = st.dates(date(2012, 1, 1), date(2017, 12, 31))
MONDAYS = st.integers(-3, 200).map(lambda week: date(2013, 6, 3) + timedelta(weeks=week))
#: WGS84 degrees around the British Isles.
LATITUDES = st.floats(49, 61)
LONGITUDES = st.floats(-11, 3)


def codes(ending: str, most: int) -> st.SearchStrategy[list[str]]:
    """Some codes, odd letters and all, but without blanks inside."""
    heads = st.lists(st.text(f"aB1é{_ODD}", max_size=4), min_size=1, max_size=most, unique=True)
    return heads.map(lambda found: [f"{head}{ending}" for head in found])


@st.composite
def spans(draw: Any) -> dict[str, date]:
    """A start and an end, which may be the same day."""
    start = draw(DAYS)
    return {"start": start, "end": start + timedelta(days=draw(st.integers(0, 60)))}


def some(element: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    """A few of something, perhaps none."""
    return st.lists(element, max_size=4).map(tuple)
