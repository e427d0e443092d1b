"""Why not there, then? What it would cost and change, or which rules forbid it."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from models.altered import changed_programme
from models.breach import Breach
from models.changes import Change, ChangeKind
from models.events import Pin
from models.inspectorate import Inspectorate
from models.measures import measure_goals
from models.new_breaches import refusing
from models.programme import Programme
from models.replan import Replanned
from models.result import Status
from models.rota import Rota
from models.saying import say_authority, say_day, say_inspector
from models.why_not import Possibility, WhyNot
from planner.answers.asked import Tried, absent_everywhere, joined, moved
from planner.answers.nearby import better, mended, unsearched, with_nearby_answer
from planner.arithmetic import impossibilities
from planner.clock import Clock, clock_for
from planner.concerns import place_concerns
from planner.conflict import ExplainOptions, explain_changes
from planner.draft import Draft
from planner.replanning import ReplanOptions
from planner.replanning.replan import Run, answer, limits_of, search
from planner.seed import draw_seed

#: The share of the time for a re-plan's own search; the rest is for an answer where it has none.
SEARCH = 0.6
#: Seconds that a search needs after an answer is there already, else it would only be broken off.
ENOUGH = 4.0
#: So many breaches hint that much must change elsewhere.
MANY = 6
#: The rules that other slots than the one asked for may break.
OF_SLOTS = frozenset({"force_spacing", "concurrency", "year_quota"})


def why(
    programme: Programme,
    rota: Rota,
    la_code: str,
    options: ReplanOptions,
    *,
    start: date | None = None,
    inspector_id: str = "",
) -> WhyNot:
    """Why an inspection does not start on another Monday, or has not somebody else on its team.

    First that alone is changed, and the checks say what would break. Then facts that forbid it
    whatever else changes are looked for, and where there is none, a re-plan with what was asked
    for pinned finds the least changed rota that has it. One of ``start`` and ``inspector_id`` must
    be given. Raises ``planner.BaselineBroken`` where the rota itself breaks rules.
    """
    if (start is None) == (not inspector_id):
        raise ValueError("one of start and inspector_id must be given, not both")
    if la_code not in rota.inspection_of:
        raise ValueError(f"{say_authority(programme, la_code)} has no inspection in this rota")
    limits = replace(options, began=options.began or time.monotonic())
    asked = _Asked(programme, rota, la_code, limits, start, inspector_id)
    if asked.stands():
        return asked.answer(Possibility.STANDS)
    tried = asked.tried()
    forbidden = tuple(dict.fromkeys(asked.forbidden(tried)))
    if forbidden:
        return asked.answer(Possibility.FORBIDDEN, tried, forbidden=forbidden)
    replanned = asked.replanned(tried, limits)
    if replanned.result.rota is not None:
        return asked.answer(Possibility.POSSIBLE, tried, replanned=replanned)
    if replanned.result.status is not Status.IMPOSSIBLE:
        said = replanned.result.reasons
        return asked.answer(Possibility.UNSETTLED, tried, forbidden=said, replanned=replanned)
    said = asked.clash(limits) or replanned.result.reasons
    return asked.answer(Possibility.FORBIDDEN, tried, forbidden=said, replanned=replanned)


class _Asked:
    """One question about one inspection of a rota."""

    def __init__(
        self,
        programme: Programme,
        rota: Rota,
        la_code: str,
        options: ReplanOptions,
        start: date | None,
        inspector_id: str,
    ) -> None:
        self.programme, self.rota, self.la_code = programme, rota, la_code
        self.today, self.start, self.inspector_id = options.today, start, inspector_id

    @property
    def now(self) -> date:
        """The start as it is."""
        return self.rota.inspection_of[self.la_code].start

    def stands(self) -> bool:
        """Whether it is so already."""
        if self.start is not None:
            return self.start == self.now
        here = {row.inspector_id for row in self.rota.team_of.get(self.la_code, ())}
        follows = self.rota.cps_activities or ()
        here |= {row.inspector_id for row in follows if row.la_code == self.la_code}
        return self.inspector_id in here

    def tried(self) -> Tried:
        """What would break if that alone changed."""
        asked = self.programme, self.rota, self.la_code
        if self.start is not None:
            return moved(*asked, self.start, self.today)
        return joined(*asked, self.inspector_id, self.today)

    def forbidden(self, tried: Tried) -> Iterator[str]:
        """What forbids it whatever else changes, in sentences."""
        yield from self._past()
        facts = self._facts_of_the_start if self.start is not None else self._facts_of_the_person
        found = list(facts(tried.breaches))
        # Arithmetic would say the same again, less plainly; of history it knows nothing.
        yield from found or (() if self._has_begun() else impossibilities(self._pinned()))

    def _has_begun(self) -> bool:
        return any(each.start < self.today for each in self.rota.inspections)

    def clash(self, limits: ReplanOptions) -> tuple[str, ...]:
        """Rules and facts that cannot be kept together with it, if time is left to find them."""
        options = ExplainOptions(
            seconds=limits.seconds,
            workers=limits.workers,
            seed=limits.seed,
            ways=0,
            began=limits.began,
            stop=limits.stop,
        )
        told = explain_changes(self.programme, self.rota, [self.change()], self.today, options)
        if told.clash is None:
            return ()
        return (told.clash.sentence, *(member.sentence for member in told.clash.members))

    def _past(self) -> Iterator[str]:
        where = say_authority(self.programme, self.la_code)
        for day, said in (
            (self.now, f"The inspection of {where} started on {say_day(self.now)}"),
            (self.start, f"{say_day(self.start or self.now)} lies in the past"),
        ):
            if day is not None and day < self.today:
                yield f"{said}, before {say_day(self.today)}: what is past never changes."

    def _facts_of_the_start(self, breaches: Sequence[Breach]) -> Iterator[str]:
        """Closed weeks and pins; what cannot move in the way; no week for HMCPSI."""
        assert self.start is not None
        standing = self._cannot_move()
        for each in breaches:
            ours = self.la_code in each.la_codes
            if ours and each.rule in ("universal", "pinned") and not _is_concern(each):
                yield each.sentence
            elif ours and each.rule in ("force_spacing", "concurrency"):
                others = set(each.la_codes) - {self.la_code}
                # Of those that are too many for one week, as many must be able to move.
                if len(others - standing) < min(each.amount, len(others)):
                    yield f"{each.sentence} The others cannot be moved."
        week = self.programme.calendar.week_of(self.start)
        yield from place_concerns(self.programme, {self.la_code: week}).sentences

    def _cannot_move(self) -> set[str]:
        """The authorities whose slot is pinned, or whose inspection has begun."""
        pinned = {pin.la_code for pin in self.programme.pins if pin.start is not None}
        starts = self.rota.inspection_of.items()
        return pinned | {code for code, each in starts if each.start < self.today}

    def _facts_of_the_person(self, breaches: Sequence[Breach]) -> Iterator[str]:
        """Conflicts of interest, inspectorates that do not come there, and long absences."""
        who = say_inspector(self.programme, self.inspector_id)
        where = say_authority(self.programme, self.la_code)
        for each in breaches:
            mine = self.la_code in each.la_codes and self.inspector_id in each.inspector_ids
            if mine and each.rule in ("no_conflict", "phases"):
                yield each.sentence
        body = self.programme.inspector_of[self.inspector_id].inspectorate
        if body is Inspectorate.HMCPSI:
            if all(each.la_code != self.la_code for each in self.programme.cps_concerns):
                yield f"HMCPSI comes only where a concern is recorded, and {where} has none."
            return
        if not self.programme.size_range(self.la_code, body, review=True).most:
            yield f"{body.title} does not come to {where}, so {who} cannot."
        weeks = absent_everywhere(self.programme, self.la_code, self.inspector_id, self.today)
        if weeks:
            yield f"{who} is absent at each of the {weeks} starts open to {where} from now on."

    def replanned(self, tried: Tried, limits: ReplanOptions) -> Replanned:
        """The least changed rota that has it, as far as it is found in time.

        Where only names are in the way, the search mostly finds and proves it soon; where other
        slots are, it may take long, and a rota near a mended one is there sooner.
        """
        clock = clock_for(limits_of(limits), len(self.programme.authorities))
        limits = replace(limits, seed=limits.seed or draw_seed())
        near, run = self._mended(limits, clock), None
        of_slots = any(each.rule in OF_SLOTS for each in tried.breaches)
        if near and (of_slots or len(tried.breaches) > MANY):
            run = self._nearby(near, limits, clock)
        if run is None or clock.left() > ENOUGH:
            share = SEARCH if run is None else 1.0
            part = replace(limits, seconds=clock.now() + share * clock.left())
            searched = search(self.programme, self.rota, [self.change()], part)
            run = better(run, searched)
        if near and run.least.draft is None and not run.least.impossible:
            run = better(self._nearby(near, limits, clock), run)
        return answer(run, [self.change()])

    def _mended(self, limits: ReplanOptions, clock: Clock) -> Draft | None:
        """A rota near this one that has it; None where none is found, or this one is broken."""
        if refusing(self.programme, self.rota, self.today):
            return None
        return mended(self._pinned(), self.rota, limits.seed or "", clock)

    def _nearby(self, near: Draft, limits: ReplanOptions, clock: Clock) -> Run | None:
        """A run whose answer lies near a mended rota."""
        change, seed = self.change(), limits.seed or ""
        run = unsearched(self.programme, self.rota, change, limits, clock, seed)
        found = with_nearby_answer(run, near, clock, limits.workers)
        return None if found.least.draft is None else found

    def change(self) -> Change:
        """What was asked for, as a change of a re-plan."""
        pin = pin_of(self.la_code, self.start, self.inspector_id)
        return Change(kind=ChangeKind.PIN, **pin.model_dump())

    def _pinned(self) -> Programme:
        pin = pin_of(self.la_code, self.start, self.inspector_id)
        return changed_programme(self.programme, pins=(*self.programme.pins, pin))

    def answer(
        self,
        possibility: Possibility,
        tried: Tried | None = None,
        *,
        forbidden: tuple[str, ...] = (),
        replanned: Replanned | None = None,
    ) -> WhyNot:
        """The answer, with the goals as they are where there are others to compare them with."""
        return WhyNot(
            la_code=self.la_code,
            authority=self.programme.authority_of[self.la_code].name,
            now=self.now,
            start=self.start,
            inspector_id=self.inspector_id,
            possibility=possibility,
            instead_of=tried.instead_of if tried else "",
            direct=tried.breaches if tried else (),
            forbidden=forbidden,
            before=measure_goals(self.programme, self.rota) if replanned else None,
            replanned=replanned,
        )


def pin_of(la_code: str, start: date | None, inspector_id: str) -> Pin:
    """What is asked for, as a pin."""
    return Pin(la_code=la_code, start=start, inspector_id=inspector_id)


def _is_concern(breach: Breach) -> bool:
    """Whether it is about HMCPSI's week, which may be another."""
    return "concerns" in breach.figures or len(breach.inspector_ids) > 0
