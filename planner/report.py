"""What a run has to tell: its stages, its curve, and live progress."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from models.result import CurvePoint, Stage
from planner.clock import Clock
from planner.improve.board import Board
from planner.options import PlanOptions, Progress


@dataclass
class Report:
    """Gathers stages and the curve of the best total; passes progress on as it comes."""

    clock: Clock
    options: PlanOptions
    stages: list[Stage] = field(default_factory=list)
    curve: list[CurvePoint] = field(default_factory=list)
    bound: int | None = None

    def tell(self, stage: str, total: int | None, goals: Mapping[str, int] | None = None) -> None:
        """Pass on where the run stands; a better total than any before joins the curve."""
        seconds = self.clock.now()
        if total is not None and (not self.curve or total < self.curve[-1].total):
            self.curve.append(CurvePoint(seconds=round(seconds, 3), total=total, bound=self.bound))
        self.options.progress(Progress(stage, seconds, total, self.bound, goals or {}))

    def tell_board(self, stage: str, board: Board) -> None:
        """Pass on a whole rota's points by goal, or only the stage while it is not whole."""
        if board.unplaced:
            self.tell(stage, None)
        else:
            self.tell(stage, board.points(), board.points_by_goal())

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
