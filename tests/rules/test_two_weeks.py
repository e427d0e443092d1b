"""R2: an inspection is its start week and the next, nothing outside them."""

from datetime import timedelta

from models.checks.two_weeks import check
from tests.cases.programmes import make_programme, monday
from tests.cases.rotas import attended, deployment, inspection, make_rota, moved, rebuilt

TEAM = ("ofsted-1", "ofsted-2", "ofsted-3", "ofsted-4", "cqc-1")


def test_the_end_is_week_twos_friday() -> None:
    programme = make_programme(1)
    friday = monday(4, weekday=4)
    rota = rebuilt(make_rota(programme, {}), inspections=(inspection("A1", 3, end=friday),))
    assert list(check(programme, rota)) == []


def test_another_end_breaks_it() -> None:
    programme = make_programme(1)
    late = monday(4, weekday=4) + timedelta(days=3)
    rota = rebuilt(make_rota(programme, {}), inspections=(inspection("A1", 3, end=late),))
    (breach,) = check(programme, rota)
    # Week 3 begins on 27 January 2014; week two's Friday is 11 days later.
    assert breach.sentence == (
        "The rota says that the end of the inspection of Alton (A1), from 27 January 2014, is "
        "10 February 2014; it is 7 February 2014."
    )
    assert (breach.amount, breach.weeks, breach.last_day) == (3, (3,), monday(4, weekday=4))


def test_days_on_site_within_the_two_weeks_keep_it() -> None:
    programme = make_programme(1)
    rows = attended(programme, "A1", 3, TEAM)
    assert list(check(programme, make_rota(programme, {"A1": 3}, attendance=rows))) == []


def test_a_day_before_between_or_after_the_working_days_breaks_it() -> None:
    programme = make_programme(1)
    (row, *_) = attended(programme, "A1", 3, TEAM)
    # The lead's first row is Monday of week one: 1 day earlier, 5 later and 14 later are outside.
    rows = tuple(moved(row, days) for days in (-1, 5, 14, 11, 7, 4))
    breaches = list(check(programme, make_rota(programme, {"A1": 3}, attendance=rows)))
    assert [breach.last_day for breach in breaches] == [
        monday(3) - timedelta(days=1),
        monday(3, weekday=5),
        monday(5),
    ]
    assert breaches[1].sentence == (
        "Ofsted 1 (ofsted-1) is on site in Alton (A1) on 1 February 2014, which is not a working "
        "day of the two weeks that begin on 27 January 2014."
    )


def test_nobody_is_on_site_on_a_bank_holiday() -> None:
    plain = make_programme(1)
    rows = attended(plain, "A1", 3, TEAM[:1])
    programme = make_programme(1, bank_holidays=[(monday(4, weekday=2), "holiday")])
    (breach,) = check(programme, make_rota(programme, {"A1": 3}, attendance=rows))
    assert (breach.last_day, breach.inspector_ids) == (monday(4, weekday=2), ("ofsted-1",))


def test_nobody_is_deployed_or_on_site_where_no_inspection_is_planned() -> None:
    programme = make_programme(2)
    rota = make_rota(programme, {"A1": 3})
    stray = rebuilt(
        rota,
        deployments=(*rota.deployments, deployment("A2", "cqc-1"), deployment("E99", "who")),
        attendance=attended(programme, "A2", 3, TEAM[4:])[:1],
    )
    assert [breach.sentence for breach in check(programme, stray)] == [
        "CQC 1 (cqc-1) is on site on 3 February 2014 in Burley (A2), where no inspection is "
        "planned.",
        "CQC 1 (cqc-1) is deployed as member in Burley (A2), where no inspection is planned.",
        "who is deployed as member in E99, where no inspection is planned.",
    ]
