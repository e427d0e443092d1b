"""Who must be told something, as literals of a re-plan's model."""

from collections import defaultdict
from collections.abc import Collection, Iterator

from ortools.sat.python import cp_model

from models.inspection import Review
from planner.decisions.expression import Expression
from planner.model import RotaModel
from planner.replanning.question import Part, Question


class Disturbed:
    """One literal for everybody who may be disturbed, true exactly where there is a reason.

    A deployment or a role gained or lost; at the inspections one is deployed to before, another
    slot, another review, or another number of people, which may give everybody other days.
    """

    def __init__(self, model: RotaModel, question: Question) -> None:
        self._model, self._question = model, question
        reasons: dict[str, list[cp_model.LiteralT]] = defaultdict(list)
        for who, reason in self._reasons():
            reasons[who].append(reason)
        self.literals = {who: self._any(who, found) for who, found in sorted(reasons.items())}

    @property
    def number(self) -> Expression:
        """How many are disturbed."""
        return cp_model.LinearExpr.sum(list(self.literals.values()))

    def others_than(self, people: Collection[str]) -> list[cp_model.LiteralT]:
        """Literals of which one holds where it is not these very people."""
        return [
            literal.negated() if who in people else literal
            for who, literal in self.literals.items()
        ]

    def read(self, solver: cp_model.CpSolver) -> frozenset[str]:
        """Whom an answer disturbs."""
        found = (who for who, each in self.literals.items() if solver.boolean_value(each))
        return frozenset(found)

    def _any(self, who: str, reasons: list[cp_model.LiteralT]) -> cp_model.IntVar:
        cp, told = self._model.cp, self._model.cp.new_bool_var(f"tells[{who}]")
        for reason in reasons:
            cp.add_implication(reason, told)
        cp.add_bool_or([*reasons, told.negated()])
        return told

    def _reasons(self) -> Iterator[tuple[str, cp_model.LiteralT]]:
        for part in self._model.sizes.free:
            yield from self._of_names(part)
        for code in self._question.slots:
            team = self._question.baseline.team_of.get(code, ())
            for reason in self._of_the_team(code):
                for each in team:
                    yield each.inspector_id, reason

    def _of_names(self, part: Part) -> Iterator[tuple[str, cp_model.LiteralT]]:
        before = self._question.pairs.get(part, frozenset())
        kept: dict[tuple[str, bool], list[cp_model.IntVar]] = {pair: [] for pair in sorted(before)}
        for option in self._model.names.team(*part):
            pair = option.inspector_id, option.leads
            if pair in kept:
                kept[pair].append(option.literal)
            else:
                yield option.inspector_id, option.literal
        for (who, _), literals in kept.items():
            yield who, self._none(literals)

    def _none(self, literals: list[cp_model.IntVar]) -> cp_model.LiteralT:
        """The literal "none of these": they exclude each other."""
        if not literals:
            return self._model.slots.true
        if len(literals) == 1:
            return literals[0].negated()
        stays = self._model.cp.new_bool_var("stays")
        self._model.cp.add(cp_model.LinearExpr.sum(literals) == stays)
        return stays.negated()

    def _of_the_team(self, code: str) -> Iterator[cp_model.LiteralT]:
        model, question = self._model, self._question
        if model.scope.is_free(code):
            stays = model.slots.starts(code).get(question.slots[code])
            if stays is not model.slots.true:
                yield model.slots.true if stays is None else stays.negated()
            yield from self._of_sizes(code)
        yield from self._of_the_review(code)

    def _of_the_review(self, code: str) -> Iterator[cp_model.LiteralT]:
        model, before = self._model, self._question.baseline.inspection_of[code].force_wide_review
        carries, carried = model.reviews.carries(code), before not in (None, Review.NO)
        if model.reviews.is_open(code):
            yield carries.negated() if carried else carries
        elif (carries is model.slots.true) != carried:
            yield model.slots.true

    def _of_sizes(self, code: str) -> Iterator[cp_model.LiteralT]:
        cp = self._model.cp
        for (where, body), size in self._model.sizes.free.items():
            if where != code or not (size.steps or size.extra):
                continue
            before = len(self._question.pairs.get((code, body), ()))
            fewer, more = (
                cp.new_bool_var(f"{word}[{code},{body.value}]") for word in ("fewer", "more")
            )
            cp.add(size.number <= before - 1).only_enforce_if(fewer)
            cp.add(size.number >= before + 1).only_enforce_if(more)
            cp.add(size.number == before).only_enforce_if(fewer.negated(), more.negated())
            yield fewer
            yield more
