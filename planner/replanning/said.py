"""What a re-plan says of itself in sentences: losses, what is frozen and changes, deferrals."""

from collections.abc import Iterator, Sequence

from models.changes import Change
from models.deferral_effects import say_deferrals
from models.replan import Difference
from models.rota import Rota
from models.saying import say_authority, say_day, say_inspector
from planner.replanning.question import Question
from planner.replanning.takeovers import say_losses, say_reports


def say_replan(
    question: Question, changes: Sequence[Change], rota: Rota, found: Sequence[Difference]
) -> tuple[str, ...]:
    """Every sentence, those on people lost on site first."""
    return (
        *say_losses(question),
        *say_reports(question),
        *say_frozen(question, found),
        *say_deferrals(question.programme, changes, question.baseline, rota),
    )


def say_frozen(question: Question, found: Sequence[Difference]) -> Iterator[str]:
    """Which frozen slots and deployments change, and why."""
    programme = question.programme
    for each in found:
        where = say_authority(programme, each.la_code)
        if each.frozen and each.item == "slot":
            yield f"Inside the freeze: {where} moves ({each.cause})."
        elif each.frozen and each.item.startswith("deployment "):
            who = say_inspector(programme, each.item.removeprefix("deployment "))
            what = "joins" if not each.before else "leaves" if not each.after else "changes role at"
            start = question.baseline.inspection_of.get(each.la_code)
            verb = "started" if each.la_code in question.begun else "starts"
            when = f", which {verb} on {say_day(start.start)}" if start else ""
            yield f"Inside the freeze: {who} {what} {where}{when} ({each.cause})."
