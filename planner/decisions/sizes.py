"""Sizes: how many inspectors of each inspectorate a team gets (R4)."""

from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from ortools.sat.python import cp_model

from models.inspectorate import ON_SITE, Inspectorate
from planner.decisions.expression import Expression
from planner.decisions.known import Known
from planner.decisions.reviews import Reviews
from planner.decisions.slots import Slots
from planner.scope import Scope


class Size(NamedTuple):
    """The size of one inspectorate's part of a team.

    At an inspection without a review it is ``least`` and one more for each of ``steps`` that
    holds, which hold in order; a force-wide review adds ``extra`` where ``review`` holds.
    """

    least: int
    steps: tuple[cp_model.IntVar, ...]
    extra: int
    review: cp_model.IntVar
    inspected: Expression

    @property
    def number(self) -> Expression:
        """The number of inspectors."""
        return self.least * self.inspected + sum(self.steps) + self.extra * self.review

    @property
    def most(self) -> int:
        """The largest number there can be."""
        return self.least + len(self.steps) + self.extra


class Sizes:
    """The size of each free part of each free team, and the numbers of those that stand.

    With ``bound`` (R4 is posted) the steps run from the policy's least to its most; without it
    any number of inspectors may come.
    """

    def __init__(
        self,
        cp: cp_model.CpModel,
        known: Known,
        scope: Scope,
        slots: Slots,
        reviews: Reviews,
        *,
        bound: bool,
    ) -> None:
        self._cp, self._known, self._scope, self._bound = cp, known, scope, bound
        self._slots, self._reviews = slots, reviews
        self._sizes: dict[tuple[str, Inspectorate], Size] = {}
        for code in scope.free:
            for body in ON_SITE:
                if body in scope.bodies[code]:
                    self._sizes[code, body] = self._decide(code, body)

    @property
    def free(self) -> Mapping[tuple[str, Inspectorate], Size]:
        """The free sizes by authority and inspectorate."""
        return self._sizes

    def _decide(self, code: str, body: Inspectorate) -> Size:
        policy = self._known.size_range(code, body)
        extra = self._known.extra_hmic if body is Inspectorate.HMIC else 0
        least, most = (policy.least, policy.most) if self._bound else (-extra, self._people(body))
        steps = tuple(
            self._cp.new_bool_var(f"size[{code},{body.value}]>={number}")
            for number in range(least + 1, most + 1)
        )
        for lower, higher in pairwise(steps):
            self._cp.add_implication(higher, lower)
        review = self._reviews.carries(code) if extra else self._slots.true
        if code not in self._scope.named:
            return Size(least, steps, extra, review, self._slots.is_inspected(code))
        there = self._slots.named(code, self._scope)
        both = self._both(review, there) if extra else self._slots.true
        return Size(least, steps, extra, both, there)

    def _both(self, review: cp_model.IntVar, there: cp_model.IntVar) -> cp_model.IntVar:
        """Whether a review is carried where the team is decided."""
        both = self._cp.new_bool_var("reviews_there")
        self._cp.add_implication(both, review)
        self._cp.add_implication(both, there)
        self._cp.add_bool_or(both, review.negated(), there.negated())
        return both

    def _people(self, body: Inspectorate) -> int:
        return sum(each is body for each in self._known.body_of.values())
