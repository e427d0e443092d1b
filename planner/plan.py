"""The recipe: refuse by arithmetic, search, write the rota out, check it, say what was done."""

from models.checks import check_rota
from models.measures import measure_goals
from models.programme import Programme
from models.result import Goals, PlanResult, Status
from models.rota import Rota
from planner.arithmetic import impossibilities, tightest
from planner.assemble import whole_rota
from planner.certificate import certificate
from planner.clock import clock_for
from planner.concerns import place_concerns
from planner.draft import Draft
from planner.meet_concerns import with_concerns_met
from planner.mend import refuse_stranger
from planner.options import PlanOptions
from planner.outcome import Outcome
from planner.report import Report
from planner.seed import draw_seed, random_for
from planner.start import no_worse

DEFAULTS = PlanOptions()


def plan(programme: Programme, options: PlanOptions = DEFAULTS) -> PlanResult:
    """Give every authority a slot, a team and named inspectors (§30-39).

    Returns the rota only when the independent checker has passed it; without one, ``reasons``
    says what makes it impossible, or what was tightest when time ran out. Never raises for a
    programme that cannot be planned; ValueError for a rota to start from that is of another one.
    """
    if options.start is not None:
        refuse_stranger(programme, options.start)
    seed = options.seed or draw_seed()
    report = Report(clock_for(options, len(programme.authorities)), options)
    report.tell("arithmetic", None)
    if reasons := impossibilities(programme):
        return _without_rota(programme, seed, Status.IMPOSSIBLE, reasons, report)
    outcome = _search(programme, seed, options, report)
    if outcome.draft is None:
        said = tightest(programme)
        return _without_rota(programme, seed, outcome.status, said, report)
    met = with_concerns_met(programme, outcome, random_for(seed, "concerns"))
    if met is not outcome and options.start is not None:
        met = no_worse(programme, options.start, outcome.status, met)
    if met.draft is None:
        said = place_concerns(programme, outcome.draft.slots).sentences
        return _without_rota(programme, seed, met.status, said, report)
    return gate(programme, seed, met, met.draft, report)


def _search(programme: Programme, seed: str, options: PlanOptions, report: Report) -> Outcome:
    # Who only re-plans or checks does not wait for the searches to be read in.
    from planner.national import plan_national
    from planner.repeatable import plan_repeatable
    from planner.small import SMALL, plan_small

    if options.repeatable:
        return plan_repeatable(programme, seed, options.workers, report)
    if len(programme.authorities) <= SMALL:
        return plan_small(programme, seed, options.workers, report)
    return plan_national(programme, seed, options.workers, report)


def gate(
    programme: Programme, seed: str, outcome: Outcome, draft: Draft, report: Report
) -> PlanResult:
    """Write the rota out and let it pass only if the checker finds nothing."""
    began = report.clock.now()
    rota = whole_rota(programme, draft)
    report.tell_bound(outcome.bound)
    goals = _bounded(measure_goals(programme, rota), report)
    refused = (*_breaches(programme, rota), *_miscounted(outcome, goals.total))
    report.end_stage("check", began, goals.total)
    _end_with_gap(goals, report)
    verdict = "refused" if refused else "every rule kept"
    status = Status.REFUSED if refused else _proven(outcome.status, goals)
    return PlanResult(
        status=status,
        rota=None if refused else rota,
        goals=None if refused else goals,
        certificate=certificate(programme, seed, status, verdict, report),
        curve=tuple(report.curve),
        reasons=refused or tuple(report.said),
    )


def _bounded(goals: Goals, report: Report) -> Goals:
    """Goals as measured with every bound that the run proved.

    A rota that goes below a bound shows that the bound is wrong: then none is given.
    """
    scores = tuple(
        each.model_copy(update={"bound": report.bounds.get(each.goal)}) for each in goals.scores
    )
    bounded = Goals(scores=scores, bound=report.bound)
    pairs = [(each.bound, each.points) for each in scores] + [(bounded.bound, bounded.total)]
    if any(bound is not None and bound > points for bound, points in pairs):
        report.withdraw_bounds()
        return goals
    return bounded


def _proven(status: Status, goals: Goals) -> Status:
    """OPTIMAL for a rota that meets its bound, however it was found; else as the search ended."""
    return Status.OPTIMAL if status is Status.FEASIBLE and goals.gap == 0 else status


def _end_with_gap(goals: Goals, report: Report) -> None:
    """Write down that the gap that was asked for was reached, if it was."""
    asked = report.options.gap
    if asked and goals.gap is not None and goals.gap <= asked:
        note = f"the gap is {goals.gap:.4f}, at most the {asked:g} that was asked for"
        report.end_stage("gap", report.clock.now(), goals.total, goals.bound, note)


def _breaches(programme: Programme, rota: Rota) -> tuple[str, ...]:
    return tuple(breach.sentence for breach in check_rota(programme, rota))


def _miscounted(outcome: Outcome, total: int) -> tuple[str, ...]:
    if outcome.points in (None, total):
        return ()
    return (f"the search counted {outcome.points} points, the measures of the goals {total}",)


def _without_rota(
    programme: Programme, seed: str, status: Status, reasons: tuple[str, ...], report: Report
) -> PlanResult:
    return PlanResult(
        status=status,
        rota=None,
        goals=None,
        certificate=certificate(programme, seed, status, "no rota to check", report),
        curve=tuple(report.curve),
        reasons=reasons,
    )
