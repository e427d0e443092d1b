"""R5: never more than seven on site on one day, whatever their inspectorate."""

from models.checks.seven_on_site import check
from models.deployment import Role
from models.programme import Programme
from tests.cases.programmes import make_programme, monday
from tests.cases.rotas import attended, deployment, make_rota, rebuilt

PEOPLE = {"ofsted": 6, "hmic": 4, "cqc": 4, "hmi_probation": 4, "hmi_prisons": 2}


def _team(**numbers: int) -> tuple[str, ...]:
    return tuple(f"{body}-{n}" for body in numbers for n in range(1, numbers[body] + 1))


def _programme(**fields: object) -> Programme:
    return make_programme(1, inspectors=PEOPLE, **fields)  # type: ignore[arg-type]


def test_seven_on_one_day_keep_the_rule_and_eight_break_it() -> None:
    programme = _programme()
    # Tuesday to Friday of week one: 4 of Ofsted and 3 of HMIC, seven; Monday: the lead alone.
    team = _team(ofsted=4, hmic=3)
    rows = attended(programme, "A1", 3, team)
    assert (
        list(check(programme, make_rota(programme, {"A1": 3}, {"A1": team}, attendance=rows))) == []
    )
    eight = attended(programme, "A1", 3, _team(ofsted=4, hmic=4))
    breaches = list(
        check(programme, make_rota(programme, {"A1": 3}, {"A1": team}, attendance=eight))
    )
    assert [breach.last_day for breach in breaches] == [monday(3, day) for day in (1, 2, 3, 4)]
    assert breaches[0].sentence == (
        "On 28 January 2014, 8 inspectors are on site in Alton (A1); 7 is the most."
    )
    assert (breaches[0].amount, breaches[0].weeks) == (1, (3,))
    assert breaches[0].figures == {"count": 8, "most": 7}


def test_whoever_has_two_rows_for_a_day_is_one_person() -> None:
    programme = _programme()
    team = _team(ofsted=4, hmic=3)
    rows = attended(programme, "A1", 3, team)
    rota = make_rota(programme, {"A1": 3}, {"A1": team}, attendance=(*rows, *rows))
    assert list(check(programme, rota)) == []


def test_seven_in_each_of_two_places_keep_it() -> None:
    programme = make_programme(2, inspectors=PEOPLE)
    team = _team(ofsted=4, hmic=3)
    rows = (*attended(programme, "A1", 3, team), *attended(programme, "A2", 3, team))
    rota = make_rota(programme, {"A1": 3, "A2": 3}, attendance=rows)
    assert list(check(programme, rota)) == []


def test_the_most_is_policy() -> None:
    programme = _programme(policy={"on_site": {"most": 5}})
    team = _team(ofsted=4, hmic=3)
    rows = attended(programme, "A1", 3, team)
    breaches = check(programme, make_rota(programme, {"A1": 3}, {"A1": team}, attendance=rows))
    assert {breach.amount for breach in breaches} == {2}


def test_without_attendance_the_days_owed_must_find_room() -> None:
    programme = _programme()
    # Week two: lead 5, three of Ofsted 12, three of CQC 12, two of Probation 6: 35 = 7 x 5.
    tight = make_rota(programme, {"A1": 3}, {"A1": _team(ofsted=4, cqc=3, hmi_probation=2)})
    assert list(check(programme, tight)) == []
    # One more from Prisons owes 3 days: 38.
    over = make_rota(
        programme, {"A1": 3}, {"A1": _team(ofsted=4, cqc=3, hmi_probation=2, hmi_prisons=1)}
    )
    (breach,) = check(programme, over)
    assert breach.sentence == (
        "In the week of 3 February 2014 the team in Alton (A1) owes 5 (lead) + 12 (Ofsted) + "
        "12 (CQC) + 6 (HMI Probation) + 3 (HMI Prisons) = 38 days on site; 5 working days with 7 "
        "on site hold 35."
    )
    assert (breach.amount, breach.weeks, breach.last_day) == (3, (4,), monday(4, weekday=4))


def test_a_bank_holiday_takes_room_and_days_owed() -> None:
    programme = _programme(bank_holidays=[(monday(4, weekday=4), "holiday")])
    # Four working days hold 28: lead 4, Ofsted 3 x 3, CQC 3 x 3, Probation 2 x 2: 26.
    fits = make_rota(programme, {"A1": 3}, {"A1": _team(ofsted=4, cqc=3, hmi_probation=2)})
    assert list(check(programme, fits)) == []
    # A fourth of CQC: 29.
    over = make_rota(programme, {"A1": 3}, {"A1": _team(ofsted=4, cqc=4, hmi_probation=2)})
    (breach,) = check(programme, over)
    assert (breach.figures["owed"], breach.figures["places"]) == (29, 28)
    assert breach.last_day == monday(4, weekday=3)


def test_the_final_feedback_must_find_room_on_the_last_day() -> None:
    # Five of Ofsted owe all 5 days and three inspectorates send one each: 8 on the last day,
    # though 25 + 2 + 2 + 2 = 31 days would find room in 35.
    days = {"ofsted": 5, "cqc": 2, "hmi_probation": 2, "hmi_prisons": 2}
    programme = _programme(policy={"on_site": {"days": days}})
    over = make_rota(
        programme, {"A1": 3}, {"A1": _team(ofsted=5, cqc=1, hmi_probation=1, hmi_prisons=1)}
    )
    (breach,) = check(programme, over)
    assert breach.sentence == (
        "On 7 February 2014 at least 8 inspectors must be on site in Alton (A1): everyone who owes "
        "each working day of that week and, for the final feedback, the lead and one of each other "
        "inspectorate; 7 is the most."
    )
    assert (breach.amount, breach.weeks, breach.last_day) == (1, (4,), monday(4, weekday=4))
    seven = make_rota(
        programme, {"A1": 3}, {"A1": _team(ofsted=6, cqc=1, hmi_probation=1, hmi_prisons=1)}
    )
    (breach,) = (each for each in check(programme, seven) if "final" in each.sentence)
    assert breach.amount == 2
    fits = make_rota(programme, {"A1": 3}, {"A1": _team(ofsted=5, cqc=2, hmi_probation=1)})
    assert list(check(programme, fits)) == []


def test_whoever_owes_every_day_stands_for_the_own_inspectorate_at_the_feedback() -> None:
    # Two of CQC owe all five days and are there anyway: 5 + 2 = 7, nobody is needed besides.
    days = {"ofsted": 5, "cqc": 5}
    programme = _programme(policy={"on_site": {"days": days}})
    fits = make_rota(programme, {"A1": 3}, {"A1": _team(ofsted=5, cqc=2)})
    assert list(check(programme, fits)) == []


def test_a_substitute_owes_no_days_besides_the_lost_ones() -> None:
    away = {"inspector_id": "ofsted-2", "start": monday(3, 2), "end": monday(9)}
    programme = _programme(absences=[away])
    rota = make_rota(programme, {"A1": 3}, {"A1": _team(ofsted=4, cqc=3, hmi_probation=2)})
    newcomer = deployment("A1", "ofsted-5").model_copy(update={"role": Role.SUBSTITUTE})
    pair = rebuilt(rota, deployments=(*rota.deployments, newcomer))
    assert list(check(programme, pair)) == []
    (breach,) = check(_programme(), pair)
    assert breach.figures["owed"] == 39


def test_stated_attendance_is_counted_instead_of_days_owed() -> None:
    programme = _programme()
    team = _team(ofsted=4, cqc=3, hmi_probation=2, hmi_prisons=1)
    rota = make_rota(programme, {"A1": 3}, {"A1": team}, attendance=())
    assert list(check(programme, rota)) == []
