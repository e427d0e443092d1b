"""The models in which a clash is looked for, the quickest and most local first.

Each leaves rules, authorities or people out, so that what clashes in it clashes altogether.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from ortools.sat.python import cp_model

from models.inspectorate import ON_SITE, Inspectorate
from models.programme import Programme
from planner.arithmetic.room import Room
from planner.conflict.counts import post_counts
from planner.conflict.heads import Heads
from planner.conflict.member import LEAD, Member, Members, Subject
from planner.conflict.slots import new_starts, post_slots
from planner.conflict.switches import Switches
from planner.conflict.whole import whole_model

#: The most authorities whose whole model is looked at.
FEW = 12
#: The most authorities without any week that are looked at one by one.
MOST_ALONE = 4
#: Pinned starts at most so many weeks apart can get in each other's way, one after another.
NEAR_WEEKS = 6


@dataclass(frozen=True)
class Layer:
    """A model to build.

    ``exact`` says that what can be kept in it can be kept altogether; ``bodies`` are those whose
    people are in it, None for a model without names.
    """

    name: str
    build: Callable[[], Switches]
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


def layers(programme: Programme) -> Iterator[Layer]:
    """Every model that is worth looking at, in order."""
    small = len(programme.authorities) <= FEW
    for code in _lost(programme)[:MOST_ALONE]:
        yield from _named(programme, [code])
    for force in sorted(programme.authorities_in):
        yield _slots(programme, programme.authorities_in[force])
    yield Layer("places", lambda: counts_model(programme))
    for cluster in () if small else _pinned_clusters(programme):
        yield from _named(programme, cluster)
    yield Layer("heads", lambda: heads_model(programme), exact=False)
    yield _slots(programme, programme.authority_of)
    if small:
        yield from _named(programme, sorted(programme.authority_of))


def _lost(programme: Programme) -> Sequence[str]:
    """The authorities that have no week by the sight of arithmetic."""
    room = Room(programme)
    return [code for code in sorted(room.possible) if not room.possible[code].any()]


def _slots(programme: Programme, codes: Collection[str]) -> Layer:
    """The rules on slots alone, of some authorities."""

    def build() -> Switches:
        switches = Switches(cp_model.CpModel())
        starts = new_starts(switches.cp, programme, sorted(codes))
        post_slots(switches, programme, starts)
        return switches

    return Layer("slots", build)


def counts_model(programme: Programme) -> Switches:
    """Start places, of all authorities."""
    switches = Switches(cp_model.CpModel())
    post_counts(switches, programme)
    return switches


def heads_model(programme: Programme) -> Switches:
    """Start places and head-counts, of all authorities."""
    switches = Switches(cp_model.CpModel())
    Heads(switches, programme, post_counts(switches, programme)).post()
    return switches


def _named(programme: Programme, codes: Collection[str]) -> Iterator[Layer]:
    """The whole model of some authorities: with each inspectorate alone, then with all."""
    coming = tuple(body for body in ON_SITE if programme.policy.phase(body))
    weeks = dict.fromkeys(codes, tuple(range(programme.weeks)))
    for bodies in (*((body,) for body in coming), coming):
        yield Layer("names", partial(whole_model, programme, weeks, bodies), bodies=bodies)


def _pinned_clusters(programme: Programme) -> Iterator[list[str]]:
    """Authorities with pinned starts near each other, and those where one person is pinned."""
    week_of = programme.calendar.week_of
    starts = sorted(
        {(week_of(pin.start), pin.la_code) for pin in programme.pins if pin.start is not None}
    )
    clusters, cluster = [], 0
    for place, (week, code) in enumerate(starts):
        cluster += place > 0 and week - starts[place - 1][0] > NEAR_WEEKS
        clusters.append((cluster, code))
    for _, group in groupby(clusters, key=lambda each: each[0]):
        yield sorted({code for _, code in group})[:FEW]
    for person in sorted({pin.inspector_id for pin in programme.pins} - {""}):
        places = sorted({pin.la_code for pin in programme.pins if pin.inspector_id == person})
        if len(places) > 1:
            yield places[:FEW]
