"""What a run has to tell: its stages, its curve, its bounds, and live progress."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import RLock

from models.result import CurvePoint, Stage, gap_of
from planner.clock import Clock
from planner.improve.board import Board
from planner.options import PlanOptions, Progress

NOTHING: Mapping[str, int] = {}


@dataclass
class Report:
    """Gathers stages, the best total and the best bounds over time; passes progress on.

    Totals only fall and bounds only rise, whatever order they come in; threads may tell at once.
    Once the gap between them is as small as was asked for, the clock has no time left to search.
    """

    clock: Clock
    options: PlanOptions
    stages: list[Stage] = field(default_factory=list)
    #: Sentences for the reader of the answer: what was mended, say.
    said: list[str] = field(default_factory=list)
    curve: list[CurvePoint] = field(default_factory=list)
    bound: int | None = field(default=None, init=False)
    #: The best known bound of each goal by itself, in points.
    bounds: dict[str, int] = field(default_factory=dict, init=False)
    total: int | None = field(default=None, init=False)
    _stage: str = field(default="", init=False)
    _goals: Mapping[str, int] = field(default_factory=dict, init=False)
    _turn: RLock = field(default_factory=RLock, init=False)

    def tell(self, stage: str, total: int | None, goals: Mapping[str, int] = NOTHING) -> None:
        """Pass on where the run stands; a better total than any before joins the curve."""
        with self._turn:
            self._stage = stage
            if total is not None and (self.total is None or total < self.total):
                self.total, self._goals = total, goals
                self._bend()
            self._pass_on()

    def tell_board(self, stage: str, board: Board) -> None:
        """Pass on a whole rota's points by goal, or only the stage while it is not whole."""
        if board.unplaced:
            self.tell(stage, None)
        else:
            self.tell(stage, board.points(), board.points_by_goal())

    def tell_bound(self, total: int | None, by_goal: Mapping[str, int] = NOTHING) -> None:
        """Take in what no rota's total, and no rota's points by goal, can go below.

        A lower bound than one known before is no news. What the goals cannot go below one by
        one, their total cannot either.
        """
        with self._turn:
            for goal, bound in by_goal.items():
                self.bounds[goal] = max(bound, self.bounds.get(goal, bound))
            known = [self.bound, total, sum(self.bounds.values()) if self.bounds else None]
            best = max((each for each in known if each is not None), default=None)
            if best != self.bound:
                self.bound = best
                self._bend()
                self._pass_on()

    def withdraw_bounds(self) -> None:
        """Take back every bound, and say so: the rota has shown one of them to be wrong."""
        with self._turn:
            self.bound, self.bounds = None, {}
            self.curve = [point.model_copy(update={"bound": None}) for point in self.curve]
            self.said.append(
                "The rota goes below a bound that was to hold for every rota. That is a bug of "
                "ours, please report it; the rota keeps every rule, but no bound is given."
            )

    @property
    def gap(self) -> float | None:
        """The gap between the best total and its bound, None while one of them is unknown."""
        return gap_of(self.total, self.bound)

    def _bend(self) -> None:
        """Write down that total or bound is better now, and see whether that is enough."""
        if self.total is None:
            return
        seconds = round(self.clock.now(), 3)
        self.curve.append(CurvePoint(seconds=seconds, total=self.total, bound=self.bound))
        if self.gap is not None and self.gap <= self.options.gap:
            self.clock.enough.set()

    def _pass_on(self) -> None:
        seconds, goals = self.clock.now(), self._goals
        self.options.progress(Progress(self._stage, seconds, self.total, self.bound, goals))

    def end_stage(
        self,
        name: str,
        began: float,
        objective: int | None = None,
        bound: int | None = None,
        note: str = "",
    ) -> None:
        """Write a finished stage down; ``began`` is the clock's reading at its start."""
        seconds = round(self.clock.now() - began, 3)
        stage = Stage(name=name, seconds=seconds, objective=objective, bound=bound, note=note)
        self.stages.append(stage)
