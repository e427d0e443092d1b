"""The recipe of a re-plan: fold the changes in, find what changes least, write it, check it."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from models.breach import Breach
from models.causes import causes_of
from models.changes import Change, ChangeKind
from models.checks import check_rota
from models.counting.changes import numbers_of_tiers
from models.differences import differences
from models.folding import fold
from models.measures import measure_goals
from models.programme import Programme
from models.replan import Replanned
from models.result import Certificate, Goals, PlanResult, Status
from models.rota import Rota
from models.tables import rota_sha256
from models.tier import Tier
from models.told import told
from planner.certificate import certificate
from planner.clock import clock_for
from planner.facts import Facts
from planner.options import PlanOptions
from planner.replanning.attempts import Least
from planner.replanning.concerns import least_with_concerns
from planner.replanning.counts import Numbers
from planner.replanning.options import ReplanOptions
from planner.replanning.question import Question
from planner.replanning.said import say_replan
from planner.replanning.takeovers import say_losses
from planner.replanning.written import same_but_for_the_day, written
from planner.report import Report
from planner.seed import draw_seed, random_for

#: Seconds at most for a bound on the points where the search has none.
MOST_PROVING = 2.0


class BaselineBroken(ValueError):
    """The baseline itself breaks rules; ``breaches`` are all that are no history."""

    def __init__(self, breaches: Sequence[Breach]) -> None:
        super().__init__("the baseline breaks rules before anything changes")
        self.breaches = tuple(breaches)


@dataclass(frozen=True)
class Run:
    """A search that is over: what was asked, what was found, and the report so far."""

    question: Question
    least: Least
    seed: str
    report: Report


def replan(
    programme: Programme, baseline: Rota, changes: Sequence[Change], options: ReplanOptions
) -> Replanned:
    """The rota that keeps every rule after ``changes`` and changes least (problem.md, Re-plan).

    Returns the rota only when the independent checker has passed it and has counted the same
    numbers of changes. Raises ``BaselineBroken`` unless told to repair, ValueError for a today
    outside the programme.
    """
    return answer(search(programme, baseline, changes, options), changes)


def answer(run: Run, changes: Sequence[Change]) -> Replanned:
    """The answer of a search: its rota behind the gate, or why there is none."""
    if run.least.draft is None:
        return _without_rota(run.question, run.least, run.seed, run.report)
    return gate(run, changes)


def search(
    programme: Programme, baseline: Rota, changes: Sequence[Change], options: ReplanOptions
) -> Run:
    """The least change, not yet written out nor checked; raises as ``replan`` does."""
    _refuse_day(programme, options)
    if not options.repair:
        _refuse_broken(programme, baseline, options)
    seed = options.seed or draw_seed()
    limits = limits_of(options)
    report = Report(clock_for(limits, len(programme.authorities)), limits)
    folded = fold(programme, changes, baseline, options.today)
    question = _question(folded, baseline, changes, options)
    began = report.clock.now()
    report.tell("replan", None)
    workers = options.workers or os.cpu_count() or 1
    drawn = random_for(seed, "replan").getrandbits(31)
    question, least = least_with_concerns(question, report.clock, drawn, workers)
    report.end_stage("replan", began, least.points, least.points_least)
    return Run(question, least, seed, report)


def _refuse_day(programme: Programme, options: ReplanOptions) -> None:
    end = programme.calendar.monday(programme.weeks)
    if not programme.start <= options.today < end:
        said = f"today, {options.today}, is outside the programme: {programme.start} to"
        raise ValueError(f"{said} {end - timedelta(days=1)}")


def _refuse_broken(programme: Programme, baseline: Rota, options: ReplanOptions) -> None:
    known, kept = programme.authority_of, baseline
    if not known.keys() >= baseline.inspection_of.keys():
        inspections = tuple(x for x in baseline.inspections if x.la_code in known)
        kept = baseline.model_copy(update={"inspections": inspections})
    breaches = [each for each in check_rota(programme, kept, options.today) if not each.history]
    # An authority that the baseline lacks is there to be placed.
    broken = [each for each in breaches if not _is_new(kept, each)]
    if broken:
        raise BaselineBroken(broken)


def _is_new(baseline: Rota, breach: Breach) -> bool:
    return breach.rule == "universal" and not any(
        code in baseline.inspection_of for code in breach.la_codes
    )


def limits_of(options: ReplanOptions) -> PlanOptions:
    """The same limits as those of planning."""
    return PlanOptions(
        seconds=options.seconds,
        workers=options.workers,
        seed=options.seed,
        began=options.began,
        progress=options.progress,
        stop=options.stop,
    )


def _question(
    folded: Programme, baseline: Rota, changes: Sequence[Change], options: ReplanOptions
) -> Question:
    weeks = options.freeze_weeks
    return Question(
        programme=folded,
        baseline=baseline,
        today=options.today,
        freeze_weeks=folded.policy.freeze.weeks if weeks is None else weeks,
        unfrozen=frozenset(x.la_code for x in changes if x.kind is ChangeKind.COMPROMISED),
        broken=options.repair,
    )


def gate(run: Run, changes: Sequence[Change]) -> Replanned:
    """Let the rota pass only if the checks find nothing and the counts are those of the search."""
    question, least, seed, report = run.question, run.least, run.seed, run.report
    assert least.draft is not None
    began = report.clock.now()
    rota = written(question, least.draft)
    if same_but_for_the_day(rota, question.baseline):
        rota = question.baseline
    goals = measure_goals(question.programme, rota)
    checked = check_rota(question.programme, rota, question.today)
    breaches = [each for each in checked if not each.history]
    if settled := _settled_already(question, breaches):
        return _impossible(question, settled, seed, report)
    refused = tuple(_faults(question, rota, breaches, least, goals))
    report.end_stage("check", began, goals.total)
    tiers = tuple(_tiers(question, least, goals, report))
    status = Status.REFUSED if refused else _status(tiers, report)
    cause_of = causes_of(question.programme, changes, question.baseline, rota, question.today)
    found = differences(question.baseline, rota, cause_of, question.frozen)
    said = say_replan(question, changes, rota, found)
    verdict = "refused" if refused else "every rule kept"
    result = PlanResult(
        status=status,
        rota=None if refused else rota,
        # The last tier's least holds for rotas that change as little: it is no bound of all.
        goals=None if refused else goals,
        certificate=_certificate(question, seed, status, verdict, tiers, report),
        curve=tuple(report.curve),
        reasons=refused or said,
    )
    return Replanned(
        result=result,
        programme=question.programme,
        today=question.today,
        tiers=tiers,
        differences=found,
        told=told(question.programme, question.baseline, rota),
        said=said,
    )


def _settled_already(question: Question, breaches: Sequence[Breach]) -> tuple[str, ...]:
    """The breaches at inspections that have begun, of which no re-plan may change anything."""
    return tuple(
        each.sentence
        for each in breaches
        if each.la_codes and question.begun.issuperset(each.la_codes)
    )


def _faults(
    question: Question, rota: Rota, breaches: Sequence[Breach], least: Least, goals: Goals
) -> Iterator[str]:
    """Every breach that is no history, and every count that is not the search's."""
    yield from (each.sentence for each in breaches)
    counted = Numbers(
        *numbers_of_tiers(
            question.programme,
            question.baseline,
            rota,
            question.today,
            question.freeze_weeks,
            question.unfrozen,
        )
    )
    if counted != least.numbers:
        yield f"the search counted {tuple(least.numbers)} changes, the two rotas {tuple(counted)}"
    if least.points not in (None, goals.total):
        yield f"the search counted {least.points} points, the measures of the goals {goals.total}"


def _status(tiers: Sequence[Tier], report: Report) -> Status:
    if all(each.reached == each.least for each in tiers):
        return Status.OPTIMAL
    return Status.STOPPED if report.clock.stop.is_set() else Status.FEASIBLE


def _tiers(question: Question, least: Least, goals: Goals, report: Report) -> Iterator[Tier]:
    names = Numbers._fields
    open_before = False
    for name, reached, bound in zip(names, least.numbers, least.least, strict=True):
        # After a tier that may still fall, the next one's bound holds for other rotas: it may, too.
        yield Tier(name=name, reached=reached, least=0 if open_before else bound)
        open_before = open_before or bound < reached
    points = least.points_least
    if points is None:
        points = min(goals.total, _points_of_any(question, report))
    yield Tier(name="goals", reached=goals.total, least=points)


def _points_of_any(question: Question, report: Report) -> int:
    """Points that no rota of the programme goes below, however much it changes."""
    # Few re-plans ask for it, and the solver that it needs is slow to read in.
    from planner.prove import prove_bound

    seconds = min(MOST_PROVING, report.clock.left())
    return prove_bound(Facts(question.programme), seconds).total if seconds > 0 else 0


def _certificate(
    question: Question,
    seed: str,
    status: Status,
    verdict: str,
    tiers: tuple[Tier, ...],
    report: Report,
) -> Certificate:
    made = certificate(question.programme, seed, status, verdict, report)
    return made.model_copy(
        update={
            "today": question.today.isoformat(),
            "baseline_sha256": rota_sha256(question.baseline),
            "tiers": tiers,
            "limits": {**made.limits, "freeze weeks": question.freeze_weeks},
        }
    )


def _without_rota(question: Question, least: Least, seed: str, report: Report) -> Replanned:
    stopped = report.clock.stop.is_set()
    status = Status.STOPPED if stopped else Status.OUT_OF_TIME
    said = "No rota was found in time; it is not proven that there is none."
    if least.impossible:
        status = Status.IMPOSSIBLE
        said = "No rota keeps every rule after these changes: rota explain says what clashes."
    return _none(question, status, (said, *say_losses(question)), seed, report)


def _impossible(
    question: Question, sentences: tuple[str, ...], seed: str, report: Report
) -> Replanned:
    said = "Nothing of an inspection that has begun may change, so no rota keeps every rule:"
    return _none(question, Status.IMPOSSIBLE, (said, *sentences), seed, report)


def _none(
    question: Question, status: Status, reasons: tuple[str, ...], seed: str, report: Report
) -> Replanned:
    certified = _certificate(question, seed, status, "no rota to check", (), report)
    result = PlanResult(
        status=status, rota=None, goals=None, certificate=certified, reasons=reasons
    )
    return Replanned(result=result, programme=question.programme, today=question.today)
