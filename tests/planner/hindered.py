"""Drawn programmes: with a rota that only just holds, or with whatever is in the way."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from models.authority import EstablishmentKind
from models.checks import check_rota
from models.deployment import Role
from models.events import Blackout, BlackoutScope, CpsConcern, ForceChange, Pin
from models.inspector import Absence, Conflict, Employment, Inspector
from models.inspectorate import ON_SITE, Inspectorate
from models.programme import Programme
from models.reviews import reviews_of
from models.rota import Rota
from planner.assemble import whole_rota
from planner.attendance import fitting_sizes
from planner.draft import Draft
from tests.planner.tiny import MONDAY, authority, establishment, force, inspector, inspectors
from tests.planner.tiny import programme as tiny_programme

CHILDREN = (20_000, 60_000, 120_000, 250_000)
KINDS = list(EstablishmentKind)


@dataclass(frozen=True)
class Found:
    """A programme, and a rota that keeps every rule of it."""

    asked: Programme
    draft: Draft
    rota: Rota

    def still(self, **fields: Any) -> "Found":
        """The programme with ``fields`` changed, if the rota still keeps every rule."""
        harder = self._changed(fields)
        return self if check_rota(harder, self.rota) else Found(harder, self.draft, self.rota)

    def rewritten(self, **fields: Any) -> "Found":
        """The same, with the draft written out anew: reviews and activities follow from both."""
        harder = self._changed(fields)
        rota = whole_rota(harder, self.draft)
        return self if check_rota(harder, rota) else Found(harder, self.draft, rota)

    def _changed(self, fields: dict[str, Any]) -> Programme:
        now = {name: getattr(self.asked, name) for name in Programme.model_fields}
        return Programme(**now | fields)


@st.composite
def programmes_with_a_rota(draw: st.DrawFn) -> Found:
    """A rota first, then whatever makes its programme tighter and does not break it."""
    found = _plain(draw)
    assume(not check_rota(found.asked, found.rota))
    for hinder in draw(st.lists(st.sampled_from(HINDRANCES), min_size=4, max_size=14)):
        found = hinder(draw, found)
    return found


def _plain(draw: st.DrawFn) -> Found:
    codes = "ABCD"[: draw(st.integers(1, 4))]
    places = tuple(
        authority(
            code,
            police_force_code=draw(st.sampled_from("FG")),
            children_0_17=draw(st.sampled_from(CHILDREN)),
        )
        for code in codes
    )
    empty = tiny_programme(
        weeks=draw(st.sampled_from((8, 14, 60))),
        authorities=places,
        forces=(force("F"), force("G")),
        establishments=tuple(
            establishment(code, kind)
            for code in codes
            for kind in draw(st.sets(st.sampled_from(KINDS), max_size=2))
        ),
        inspectors=(),
        policy={"busy": {"rest_weeks": draw(st.integers(0, 3))}},
    )
    slots = _close_slots(draw, empty)
    assume(all(week in empty.open_starts[code] for code, week in slots.items()))
    return _staffed(draw, empty, slots)


def _close_slots(draw: st.DrawFn, empty: Programme) -> dict[str, int]:
    """Starts a few weeks after one another, so that gaps and busy periods often just hold."""
    week, slots = draw(st.integers(0, 4)), {}
    for code in draw(st.permutations(sorted(empty.authority_of))):
        slots[code] = week
        week += draw(st.sampled_from((0, 1, 2, 3, 4, 4, 5, 6)))
    return slots


def _staffed(draw: st.DrawFn, empty: Programme, slots: dict[str, int]) -> Found:
    """As few people as a simple rule of reuse needs: nobody twice within so many weeks."""
    apart = draw(st.sampled_from((1, 2, 3, 4, 5, 6)))
    reviews = reviews_of(empty, slots)
    last_start: dict[Inspectorate, list[int]] = {body: [] for body in ON_SITE}
    teams: dict[str, frozenset[str]] = {}
    for code in sorted(slots, key=slots.__getitem__):
        sizes = draw(st.sampled_from(fitting_sizes(empty, code, slots[code], code in reviews)))
        team = []
        for body, size in zip(ON_SITE, sizes, strict=True):
            starts = last_start[body]
            free = [at for at, start in enumerate(starts) if slots[code] - start >= apart]
            new = range(len(starts), len(starts) + max(0, size - len(free)))
            starts.extend(slots[code] for _ in new)
            chosen = [*free, *new][:size]
            for at in chosen:
                starts[at] = slots[code]
            team += [f"{body}-{at + 1}" for at in chosen]
        teams[code] = frozenset(team)
    people = inspectors(**{body.value: len(starts) for body, starts in last_start.items()})
    fields = {name: getattr(empty, name) for name in Programme.model_fields}
    asked = Programme(**fields | {"inspectors": (*people, inspector("cps", Inspectorate.HMCPSI))})
    leads = {
        code: draw(st.sampled_from(sorted(each for each in team if each.startswith("ofsted"))))
        for code, team in teams.items()
    }
    draft = Draft(slots, teams, leads)
    return Found(asked, draft, whole_rota(asked, draft))


def _span(draw: st.DrawFn, found: Found) -> dict[str, Any]:
    first = draw(st.integers(-3, found.asked.weeks + 3))
    length = draw(st.integers(0, 20))
    start = MONDAY + timedelta(weeks=first)
    return {"start": start, "end": start + timedelta(days=7 * length + 4)}


def _anybody(draw: st.DrawFn, found: Found) -> Inspector:
    return draw(st.sampled_from(found.asked.inspectors))


def _anywhere(draw: st.DrawFn, found: Found) -> str:
    return draw(st.sampled_from(sorted(found.draft.slots)))


def _absence(draw: st.DrawFn, found: Found) -> Found:
    absence = Absence(inspector_id=_anybody(draw, found).inspector_id, **_span(draw, found))
    return found.still(absences=(*found.asked.absences, absence))


def _conflict(draw: st.DrawFn, found: Found) -> Found:
    conflict = Conflict(
        inspector_id=_anybody(draw, found).inspector_id, la_code=_anywhere(draw, found)
    )
    return found.still(conflicts=(*found.asked.conflicts, conflict))


def _blackout(draw: st.DrawFn, found: Found) -> Found:
    scope = draw(st.sampled_from(list(BlackoutScope)))
    key = {
        BlackoutScope.NATIONAL: "",
        BlackoutScope.AUTHORITY: _anywhere(draw, found),
        BlackoutScope.FORCE: "F",
        BlackoutScope.INSPECTORATE: draw(st.sampled_from(ON_SITE)).value,
    }[scope]
    blackout = Blackout(scope=scope, key=key, **_span(draw, found))
    return found.still(blackouts=(*found.asked.blackouts, blackout))


def _only_open(draw: st.DrawFn, found: Found) -> Found:
    """Everything before, or everything after, an authority's slot is blacked out for it."""
    code = _anywhere(draw, found)
    monday = found.asked.calendar.monday(found.draft.slots[code])
    long = timedelta(weeks=80)
    if draw(st.booleans()):
        span = {"start": monday - long, "end": monday - timedelta(days=3)}
    else:
        span = {"start": monday + timedelta(weeks=2), "end": monday + long}
    blackout = Blackout(scope=BlackoutScope.AUTHORITY, key=code, **span)
    return found.still(blackouts=(*found.asked.blackouts, blackout))


def _only_present(draw: st.DrawFn, found: Found) -> Found:
    """Somebody is absent before, and after, all the weeks of the own deployments."""
    who = _anybody(draw, found).inspector_id
    busy = found.rota.deployments_of.get(who, ())
    if not busy:
        return found
    long, three_days = timedelta(weeks=80), timedelta(days=3)
    first = min(each.busy_from for each in busy if each.busy_from) - three_days
    last = max(each.busy_to for each in busy if each.busy_to) + three_days
    away = (
        Absence(inspector_id=who, start=first - long, end=first),
        Absence(inspector_id=who, start=last, end=last + long),
    )
    return found.still(absences=(*found.asked.absences, *away))


def _pin(draw: st.DrawFn, found: Found) -> Found:
    code = _anywhere(draw, found)
    who = draw(st.sampled_from(["", *sorted(found.draft.teams[code])]))
    leads = who == found.draft.leads[code]
    monday = found.asked.calendar.monday(found.draft.slots[code])
    pin = Pin(
        la_code=code,
        start=draw(st.sampled_from([None, monday])),
        inspector_id=who,
        role=draw(st.sampled_from([None, Role.LEAD if leads else Role.MEMBER])) if who else None,
    )
    return found.still(pins=(*found.asked.pins, pin))


def _policy(draw: st.DrawFn, found: Found) -> Found:
    table, key, value = draw(
        st.one_of(
            st.tuples(st.just("concurrency"), st.just("starts_per_week"), st.integers(1, 2)),
            st.tuples(st.just("concurrency"), st.just("running_per_week"), st.integers(1, 4)),
            st.tuples(st.just("ceiling"), st.just("deployments_per_year"), st.integers(1, 3)),
            st.tuples(st.just("year_quota"), st.just("tolerance"), st.integers(0, 3)),
            st.tuples(st.just("seconded"), st.just("largest_share"), st.sampled_from([0.0, 0.3])),
            st.tuples(st.just("force"), st.just("gap_weeks"), st.integers(5, 9)),
            st.tuples(st.just("on_site"), st.just("most"), st.integers(4, 6)),
            st.tuples(st.just("cps"), st.just("within_weeks"), st.integers(1, 3)),
        )
    )
    policy = found.asked.policy.model_dump()
    policy[table][key] = value
    return found.still(policy=policy)


def _weaker_inspector(draw: st.DrawFn, found: Found) -> Found:
    weaknesses = ({"can_lead": False}, {"employment": Employment.SECONDED}, {"fte_percent": 20})
    change: dict[str, object] = draw(st.sampled_from(weaknesses))
    weaker = _anybody(draw, found)
    people = tuple(
        each.model_copy(update=change) if each == weaker else each
        for each in found.asked.inspectors
    )
    return found.still(inspectors=people)


def _force_change(draw: st.DrawFn, found: Found) -> Found:
    introduced = MONDAY + timedelta(days=draw(st.integers(-20, 200)))
    change = ForceChange(police_force_code="F", introduced_on=introduced)
    return found.rewritten(force_changes=(*found.asked.force_changes, change))


def _concern(draw: st.DrawFn, found: Found) -> Found:
    recorded = MONDAY + timedelta(days=draw(st.integers(-20, 200)))
    concern = CpsConcern(la_code=_anywhere(draw, found), recorded_on=recorded)
    return found.rewritten(cps_concerns=(*found.asked.cps_concerns, concern))


HINDRANCES: list[Callable[[st.DrawFn, Found], Found]] = [
    _absence,
    _conflict,
    _blackout,
    _only_open,
    _only_open,
    _only_present,
    _only_present,
    _pin,
    _policy,
    _weaker_inspector,
    _force_change,
    _concern,
]


@st.composite
def hindered_programmes(draw: st.DrawFn) -> Programme:
    """A programme with whatever is in the way, whether a rota is left or not."""
    found = _plain(draw)
    asked, places = found.asked, sorted(found.draft.slots)
    who = st.sampled_from([each.inspector_id for each in asked.inspectors])
    where, mondays = st.sampled_from(places), st.integers(0, asked.weeks - 1)
    fields = {name: getattr(asked, name) for name in Programme.model_fields}
    return Programme(
        **fields
        | {
            "absences": [
                Absence(inspector_id=draw(who), **_span(draw, found))
                for _ in range(draw(st.integers(0, 5)))
            ],
            "conflicts": [
                Conflict(inspector_id=draw(who), la_code=draw(where))
                for _ in range(draw(st.integers(0, 5)))
            ],
            "blackouts": [
                Blackout(scope=BlackoutScope.AUTHORITY, key=draw(where), **_span(draw, found))
                for _ in range(draw(st.integers(0, 3)))
            ],
            "pins": [
                Pin(la_code=draw(where), start=asked.calendar.monday(draw(mondays)))
                for _ in range(draw(st.integers(0, 2)))
            ],
        }
    )
