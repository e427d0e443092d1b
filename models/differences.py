"""What is different between a baseline and a re-plan, so that either follows from the other.

The items: ``slot`` (week one's Monday), ``force_wide_review``, ``deployment <inspector_id>``,
``attendance <inspector_id>`` (days on site; an activity other than fieldwork is named behind the
day), ``cps_activity <inspector_id>`` (Mondays), ``force_review_state`` (of a review that is not
new and planned). What follows from these is not said: ends, sizes,
lead, the busy weeks of a team that moves with its slot, force_reviews.csv. Where it does not
follow, or a row is new or stands twice, the item is the name of a file, and the values are the
authority's rows in it. ``file attendance.csv`` says whether there is such a file.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any

from models.applying import ABSENT, FILE, STATE, THERE, applied, later_by, made_of
from models.difference_values import (
    days_text,
    deployment_text,
    moved_by,
    rows_at,
    rows_text,
    weeks_text,
)
from models.inspection import ReviewState
from models.replan import Difference
from models.rota import Rota
from models.tables.rota_files import ROTA_FIELDS

__all__ = ["CauseOf", "applied", "differences", "undone"]

#: What causes the difference at an authority in an item, in words.
CauseOf = Callable[[str, str], str]

#: The state of a review that is new.
PLANNED = ReviewState.PLANNED.value

_Place = tuple[str, str]
_Pairs = dict[_Place, tuple[str, str]]


def differences(
    before: Rota, after: Rota, cause_of: CauseOf, frozen: Collection[str] = ()
) -> tuple[Difference, ...]:
    """Every difference, sorted as the file is, so that ``applied(before, ...)`` is ``after``.

    ``cause_of`` says what caused a difference at an authority code in an item; ``frozen`` holds
    the codes of the inspections inside the freeze horizon or under way.
    """
    pairs = _with_items(before, after)
    pairs |= _with_rows(before, after, _rows(pairs, _unsaid, frozen))
    return _rows(pairs, cause_of, frozen)


def undone(differences: Iterable[Difference]) -> tuple[Difference, ...]:
    """The differences the other way round: applied to the re-plan they yield the baseline."""
    return tuple(
        each.model_copy(update={"before": each.after, "after": each.before}) for each in differences
    )


def _unsaid(la_code: str, item: str) -> str:
    return ""


def _rows(pairs: _Pairs, cause_of: CauseOf, frozen: Collection[str]) -> tuple[Difference, ...]:
    return tuple(
        Difference(
            la_code=la_code,
            item=item,
            before=was,
            after=is_now,
            cause=cause_of(la_code, item),
            frozen=la_code in frozen,
        )
        for (la_code, item), (was, is_now) in sorted(pairs.items())
    )


def _with_items(before: Rota, after: Rota) -> _Pairs:
    """The differences that have an item of their own."""
    facts, others = dict(_facts(before)), dict(_facts(after))
    expected = facts | _moved_along(before, facts, others)
    for place in facts.keys() ^ others.keys():
        # A review that comes is planned, and one that goes has no state.
        if place[1] == STATE and PLANNED in (facts.get(place), others.get(place)):
            expected[place] = others.get(place, "")
    return {
        place: (facts.get(place, ""), others.get(place, ""))
        for place in facts.keys() | others.keys()
        if expected.get(place, "") != others.get(place, "")
    }


def _facts(rota: Rota) -> Iterator[tuple[_Place, str]]:
    """What an item says of a rota; a row that stands twice is left to whole rows."""
    for file, field in ROTA_FIELDS.items():
        yield ("", f"{FILE}{file}"), ABSENT if getattr(rota, field) is None else THERE
    for la_code, rows in rows_at(rota, "inspections.csv").items():
        if len(rows) == 1:
            yield (la_code, "slot"), rows[0].start.isoformat()
            if rows[0].force_wide_review is not None:
                yield (la_code, "force_wide_review"), rows[0].force_wide_review.value
    for la_code, reviews in rows_at(rota, "force_reviews.csv").items():
        if len(reviews) == 1 and la_code:
            yield (la_code, STATE), reviews[0].state.value
    for place, deployments in _by_person(rota, "deployments.csv", "deployment").items():
        if len(deployments) == 1:
            yield place, deployment_text(deployments[0])
    for place, days in _by_person(rota, "attendance.csv", "attendance").items():
        yield place, days_text(days)
    for place, activities in _by_person(rota, "cps_activity.csv", "cps_activity").items():
        yield place, weeks_text(activities)


def _by_person(rota: Rota, file: str, item: str) -> Mapping[_Place, list[Any]]:
    found: dict[_Place, list[Any]] = defaultdict(list)
    for word in getattr(rota, ROTA_FIELDS[file]) or ():
        found[word.la_code, f"{item} {word.inspector_id}"].append(word)
    return found


def _moved_along(
    before: Rota, facts: Mapping[_Place, str], others: Mapping[_Place, str]
) -> dict[_Place, str]:
    """The deployments of the slots that move, as they are when they move along."""
    moved = {}
    for each in before.deployments:
        slot, place = (each.la_code, "slot"), (each.la_code, f"deployment {each.inspector_id}")
        days = later_by(facts.get(slot, ""), others.get(slot, ""))
        if days and place in facts:
            moved[place] = deployment_text(moved_by(each, days))
    return moved


def _with_rows(before: Rota, after: Rota, said: tuple[Difference, ...]) -> _Pairs:
    """Whole rows of the files where the items, or their reverse, do not yield the other rota."""
    forth, back = made_of(before, said), made_of(after, undone(said))
    pairs: _Pairs = {}
    for file in ROTA_FIELDS:
        wanted, got = (rows_at(rota, file) for rota in (after, forth))
        first, second = (rows_at(rota, file) for rota in (before, back))
        for la_code in wanted.keys() | got.keys() | first.keys() | second.keys():
            if not _same(wanted, got, la_code, file) or not _same(first, second, la_code, file):
                was, is_now = (rows_text(file, each.get(la_code, ())) for each in (first, wanted))
                pairs[la_code, file] = was, is_now
    return pairs


def _same(rows: Mapping[str, Any], others: Mapping[str, Any], la_code: str, file: str) -> bool:
    first, second = (each.get(la_code, ()) for each in (rows, others))
    # Nearly all are equal, and that is far quicker seen than written out.
    return first == second or rows_text(file, first) == rows_text(file, second)
