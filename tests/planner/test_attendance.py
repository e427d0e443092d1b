"""Attendance: which teams fit under seven on site, and everybody's days when they do."""

from collections import Counter
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.attendance import Activity, Attendance
from models.authority import EstablishmentKind
from models.deployment import Deployment, Role
from models.inspection import Band, Inspection
from models.inspectorate import ON_SITE, Inspectorate
from models.programme import Programme
from models.rota import Rota
from models.sizing import days_owed
from planner.attendance import (
    AttendanceImpossible,
    fill_attendance,
    fitting_sizes,
    solve_attendance,
    team_fits,
)
from planner.draft import Draft
from planner.fitting import Owing, SiteWeek
from planner.owed import misfit_sentence
from planner.patterns import week_patterns
from tests.planner.tiny import MONDAY, authority, establishment, inspectors, programme, staffed

CHILDREN = {Band.SMALL: 20_000, Band.MEDIUM: 60_000, Band.LARGE: 120_000, Band.VERY_LARGE: 250_000}
BIG = inspectors(ofsted=9, hmic=5, cqc=5, hmi_probation=4, hmi_prisons=3)


def exists_by_search(site: SiteWeek) -> bool:
    """Whether any choice of days for every single person keeps the week, tried one by one."""
    reached = {((0,) * site.working_days, frozenset[Inspectorate]())}
    for each in site.owing:
        for _ in range(each.people):
            reached = {
                (
                    tuple(n + (day in days) for day, n in enumerate(counts)),
                    last | ({each.body} if site.working_days - 1 in days else set()),
                )
                for counts, last in reached
                for days in combinations(range(site.working_days), each.days)
            }
            reached = {found for found in reached if max(found[0]) <= site.most}
    wanted = {each.body for each in site.owing} - {Inspectorate.OFSTED} if site.feedback else set()
    return any(wanted <= last for _, last in reached)


@st.composite
def site_weeks(draw: st.DrawFn) -> SiteWeek:
    working_days = draw(st.integers(1, 4))
    bodies = draw(st.lists(st.sampled_from(ON_SITE), unique=True, max_size=4))
    owing = [
        Owing(body, False, draw(st.integers(1, working_days)), draw(st.integers(1, 3)))
        for body in bodies
    ]
    if draw(st.booleans()):
        owing.append(Owing(Inspectorate.OFSTED, True, working_days, 1))
    return SiteWeek(working_days, draw(st.integers(1, 4)), draw(st.booleans()), tuple(owing))


@settings(max_examples=400, deadline=None)
@given(site_weeks())
def test_a_week_fits_exactly_when_some_choice_of_days_does(site: SiteWeek) -> None:
    assert site.fits == exists_by_search(site)


@settings(max_examples=150, deadline=None)
@given(site_weeks())
def test_patterns_are_found_exactly_when_the_week_fits(site: SiteWeek) -> None:
    if not site.fits:
        with pytest.raises(ValueError, match="no attendance"):
            week_patterns(site)
        return
    patterns = week_patterns(site)
    for owing, kept in zip(site.owing, patterns, strict=True):
        assert len(kept) == owing.people
        assert all(len(set(days)) == owing.days for days in kept)
    on_day = Counter(day for kept in patterns for days in kept for day in days)
    assert all(number <= site.most for number in on_day.values())
    if site.feedback:
        on_last = {
            owing.body
            for owing, kept in zip(site.owing, patterns, strict=True)
            if any(site.working_days - 1 in days for days in kept)
        }
        assert {each.body for each in site.owing} - {Inspectorate.OFSTED} <= on_last


@st.composite
def teams(draw: st.DrawFn) -> tuple[Programme, Draft]:
    """An authority of any band, with or without bank holidays, and a team of any size."""
    offsets = draw(st.sets(st.integers(0, 11).filter(lambda day: day % 7 < 5), max_size=4))
    band = draw(st.sampled_from(list(Band)))
    asked = programme(
        authorities=(authority("A", children_0_17=CHILDREN[band]),),
        inspectors=BIG,
        bank_holidays=tuple((MONDAY + timedelta(days=day), "holiday") for day in sorted(offsets)),
    )
    sizes = [draw(st.integers(1, 8)), *(draw(st.integers(0, 4)) for _ in range(3))]
    sizes.append(draw(st.integers(0, 2)))
    team = [
        each.inspector_id
        for body, size in zip(ON_SITE, sizes, strict=True)
        for each in asked.inspectors_from[body][:size]
    ]
    return asked, Draft({"A": 0}, {"A": frozenset(team)}, {"A": "ofsted-1"})


def sizes_of(asked: Programme, draft: Draft) -> Counter[Inspectorate]:
    return Counter(asked.inspector_of[each].inspectorate for each in draft.teams["A"])


@settings(max_examples=150, deadline=None)
@given(teams())
def test_attendance_is_found_whenever_the_team_fits(drawn: tuple[Programme, Draft]) -> None:
    asked, draft = drawn
    if team_fits(asked, "A", 0, sizes_of(asked, draft)):
        keeps_the_rules(asked, draft, solve_attendance(asked, draft))
    else:
        with pytest.raises(AttendanceImpossible):
            solve_attendance(asked, draft)


def keeps_the_rules(asked: Programme, draft: Draft, rows: tuple[Attendance, ...]) -> None:
    """Days owed, days held, who is at the final feedback and which days are agency feedback."""
    calendar, band = asked.calendar, asked.band_of["A"]
    assert all(number <= 7 for number in Counter(row.date for row in rows).values())
    worked = Counter(
        (row.inspector_id, calendar.week_of(row.date))
        for row in rows
        if row.date in calendar.working_days(calendar.week_of(row.date))
    )
    assert sum(worked.values()) == len(rows)
    for inspector_id in draft.teams["A"]:
        body, leads = asked.inspector_of[inspector_id].inspectorate, inspector_id == "ofsted-1"
        for week in (0, 1):
            days = len(calendar.working_days(week))
            owed = days_owed(body, band, days, asked.policy, lead=leads)
            comes = week + 1 in asked.policy.phase(body)
            assert worked[inspector_id, week] == (owed if comes else 0)
    feedback_is_given(asked, draft, rows)


def feedback_is_given(asked: Programme, draft: Draft, rows: tuple[Attendance, ...]) -> None:
    last = asked.calendar.working_days(1)[-1]
    assert {row.activity for row in rows if row.date == last} == {Activity.FINAL_FEEDBACK}
    there = {row.inspector_id for row in rows if row.date == last}
    assert "ofsted-1" in there
    for body in sizes_of(asked, draft):
        ours = [row for row in rows if asked.inspector_of[row.inspector_id].inspectorate is body]
        if 2 in asked.policy.phase(body):
            assert any(row.date == last for row in ours)
        given = {row.date for row in ours if row.activity is Activity.AGENCY_FEEDBACK}
        latest = max((row.date for row in ours if row.date < last), default=None)
        assert given == (set() if body is Inspectorate.OFSTED else {latest} - {None})
        assert all(row.activity is not Activity.FIELDWORK for row in ours if row.date in given)


def very_large(**fields: object) -> Programme:
    """A very large authority with two kinds of establishment: 250,000 children are 25 points."""
    kinds = (
        EstablishmentKind.YOUNG_OFFENDER_INSTITUTION,
        EstablishmentKind.MOTHER_AND_BABY_UNIT,
    )
    return programme(
        authorities=(authority("A", children_0_17=250_000),),
        establishments=tuple(establishment("A", kind) for kind in kinds),
        inspectors=BIG,
        **fields,
    )


def sized(*sizes: int) -> dict[Inspectorate, int]:
    return dict(zip(ON_SITE, sizes, strict=True))


def test_a_team_of_thirty_five_days_fits_and_one_of_thirty_seven_does_not() -> None:
    asked = very_large()
    # Lead 5, three Ofsted 3 each, three CQC 3 each, two Probation and two Prisons 2 each:
    # 5 + 9 + 9 + 4 + 4 = 31; with five Ofsted beside the lead 5 + 15 + 9 + 4 + 4 = 37.
    assert team_fits(asked, "A", 0, sized(4, 2, 3, 2, 2))
    assert not team_fits(asked, "A", 0, sized(6, 2, 3, 2, 2))
    # 5 + 15 + 6 + 4 + 4 = 34 of 35.
    assert team_fits(asked, "A", 0, sized(6, 2, 2, 2, 2))


def test_a_team_that_does_not_fit_is_said_with_the_days_owed() -> None:
    asked = very_large()
    team = [
        each.inspector_id
        for body, size in sized(6, 2, 3, 2, 2).items()
        for each in asked.inspectors_from[body][:size]
    ]
    with pytest.raises(AttendanceImpossible) as refused:
        solve_attendance(asked, Draft({"A": 0}, {"A": frozenset(team)}, {"A": "ofsted-1"}))
    assert str(refused.value) == (
        "Authority A (A), from 3 June 2013: with 6 Ofsted, 3 CQC, 2 Probation, and 2 Prisons: "
        "5 + 15 + 9 + 4 + 4 = 37 days owed, week two holds 35."
    )


def test_cannot_fit_when_only_the_final_feedback_day_is_too_full() -> None:
    # Two working days in week two. The lead owes both, one each of CQC, Probation and Prisons
    # owes one, on the last day: four people there, though 2 + 1 + 1 + 1 = 5 days are owed.
    holidays = tuple((MONDAY + timedelta(days=7 + day), "holiday") for day in range(3))

    def fits(most: int) -> bool:
        policy = {"on_site": {"most": most, "least_days": 1}}
        asked = programme(bank_holidays=holidays, policy=policy)
        return team_fits(asked, "A", 0, sized(1, 1, 1, 1, 1))

    # Three on site hold six days, and still not four people at once.
    assert not fits(3)
    assert fits(4)


def test_a_full_final_feedback_is_said_with_the_people_who_must_be_there() -> None:
    week = SiteWeek(2, 3, True, tuple(Owing(body, False, 1, 1) for body in ON_SITE[1:]))
    lead = Owing(Inspectorate.OFSTED, True, 2, 1)
    full = week._replace(owing=(lead, *week.owing))
    empty = SiteWeek(5, 7, False, ())
    assert misfit_sentence((empty, full), "with") == (
        "with 1 Ofsted, 1 HMIC, 1 CQC, 1 Probation, and 1 Prisons: the last day of week two takes "
        "5, 1 who come every day and 4 more for the final feedback, and 3 may be on site"
    )


def test_fitting_sizes_are_those_of_the_policy_that_fit() -> None:
    asked = very_large()
    fitting = fitting_sizes(asked, "A", 0, review=False)
    # Ofsted 4 to 6, HMIC 2 to 3, CQC 2 to 3, Probation 1 to 2: of 24 only 6 Ofsted, 3 CQC and
    # 2 Probation owe too much, whether HMIC brings two or three; with 1 Probation 35 days fit.
    assert len(fitting) == 22
    assert all(team_fits(asked, "A", 0, sized(*sizes)) for sizes in fitting)
    assert {sizes[1] for sizes in fitting_sizes(asked, "A", 0, review=True)} == {3, 4}


def test_people_take_turns_at_the_days() -> None:
    asked = programme(authorities=(authority("A"), authority("B")), inspectors=staffed(4))
    team = frozenset(f"{body}-{n}" for body in ("ofsted",) for n in (1, 2, 3))
    draft = Draft({"A": 0, "B": 1}, {"A": team, "B": team}, {"A": "ofsted-1", "B": "ofsted-1"})
    rows = solve_attendance(asked, draft)
    first_days = {
        code: min(row.date for row in rows if row.la_code == code and row.inspector_id == who)
        for code, who in (("A", "ofsted-2"), ("B", "ofsted-2"))
    }
    assert first_days["A"].weekday() != first_days["B"].weekday()


def by_hand(*people: tuple[str, Role], start: date = MONDAY) -> Rota:
    return Rota(
        inspections=(Inspection(la_code="A", start=start),),
        deployments=tuple(
            Deployment(la_code="A", inspector_id=code, role=role) for code, role in people
        ),
    )


def test_a_rota_by_hand_gets_the_attendance_it_lacks() -> None:
    lead, member = ("ofsted-1", Role.LEAD), ("cqc-1", Role.MEMBER)
    filled, sentences = fill_attendance(programme(), by_hand(lead, member))
    assert not sentences
    # The lead owes ten days, one from CQC four in week two.
    days = Counter(row.inspector_id for row in filled.attendance or ())
    assert days == {"ofsted-1": 10, "cqc-1": 4}


def test_a_rota_by_hand_that_states_its_attendance_keeps_it() -> None:
    stated = by_hand(("ofsted-1", Role.LEAD)).model_copy(update={"attendance": ()})
    assert fill_attendance(programme(), stated) == (stated, ())


def test_a_rota_by_hand_that_cannot_fit_gets_a_sentence_and_no_rows() -> None:
    people = [(each.inspector_id, Role.MEMBER) for each in BIG]
    filled, sentences = fill_attendance(very_large(), by_hand(*people))
    assert filled.attendance == ()
    # Nine Ofsted at 3 and five HMIC at 3 owe 42 days in week one.
    assert sentences == (
        "Authority A (A), from 3 June 2013: with 9 Ofsted and 5 HMIC: "
        "27 + 15 = 42 days owed, week one holds 35.",
    )


def test_neither_substitutes_nor_hmcpsi_nor_strangers_are_given_days() -> None:
    asked = programme(inspectors=inspectors(ofsted=2, hmcpsi=1))
    people = (
        ("ofsted-1", Role.LEAD),
        ("ofsted-2", Role.SUBSTITUTE),
        ("hmcpsi-1", Role.MEMBER),
        ("nobody", Role.MEMBER),
    )
    filled, _ = fill_attendance(asked, by_hand(*people))
    assert {row.inspector_id for row in filled.attendance or ()} == {"ofsted-1"}
