"""A run that can be repeated: the limits count work, not seconds."""

from collections.abc import Iterable
from dataclasses import dataclass

from models.programme import Programme
from models.result import Status
from planner.draft import Draft
from planner.facts import Facts
from planner.improve.annealing import is_compiled
from planner.improve.board import Board
from planner.improve.in_step import Annealed, Gains, Gathered, Polished, rounds
from planner.improve.processes import Member, dismiss, start_all
from planner.improve.worker import StepTask
from planner.national import first_rota
from planner.outcome import Outcome
from planner.prove.proof import steady_bound
from planner.report import Report
from planner.scope import Scope
from planner.seed import random_for
from planner.small import SMALL
from planner.solve import Effort, solve_scope
from planner.solve import Outcome as Ended

#: Processes of a repeatable run unless told otherwise: not one a core, which machines differ in.
WORKERS = 2
#: What a second of the limit stands for: looks of the annealing, and the solver's units.
LOOKS_A_SECOND, UNITS_A_SECOND = 80, 1.0
#: The share of the work that is annealing, and how much of either is one round.
ANNEAL_SHARE = 0.6
LOOKS_A_ROUND, UNITS_A_ROUND = 80, 1.0

LOST = "A process of the search was lost: this is the best rota till then, and not repeatable."


@dataclass(frozen=True)
class Work:
    """How much work a run may do: looks of annealing, units of neighbourhoods, units of proof."""

    looks: int
    units: float
    proof: float

    @classmethod
    def of(cls, seconds: float, authorities: int) -> "Work":
        """What about so many seconds bring; a small programme spends half on the whole model."""
        proof = 0.5 * seconds if authorities <= SMALL else 0.0
        rest = seconds - proof
        return cls(
            looks=max(1, round(ANNEAL_SHARE * rest * LOOKS_A_SECOND)),
            units=(1 - ANNEAL_SHARE) * rest * UNITS_A_SECOND,
            proof=proof * UNITS_A_SECOND,
        )


def plan_repeatable(
    programme: Programme, seed: str, workers: int | None, report: Report
) -> Outcome:
    """The rota that so much work brings; only stopping it makes a difference."""
    clock, board = report.clock, Board(Facts(programme))
    began = clock.now()
    first = first_rota(board, seed, clock, clock.search_until, report)
    report.end_stage("construct", began, board.points() if first else None)
    if first is None:
        return Outcome(Status.OUT_OF_TIME, None)
    report.tell_board("construct", board)
    if report.options.bounded:
        _prove(board.facts, report)
    work = Work.of(report.options.seconds, len(programme.authorities))
    _improve(board, seed, workers or WORKERS, work, report)
    status = Status.STOPPED if clock.stop.is_set() else Status.FEASIBLE
    if work.proof and not clock.is_called_off():
        return _whole(board, seed, work, report)
    return Outcome(status, board.draft(), board.points(), report.bound)


def _prove(facts: Facts, report: Report) -> None:
    """Bounds first, since the gap may end the search: by a fixed amount of work."""
    began = report.clock.now()
    report.tell("bound", None)
    bounds = steady_bound(facts)
    report.tell_bound(bounds.total, bounds.by_goal)
    report.end_stage("bound", began, bound=report.bound)


def _improve(board: Board, seed: str, workers: int, work: Work, report: Report) -> None:
    began, draft = report.clock.now(), board.draft()
    gathered = Gathered(board, {})
    hands = start_all(StepTask(board.facts, draft, seed, each) for each in range(workers))
    try:
        for _ in rounds(
            gathered,
            lambda order: _all_hands(hands, order),
            work.looks,
            LOOKS_A_ROUND,
            work.units,
            UNITS_A_ROUND,
        ):
            report.tell_board("improve", board)
            if report.clock.is_called_off():
                break
    except (EOFError, OSError):
        # The best rota is kept; what the others would have made of it cannot be known.
        report.said.append(LOST)
    finally:
        dismiss(hands)
    report.end_stage("improve", began, board.points(), note=_said(gathered, workers, work))


def _all_hands(hands: Iterable[Member], order: Annealed | Polished) -> list[Gains]:
    """Give every process the order, and gather what each brings, in the processes' order.

    EOFError or OSError where a process was lost.
    """
    for hand in hands:
        hand.pipe.send(order)
    return [hand.pipe.recv() for hand in hands]


def _said(gathered: Gathered, workers: int, work: Work) -> str:
    loop = "compiled" if is_compiled() else "plain Python"
    gains = ", ".join(f"{step} {points}" for step, points in sorted(gathered.gained.items()))
    return (
        f"{workers} processes in step, {loop}; at most {work.looks} looks of annealing and "
        f"{work.units:g} units of neighbourhoods each; points gained: {gains or 'none'}"
    )


def _whole(board: Board, seed: str, work: Work, report: Report) -> Outcome:
    """The whole model of a small programme, by one worker for so many units."""
    began, programme = report.clock.now(), board.facts.programme
    draw = random_for(seed, "whole").getrandbits(31)
    effort = Effort(seconds=float("inf"), units=work.proof, seed=draw, linearization=2)
    found = solve_scope(programme, Scope.whole(programme), board.draft(), effort)
    report.tell_bound(found.bound)
    report.end_stage("prove", began, found.total, report.bound)
    best: tuple[int | None, Draft | None] = (board.points(), board.draft())
    if found.draft is not None:
        # Broken off, the solver may count a goal higher than it is: G5's ends need not be tight.
        points = Board.holding(board.facts, found.draft).points()
        if points < board.points():
            best = (points, found.draft)
    status = Status.OPTIMAL if found.outcome is Ended.OPTIMAL else Status.FEASIBLE
    return Outcome(status, best[1], best[0], report.bound)
