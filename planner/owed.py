"""Why a team does not fit under seven on site, in one sentence with its figures (R5)."""

from collections.abc import Iterable, Sequence

from models.inspectorate import Inspectorate
from planner.fitting import SiteWeek

_WEEK_WORDS = ("one", "two")


def misfit_sentence(weeks: Sequence[SiteWeek], opening: str) -> str | None:
    """What does not fit in the first of an inspection's ``weeks`` that does not; None if both do.

    ``opening`` goes before the sizes: "with", or "with a least of".
    """
    for word, week in zip(_WEEK_WORDS, weeks, strict=True):
        if not week.fits:
            return f"{opening} {team_words(week)}: {_too_much(week, word)}"
    return None


def team_words(week: SiteWeek) -> str:
    """The team of one week in words: "6 Ofsted, 3 CQC, and 2 Probation"."""
    people: dict[Inspectorate, int] = {}
    for each in week.owing:
        people[each.body] = people.get(each.body, 0) + each.people
    return listed(f"{number} {short_title(body)}" for body, number in people.items())


def short_title(body: Inspectorate) -> str:
    """The inspectorate's name as a table heads it: "Probation" for HMI Probation."""
    return body.title.removeprefix("HMI ")


def listed(items: Iterable[str]) -> str:
    """The items in a sentence: "a", "a and b", "a, b, and c"."""
    words = list(items)
    if len(words) < 3:
        return " and ".join(words)
    return f"{', '.join(words[:-1])}, and {words[-1]}"


def _too_much(week: SiteWeek, word: str) -> str:
    if week.days_owed > week.holds:
        terms = " + ".join(str(each.days * each.people) for each in week.owing)
        return f"{terms} = {week.days_owed} days owed, week {word} holds {week.holds}"
    there = week.every_day + week.extra_at_feedback
    return (
        f"the last day of week {word} takes {there}, {week.every_day} who come every day and "
        f"{week.extra_at_feedback} more for the final feedback, and {week.most} may be on site"
    )
