"""R1: every authority is inspected exactly once, in an open start week."""

from datetime import date

import pytest

from models.checks.universal import check
from models.deployment import CpsActivity
from tests.cases.programmes import make_programme, monday
from tests.cases.rotas import inspection, make_rota, rebuilt


def test_every_authority_once_keeps_the_rule() -> None:
    programme = make_programme(2)
    assert list(check(programme, make_rota(programme, {"A1": 0, "A2": 5}))) == []


def test_an_authority_left_out_breaks_it() -> None:
    programme = make_programme(2)
    (breach,) = check(programme, make_rota(programme, {"A2": 5}))
    assert breach.sentence == "Alton (A1) has no inspection; every authority has one."
    assert (breach.la_codes, breach.amount, breach.last_day) == (("A1",), 1, None)


def test_an_authority_inspected_again_breaks_it() -> None:
    programme = make_programme(1)
    rota = make_rota(programme, {"A1": 0})
    rota = rebuilt(rota, inspections=(*rota.inspections, inspection("A1", 9), inspection("A1", 5)))
    (breach,) = check(programme, rota)
    # Weeks 0, 5 and 9 begin on 6 January, 10 February and 10 March 2014.
    assert breach.sentence == (
        "Alton (A1) is inspected 3 times, from 6 January 2014, 10 February 2014 and "
        "10 March 2014; once is right."
    )
    assert (breach.amount, breach.weeks, breach.last_day) == (2, (0, 5, 9), monday(9))
    (breach,) = check(programme, rebuilt(rota, inspections=rota.inspections[:2]))
    assert breach.amount == 1


def test_an_authority_of_another_programme_breaks_it() -> None:
    programme = make_programme(1)
    rota = make_rota(programme, {"A1": 0})
    rota = rebuilt(rota, inspections=(*rota.inspections, inspection("E99", 1)))
    (breach,) = check(programme, rota)
    assert breach.sentence == (
        "An inspection starts on 13 January 2014 in E99, an authority that the programme does not "
        "have."
    )


def test_a_start_that_is_not_a_monday_breaks_it() -> None:
    programme = make_programme(1)
    rota = rebuilt(
        make_rota(programme, {}), inspections=({"la_code": "A1", "start": monday(2, weekday=1)},)
    )
    (breach,) = check(programme, rota)
    assert breach.sentence == (
        "The inspection of Alton (A1) starts on 21 January 2014, which is not a Monday."
    )


def test_week_two_may_be_the_last_week_of_the_programme_but_not_lie_outside() -> None:
    # Twenty weeks are 0 to 19: a start in 18 has week two in 19, a start in 19 in 20.
    programme = make_programme(1, weeks=20)
    assert list(check(programme, make_rota(programme, {"A1": 18}))) == []
    (breach,) = check(programme, make_rota(programme, {"A1": 19}))
    assert breach.sentence == (
        "The inspection of Alton (A1) starts on 19 May 2014, which is not an open start week: the "
        "week of 26 May 2014 lies outside the programme."
    )
    (breach,) = check(programme, make_rota(programme, {"A1": -1}))
    assert breach.sentence.endswith("the week of 30 December 2013 lies outside the programme.")
    (breach,) = check(programme, make_rota(programme, {"A1": 20}))
    assert breach.amount == 2


@pytest.mark.parametrize(("start", "broken"), [(9, False), (10, True), (11, True), (12, False)])
def test_neither_week_may_be_closed(start: int, broken: bool) -> None:
    # Closed from 23 to 25 March, Sunday to Tuesday: only week 11, which begins on the 24th.
    programme = make_programme(1, policy={"calendar": {"closed": [["03-23", "03-25"]]}})
    assert bool(list(check(programme, make_rota(programme, {"A1": start})))) is broken


def test_a_closed_period_spans_new_year() -> None:
    # Week 0 begins on Monday 23 December 2013, week 1 on the 30th; 1 January 2014 is in week 1.
    closed = {"calendar": {"closed": [["12-31", "01-01"]]}}
    programme = make_programme(1, policy=closed, start=date(2013, 12, 23))
    rota = rebuilt(
        make_rota(programme, {}), inspections=({"la_code": "A1", "start": date(2013, 12, 23)},)
    )
    (breach,) = check(programme, rota)
    assert breach.sentence.endswith("open start week: the week of 30 December 2013 is closed.")
    later = ({"la_code": "A1", "start": date(2014, 1, 6)},)
    assert list(check(programme, rebuilt(rota, inspections=later))) == []


@pytest.mark.parametrize(
    ("first", "last", "start"),
    [("12-27", "01-01", date(2013, 12, 16)), ("12-28", "01-06", date(2014, 1, 6))],
)
def test_both_ends_of_a_period_that_spans_new_year_are_closed(
    first: str, last: str, start: date
) -> None:
    # 27 December 2013 is the Friday of week two; 6 January 2014 the Monday of week one.
    closed = {"calendar": {"closed": [[first, last]]}}
    programme = make_programme(1, policy=closed, start=date(2013, 12, 2))
    rota = make_rota(programme, {})
    rota = rebuilt(rota, inspections=({"la_code": "A1", "start": start},))
    (breach,) = check(programme, rota)
    assert breach.amount == 1


@pytest.mark.parametrize(("length", "broken"), [(22, False), (23, True)])
def test_a_long_summer_blackout_reaches_into_the_next_year(length: int, broken: bool) -> None:
    # Monday 5 August 2013 is 22 weeks before 6 January 2014, week 0 of the programme.
    programme = make_programme(1, policy={"calendar": {"summer_blackout_weeks": length}})
    assert bool(list(check(programme, make_rota(programme, {"A1": 0})))) is broken


def test_a_week_of_bank_holidays_alone_is_closed() -> None:
    holidays = [(monday(4, weekday), "holiday") for weekday in range(5)]
    programme = make_programme(1, bank_holidays=holidays)
    (breach,) = check(programme, make_rota(programme, {"A1": 4}))
    assert breach.sentence.endswith("the week of 3 February 2014 is closed.")
    programme = make_programme(1, bank_holidays=holidays[1:])
    assert list(check(programme, make_rota(programme, {"A1": 4}))) == []


@pytest.mark.parametrize(("start", "broken"), [(28, False), (29, True), (33, True), (34, False)])
def test_the_summer_is_four_weeks_from_the_first_monday_of_august(start: int, broken: bool) -> None:
    # Monday 4 August 2014 is 210 days after 6 January: weeks 30 to 33 are blacked out.
    policy = {"calendar": {"summer_blackout_weeks": 4}}
    programme = make_programme(1, weeks=40, policy=policy)
    breaches = list(check(programme, make_rota(programme, {"A1": start})))
    assert bool(breaches) is broken
    assert all("lies in the summer blackout" in breach.sentence for breach in breaches)


def test_a_national_blackout_touches_a_week_by_one_day() -> None:
    friday = monday(6, weekday=4)
    programme = make_programme(
        1, blackouts=[{"scope": "national", "start": friday, "end": monday(6, weekday=6)}]
    )
    (breach,) = check(programme, make_rota(programme, {"A1": 5}))
    assert breach.sentence.endswith(
        "the week of 17 February 2014 is touched by a national blackout."
    )
    # The weekend before week 7 touches neither of its days: week 7 is open.
    assert list(check(programme, make_rota(programme, {"A1": 7}))) == []


@pytest.mark.parametrize(
    ("scope", "key", "said"),
    [
        ("authority", "A1", "is blacked out for the authority"),
        ("force", "F1", "is blacked out for F1 Police (F1)"),
    ],
)
def test_a_local_blackout_binds_its_own_place_alone(scope: str, key: str, said: str) -> None:
    blackout = {"scope": scope, "key": key, "start": monday(6, 2), "end": monday(6, 2)}
    programme = make_programme(2, blackouts=[blackout])
    (breach,) = check(programme, make_rota(programme, {"A1": 6, "A2": 6}))
    assert breach.la_codes == ("A1",)
    assert breach.sentence.endswith(f"the week of 17 February 2014 {said}.")


def test_an_inspectorates_blackout_counts_in_the_weeks_of_its_phase_alone() -> None:
    blackout = {"scope": "inspectorate", "key": "cqc", "start": monday(6), "end": monday(6)}
    programme = make_programme(1, blackouts=[blackout])
    # CQC comes in week two: week 6 is week two of a start in week 5, week one of a start in 6.
    (breach,) = check(programme, make_rota(programme, {"A1": 5}))
    assert breach.sentence.endswith("the week of 17 February 2014 is blacked out for CQC.")
    assert list(check(programme, make_rota(programme, {"A1": 6}))) == []


def test_an_inspectorates_blackout_counts_only_where_it_comes() -> None:
    prisons = {"scope": "inspectorate", "key": "hmi_prisons", "start": monday(6), "end": monday(6)}
    unit = {"establishment": "Unit", "kind": "mother_and_baby_unit", "la_code": "A2"}
    programme = make_programme(2, blackouts=[prisons], establishments=[unit])
    (breach,) = check(programme, make_rota(programme, {"A1": 5, "A2": 5}))
    assert breach.la_codes == ("A2",)


def test_a_stated_name_must_be_the_authoritys() -> None:
    programme = make_programme(1)
    rota = make_rota(programme, {})
    right, wrong = inspection("A1", 0, name="Alton"), inspection("A1", 0, name="Altona")
    assert list(check(programme, rebuilt(rota, inspections=(right,)))) == []
    (breach,) = check(programme, rebuilt(rota, inspections=(wrong,)))
    assert breach.sentence == "The rota says that the name of A1 is Altona; it is Alton."


CONCERN = {"la_code": "A1", "recorded_on": monday(0)}


def _activity(week: int) -> CpsActivity:
    return CpsActivity(la_code="A1", inspector_id="hmcpsi-1", start=monday(week))


@pytest.mark.parametrize(("week", "kept"), [(6, False), (7, True), (12, True), (13, False)])
def test_a_concern_has_one_of_the_six_weeks_after_the_inspection(week: int, kept: bool) -> None:
    # The inspection is in weeks 5 and 6; the six weeks that begin after its end are 7 to 12.
    programme = make_programme(1, cps_concerns=[CONCERN])
    rota = make_rota(programme, {"A1": 5}, cps_activities=(_activity(week),))
    assert (list(check(programme, rota)) == []) is kept


def test_a_late_record_shifts_the_six_weeks() -> None:
    # Recorded on the Monday of week 8: the weeks that begin after it are 9 to 14.
    programme = make_programme(1, cps_concerns=[CONCERN | {"recorded_on": monday(8)}])
    rota = make_rota(programme, {"A1": 5}, cps_activities=(_activity(8),))
    (breach,) = check(programme, rota)
    assert breach.sentence == (
        "The HMCPSI activity in Alton (A1) is in the week of 3 March 2014; it must be in one of "
        "these weeks: 10 March 2014, 17 March 2014, 24 March 2014, 31 March 2014, 7 April 2014 "
        "and 14 April 2014."
    )
    assert list(check(programme, rebuilt(rota, cps_activities=(_activity(14),)))) == []


def test_a_concern_may_be_followed_up_beyond_the_programme_but_not_in_a_closed_week() -> None:
    closed = {"calendar": {"closed": [["05-26", "05-26"]]}}
    programme = make_programme(1, policy=closed, cps_concerns=[CONCERN])
    # Weeks 17 and 18 of 20; week 20, which begins on 26 May, is closed; week 21 is not.
    rota = make_rota(programme, {"A1": 17}, cps_activities=(_activity(21),))
    assert list(check(programme, rota)) == []
    (breach,) = check(programme, rebuilt(rota, cps_activities=(_activity(20),)))
    assert "26 May 2014; it must be in one of these weeks: 19 May 2014, 2 June" in breach.sentence


def test_each_concern_has_exactly_one_activity() -> None:
    programme = make_programme(1, cps_concerns=[CONCERN, CONCERN])
    rota = make_rota(programme, {"A1": 5}, cps_activities=(_activity(7),))
    (breach,) = check(programme, rota)
    assert breach.sentence == (
        "Alton (A1) has 2 concerns recorded about the Crown Prosecution Service and 1 HMCPSI "
        "activity; each concern has exactly one."
    )
    both = rebuilt(rota, cps_activities=(_activity(8), _activity(7)))
    assert list(check(programme, both)) == []
    three = rebuilt(rota, cps_activities=(_activity(7), _activity(8), _activity(9)))
    assert [breach.amount for breach in check(programme, three)] == [1]


def test_activities_that_the_rota_does_not_state_break_nothing() -> None:
    programme = make_programme(1, cps_concerns=[CONCERN])
    assert list(check(programme, make_rota(programme, {"A1": 5}))) == []


def test_an_activity_has_no_right_week_when_all_that_could_hold_it_are_closed() -> None:
    # Within one week of an inspection in weeks 5 and 6: week 7, from 24 February, which is closed.
    policy = {"calendar": {"closed": [["02-24", "02-24"]]}, "cps": {"within_weeks": 1}}
    programme = make_programme(1, policy=policy, cps_concerns=[CONCERN])
    rota = make_rota(programme, {"A1": 5}, cps_activities=(_activity(8),))
    (breach,) = check(programme, rota)
    assert breach.sentence.endswith("it must be in one of these weeks: none, all are closed.")
