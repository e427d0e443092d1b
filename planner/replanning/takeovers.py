"""Whom to send in the place of somebody lost on site, and what that changes elsewhere."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, product

from models.deployment import Deployment, Role
from models.saying import say_authority, say_day, say_inspector, say_list, say_number
from planner.clock import Clock
from planner.facts import Facts
from planner.replanning.attempts import Least
from planner.replanning.counts import Numbers
from planner.replanning.losses import Loss, losses, who_could
from planner.replanning.question import Question, TakeOver, stand_ins
from planner.replanning.search import Search

#: So many ways of sending people are tried at most; each is a search of its own.
MOST_WAYS = 40
#: Seconds of the time left that are not spent on one way more, once there is an answer.
SPARED = 2.0
#: More points than any rota has.
NEVER = 10**9


def least_of(
    question: Question, facts: Facts, clock: Clock, seed: int, workers: int
) -> tuple[Question, Least]:
    """The least change, whoever takes the places of those lost on site.

    Somebody who is free anyway changes nothing else; only where nobody is, people are taken from
    elsewhere. A place for which nobody can come is left, and said to be.
    """
    open_places = [loss for loss in losses(question) if loss.days]
    if not open_places:
        return question, Search(question, facts, clock, seed, workers).least()
    could = _choices(question, open_places)
    nobody = Search(question, facts, clock, seed, workers)
    open_floors: list[Numbers] = []
    for left in range(len(open_places) + 1):
        ways = list(islice(_ways(could, left), MOST_WAYS + 1))
        searches = [
            Search(replace(question, taken=way), facts, clock, seed, workers)
            for way in ways[:MOST_WAYS]
        ]
        # Whoever is sent in a way that is not tried, as many deployments change by it.
        open_floors += [_with_sent(nobody.floor, len(way)) for way in ways[MOST_WAYS:]]
        best = _best(sorted(searches, key=lambda each: each.floor), open_floors)
        if best is not None:
            return best
    return question, nobody.least()


def _with_sent(floor: Numbers, sent: int) -> Numbers:
    """The floor of sending so many people, whoever they are."""
    return floor._replace(
        frozen_deployments=floor.frozen_deployments + sent, deployments=floor.deployments + sent
    )


def _best(searches: Sequence[Search], open_floors: list[Numbers]) -> tuple[Question, Least] | None:
    """The best answer of several ways, those that can change least tried first.

    A way is passed over when what it knocks out is more than what is reached; if time leaves one
    untried or open, it is added to ``open_floors``, which bound the answer.
    """
    best: tuple[Question, Least] | None = None
    points_least: list[int | None] = []
    for search in searches:
        if best is not None and search.floor > best[1].numbers:
            break
        if best is not None and search.clock.left() < SPARED:
            open_floors.append(search.floor)
            continue
        least = search.least()
        if least.draft is None:
            open_floors += [] if least.impossible else [search.floor]
            continue
        open_floors += [least.least] if least.least < least.numbers else []
        points_least.append(least.points_least)
        if best is None or _is_better(least, best[1]):
            best = search.question, least
    if best is None:
        return None
    bound = min([best[1].numbers, *open_floors])
    known = [each for each in points_least if each is not None]
    all_known = len(known) == len(points_least) and not open_floors
    return best[0], replace(best[1], least=bound, points_least=min(known) if all_known else None)


def _is_better(one: Least, other: Least) -> bool:
    points = [each.points if each.points is not None else NEVER for each in (one, other)]
    return (one.numbers, points[0]) < (other.numbers, points[1])


def _choices(question: Question, open_places: Sequence[Loss]) -> list[list[TakeOver]]:
    """Who could be sent to each place: those who are free, if they suffice for all of them."""
    could = [who_could(question, loss) for loss in open_places]
    free = [
        [loss.taken_by(each) for each in free]
        for loss, (free, _) in zip(open_places, could, strict=True)
    ]
    if next(_ways(free, 0), None) is not None:
        return free
    return [
        [loss.taken_by(each) for each in (*free, *elsewhere)]
        for loss, (free, elsewhere) in zip(open_places, could, strict=True)
    ]


def _ways(could: Sequence[Sequence[TakeOver]], left: int) -> Iterator[tuple[TakeOver, ...]]:
    """Who is sent where with so many places left, nobody to two places."""
    for way in product(*((*each, None) for each in could)):
        sent = tuple(each for each in way if each is not None)
        if len(way) - len(sent) == left and len({x.inspector_id for x in sent}) == len(sent):
            yield sent


def say_reports(question: Question) -> Iterator[str]:
    """Which leads are away while they write the report: nobody writes it in their place."""
    programme, calendar = question.programme, question.programme.calendar
    for each in question.baseline.deployments:
        week = question.slots.get(each.la_code)
        if each.role is not Role.LEAD or each.la_code not in question.begun or week is None:
            continue
        weeks = range(week + 2, week + 2 + programme.policy.busy.lead_report_weeks)
        days = [day for x in weeks for day in calendar.working_days(x) if day >= question.today]
        away = [day for day in days if question.is_away(each.inspector_id, day)]
        if away and not _is_lost(question, each) and not _has_handed_over(question, each):
            who = say_inspector(programme, each.inspector_id)
            where = say_authority(programme, each.la_code)
            number = say_number(len(away), "day")
            yield f"{who}, lead at {where}, is away while the report is written: {number} struck."


def _has_handed_over(question: Question, lead: Deployment) -> bool:
    """Whether another leads by now, who writes the report."""
    later = [each for each in stand_ins(question.baseline) if each.role is Role.LEAD]
    return lead not in later and any(each.la_code == lead.la_code for each in later)


def _is_lost(question: Question, deployment: Deployment) -> bool:
    place = (deployment.la_code, deployment.inspector_id)
    return any((loss.la_code, loss.inspector_id) == place for loss in losses(question))


def say_losses(question: Question) -> Iterator[str]:
    """What is struck, and who takes over or that nobody is free, a sentence for each."""
    programme = question.programme
    for loss in losses(question):
        who = say_inspector(programme, loss.inspector_id)
        where = say_authority(programme, loss.la_code)
        days = say_list(say_day(day) for day in loss.struck)
        lost = f"{who} is lost at {where}: {say_number(len(loss.struck), 'day')} struck ({days})"
        taken = [
            each
            for each in question.taken
            if (each.la_code, each.lost) == (loss.la_code, loss.inspector_id)
        ]
        if taken:
            other = say_inspector(programme, taken[0].inspector_id)
            word = "takes over" if loss.been_there else "comes instead"
            yield f"{lost}; {other} {word} from {say_day(taken[0].since)}."
        elif loss.days:
            yield f"{lost}; nobody of {loss.body.title} is free to take over."
        else:
            yield f"{lost}; no day is left for another to take over."
