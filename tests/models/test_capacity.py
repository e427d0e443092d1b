"""Capacity: what is needed and what there is, against counts that share nothing with it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from fractions import Fraction
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from models.capacity import TIGHT_FROM, Days, Group, Quarter, Room, Stretch, capacity
from models.counting.busy import busy_period
from models.counting.days import shut_to_all, touches, working_days
from models.counting.owed import owed_days
from models.counting.placements import teams
from models.events import BlackoutScope
from models.inspector import Absence
from models.inspectorate import ON_SITE, Inspectorate
from models.programme import Programme
from tests.cases.draws import draw_programme
from tests.cases.programmes import changed, make_programme, monday
from tests.cases.rotas import make_rota

CQC, HMIC, OFSTED = (Group(Inspectorate(each)) for each in ("cqc", "hmic", "ofsted"))
MANY = {"ofsted": 8, "hmic": 5, "cqc": 5, "hmi_probation": 5, "hmi_prisons": 4}

Quarters = Mapping[tuple[int, int], Fraction]

randoms = st.randoms(use_true_random=False)


def _by_quarter(programme: Programme, group: Group, part: str) -> Quarters:
    return {
        (each.quarter.year, each.quarter.number): getattr(each.target, part)
        for each in capacity(programme).of(group)
    }


def _drawn(random: Random, **policy: Any) -> Programme:
    """A drawn programme of eight open weeks or more, with people enough for any team."""
    drawn = draw_programme(random)
    plain = make_programme(2, inspectors=MANY)
    whole = drawn.policy.model_copy(update=policy)
    return changed(drawn, inspectors=plain.inspectors, policy=whole, absences=(), conflicts=())


def _counted(programme: Programme, body: Inspectorate, start: date) -> bool:
    """Whether the inspectorate may be on site in the week, counted day by day."""
    own = (
        each
        for each in programme.blackouts
        if each.scope is BlackoutScope.INSPECTORATE and each.key == body.value
    )
    return not shut_to_all(programme, start) and not any(touches(each, start) for each in own)


def _placed(programme: Programme, code: str, week: int) -> Iterator[tuple[Group, date, int, int]]:
    """Group, Monday, busy working days and days on site of a target team that starts then."""
    rota = make_rota(programme, {code: 0})
    start = programme.calendar.monday(week)
    moved = rota.inspections[0].model_copy(update={"start": start})
    for place in teams(programme, rota.model_copy(update={"inspections": (moved,)}))[code]:
        first, last = busy_period(programme, place)
        groups = [Group(place.body)] + [Group(place.body, leads=True)] * place.is_lead
        for days in range(0, (last - first).days, 7):
            begins = first + timedelta(days=days)
            on_site = owed_days(programme, place, begins) if begins in place.fieldwork else 0
            for group in groups:
                yield group, begins, len(working_days(programme, begins)), on_site


@settings(max_examples=8)
@given(randoms)
def test_needed_days_are_the_mean_over_all_rotas_with_one_start_each(random: Random) -> None:
    policy = draw_programme(random).policy
    no_extra = policy.force_wide_review.model_copy(update={"extra_hmic": 0})
    programme = _drawn(random, force_wide_review=no_extra)
    programme = changed(programme, pins=())
    busy: dict[tuple[Group, int, int], Fraction] = defaultdict(Fraction)
    on_site: dict[tuple[Group, int, int], Fraction] = defaultdict(Fraction)
    for code, weeks in programme.open_starts.items():
        for week in weeks:
            for group, begins, days, owed in _placed(programme, code, week):
                if _counted(programme, group.inspectorate, begins):
                    key = group, begins.year, (begins.month + 2) // 3
                    busy[key] += Fraction(days, len(weeks))
                    on_site[key] += Fraction(owed, len(weeks))
    for body in ON_SITE:
        for leads in (False, True)[: 1 + (body is Inspectorate.OFSTED)]:
            group = Group(body, leads)
            for quarter, needed in _by_quarter(programme, group, "total").items():
                assert needed == busy[group, *quarter]
            for quarter, needed in _by_quarter(programme, group, "on_site").items():
                assert needed == on_site[group, *quarter]


@settings(max_examples=25)
@given(randoms)
def test_quarters_add_up_to_the_whole_programme(random: Random) -> None:
    # Plain weeks of one long quarter and the same weeks cut by calendar quarters: the sum over the
    # quarters is what all members' weeks on site and rest come to, wherever a border lies.
    authorities = random.randint(1, 5)
    programme = make_programme(authorities, inspectors=MANY, weeks=random.randint(30, 70))
    size = sum(
        programme.size_range(code, Inspectorate.CQC, review=False).target
        for code in programme.authority_of
    )
    # The last start's rest week, and nothing else, lies beyond the programme.
    starts = programme.weeks - 1
    beyond = Fraction(5 * size, starts)
    assert sum(_by_quarter(programme, CQC, "total").values()) == 10 * size - beyond


@settings(max_examples=25)
@given(randoms)
def test_one_more_inspector_never_lowers_what_there_is(random: Random) -> None:
    programme = draw_programme(random)
    joiner = random.choice(programme.inspectors).model_copy(update={"inspector_id": "new"})
    more = changed(programme, inspectors=(*programme.inspectors, joiner))
    for before, after in _pairs(programme, more):
        assert after.there >= before.there
        assert (after.least, after.target) == (before.least, before.target)


@settings(max_examples=25)
@given(randoms)
def test_an_absence_never_raises_what_there_is(random: Random) -> None:
    programme = draw_programme(random)
    start = programme.start + timedelta(days=random.randrange(7 * programme.weeks))
    away = Absence(
        inspector_id=random.choice(programme.inspectors).inspector_id,
        start=start,
        end=start + timedelta(days=random.randrange(40)),
    )
    for before, after in _pairs(
        programme, changed(programme, absences=(*programme.absences, away))
    ):
        assert after.there <= before.there
        assert after.target == before.target


@settings(max_examples=25)
@given(randoms)
def test_nobody_has_less_than_nothing_and_the_least_teams_never_need_more(random: Random) -> None:
    for each in capacity(draw_programme(random)).stretches:
        assert 0 <= each.there <= each.working
        assert min(each.away, each.beyond) >= 0
        assert each.least.total <= each.target.total


def _pairs(one: Programme, other: Programme) -> Iterator[tuple[Stretch, Stretch]]:
    return zip(capacity(one).stretches, capacity(other).stretches, strict=True)


def test_one_small_authority_counted_by_hand() -> None:
    # Weeks 0 to 19 from 6 January; starts in weeks 0 to 18, so each is 1/19 likely. A small
    # authority has 4 from Ofsted at the target, 1 of whom leads, and 1 from CQC, in week two.
    programme = make_programme(1, weeks=20)
    first, second = capacity(programme).of(CQC)
    assert first.quarter.weeks == tuple(range(13))  # the Mondays from 6 January to 31 March
    # On site in weeks 1 to 19, 4 days each: 12 of the 19 in the first quarter. Rest in weeks 2 to
    # 20, 5 days each: 11 in the first quarter, 7 in the second, week 20 in none.
    assert first.target == first.least
    assert first.target.on_site == Fraction(12 * 4, 19)
    assert first.target.beside == Fraction(12 * 1, 19)
    assert first.target.rest == Fraction(11 * 5, 19)
    assert second.target.rest == Fraction(7 * 5, 19)
    lead = capacity(programme).of(Group(Inspectorate.OFSTED, leads=True))[0]
    # Starts 0 to 18: week one in weeks 0 to 18 (13 in the quarter), week two in 1 to 19 (12), five
    # days each; preparation in -1 to 17 (13), reports in 2 to 20 (11) and in 3 to 21 (10).
    assert lead.target.on_site == Fraction(5 * (13 + 12), 19)
    assert lead.target.lead == Fraction(5 * (13 + 11 + 10), 19)
    assert lead.target.beside == lead.target.rest == 0


def test_one_inspector_on_leave_for_a_week_has_those_days_less_and_a_weekend_costs_none() -> None:
    absence = {"inspector_id": "cqc-1", "start": monday(2, 3), "end": monday(3, 1)}
    programme = make_programme(1, weeks=20, absences=[absence], bank_holidays=[(monday(3), "day")])
    stretch = capacity(programme).of(CQC)[0]
    # 13 weeks of 5 days less the bank holiday; Thursday, Friday and, after the weekend, Tuesday.
    assert stretch.working == 64
    assert stretch.away == 3


def test_a_part_timer_has_the_part_of_the_work_that_the_ceiling_leaves() -> None:
    # 16 inspections in one programme year; full-time 12 of them, half-time 6 (R15).
    people = {"cqc-2": {"fte_percent": 50}}
    whole = make_programme(16, weeks=52, inspectors=MANY)
    halves = make_programme(16, weeks=52, inspectors=MANY | {"cqc": 2}, people=people)
    of_five = sum(each.there for each in capacity(whole).of(CQC))
    of_two = sum(each.there for each in capacity(halves).of(CQC))
    needed = sum(each.target.total for each in capacity(whole).of(CQC))
    assert of_five == 5 * Fraction(12, 16) * needed
    assert of_two == (Fraction(12, 16) + Fraction(6, 16)) * needed


def test_the_force_wide_review_falls_in_the_first_of_as_many_parts_as_there_are_authorities() -> (
    None
):
    places = [{"police_force_code": "F1"}, {"police_force_code": "F1"}]
    apart = capacity(make_programme(2, weeks=20)).of(HMIC)
    together = capacity(make_programme(places, weeks=20)).of(HMIC)
    # Apart each inspection is its force's first, over weeks 0 to 18; together one is, in the first
    # 10 of the 19 start weeks, all of which lie in the first quarter, and so does the rest.
    assert sum(each.target.on_site for each in apart) == 4 * 4
    assert sum(each.target.on_site for each in together) == 3 * 4
    second = sum(each.target.on_site for each in together[1:])
    assert second == 2 * Fraction(4 * 6, 19)


def test_each_change_of_a_force_asks_for_a_review_from_its_day_on() -> None:
    places = [{"police_force_code": "F1"}] * 3
    change = {"police_force_code": "F1", "introduced_on": monday(10)}
    late = {"police_force_code": "F1", "introduced_on": monday(19)}
    plain = make_programme(places, weeks=20)
    once = make_programme(places, weeks=20, force_changes=[change])
    never = make_programme(places, weeks=20, force_changes=[late])
    days = [sum(_by_quarter(each, HMIC, "on_site").values()) for each in (plain, once, never)]
    # Three inspections with one from HMIC, and one more for each review, of four days.
    assert days == [16, 20, 16]


def test_a_pinned_authority_needs_its_days_where_it_is_pinned() -> None:
    pin = {"la_code": "A1", "start": monday(15)}
    first, second = capacity(make_programme(1, weeks=20, pins=[pin])).of(CQC)
    assert first.target.total == 0
    assert second.target.total == 10


def test_weeks_in_which_nobody_may_be_on_site_count_on_neither_side() -> None:
    blackout = {"scope": "national", "start": monday(5), "end": monday(6, 4)}
    programme = make_programme(1, weeks=12, blackouts=[blackout])
    (stretch,) = capacity(programme).of(CQC)
    assert stretch.working == 5 * 10
    # Open starts: 0 to 3 and 7 to 10. On site a week later, none in the blackout; of the rest
    # weeks, 2 to 5 and 9 to 12, week 5 is blacked out and week 12 beyond the programme.
    assert stretch.target.on_site == 4
    assert stretch.target.rest == Fraction(5 * 6, 8)


def test_an_authority_without_an_open_week_is_named_and_not_counted() -> None:
    blackout = {"scope": "authority", "key": "A2", "start": monday(0), "end": monday(19, 4)}
    found = capacity(make_programme(2, weeks=20, blackouts=[blackout]))
    assert found.nowhere == ("A2",)
    assert sum(each.target.on_site for each in found.of(CQC)) == 4


def test_each_concern_takes_a_week_of_hmcpsi() -> None:
    concern = {"la_code": "A1", "recorded_on": monday(2)}
    programme = make_programme(1, weeks=20, inspectors=MANY | {"hmcpsi": 1}, cps_concerns=[concern])
    pinned = changed(
        programme, pins=make_programme(1, pins=[{"la_code": "A1", "start": monday(3)}]).pins
    )
    days = _by_quarter(pinned, Group(Inspectorate.HMCPSI), "on_site")
    assert sum(days.values()) == 5
    assert Group(Inspectorate.HMCPSI) not in capacity(make_programme(1)).groups


def test_tight_begins_at_the_threshold_and_short_where_the_least_teams_need_more() -> None:
    def room(least: int, target: int, there: int) -> Room:
        quarter = Quarter(year=2014, number=1, weeks=(0,))
        needs = (Days(on_site=Fraction(least)), Days(on_site=Fraction(target)))
        return Stretch(CQC, quarter, *needs, Fraction(there), Fraction(0), Fraction(0)).room

    assert Fraction(85, 100) == TIGHT_FROM
    assert room(10, 84, 100) is Room.ENOUGH
    assert room(10, 85, 100) is Room.TIGHT
    assert room(100, 120, 100) is Room.TIGHT
    assert room(101, 120, 100) is Room.SHORT
    assert room(0, 0, 0) is Room.ENOUGH


def test_an_inspectorate_that_takes_no_part_is_left_out() -> None:
    programme = make_programme(1, policy={"phases": {"hmi_probation": ()}})
    bodies = {group.inspectorate for group in capacity(programme).groups}
    assert Inspectorate.HMI_PROBATION not in bodies
