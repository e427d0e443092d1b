"""An explanation as lines of text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from models.explanation import ExplanationStatus

if TYPE_CHECKING:
    from models.explanation import Clash, Explanation, WayOut

HEADLINES = {
    ExplanationStatus.ROTA_EXISTS: "not impossible: a rota exists",
    ExplanationStatus.IMPOSSIBLE: "impossible: no rota keeps every rule",
    ExplanationStatus.NOT_PROVEN: "not proven impossible: time ran out before a rota was found, "
    "or a clash",
    ExplanationStatus.STOPPED: "stopped: not proven impossible",
}


def explanation_lines(explanation: Explanation) -> Iterator[str]:
    """The headline, what clashes, what helps, and what else is to be said."""
    yield HEADLINES[explanation.status]
    if explanation.clash is not None:
        yield from _clash_lines(explanation.clash)
        yield from _way_lines(explanation)
    yield from explanation.said


def _clash_lines(clash: Clash) -> Iterator[str]:
    yield clash.sentence
    if not clash.members:
        return
    open_ones = [each for each in clash.members if not each.settled]
    yield "These cannot be kept together" + (
        ":" if open_ones else "; without any one of them the others can:"
    )
    for each in clash.members:
        note = "" if each.settled else " (Whether the others can be kept without it is unsettled.)"
        yield f"  {each.sentence}{note}"
    if clash.confirmed:
        yield "A second solve with other parameters confirms it."


def _way_lines(explanation: Explanation) -> Iterator[str]:
    if not explanation.ways_out:
        yield "No way out was found in the time there was."
        return
    yield "What helps; with each, a rota was found that keeps every rule:"
    for number, way in enumerate(explanation.ways_out, start=1):
        yield f"  {number}. {way.sentence}"


def explanation_json(explanation: Explanation) -> dict[str, Any]:
    """The explanation for other programs; a way out without its programme."""
    clash = explanation.clash
    return {
        "status": explanation.status.value,
        "clash": None if clash is None else clash.model_dump(mode="json"),
        "ways_out": [_way_json(way) for way in explanation.ways_out],
        "said": list(explanation.said),
        "seconds": explanation.seconds,
    }


def _way_json(way: WayOut) -> dict[str, Any]:
    return way.model_dump(mode="json", exclude={"programme"})
