"""Whom to send in the place of somebody lost on site, and what that changes elsewhere."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, product

from models.saying import say_authority, say_day, say_inspector, say_list, say_number
from planner.clock import Clock
from planner.replanning.losses import Loss, losses, who_could
from planner.replanning.question import Question, TakeOver
from planner.replanning.search import Least, Search

#: So many ways of sending people are tried at most; each is a search of its own.
MOST_WAYS = 40


def least_of(question: Question, clock: Clock, seed: int, workers: int) -> tuple[Question, Least]:
    """The least change, whoever takes the places of those lost on site.

    Somebody who is free anyway changes nothing else; only where nobody is, people are taken from
    elsewhere. A place for which nobody can come is left, and said to be.
    """
    open_places = [loss for loss in losses(question) if loss.days]
    ways = list(islice(_ways(question, open_places), MOST_WAYS))
    best: tuple[Question, Least] | None = None
    settled = True
    for way in ways or [()]:
        asked = replace(question, taken=tuple(way))
        least = Search(asked, clock, seed, workers).least()
        settled = settled and (least.impossible or least.numbers == least.least)
        if least.draft is not None and (best is None or _is_better(least, best[1])):
            best = asked, least
        if clock.left() <= 0:
            settled = False
            break
    if best is None:
        asked = replace(question, taken=())
        return asked, Search(asked, clock, seed, workers).least()
    return best if len(ways) <= 1 or settled else (best[0], _unproven(best[0], best[1]))


def _is_better(one: Least, other: Least) -> bool:
    points = [each.points if each.points is not None else 10**9 for each in (one, other)]
    return (one.numbers, points[0]) < (other.numbers, points[1])


def _unproven(question: Question, least: Least) -> Least:
    """The same answer, its bounds those that hold whoever is sent."""
    return replace(least, points_least=None)


def _ways(question: Question, open_places: Sequence[Loss]) -> Iterator[tuple[TakeOver, ...]]:
    """Who could be sent where: those free before those who are not, nobody to two places."""
    choices: list[list[TakeOver | None]] = []
    for loss in open_places:
        free, elsewhere = who_could(question, loss)
        could = [loss.taken_by(each) for each in free or elsewhere]
        choices.append([*could] or [None])
    for way in product(*choices):
        sent = [each for each in way if each is not None]
        if len({each.inspector_id for each in sent}) == len(sent):
            yield tuple(sent)


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
