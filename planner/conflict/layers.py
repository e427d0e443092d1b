"""The models in which a clash is looked for, the quickest and most local first.

Each leaves rules, authorities or people out, so that what clashes in it clashes altogether.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

import numpy as np
from ortools.sat.python import cp_model

from models.inspectorate import ON_SITE, Inspectorate
from models.programme import Programme
from planner.arithmetic.room import Room
from planner.conflict.counts import post_counts
from planner.conflict.heads import Heads
from planner.conflict.member import LEAD, Member, Members, Subject
from planner.conflict.slots import new_starts, post_slots
from planner.conflict.stretches import possible_weeks
from planner.conflict.switches import NOTHING_HELD, Switches
from planner.conflict.whole import whole_model

#: The most authorities whose whole model is looked at.
FEW = 12
#: The most authorities without any week that are looked at one by one.
MOST_ALONE = 4
#: Pinned starts at most so many weeks apart can get in each other's way, one after another.
NEAR_WEEKS = 6


@dataclass(frozen=True)
class Layer:
    """A model to build, of a programme or of the same with something changed.

    ``exact`` says that what can be kept in it can be kept altogether; ``bodies`` are those whose
    people are in it, None for a model without names.
    """

    name: str
    build: Callable[[Programme], Switches]
    exact: bool = True
    bodies: Collection[Inspectorate] | None = None

    def heard(self, programme: Programme, members: Iterable[Member]) -> Members:
        """Those of some members that the model can hold to: not those on people it lacks."""
        return frozenset(each for each in members if self._is_heard(programme, each))

    def _is_heard(self, programme: Programme, member: Member) -> bool:
        if self.bodies is None:
            return True
        if member.subject is Subject.BODY:
            return member.key in self.bodies
        if member == LEAD:
            return Inspectorate.OFSTED in self.bodies
        if member.subject is Subject.PIN:
            who = programme.pins[member.row].inspector_id
            return not who or programme.inspector_of[who].inspectorate in self.bodies
        return True


#: What arithmetic alone has shown, no model has to show again.
NO_MODEL = Layer("arithmetic", lambda programme: Switches(cp_model.CpModel()))


def layers(programme: Programme, held: Mapping[str, int] = NOTHING_HELD) -> Iterator[Layer]:
    """Every model that is worth looking at, in order; ``held`` are inspections that have begun."""
    free = sorted(programme.authority_of.keys() - set(held))
    small = len(free) <= FEW
    for code in _lost(programme, free)[:MOST_ALONE]:
        yield from _named(programme, [code], held)
    for force, codes in sorted(programme.authorities_in.items()):
        left = [code for code in codes if code not in held]
        if left and (len(left) < len(codes) or not _has_places(programme, force)):
            yield _slots(left, held)
    yield Layer("places", partial(counts_model, held=held))
    for cluster in _pinned_clusters(programme, held):
        if len(cluster) < len(free):
            yield from _named(programme, cluster, held)
    yield Layer("heads", partial(heads_model, held=held), exact=False)
    yield _slots(free, held)
    if small:
        yield from _named(programme, free, held)


def _lost(programme: Programme, codes: Sequence[str]) -> Sequence[str]:
    """The authorities that have no week by the sight of arithmetic."""
    room = Room(programme)
    return [code for code in codes if not room.possible[code].any()]


def _has_places(programme: Programme, force: str) -> bool:
    """Whether slots of one force are found by placing those with the earliest last week first."""
    open_weeks = {
        code: np.flatnonzero(possible_weeks(programme, code))
        for code in programme.authorities_in[force]
    }
    if not all(weeks.size for weeks in open_weeks.values()):
        return False
    earliest = 0
    for weeks in sorted(open_weeks.values(), key=lambda weeks: (weeks[-1], weeks[0])):
        later = weeks[weeks >= earliest]
        if not later.size:
            return False
        earliest = int(later[0]) + programme.gap_of[force]
    return True


def _slots(codes: Collection[str], held: Mapping[str, int]) -> Layer:
    """The rules on slots alone, of some authorities."""
    return Layer("slots", partial(slots_model, codes=tuple(sorted(codes)), held=held))


def slots_model(
    programme: Programme, codes: Sequence[str], held: Mapping[str, int] = NOTHING_HELD
) -> Switches:
    """The switches of the rules on slots, of some authorities."""
    switches = Switches(cp_model.CpModel(), held)
    post_slots(switches, programme, new_starts(switches.cp, programme, codes))
    return switches


def counts_model(programme: Programme, held: Mapping[str, int] = NOTHING_HELD) -> Switches:
    """Start places, of all authorities."""
    switches = Switches(cp_model.CpModel(), held)
    post_counts(switches, programme)
    return switches


def heads_model(programme: Programme, held: Mapping[str, int] = NOTHING_HELD) -> Switches:
    """Start places and head-counts, of all authorities.

    The people of inspections that have begun are not counted: some may be lost.
    """
    switches = Switches(cp_model.CpModel(), held)
    Heads(switches, programme, post_counts(switches, programme)).post()
    return switches


def _named(
    programme: Programme, codes: Collection[str], held: Mapping[str, int]
) -> Iterator[Layer]:
    """The whole model of some authorities: with each inspectorate alone, then with all."""
    coming = tuple(body for body in ON_SITE if programme.policy.phase(body))
    for bodies in (*((body,) for body in coming), coming):
        build = partial(names_model, codes=tuple(codes), bodies=bodies, held=held)
        yield Layer("names", build, bodies=bodies)


def names_model(
    programme: Programme,
    codes: Sequence[str],
    bodies: Collection[Inspectorate],
    held: Mapping[str, int] = NOTHING_HELD,
) -> Switches:
    """The switches of the whole model of some authorities and inspectorates."""
    weeks = tuple(range(programme.weeks))
    return whole_model(programme, dict.fromkeys(codes, weeks), bodies, held)


def _pinned_clusters(programme: Programme, held: Collection[str]) -> Iterator[list[str]]:
    """Authorities with pinned starts near each other, and those where one person is pinned."""
    week_of = programme.calendar.week_of
    pins = [pin for pin in programme.pins if pin.la_code not in held]
    starts = sorted({(week_of(pin.start), pin.la_code) for pin in pins if pin.start is not None})
    clusters, cluster = [], 0
    for place, (week, code) in enumerate(starts):
        cluster += place > 0 and week - starts[place - 1][0] > NEAR_WEEKS
        clusters.append((cluster, code))
    for _, group in groupby(clusters, key=lambda each: each[0]):
        yield sorted({code for _, code in group})[:FEW]
    for person in sorted({pin.inspector_id for pin in pins} - {""}):
        places = sorted({pin.la_code for pin in pins if pin.inspector_id == person})
        if len(places) > 1:
            yield places[:FEW]
