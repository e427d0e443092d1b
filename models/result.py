"""What a run says of its answer: status, goals, bounds and the certificate."""

from collections.abc import Mapping
from enum import StrEnum

from models.rota import Rota
from models.tier import Tier
from models.word import Word


class Status(StrEnum):
    """How a run ended; the states are never merged (trust: "Nothing is lost")."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    IMPOSSIBLE = "impossible"
    OUT_OF_TIME = "out_of_time"
    STOPPED = "stopped"
    REFUSED = "refused"


def gap_of(total: int | None, bound: int | None) -> float | None:
    """The gap, (total - bound) / total: the share of a total that might still be saved.

    Never below 0; None while total or bound is unknown.
    """
    if total is None or bound is None:
        return None
    return max(0, total - bound) / total if total else 0.0


class GoalScore(Word):
    """One goal's raw figure, weight and points; ``bound`` is in points, None where unknown."""

    goal: str
    raw: int
    weight: int
    bound: int | None = None

    @property
    def points(self) -> int:
        """The raw figure times its weight."""
        return self.raw * self.weight


class Goals(Word):
    """The scores of all goals, in the order of problem.md, and what is known of their total."""

    scores: tuple[GoalScore, ...]
    bound: int | None = None

    @property
    def total(self) -> int:
        """The sum of all points, which is minimised."""
        return sum(score.points for score in self.scores)

    @property
    def gap(self) -> float | None:
        """(total - bound) / total, from 0 to 1; None where no bound is known."""
        return gap_of(self.total, self.bound)


class Stage(Word):
    """One stage of a run: its objective and bound in points, and the seconds it took."""

    name: str
    seconds: float
    objective: int | None = None
    bound: int | None = None
    note: str = ""


class CurvePoint(Word):
    """The best total known after so many seconds, and the best bound known then.

    Along a curve totals only fall and bounds only rise; each point betters one of the two.
    """

    seconds: float
    total: int
    bound: int | None = None


class Certificate(Word):
    """What was asked, with what, and what was found: enough to repeat and to doubt it.

    ``start_sha256`` is the hash of the rota that the run started from, ``baseline_sha256`` that of
    a re-plan's baseline, None where it had none; ``tiers`` are those of a re-plan.
    """

    inputs_sha256: str
    seed_sha256: str
    versions: Mapping[str, str]
    limits: Mapping[str, int | float | str]
    status: Status
    stages: tuple[Stage, ...]
    checker: str
    wall_seconds: float
    today: str | None = None
    start_sha256: str | None = None
    baseline_sha256: str | None = None
    tiers: tuple[Tier, ...] = ()


class PlanResult(Word):
    """The answer of ``plan``: a checked rota with its goals, or why there is none.

    ``reasons`` holds sentences: what makes it impossible, or what was tightest when time ran out.
    """

    status: Status
    rota: Rota | None
    goals: Goals | None
    certificate: Certificate
    curve: tuple[CurvePoint, ...] = ()
    reasons: tuple[str, ...] = ()
