"""What a change would be worth, in sentences and as JSON."""

from collections.abc import Iterator
from statistics import median
from typing import Any

from models.answers import WhatIf, Worth
from models.rulebook import GOAL_OF


def whatif_lines(answer: WhatIf) -> Iterator[str]:
    """The verdict on the total, then on each goal, with the points of both ways."""
    if answer.impossible:
        yield "With the change it is impossible: no rota keeps every rule."
        yield from (f"  {reason}" for reason in answer.impossible)
        return
    yield _how(answer)
    if answer.unfound:
        yield f"Nothing can be claimed: {answer.unfound}."
    elif not answer.is_whole:
        yield f"Stopped after {len(answer.total.today)} of {answer.runs} runs: nothing is claimed."
    if answer.total.today:
        yield f"Total: {_said(answer, answer.total)}"
        for each in answer.goals:
            card = GOAL_OF[each.goal]
            yield f"  {card.id} {card.name:<9} {_said(answer, each)}"
    if any(answer.verdict(each) for each in (answer.total, *answer.goals)):
        odds = 2 ** (answer.runs - 1)
        yield f"By chance alone all {answer.runs} runs agree on a line once in {odds}."


def _how(answer: WhatIf) -> str:
    begin = "going on from the rota" if answer.from_rota else "beginning anew"
    why = "" if answer.from_rota else ", since the rota is not as good a start for either"
    counted = (
        " The change alters how points are counted; both ways are counted as it is today."
        if answer.recounted
        else ""
    )
    return (
        f"Planned {answer.runs} times each way with the same seeds and the same work, {begin} "
        f"both ways{why}.{counted}"
    )


def _said(answer: WhatIf, worth: Worth) -> str:
    figures = f"{_span(worth.today)} as it is, {_span(worth.changed)} with the change"
    verdict = answer.verdict(worth)
    if verdict:
        least, most = sorted(map(abs, (min(worth.differences), max(worth.differences))))
        by = f"{least:,}" if least == most else f"{least:,} to {most:,}"
        return f"{verdict} in all {answer.runs} runs, by {by} points: {figures}"
    if not answer.is_whole:
        return figures
    if not any(worth.differences):
        return f"no difference in any run: {_span(worth.today)}"
    return f"no difference that {answer.runs} runs agree on: {figures}"


def _span(points: tuple[int, ...]) -> str:
    """The middle of the runs, and between which points they lie."""
    middle = f"{round(median(points)):,}"
    if min(points) == max(points):
        return middle
    return f"{middle} ({min(points):,} to {max(points):,})"


def whatif_json(answer: WhatIf) -> dict[str, Any]:
    """The same as JSON: every run's points, and the verdicts."""
    told = answer.model_dump(mode="json")
    told["total"]["verdict"] = answer.verdict(answer.total)
    for row, worth in zip(told["goals"], answer.goals, strict=True):
        row["verdict"] = answer.verdict(worth)
    return told
