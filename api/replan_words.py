"""How a re-plan is told: tier by tier, then what differs, in the words of problem.md."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from models.applying import STATE
from models.saying import say_authority, say_inspector, say_number

if TYPE_CHECKING:
    from models.programme import Programme
    from models.replan import Difference, Replanned
    from models.tier import Tier

_TIERS: Mapping[str, str] = {
    "frozen_slots": "frozen slots moved",
    "frozen_deployments": "frozen deployments changed",
    "slots": "slots moved",
    "deployments": "deployments changed",
    "goals": "points of the goals",
}
#: More lines than these nobody reads on a terminal; differences.csv has them all.
_MOST_LINES = 25
_MINOR = ("attendance ", "file ")
_PLURAL = "inspectors at an authority"


def replan_lines(replanned: Replanned) -> Iterator[str]:
    """The tiers, a sentence each; the differences briefly; what must be said besides."""
    for tier in replanned.tiers:
        yield tier_line(tier)
    yield from _difference_lines(replanned.programme, replanned.differences)
    people = len({each.inspector_id for each in replanned.told})
    if people:
        told = say_number(people, "person is", "people are")
        yield f"{told} to be told something, in {say_number(len(replanned.told), 'row')}: tell.csv"
    yield from replanned.said


def tier_line(tier: Tier) -> str:
    """What one tier reached, and what is proven of it."""
    head = f"{_TIERS[tier.name]}: {tier.reached:,}"
    head = head[0].upper() + head[1:]
    if tier.reached == 0:
        return head
    if tier.is_proven:
        kept = " without more changes" if tier.name == "goals" else ""
        return f"{head}, and fewer is impossible{kept} (proven)"
    if tier.least <= 0:
        return f"{head}; whether fewer is possible is not known"
    return f"{head}; at least {tier.least:,} is proven"


def _difference_lines(programme: Programme, differences: Sequence[Difference]) -> Iterator[str]:
    # That a review has been held since the baseline was made is no news.
    news = [each for each in differences if each.item != STATE]
    if not news:
        yield "Nothing differs from the baseline"
        return
    lines = [_line(programme, each) for each in news if not each.item.startswith(_MINOR)]
    yield f"{say_number(len(news), 'difference')}, all in differences.csv:"
    yield from lines[:_MOST_LINES]
    if len(lines) > _MOST_LINES:
        yield f"  ... and {len(lines) - _MOST_LINES} more"
    days = sum(each.item.startswith("attendance ") for each in news)
    if days:
        yield f"  days on site: {say_number(days, 'inspector at an authority', _PLURAL)}"


def _line(programme: Programme, difference: Difference) -> str:
    where = say_authority(programme, difference.la_code) if difference.la_code else "in all"
    item, _, inspector_id = difference.item.partition(" ")
    who = f" {say_inspector(programme, inspector_id)}" if inspector_id else ""
    was, is_now = (_brief(item, text) for text in (difference.before, difference.after))
    frozen = ", frozen" if difference.frozen else ""
    what = f"{item.replace('_', ' ')}{who}: {was} -> {is_now}"
    return f"  {where}{frozen}: {what} ({difference.cause})"


def _brief(item: str, text: str) -> str:
    """A value on one short line: of a deployment the role alone, of whole rows that there are."""
    if not text:
        return "none"
    if item == "deployment":
        return text.partition(";")[0]
    return f"{say_number(text.count(chr(10)) + 1, 'row')}" if item.endswith(".csv") else text


def replan_json(replanned: Replanned) -> dict[str, Any]:
    """The same as JSON."""
    return {
        "today": replanned.today.isoformat(),
        "tiers": [
            {
                "tier": each.name,
                "reached": each.reached,
                "least": each.least,
                "proven": each.is_proven,
            }
            for each in replanned.tiers
        ],
        "differences": [each.model_dump(mode="json") for each in replanned.differences],
        "told": [each.model_dump(mode="json") for each in replanned.told],
        "said": list(replanned.said),
    }
