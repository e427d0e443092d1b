"""Several ways to take changes in: the one that changes least, and others that disturb others."""

import os
import time
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace

from models.changes import Change
from models.programme import Programme
from models.replan import Replanned
from models.rota import Rota
from models.way import way_of, worth_showing
from planner.clock import Clock, clock_for
from planner.draft import Draft
from planner.replanning.attempts import Least
from planner.replanning.changed import numbers_of
from planner.replanning.counts import Numbers
from planner.replanning.options import ReplanOptions
from planner.replanning.replan import Run, answer, gate, limits_of, search
from planner.replanning.ways_asked import Room, asked_at_last, asked_of
from planner.replanning.ways_model import Further
from planner.replanning.ways_rooms import scope_in
from planner.report import Report
from planner.seed import random_for
from planner.solve import Effort

#: So many ways are shown at most, the first among them.
MOST_WAYS = 5
#: So often another way is looked for at most.
MOST_TRIES = 24
#: The share of the time that the first way may take, and the seconds that it may take anyway.
FIRST_SHARE, FIRST_SECONDS = 0.4, 10.0
#: Seconds that a way takes besides its solve, to be written out and checked.
SPARED = 1.0


def ways(
    programme: Programme, baseline: Rota, changes: Sequence[Change], options: ReplanOptions
) -> tuple[Replanned, ...]:
    """Up to five ways to take changes in, each whole and checked (problem.md, Re-plan).

    The first is that of ``replan``, in two fifths of the time or ten seconds. None of the others is
    dominated in slots moved, people disturbed and points, nor dominates the first; no two disturb
    the same people. The first is alone where no other was found, or where it disturbs nobody; it
    has no rota where ``replan`` finds none. Raises as ``replan`` does.
    """
    whole = replace(options, began=options.began or time.monotonic())
    clock = clock_for(limits_of(whole), len(programme.authorities))
    at_first = min(whole.seconds, max(FIRST_SECONDS, FIRST_SHARE * whole.seconds))
    run = search(programme, baseline, changes, replace(whole, seconds=at_first))
    found = [answer(run, changes)]
    if found[0].result.rota is None:
        return tuple(found)
    run.report.tell("way 1", way_of(found[0]).points)
    if not found[0].told:
        return tuple(found)
    for each in _Others(run, found[0], clock, whole).found(changes):
        found.append(each)
        if len(worth_showing(found)) == MOST_WAYS:
            break
    return worth_showing(found)


class _Others:
    """The ways besides the first, one after another while there is time."""

    def __init__(self, run: Run, first: Replanned, clock: Clock, options: ReplanOptions) -> None:
        assert run.least.draft is not None
        self._run, self._clock, self._options = run, clock, options
        self._draft, self._known = run.least.draft, [way_of(first)]
        # A bound on the points of every rota holds for the others too.
        self._points_of_any = first.tiers[-1].least if run.least.points_least is None else 0
        self._workers = options.workers or os.cpu_count() or 1
        self._drawn = random_for(run.seed, "ways").getrandbits(31)
        self._models: dict[Room, Further] = {}

    def found(self, changes: Sequence[Change]) -> Iterator[Replanned]:
        """Every way as it is found and checked; the caller decides which are worth showing."""
        first, least = self._known[0], self._run.least.numbers
        pending, at_last = deque(asked_of(first, least)), deque(asked_at_last(first, least))
        for _ in range(MOST_TRIES):
            pending = pending or at_last
            if not pending or self._clock.left() <= SPARED:
                return
            asked, began = pending.popleft(), self._clock.now()
            draft = self._model(asked.room).find(asked, self._known, self._effort())
            if draft is not None:
                # Where one was found there may be another.
                pending.append(asked)
                yield from self._checked(draft, began, changes)

    def _model(self, room: Room) -> Further:
        if room not in self._models:
            question, first = self._run.question, self._known[0]
            scope = scope_in(room, question, self._draft)
            self._models[room] = Further(question, scope, first, self._draft, self._clock)
            for way in self._known:
                self._models[room].exclude(way.people)
        return self._models[room]

    def _effort(self) -> Effort:
        """The time that is left, shared out evenly among the ways that are missing."""
        missing = max(1, MOST_WAYS + 1 - len(self._known))
        seconds = (self._clock.left() - SPARED) / missing
        return Effort(seconds=seconds, workers=self._workers, seed=self._drawn, probing=False)

    def _checked(
        self, draft: Draft, began: float, changes: Sequence[Change]
    ) -> Iterator[Replanned]:
        """The way of a draft, unless the checks refuse it."""
        report, stage = Report(self._clock, limits_of(self._options)), f"way {len(self._known) + 1}"
        report.end_stage(stage, began)
        replanned = gate(replace(self._run, least=self._least(draft), report=report), changes)
        if replanned.result.rota is None:
            return
        way = way_of(replanned)
        self._known.append(way)
        for model in self._models.values():
            model.exclude(way.people)
        report.tell(stage, way.points)
        yield replanned

    def _least(self, draft: Draft) -> Least:
        """The way's numbers, with what the first one's proofs say of them."""
        first, numbers = self._run.least, numbers_of(self._run.question, draft)
        bounds = [
            bound if numbers[:place] == first.least[:place] else 0
            for place, bound in enumerate(first.least)
        ]
        as_first = first.points_least if numbers == first.numbers == first.least else None
        points = self._points_of_any if as_first is None else as_first
        return Least(draft, numbers, Numbers(*bounds), points_least=points)
