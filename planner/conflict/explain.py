"""The recipe: is there a rota after all; what clashes; what was tried and helps (No answer)."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from models.changes import Change
from models.explanation import Clash as Said
from models.explanation import Explanation, ExplanationStatus
from models.folding import fold
from models.programme import Programme
from models.rota import Rota
from planner.arithmetic import impossibilities, tightest
from planner.conflict.arithmetic import arithmetic_clash
from planner.conflict.figures import say_why
from planner.conflict.find import Found, Search
from planner.conflict.judge import Limit
from planner.conflict.layers import NO_MODEL
from planner.conflict.options import ExplainOptions
from planner.conflict.sentences import clash_members
from planner.conflict.shrink import Clash
from planner.options import Progress
from planner.seed import draw_seed, random_for
from planner.ways_out import FromBaseline, FromNothing, Ground, Trying, begun_in

DEFAULTS = ExplainOptions()
#: A rota is looked for first for this share of the time, and for so many seconds at most.
ROTA_SHARE, MOST_ROTA_SECONDS = 0.2, 8.0


def explain(programme: Programme, options: ExplainOptions = DEFAULTS) -> Explanation:
    """Say whether a rota exists, or what clashes, confirmed, and which tried changes help.

    Where time ends before either is known, the status is NOT_PROVEN.
    """
    seed = options.seed or draw_seed()
    ground = FromNothing(seed, options.workers, options.stop)
    return _timed(_Run(programme, options, _began(options), seed, ground, {}))


def explain_changes(
    programme: Programme,
    baseline: Rota,
    changes: Sequence[Change],
    today: date,
    options: ExplainOptions = DEFAULTS,
) -> Explanation:
    """The same of a re-plan: inspections that started before ``today`` stand as they are.

    A way out's programme has the changes folded in.
    """
    seed, folded = options.seed or draw_seed(), fold(programme, changes, baseline, today)
    ground = FromBaseline(baseline, today, seed, options.workers, options.stop)
    held = begun_in(folded, baseline, today)
    return _timed(_Run(folded, options, _began(options), seed, ground, held))


def _began(options: ExplainOptions) -> float:
    return time.monotonic() if options.began is None else options.began


@dataclass(frozen=True)
class _Run:
    """One run: its programme, its limits, when it began, and what has begun before it."""

    programme: Programme
    options: ExplainOptions
    began: float
    seed: str
    ground: Ground
    held: Mapping[str, int]

    def explain(self) -> Explanation:
        # Of what has begun arithmetic knows nothing: history may break rules.
        reasons = () if self.held else impossibilities(self.programme)
        if not reasons:
            early = self._rota(min(ROTA_SHARE * self.options.seconds, MOST_ROTA_SECONDS))
            if early is not None:
                return early
        search = self._search()
        found = search.find(self.programme)
        if found is None and reasons:
            return self._by_arithmetic(reasons, search)
        if found is None:
            return self._rota(search.limit.left()) or self._not_proven()
        clash = self._said(found)
        return self._with_ways(clash, found, search)

    def _with_ways(
        self, clash: Said, found: Found, search: Search, said: Sequence[str] = ()
    ) -> Explanation:
        """That there is no rota, with the ways out that are found in the time left."""
        trying = Trying(search, self.ground, self.options.ways, self.began)
        ways = trying.try_all(self.programme, found)
        return Explanation(
            status=ExplanationStatus.IMPOSSIBLE,
            clash=clash,
            ways_out=ways,
            said=(*said, *trying.said),
        )

    def _search(self) -> Search:
        return Search(
            Limit(self.began + self.options.seconds, self.options.stop.is_set),
            self.options.workers or 1,
            random_for(self.seed, "conflict").getrandbits(31),
            self._tell,
            self.held,
        )

    def _tell(self, stage: str) -> None:
        self.options.progress(Progress(stage, time.monotonic() - self.began))

    def _rota(self, seconds: float) -> Explanation | None:
        """That a rota exists, if one is found in so many seconds."""
        if seconds <= 0 or self.options.stop.is_set():
            return None
        self._tell("looking for a rota")
        result = self.ground.rota(self.programme, seconds)
        if result.rota is None or result.goals is None:
            return None
        return Explanation(
            status=ExplanationStatus.ROTA_EXISTS,
            said=(
                f"A rota was found that keeps every rule, with {result.goals.total:,} points: "
                "nothing needs explaining.",
            ),
        )

    def _said(self, found: Found) -> Said:
        return Said(
            sentence=say_why(self.programme, found.clash.members, self.held),
            members=clash_members(self.programme, found.clash),
            confirmed=True,
            seconds=round(time.monotonic() - self.began, 1),
        )

    def _by_arithmetic(self, reasons: tuple[str, ...], search: Search) -> Explanation:
        """What arithmetic says, where no model has shown it in time."""
        clash = arithmetic_clash(self.programme, search.limit) or Clash(())
        said = Said(
            sentence=reasons[0],
            members=clash_members(self.programme, clash),
            confirmed=False,
            seconds=round(time.monotonic() - self.began, 1),
        )
        return self._with_ways(said, Found(clash, NO_MODEL), search, reasons[1:])

    def _not_proven(self) -> Explanation:
        stopped = self.options.stop.is_set()
        return Explanation(
            status=ExplanationStatus.STOPPED if stopped else ExplanationStatus.NOT_PROVEN,
            said=tightest(self.programme),
        )


def _timed(run: _Run) -> Explanation:
    explanation = run.explain()
    seconds = round(time.monotonic() - run.began, 1)
    return explanation.model_copy(update={"seconds": seconds})
