"""A deferral's effects: due weeks, the force-wide review and the year quota, in figures."""

from collections.abc import Callable
from datetime import date

import pytest

from api.completion import complete
from models.changes import Change, ChangeKind
from models.deferral_effects import say_deferrals
from models.programme import Programme
from models.rota import Rota
from tests.cases.programmes import monday

DEFERRED = Change(
    kind=ChangeKind.DEFERRAL, la_code="A1", start=date(2014, 3, 3), reason="a-private-matter"
)


@pytest.fixture
def programme(make_programme: Callable[..., Programme]) -> Programme:
    """A1 and A2 in one force, due in week 10; two programme years of 52 and 28 weeks."""
    due = {"due": monday(10)}
    places = [{"police_force_code": "F1", **due}, {"police_force_code": "F1", **due}, {}]
    return make_programme(places, weeks=80, policy={"year_quota": {"tolerance": 1}})


@pytest.fixture
def said(
    programme: Programme, make_rota: Callable[..., Rota]
) -> Callable[[int, int], tuple[str, ...]]:
    """What is said of A1's deferral from one week to another, A2 starting in week 20."""

    def sentences(first: int, second: int) -> tuple[str, ...]:
        before, after = (
            complete(programme, make_rota(programme, {"A1": week, "A2": 20, "A3": 30}))
            for week in (first, second)
        )
        return say_deferrals(programme, [DEFERRED], before, after)

    return sentences


def test_the_review_passes_to_the_next_and_the_years_are_counted(
    said: Callable[[int, int], tuple[str, ...]],
) -> None:
    assert said(4, 54) == (
        "Deferral of Alton (A1): from 3 February 2014 to 19 January 2015. It is due in the week "
        "of 17 March 2014: it was 6 weeks early, it is 44 weeks late.",
        "It carries the force-wide review of F1 Police (F1) no more: it passes to Burley (A2), "
        "from 26 May 2014.",
        # Of 3 inspections 52/80 and 28/80: 1.95 and 1.05, whole numbers around, give or take 1.
        "Year quota: programme year 1 has 2 inspections, had 3 (0 to 3 are allowed) and "
        "programme year 2 has 1 inspection, had 0 (0 to 3 are allowed).",
    )


@pytest.mark.parametrize(
    ("first", "second", "review"),
    [
        (4, 10, "It still carries the force-wide review of F1 Police (F1)."),
        (24, 30, "It carries no force-wide review of F1 Police (F1), as before."),
        (24, 9, "It carries the force-wide review of F1 Police (F1) now; so far Burley (A2), "
                "from 26 May 2014, had it."),
    ],
)  # fmt: skip
def test_a_review_that_stays_or_comes_is_said(
    first: int, second: int, review: str, said: Callable[[int, int], tuple[str, ...]]
) -> None:
    _, told, quota = said(first, second)
    assert told == review
    assert quota == "It stays in programme year 1, so no year's number changes by it."


def test_on_time_is_said(said: Callable[[int, int], tuple[str, ...]]) -> None:
    assert "it was 6 weeks early, it is on time" in said(4, 10)[0]


def test_a_slot_that_stays_is_one_sentence(said: Callable[[int, int], tuple[str, ...]]) -> None:
    (sentence,) = said(9, 9)
    assert "starts on 10 March 2014 as before" in sentence
