"""How the differences of two rotas are told, the same by the command and by the page."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from api.charts.pair import Pair
from api.goal_words import goals_json
from api.terminal import Column, Table
from models.comparison import (
    Comparison,
    CpsChange,
    DaysChange,
    Part,
    ReviewChange,
    SlotChange,
    TeamChange,
)
from models.deployment import Role
from models.inspection import Review
from models.programme import Programme
from models.roster_changes import RosterChange
from models.rulebook import GOAL_OF
from models.saying import say_authority, say_day, say_list, say_number
from models.word import Word

_REVIEWS = {Review.FIRST: "first", Review.CHANGE: "after a change", Review.NO: "no"}
_SHOWN = 10


def said_review(review: Review) -> str:
    """Whether and why an inspection carries the force-wide review."""
    return _REVIEWS[review]


def said_weeks(slot: SlotChange) -> str:
    """How far a slot moved: 3 weeks later; or that one of the rotas lacks it."""
    if slot.weeks is None:
        return "in the rota before only" if slot.after is None else "in the rota after only"
    return f"{say_number(abs(slot.weeks), 'week')} {'later' if slot.weeks > 0 else 'earlier'}"


def said_people(programme: Programme, parts: Iterable[Part]) -> str:
    """The names of people on a team, with any role but member."""
    return ", ".join(_said_part(programme, each) for each in parts)


def _said_part(programme: Programme, part: Part) -> str:
    name = programme.inspector_of[part.inspector_id].name
    return name if part.role is Role.MEMBER else f"{name} ({part.role})"


def said_passing(programme: Programme, found: Comparison, review: ReviewChange) -> str:
    """To and from which inspections of the force a review passes, reason by reason."""
    inside = [each for each in found.reviews_in[review.police_force_code] if each != review]
    to = [each.la_code for each in inside if review.is_had and each.after is review.before]
    origin = [each.la_code for each in inside if review.is_made and each.before is review.after]
    words = (("passes to", to), ("comes from", origin))
    return "; ".join(
        f"{word} {say_list(programme.authority_of[code].name for code in codes)}"
        for word, codes in words
        if codes
    )


def said_roster_change(change: RosterChange) -> str:
    """What is different about somebody's line of the roster, in a few words."""
    before, after = change.before, change.after
    if before is None or after is None:
        return "gained" if before is None else "lost"
    fields = {
        "moved": ("start",),
        "role": ("role",),
        "busy weeks": ("busy_from", "busy_to"),
        "days on site": ("on_site_from", "on_site_to"),
        "force-wide review": ("force_wide_review",),
    }
    different = [
        word
        for word, names in fields.items()
        if any(getattr(before, name) != getattr(after, name) for name in names)
    ]
    # Whoever moves has other busy weeks and days on site anyway.
    return "moved" if different[:1] == ["moved"] else ", ".join(different)


def compare_summary(found: Comparison) -> str:
    """The differences counted, in one sentence."""
    if found.is_same:
        return "no difference"
    one_sided = len(found.slots) - len(found.moved)
    reviews = sum(each.is_made for each in found.reviews)
    counts = {
        say_number(len(found.moved), "slot") + " moved": True,
        say_number(found.deployments_changed, "deployment") + " changed": True,
        say_number(one_sided, "authority", "authorities") + " in one rota only": one_sided,
        say_number(reviews, "force-wide review") + " at another inspection": reviews,
        say_number(len(found.cps_activities), "HMCPSI activity", "HMCPSI activities")
        + " changed": found.cps_activities,
        "other days on site at "
        + say_number(len(found.days), "authority", "authorities"): found.days,
    }
    return ", ".join(words for words, is_said in counts.items() if is_said)


def compare_parts(pair: Pair) -> Iterator[str | Table]:
    """The summary, the first of the differences of each kind, and the goals."""
    programme, found = pair.programme, pair.comparison
    summary = compare_summary(found)
    yield summary[0].upper() + summary[1:]
    yield from pair.remarks
    yield from _some("Slots", [_slot_line(programme, each) for each in found.slots])
    yield from _some("Deployments", [_team_line(programme, each) for each in found.teams])
    yield from _some("Force-wide reviews", [_review_line(pair, each) for each in found.reviews])
    yield from _some("HMCPSI", [_cps_line(programme, each) for each in found.cps_activities])
    yield from _some("Other days on site", [_days_line(programme, each) for each in found.days])
    yield _goal_table(pair)


def _some(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield f"{title}:"
        yield from (f"  {line}" for line in lines[:_SHOWN])
    if len(lines) > _SHOWN:
        yield f"  and {len(lines) - _SHOWN:,} more: --out page.html or --json shows all"


def _slot_line(programme: Programme, slot: SlotChange) -> str:
    where = say_authority(programme, slot.la_code)
    if slot.before is None or slot.after is None:
        return f"{where}: {said_weeks(slot)}"
    return f"{where}: {say_day(slot.before)} to {say_day(slot.after)}, {said_weeks(slot)}"


def _team_line(programme: Programme, team: TeamChange) -> str:
    lost, gained = (said_people(programme, each) for each in (team.lost, team.gained))
    parts = [f"{word} {names}" for word, names in (("loses", lost), ("gains", gained)) if names]
    where = say_authority(programme, team.la_code)
    return f"{where}, {team.inspectorate.title}: {say_list(parts)}"


def _review_line(pair: Pair, review: ReviewChange) -> str:
    where = say_authority(pair.programme, review.la_code)
    passing = said_passing(pair.programme, pair.comparison, review)
    was, is_now = said_review(review.before), said_review(review.after)
    return f"{where}: was {was}, is {is_now}" + (f"; {passing}" if passing else "")


def _cps_line(programme: Programme, cps: CpsChange) -> str:
    where = say_authority(programme, cps.la_code)
    before, after = (
        say_list(
            f"{programme.inspector_of[each.inspector_id].name}, {say_day(each.start)}"
            for each in activities
        )
        or "nobody"
        for activities in (cps.before, cps.after)
    )
    return f"{where}: {before} to {after}"


def _days_line(programme: Programme, days: DaysChange) -> str:
    names = say_list(programme.inspector_of[each].name for each in days.inspector_ids)
    return f"{say_authority(programme, days.la_code)}: {names}"


_GOAL_COLUMNS = (
    Column("Goal"),
    Column("Points before", number=True),
    Column("Points after", number=True),
    Column("Change", number=True),
)


def _goal_table(pair: Pair) -> Table:
    before, after = pair.before.goals, pair.after.goals
    scores = zip(before.scores, after.scores, strict=True)
    rows = [
        (f"{GOAL_OF[was.goal].id} {was.goal}", was.points, is_now.points) for was, is_now in scores
    ]
    return Table(
        _GOAL_COLUMNS,
        [
            (name, f"{was:,}", f"{is_now:,}", f"{is_now - was:+,}")
            for name, was, is_now in (*rows, ("Total", before.total, after.total))
        ],
        plain=list(_goal_lines(pair)),
    )


def _goal_lines(pair: Pair) -> Iterator[str]:
    before, after = pair.before.goals, pair.after.goals
    more = _more(before.total, after.total)
    yield f"Total: {before.total:,} points before, {after.total:,} after{more}"
    for was, is_now in zip(before.scores, after.scores, strict=True):
        card = GOAL_OF[was.goal]
        more = _more(was.points, is_now.points)
        yield f"  {card.id} {card.name:<9}{was.points:>9,} before{is_now.points:>9,} after{more}"


def _more(before: int, after: int) -> str:
    if before == after:
        return ", the same"
    return f", {abs(after - before):,} {'more' if after > before else 'fewer'}"


def compare_json(pair: Pair) -> dict[str, Any]:
    """All of it as JSON: every part of the comparison by its word, dates in ISO form."""
    programme, found = pair.programme, pair.comparison
    parts = {
        name: [_with_authority(programme, each) for each in getattr(found, name)]
        for name in type(found).model_fields
    }
    for row, slot in zip(parts["slots"], found.slots, strict=True):
        row["weeks"] = slot.weeks
    for row, team in zip(parts["teams"], found.teams, strict=True):
        row["deployments"] = team.deployments
    return {
        "same": found.is_same,
        "slots_moved": len(found.moved),
        "deployments_changed": found.deployments_changed,
        **parts,
        "remarks": list(pair.remarks),
        "goals": {"before": goals_json(pair.before.goals), "after": goals_json(pair.after.goals)},
    }


def _with_authority(programme: Programme, part: Word) -> dict[str, Any]:
    row = part.model_dump(mode="json")
    return {"authority": programme.authority_of[row["la_code"]].name, **row}
