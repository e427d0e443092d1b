"""What is free and what is fixed: the whole programme, one neighbourhood, some names only."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from models.inspectorate import ON_SITE, Inspectorate
from models.programme import Programme
from planner.draft import Draft

NOTHING = Draft(slots={}, teams={}, leads={})


class StoodIn(NamedTuple):
    """Somebody who took the place of one lost on site, busy in weeks ``first`` to ``last``.

    ``week`` is the start week of the inspection. R11, R15 and the goals count such a deployment;
    R4, R13 and R14 count it as one with the lost inspector's (Re-plan, Under way).
    """

    inspector_id: str
    la_code: str
    week: int
    first: int
    last: int


@dataclass(frozen=True)
class Scope:
    """The freedom of one model; a re-plan's scopes are built from the same fields.

    ``weeks`` holds the start weeks that each free authority may take, ``candidates`` the ids of
    those who may be named there, ``bodies`` the inspectorates whose names are free there. All
    else stands as in ``fixed``: every other authority, and at a free authority the names of the
    other inspectorates, for whom the start week must stand too. ``held`` are the authorities whose
    slot stands whatever the rules say of it, since their inspection has begun; ``stood`` are those
    who stand in for somebody at a fixed inspection. Where ``named`` has a week for an authority,
    its team is only decided if it starts in that week: a relaxation, which shows what holds for
    every rota in which such an inspection moves, wherever to and with whomever. Absences before
    ``since`` are past and keep nobody away.
    """

    weeks: Mapping[str, tuple[int, ...]]
    candidates: Mapping[str, Collection[str]]
    bodies: Mapping[str, frozenset[Inspectorate]]
    fixed: Draft = field(default=NOTHING)
    held: frozenset[str] = frozenset()
    stood: tuple[StoodIn, ...] = ()
    named: Mapping[str, int] = field(default_factory=dict)
    since: date = date.min

    def __post_init__(self) -> None:
        """Refuse a moving slot with fixed names: who would be busy when could not be told."""
        for code, bodies in self.bodies.items():
            if len(bodies) < len(ON_SITE) and self.weeks[code] != (self.fixed.slots.get(code),):
                raise ValueError(f"{code}: names are fixed, so its start week must be fixed too")

    @property
    def free(self) -> tuple[str, ...]:
        """The authorities with any freedom, sorted so that the order of input never matters."""
        return tuple(sorted(self.weeks))

    def is_free(self, la_code: str) -> bool:
        """Whether the authority has a slot or names to decide."""
        return la_code in self.weeks

    @classmethod
    def whole(cls, programme: Programme) -> "Scope":
        """Everything free: any week, anybody."""
        everybody = frozenset(
            each.inspector_id for each in programme.inspectors if each.inspectorate in ON_SITE
        )
        every_week = tuple(range(programme.weeks))
        codes = programme.authority_of
        return cls(
            weeks=dict.fromkeys(codes, every_week),
            candidates=dict.fromkeys(codes, everybody),
            bodies=dict.fromkeys(codes, frozenset(ON_SITE)),
        )

    @classmethod
    def neighbourhood(
        cls,
        incumbent: Draft,
        weeks: Mapping[str, Collection[int]],
        candidates: Mapping[str, Collection[str]],
    ) -> "Scope":
        """Slots and whole teams of the authorities in ``weeks`` free, the rest as it stands.

        The incumbent's own week and names are always among the choices, so that staying put is.
        """
        return cls(
            weeks={
                code: tuple(sorted({*chosen, incumbent.slots[code]}))
                for code, chosen in weeks.items()
            },
            candidates=_with_incumbents(incumbent, candidates),
            bodies=dict.fromkeys(weeks, frozenset(ON_SITE)),
            fixed=incumbent,
        )

    @classmethod
    def names(
        cls,
        incumbent: Draft,
        bodies: Collection[Inspectorate],
        candidates: Mapping[str, Collection[str]],
    ) -> "Scope":
        """The names of some inspectorates free at the authorities in ``candidates``, no slot."""
        return cls(
            weeks={code: (incumbent.slots[code],) for code in candidates},
            candidates=_with_incumbents(incumbent, candidates),
            bodies=dict.fromkeys(candidates, frozenset(bodies)),
            fixed=incumbent,
        )


def _with_incumbents(
    incumbent: Draft, candidates: Mapping[str, Collection[str]]
) -> Mapping[str, frozenset[str]]:
    return {code: incumbent.teams[code].union(ids) for code, ids in candidates.items()}
