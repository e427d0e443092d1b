"""The model of a rota: one class, whatever is free; rules and goals are posted file by file."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cached_property

from ortools.sat.python import cp_model

from models.inspection import Review
from models.inspectorate import ON_SITE, Inspectorate
from models.programme import Programme
from planner.decisions.expression import Expression
from planner.decisions.known import known_of
from planner.decisions.names import MOST_BY_WEEK, Names, total
from planner.decisions.reviews import Reviews
from planner.decisions.sizes import Sizes
from planner.decisions.slots import Slots
from planner.decisions.standing import Standing
from planner.draft import Draft
from planner.goals import GOALS, Goal
from planner.rules import RULES, Rule
from planner.scope import Scope


class RotaModel:
    """Decisions, rules and goals of one scope of a programme.

    Its objective is problem.md's total of the whole rota, what stands outside the scope
    included. ``strikes`` keeps what one rule alone forbids from becoming a variable; without it
    every rule is said in constraints, which ``posted`` finds by rule. With more than
    ``most_by_week`` choices of person, place and week, weeks share the literals of names.
    """

    def __init__(
        self,
        programme: Programme,
        scope: Scope,
        rules: Collection[Rule] = RULES,
        goals: Collection[Goal] = GOALS,
        *,
        strikes: bool = True,
        most_by_week: int = MOST_BY_WEEK,
    ) -> None:
        self.programme, self.scope = programme, scope
        self._most_by_week = most_by_week
        self.rules, self.strikes = {rule.name: rule for rule in rules}, strikes
        self.cp = cp_model.CpModel()
        self.known = known_of(programme)
        self.standing = Standing(self.known, scope)
        self._decide()
        #: The indices, in the solver's model, of the constraints that each rule posted.
        self.posted: dict[str, range] = {}
        for rule in rules:
            self._post(rule)
        #: The raw figure of each goal, part by part.
        self.parts = {goal.name: goal.post(self) for goal in goals}
        self.cp.minimize(self.points(self.parts))

    def _decide(self) -> None:
        cp, known, scope = self.cp, self.known, self.scope
        self.slots = Slots(
            cp, scope, self.standing, self._struck_starts, everywhere=self.keeps("universal")
        )
        self.reviews = Reviews(cp, known, scope, self.slots, bound=self.keeps("force_first"))
        self.sizes = Sizes(
            cp, known, scope, self.slots, self.reviews, bound=self.keeps("team_size")
        )
        self.names = Names(
            cp, known, scope, self.slots, self.sizes, self._struck_names, self._most_by_week
        )

    def _post(self, rule: Rule) -> None:
        before = len(self.cp.proto.constraints)
        rule.post(self)
        self.posted[rule.name] = range(before, len(self.cp.proto.constraints))

    def points(self, goals: Iterable[str], part: str | None = None) -> Expression:
        """The points of some goals together, or of what one inspectorate or force adds to them."""
        weights, points = self.programme.goals, list[Expression]()
        for goal in goals:
            figures = self.parts[goal]
            chosen = figures.values() if part is None else [figures.get(part, 0)]
            points += [getattr(weights, goal) * figure for figure in chosen]
        return sum(points)

    def keeps(self, rule: str) -> bool:
        """Whether this model posts the rule of that name."""
        return rule in self.rules

    def _struck_starts(self, la_code: str) -> int:
        struck = 0
        for rule in self.rules.values():
            if self.strikes and rule.strikes_starts:
                struck |= rule.strikes_starts(self, la_code)
        return struck

    @cached_property
    def _naming_rules(self) -> list[Callable[["RotaModel", str, str, bool], int]]:
        rules = self.rules.values() if self.strikes else ()
        return [rule.strikes_names for rule in rules if rule.strikes_names]

    def _struck_names(self, inspector_id: str, la_code: str, leads: bool) -> int:
        struck = 0
        for strikes in self._naming_rules:
            struck |= strikes(self, inspector_id, la_code, leads)
        return struck

    def forbid_starts(self, strikes: Callable[["RotaModel", str], int]) -> None:
        """Post what a rule strikes of the slots, unless it never became a variable."""
        for code in () if self.strikes else self.scope.free:
            mask = strikes(self, code)
            for week, start in self.slots.starts(code).items():
                if mask >> week & 1:
                    self.cp.add_bool_or(start.negated())

    def forbid_names(self, strikes: Callable[["RotaModel", str, str, bool], int]) -> None:
        """Post what a rule strikes of the names, unless it never became a variable."""
        for option in () if self.strikes else self.names:
            mask = strikes(self, option.inspector_id, option.la_code, option.leads)
            left = [week for week in option.weeks if not mask >> week & 1]
            if not left:
                self.cp.add_bool_or(option.literal.negated())
            elif len(left) < len(option.weeks):
                self.names.confine(option, left)

    def number(self, la_code: str, body: Inspectorate) -> tuple[Expression, int]:
        """How many of an inspectorate are on a team, and the most that there can be."""
        size = self.sizes.free.get((la_code, body))
        if size is not None:
            return size.number, size.most
        fixed = self._fixed_number(la_code, body)
        return fixed, fixed

    def _fixed_number(self, la_code: str, body: Inspectorate) -> int:
        team, body_of = self.standing.team_of[la_code], self.known.body_of
        return sum(body_of[each.inspector_id] is body for each in team)

    def leads(self, la_code: str) -> Expression:
        """How many lead a team."""
        if (la_code, Inspectorate.OFSTED) in self.sizes.free:
            return total(self.names.leads(la_code))
        return sum(each.leads for each in self.standing.team_of[la_code])

    def fixed_parts(self) -> Iterator[tuple[str, Inspectorate, int]]:
        """The parts of teams that stand, with their sizes."""
        for code in sorted({*self.standing.slots, *self.scope.free}):
            for body in ON_SITE:
                if (code, body) not in self.sizes.free:
                    yield code, body, self._fixed_number(code, body)

    def fixed_hmic(self) -> Iterator[tuple[str, int]]:
        """The size of each HMIC part that stands, where the scope can touch its review."""
        for force in self.reviews.touched if self.known.extra_hmic else ():
            for code in self.reviews.members(force):
                if (code, Inspectorate.HMIC) not in self.sizes.free:
                    yield code, self._fixed_number(code, Inspectorate.HMIC)

    def pin(self, draft: Draft, reviews: Mapping[str, Review] | None = None) -> None:
        """Leave no choice but the draft's, and if given the reviews'; nothing else is assumed.

        A choice that the scope has no literal for makes the model infeasible.
        """
        for literal, holds in self._choices(draft):
            self.cp.add_bool_or(literal if holds else literal.negated())
        if not all(self._can_say(draft, code) for code in self.scope.free):
            self.cp.add_bool_or()
        if reviews is not None:
            for code in self.scope.free:
                carries = self.reviews.carries(code)
                self.cp.add_bool_or(carries if code in reviews else carries.negated())

    def hint(self, draft: Draft) -> None:
        """Tell the solver where to begin; unlike ``pin`` this forbids nothing."""
        for literal, holds in self._choices(draft):
            self.cp.add_hint(literal, int(holds))

    def _choices(self, draft: Draft) -> Iterator[tuple[cp_model.IntVar, bool]]:
        for code in self.scope.free:
            slot, team, lead = (
                draft.slots.get(code),
                draft.teams.get(code, ()),
                draft.leads.get(code),
            )
            for week, start in self.slots.starts(code).items():
                if start is not self.slots.true:
                    yield start, slot == week
            for option in self.names.at(code):
                there = option.inspector_id in team and slot in option.weeks
                yield option.literal, there and option.leads == (option.inspector_id == lead)

    def _can_say(self, draft: Draft, code: str) -> bool:
        """Whether the draft's slot and names at a free authority have literals."""
        slot, lead = draft.slots.get(code), draft.leads.get(code)
        if slot is not None and slot not in self.slots.starts(code):
            return False
        said = {
            (option.inspector_id, option.leads)
            for option in self.names.at(code)
            if slot in option.weeks
        }
        bodies, body_of = self.scope.bodies[code], self.known.body_of
        team = [each for each in draft.teams.get(code, ()) if body_of[each] in bodies]
        return said.issuperset((each, each == lead) for each in team)
