"""A model in which every member has a switch: on, it is held to; off, it is not asked for."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from ortools.sat.python import cp_model

from planner.conflict.member import Member

#: Before a programme has begun, no inspection stands.
NOTHING_HELD: Mapping[str, int] = MappingProxyType({})


class Switches:
    """One literal a member in one CP-SAT model; a member that says nothing has none."""

    def __init__(self, cp: cp_model.CpModel, held: Mapping[str, int] = NOTHING_HELD) -> None:
        self.cp = cp
        #: The start weeks of inspections that have begun; whatever is switched, they stand.
        self.held = held
        #: How many of some authorities start in each week, where a model counts them.
        self.counts: list[tuple[Sequence[str], Mapping[int, cp_model.IntVar]]] = []
        self._literals: dict[Member, cp_model.IntVar] = {}

    def of(self, member: Member) -> cp_model.IntVar:
        """The switch of a member, made when it is first asked for."""
        if member not in self._literals:
            self._literals[member] = self.cp.new_bool_var(":".join(member))
        return self._literals[member]

    @property
    def members(self) -> frozenset[Member]:
        """The members that say something in this model."""
        return frozenset(self._literals)

    def enforce(self, index: int, member: Member) -> None:
        """Let a constraint that is posted already hold only where the member's switch is on."""
        self.cp.proto.constraints[index].enforcement_literal.append(self.of(member).index)

    def set(self, held: Iterable[Member]) -> None:
        """Switch some members on and all others off."""
        on = frozenset(held)
        for member, literal in self._literals.items():
            value = int(member in on)
            self._allow(literal, [value, value])

    def _allow(self, literal: cp_model.IntVar, values: list[int]) -> None:
        domain = self.cp.proto.variables[literal.index].domain
        domain.clear()
        domain.extend(values)
