"""R10: a deployed inspector is not absent on any working day of the weeks worked."""

from typing import Any

import pytest

from models.breach import Breach
from models.checks.available import check
from models.deployment import CpsActivity, Role
from models.programme import Programme
from tests.cases.programmes import ONE_TEAM, make_programme, monday
from tests.cases.rotas import attended, deployment, make_rota, rebuilt

PEOPLE = {**ONE_TEAM, "ofsted": 5, "hmcpsi": 1}


def _away(inspector_id: str, start: tuple[int, int], end: tuple[int, int]) -> Programme:
    """One authority, and an inspector absent from one (week, weekday) to another."""
    absence = {"inspector_id": inspector_id, "start": monday(*start), "end": monday(*end)}
    return make_programme(1, inspectors=PEOPLE, absences=[absence])


def _breaches(programme: Programme, **stated: Any) -> list[Breach]:
    """What breaks the rule when the inspection is in weeks 5 and 6, led by ofsted-1."""
    return list(check(programme, make_rota(programme, {"A1": 5}, **stated)))


@pytest.mark.parametrize(
    ("inspector_id", "first", "last"),
    [
        ("ofsted-1", 4, 8),  # the lead: preparation, both weeks, two report-writing weeks
        ("ofsted-2", 5, 6),
        ("hmic-1", 5, 5),
        ("cqc-1", 6, 6),
        ("hmi_probation-1", 6, 6),
    ],
)
def test_absent_in_a_week_worked_breaks_it_and_in_the_week_before_or_after_does_not(
    inspector_id: str, first: int, last: int
) -> None:
    assert _breaches(_away(inspector_id, (first - 3, 0), (first - 1, 6))) == []
    assert _breaches(_away(inspector_id, (last + 1, 0), (last + 9, 0))) == []
    for week in range(first, last + 1):
        (breach,) = _breaches(_away(inspector_id, (week, 2), (week, 2)))
        assert (breach.inspector_ids, breach.weeks) == ((inspector_id,), (week,))
        # Absent while writing the report is history once the inspection began: days are struck.
        assert breach.last_day == (monday(week, 2) if week < 7 else monday(5))


def test_a_breach_counts_the_working_days_missed() -> None:
    # From Thursday of week 5 to Tuesday of week 6: four working days and a weekend.
    (breach,) = _breaches(_away("ofsted-2", (5, 3), (6, 1)))
    assert breach.sentence == (
        "Ofsted 2 (ofsted-2) works for Alton (A1) from 10 February 2014, but is absent on 4 "
        "working days, the first on 13 February 2014."
    )
    assert (breach.amount, breach.weeks, breach.last_day) == (4, (5, 6), monday(6, 1))
    assert breach.figures == {"days": 4}


def test_absent_at_a_weekend_or_on_a_bank_holiday_breaks_nothing() -> None:
    assert _breaches(_away("ofsted-2", (5, 5), (5, 6))) == []
    absence = {"inspector_id": "ofsted-2", "start": monday(5), "end": monday(5)}
    holiday = [(monday(5), "holiday")]
    programme = make_programme(1, inspectors=PEOPLE, absences=[absence], bank_holidays=holiday)
    assert _breaches(programme) == []


def test_two_absences_count_their_days_together() -> None:
    days = [{"inspector_id": "cqc-1", "start": monday(6, d), "end": monday(6, d)} for d in (0, 3)]
    (breach,) = _breaches(make_programme(1, inspectors=PEOPLE, absences=days))
    assert breach.amount == 2


def test_the_leads_weeks_are_policy() -> None:
    busy = {"busy": {"lead_preparation_weeks": 2, "lead_report_weeks": 0}}
    for week, broken in ((2, False), (3, True), (6, True), (7, False)):
        absence = {"inspector_id": "ofsted-1", "start": monday(week), "end": monday(week)}
        programme = make_programme(1, inspectors=PEOPLE, absences=[absence], policy=busy)
        assert bool(_breaches(programme)) is broken, week


def test_a_hmcpsi_activity_binds_its_own_week_alone() -> None:
    activity = (CpsActivity(la_code="A1", inspector_id="hmcpsi-1", start=monday(9)),)
    for week in (8, 10):
        assert _breaches(_away("hmcpsi-1", (week, 0), (week, 4)), cps_activities=activity) == []
    (breach,) = _breaches(_away("hmcpsi-1", (9, 4), (12, 0)), cps_activities=activity)
    assert breach.sentence == (
        "HMCPSI 1 (hmcpsi-1) works for Alton (A1) from 10 March 2014, but is absent on 1 working "
        "day, the first on 14 March 2014."
    )


def test_an_inspector_of_another_programme_is_not_available() -> None:
    programme = make_programme(1, inspectors=PEOPLE)
    activity = (CpsActivity(la_code="A1", inspector_id="nobody-2", start=monday(9)),)
    rota = make_rota(programme, {"A1": 5}, cps_activities=activity)
    stray = rebuilt(rota, deployments=(*rota.deployments, deployment("A1", "nobody-1")))
    assert [breach.sentence for breach in check(programme, stray)] == [
        "nobody-1 is deployed as member in Alton (A1), an inspector whom the programme does not "
        "have.",
        "nobody-2 is down for the HMCPSI activity in Alton (A1), an inspector whom the programme "
        "does not have.",
    ]


def _pair(programme: Programme, **stated: Any) -> list[Breach]:
    """The team with ofsted-5 as a substitute."""
    rota = make_rota(programme, {"A1": 5})
    newcomer = deployment("A1", "ofsted-5").model_copy(update={"role": Role.SUBSTITUTE})
    rota = rebuilt(rota, deployments=(*rota.deployments, newcomer), **stated)
    return list(check(programme, rota))


def test_the_struck_days_of_the_lost_one_break_nothing_when_the_place_was_taken() -> None:
    programme = _away("ofsted-2", (5, 2), (9, 0))
    assert len(_breaches(programme)) == 1
    assert _pair(programme) == []


def test_a_lost_leads_days_are_struck_from_fieldwork_on_alone() -> None:
    # Absent on the Monday of preparation week 4, and from week 6 on: the first is a breach.
    spans = [(monday(4), monday(4)), (monday(6), monday(12))]
    rows = [{"inspector_id": "ofsted-1", "start": start, "end": end} for start, end in spans]
    programme = make_programme(1, inspectors=PEOPLE, absences=rows)
    rota = make_rota(programme, {"A1": 5})
    taken_over = rebuilt(
        rota, deployments=(*rota.deployments, deployment("A1", "ofsted-5", lead=True))
    )
    (breach,) = check(programme, taken_over)
    assert (breach.inspector_ids, breach.last_day) == (("ofsted-1",), monday(4))
    # A day of absence that is fieldwork's first is struck.
    first_day = rows[1] | {"start": monday(5)}
    programme = make_programme(1, inspectors=PEOPLE, absences=[first_day])
    assert list(check(programme, taken_over)) == []


def test_the_lost_one_is_not_on_site_on_a_day_of_absence() -> None:
    programme = _away("ofsted-2", (6, 4), (9, 0))
    rows = attended(programme, "A1", 5, ("ofsted-1", "ofsted-2"))
    (breach,) = _pair(programme, attendance=rows)
    assert breach.sentence == (
        "Ofsted 2 (ofsted-2) is on site in Alton (A1) on 21 February 2014, but is absent that day."
    )


def test_a_substitute_is_bound_from_the_own_first_day() -> None:
    lost = {"inspector_id": "ofsted-2", "start": monday(5, 2), "end": monday(9)}
    own = {"inspector_id": "ofsted-5", "start": monday(5), "end": monday(5, 2)}
    programme = make_programme(1, inspectors=PEOPLE, absences=[lost, own])
    rows = attended(programme, "A1", 5, ("ofsted-1", "ofsted-5"))
    from_thursday = tuple(
        row for row in rows if row.inspector_id == "ofsted-1" or row.date >= monday(5, 3)
    )
    assert _pair(programme, attendance=from_thursday) == []
    # A first day on the Wednesday, the last day of absence, is one too early.
    from_wednesday = tuple(row for row in rows if row.date >= monday(5, 2))
    (breach,) = _pair(programme, attendance=from_wednesday)
    assert (breach.inspector_ids, breach.last_day) == (("ofsted-5",), monday(5, 2))
    assert breach.amount == 1


def test_where_nobody_takes_over_it_is_history_once_the_inspection_is_under_way() -> None:
    programme = _away("ofsted-2", (5, 2), (9, 0))
    rows = attended(programme, "A1", 5, ("ofsted-1", "ofsted-2"))
    struck = tuple(row for row in rows if row.inspector_id == "ofsted-1" or row.date < monday(5, 2))
    (breach,) = _breaches(programme, attendance=struck)
    assert breach.last_day == monday(5)
    assert breach.seen_on(monday(5, 1)).history
    # Who is not there before the absence begins was never lost on site, and nor is who stays.
    for rows_of_two in (struck[:1], rows):
        (breach,) = _breaches(programme, attendance=rows_of_two)
        assert not breach.seen_on(monday(5, 1)).history
