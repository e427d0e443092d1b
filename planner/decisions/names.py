"""Names: who is deployed where, as member or as lead."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from ortools.sat.python import cp_model

from models.inspectorate import ON_SITE, Inspectorate
from planner.decisions.expression import Expression
from planner.decisions.known import Known
from planner.decisions.sizes import Sizes
from planner.decisions.slots import Slots
from planner.scope import Scope

#: Above so many possible (inspector, authority, week), all weeks of an authority share a literal.
#: One literal a week makes the tightest model, but eight authorities over three years would need
#: 20,000 of them, and are proven optimal in seconds with 300.
MOST_BY_WEEK = 10_000

Struck = Callable[[str, str, bool], int]


class Stretch(NamedTuple):
    """Start weeks of one authority that share literals; one week, or all of them."""

    weeks: tuple[int, ...]
    literal: cp_model.IntVar


class Option(NamedTuple):
    """One inspector at one authority, as member or lead, in one of ``weeks`` of a stretch."""

    inspector_id: str
    la_code: str
    leads: bool
    weeks: tuple[int, ...]
    stretch: Stretch
    literal: cp_model.IntVar


class Names:
    """The literals of every deployment that no rule forbids by itself, told apart by stretch.

    ``struck`` gives the start weeks, as a mask, in which the rules alone forbid a deployment.
    """

    def __init__(
        self,
        cp: cp_model.CpModel,
        known: Known,
        scope: Scope,
        slots: Slots,
        sizes: Sizes,
        struck: Struck,
        most_by_week: int = MOST_BY_WEEK,
    ) -> None:
        self._cp, self._known, self._scope, self._slots = cp, known, scope, slots
        #: Whether each literal stands for one start week alone.
        self.by_week = _places(scope) <= most_by_week
        self.stretches = {code: tuple(self._stretches(code)) for code in scope.free}
        self._team: dict[tuple[str, Inspectorate], list[Option]] = defaultdict(list)
        self._roster: dict[str, list[Option]] = defaultdict(list)
        self._leads: dict[str, list[Option]] = defaultdict(list)
        for code in scope.free:
            self._decide(code, struck)
        self._count(sizes)

    def _stretches(self, code: str) -> Iterator[Stretch]:
        only = self._scope.named.get(code)
        weeks = tuple(week for week in self._slots.starts(code) if only in (None, week))
        groups = [(week,) for week in weeks] if self.by_week else [weeks] if weeks else []
        for group in groups:
            yield Stretch(group, self._slots.within(code, group))

    def _decide(self, code: str, struck: Struck) -> None:
        bodies, candidates = self._scope.bodies[code], self._scope.candidates[code]
        for inspector, body in self._known.body_of.items():
            if body in bodies and inspector in candidates:
                roles = (False, True) if body is Inspectorate.OFSTED else (False,)
                found = [
                    option
                    for leads in roles
                    for option in self._options(inspector, code, leads, struck)
                ]
                self._team[code, body] += found
                self._roster[inspector] += found
                self._leads[code] += [option for option in found if option.leads]
                if found and found[-1].leads:
                    self._cp.add_at_most_one(option.literal for option in found)

    def _options(self, inspector: str, code: str, leads: bool, struck: Struck) -> Iterator[Option]:
        mask = struck(inspector, code, leads)
        word = "leads" if leads else "deploys"
        for stretch in self.stretches[code]:
            weeks = tuple(week for week in stretch.weeks if not mask >> week & 1)
            if weeks:
                name = f"{word}[{inspector},{code},{weeks[0]}]"
                literal = self._cp.new_bool_var(name)
                option = Option(inspector, code, leads, weeks, stretch, literal)
                if len(weeks) < len(stretch.weeks):
                    self.confine(option, weeks)
                yield option

    def confine(self, option: Option, weeks: Iterable[int]) -> None:
        """Where the deployment holds, keep the slot out of the other weeks of its stretch.

        The starts in those exclude each other already, so this is one clique, and a tight one.
        """
        starts, left = self._slots.starts(option.la_code), set(weeks)
        others = [starts[week] for week in option.stretch.weeks if week not in left]
        self._cp.add_at_most_one([option.literal, *others])

    def _count(self, sizes: Sizes) -> None:
        """A part's size is the number of its names, all of the stretch that the slot is in."""
        for (code, body), size in sizes.free.items():
            team = self._team[code, body]
            self._cp.add(total(team) == size.number)
            for stretch, options in self.by_stretch(code, team):
                if stretch.literal is not self._slots.true:
                    self._cp.add(total(options) <= min(size.most, len(options)) * stretch.literal)

    def by_stretch(
        self, la_code: str, options: Iterable[Option]
    ) -> Iterator[tuple[Stretch, list[Option]]]:
        """The options at an authority, stretch by stretch."""
        groups: dict[tuple[int, ...], list[Option]] = defaultdict(list)
        for option in options:
            groups[option.stretch.weeks].append(option)
        for stretch in self.stretches[la_code]:
            yield stretch, groups[stretch.weeks]

    def decided(self, la_code: str) -> cp_model.IntVar:
        """The literal "its team is decided", where the scope decides it in one week only."""
        return self._slots.named(la_code, self._scope)

    def team(self, la_code: str, body: Inspectorate) -> Sequence[Option]:
        """The options of one inspectorate at one authority, members and leads."""
        return self._team.get((la_code, body), ())

    def at(self, la_code: str) -> Iterator[Option]:
        """The options at one authority."""
        for body in ON_SITE:
            yield from self.team(la_code, body)

    def leads(self, la_code: str) -> Sequence[Option]:
        """The options to lead at one authority."""
        return self._leads.get(la_code, ())

    def roster(self, inspector_id: str) -> Sequence[Option]:
        """The options of one inspector."""
        return self._roster.get(inspector_id, ())

    def rosters(self) -> Iterator[tuple[str, Sequence[Option]]]:
        """Every inspector with an option, and the options."""
        return iter(self._roster.items())

    def __iter__(self) -> Iterator[Option]:
        for options in self._team.values():
            yield from options


def total(options: Iterable[Option]) -> Expression:
    """How many of the options hold."""
    return cp_model.LinearExpr.sum([option.literal for option in options])


def _places(scope: Scope) -> int:
    """The literals that a choice of week costs; where the slot stands there is none."""
    return sum(
        len(weeks) * len(scope.candidates[code])
        for code, weeks in scope.weeks.items()
        if len(weeks) > 1 and code not in scope.named
    )
