"""How several ways to take changes in are told: a table, and whom each disturbs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from api.terminal import Column, Table
from models.saying import say_inspector, say_list, say_number

if TYPE_CHECKING:
    from models.programme import Programme
    from models.replan import Replanned
    from models.way import Way

_HEAD = "way  slots moved  deployments changed  people told         km   points  status"
_COLUMNS = tuple(
    Column(heading, number=heading != "Status")
    for heading in (
        "Way", "Slots moved", "Deployments changed", "People told", "km", "Points", "Status",
    )
)  # fmt: skip
#: More names than these nobody reads on one line; tell.csv has them all.
_MOST_NAMES = 8


def options_parts(ways: Sequence[Replanned]) -> Iterator[str | Table]:
    """The table, then how each way differs from the first, then what must be said besides."""
    from models.way import way_of

    told = [way_of(each) for each in ways]
    plain = [_HEAD, *(_row(number, way) for number, way in enumerate(told, start=1))]
    yield Table(_COLUMNS, [_cells(n, way) for n, way in enumerate(told, start=1)], plain=plain)
    for number, (way, each) in enumerate(zip(told, ways, strict=True), start=1):
        if number > 1:
            yield _against(each.programme, number, way, told[0])
    if len(ways) == 1:
        yield _alone(ways[0])
    for number, each in enumerate(ways, start=1):
        news = each.said if number == 1 else [x for x in each.said if x not in ways[0].said]
        yield from (f"Way {number}: {sentence}" for sentence in news)


def _row(number: int, way: Way) -> str:
    return (
        f"{number:>3}{way.slots_moved:>13}{way.deployments_changed:>21}{len(way.people):>13}"
        f"{way.km:>11,}{way.points:>9,}  {way.status.value}"
    )


def _cells(number: int, way: Way) -> Sequence[str]:
    counts = number, way.slots_moved, way.deployments_changed, len(way.people), way.km, way.points
    return [*(f"{count:,}" for count in counts), way.status.value]


def _against(programme: Programme, number: int, way: Way, first: Way) -> str:
    parts = [
        (
            f"tells {_names(programme, way.people - first.people)} besides",
            way.people - first.people,
        ),
        (f"leaves {_names(programme, first.people - way.people)} alone", first.people - way.people),
    ]
    what = " and ".join(text for text, people in parts if people)
    return f"Way {number}, beside way 1, {what}"


def _names(programme: Programme, people: frozenset[str]) -> str:
    known = [say_inspector(programme, each) for each in sorted(people)]
    more = len(known) - _MOST_NAMES
    return say_list([*known[:_MOST_NAMES], *([f"{more} more"] if more > 0 else [])])


def _alone(first: Replanned) -> str:
    if not first.told:
        return "One way alone: it disturbs nobody, so nothing is to be chosen."
    return (
        "One way alone: no other was found that disturbs other people and is better in slots, "
        "people or points."
    )


def options_json(ways: Sequence[Replanned]) -> list[dict[str, Any]]:
    """The same as JSON, with what each way differs in and whom it tells."""
    from api.replan_words import replan_json
    from models.way import way_of

    return [
        {
            "way": number,
            **way_of(each).model_dump(mode="json", exclude={"people"}),
            "people": sorted(way_of(each).people),
            **replan_json(each),
        }
        for number, each in enumerate(ways, start=1)
    ]


def counted(ways: Sequence[Replanned]) -> str:
    """How many ways there are, in words."""
    return say_number(len(ways), "way")
