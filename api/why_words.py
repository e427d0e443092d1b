"""Why not there, then: the answer in sentences and as JSON."""

from collections.abc import Iterator
from typing import Any

from api.replan_words import replan_json, replan_lines
from models.breach import Breach
from models.programme import Programme
from models.rulebook import GOAL_OF, RULE_OF
from models.saying import say_authority, say_day, say_inspector
from models.why_not import Possibility, WhyNot


def why_lines(programme: Programme, answer: WhyNot) -> Iterator[str]:
    """What was asked and whether it can be had; what would break; what it would cost and change."""
    yield _headline(programme, answer)
    if answer.possibility is Possibility.STANDS:
        return
    if answer.possibility is not Possibility.POSSIBLE:
        yield from (f"  {sentence}" for sentence in answer.forbidden)
    # Facts that forbid it say enough; what else would break is in the JSON.
    by_facts = answer.possibility is Possibility.FORBIDDEN and answer.replanned is None
    if answer.direct and not by_facts:
        yield f"If only that changed{_instead(programme, answer)}, these rules would break:"
        yield from (f"  {_breach(each)}" for each in answer.direct)
    elif answer.possibility is not Possibility.FORBIDDEN:
        yield f"If only that changed{_instead(programme, answer)}, every rule would be kept."
    if answer.possibility is Possibility.POSSIBLE and answer.replanned is not None:
        yield "The least change that has it:"
        yield from (f"  {line}" for line in replan_lines(answer.replanned))
        yield from _costs(answer)


def _headline(programme: Programme, answer: WhyNot) -> str:
    where = say_authority(programme, answer.la_code)
    if answer.start is not None:
        asked = f"{where} from {say_day(answer.start)}"
        asked += "" if answer.start == answer.now else f", not from {say_day(answer.now)}"
    else:
        asked = f"{say_inspector(programme, answer.inspector_id)} on the team in {where}"
    return f"{asked}: {_VERDICTS[answer.possibility]}."


_VERDICTS = {
    Possibility.STANDS: "so it is",
    Possibility.POSSIBLE: "possible",
    Possibility.FORBIDDEN: "not possible, whatever else changes",
    Possibility.UNSETTLED: "not settled in time; more --seconds may settle it",
}


def _instead(programme: Programme, answer: WhyNot) -> str:
    if answer.start is not None:
        return ", the team and all else standing"
    if not answer.instead_of:
        return ", beside all who come now"
    return f", in the place of {say_inspector(programme, answer.instead_of)}"


def _breach(breach: Breach) -> str:
    card = RULE_OF[breach.rule]
    return f"{card.id} {card.title}: {breach.sentence}"


def _costs(answer: WhyNot) -> Iterator[str]:
    """The points by goal that would change, and the total."""
    after = answer.replanned and answer.replanned.result.goals
    if answer.before is None or not after:
        return
    cost = answer.cost or 0
    yield f"It would cost {cost:+,} points: {answer.before.total:,} now, {after.total:,} then"
    for was, then in zip(answer.before.scores, after.scores, strict=True):
        if was.points != then.points:
            card = GOAL_OF[was.goal]
            points = f"{was.points:,} now, {then.points:,} then"
            yield f"  {card.id} {card.name:<9} {then.points - was.points:>+7,}: {points}"


def why_json(answer: WhyNot) -> dict[str, Any]:
    """The same as JSON, the whole rota left out."""
    told = answer.model_dump(mode="json", exclude={"replanned", "before"})
    after = answer.replanned and answer.replanned.result.goals
    if answer.replanned is None or answer.before is None or not after:
        return told
    goals = {
        was.goal: {"now": was.points, "then": then.points}
        for was, then in zip(answer.before.scores, after.scores, strict=True)
    }
    total = {"now": answer.before.total, "then": after.total}
    return told | {"goals": goals | {"total": total}, "change": replan_json(answer.replanned)}
