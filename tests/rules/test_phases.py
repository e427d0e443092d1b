"""R3: an inspectorate is on site only in its weeks; what is done there on which day."""

from typing import Any

import pytest

from models.attendance import Activity, Attendance
from models.checks.phases import check
from models.deployment import CpsActivity, Role
from models.programme import Programme
from models.rota import Rota
from tests.cases.programmes import ONE_TEAM, make_programme, monday
from tests.cases.rotas import attended, deployment, make_rota, moved, rebuilt

TEAM = (
    "ofsted-1",
    "ofsted-2",
    "ofsted-3",
    "ofsted-4",
    "hmic-1",
    "hmic-2",
    "cqc-1",
    "hmi_probation-1",
)


@pytest.fixture
def programme() -> Programme:
    """One small authority, alone in its force, with a team for it."""
    return make_programme(1)


@pytest.fixture
def rota(programme: Programme) -> Rota:
    """Weeks 3 and 4, 27 January to 7 February 2014, with everybody's days."""
    rows = attended(programme, "A1", 3, TEAM)
    return make_rota(programme, {"A1": 3}, {"A1": TEAM}, attendance=rows)


def _with(rota: Rota, old: Attendance, *new: Attendance) -> Rota:
    rows = [row for row in rota.attendance or () if row is not old]
    return rebuilt(rota, attendance=(*rows, *new))


def _rows(rota: Rota, inspector_id: str) -> list[Attendance]:
    return [row for row in rota.attendance or () if row.inspector_id == inspector_id]


def test_everybody_in_the_own_weeks_keeps_the_rule(programme: Programme, rota: Rota) -> None:
    assert list(check(programme, rota)) == []


def test_hmic_in_week_two_breaks_it(programme: Programme, rota: Rota) -> None:
    # HMIC comes Tuesday to Friday of week one; the first day moves to Thursday of week two, 9 days
    # later, where it is its latest day before the final feedback.
    own = _rows(rota, "hmic-2")
    late = moved(own[0], 9, Activity.AGENCY_FEEDBACK)
    feedback = [row for row in rota.attendance or () if row.activity is Activity.AGENCY_FEEDBACK]
    earlier = [row for row in feedback if row.inspector_id.startswith("hmic")]
    rows = [row for row in rota.attendance or () if row not in (own[0], *earlier)]
    rows += [moved(row, 0, Activity.FIELDWORK) for row in earlier]
    (breach,) = check(programme, rebuilt(rota, attendance=(*rows, late)))
    assert breach.sentence == (
        "HMIC 2 (hmic-2) of HMIC is on site in Alton (A1) on 6 February 2014, in week 2 of the "
        "inspection; HMIC comes in week 1."
    )
    assert (breach.weeks, breach.last_day) == ((4,), monday(4, weekday=3))


def test_cqc_in_week_one_breaks_it(programme: Programme, rota: Rota) -> None:
    own = _rows(rota, "cqc-1")
    # Tuesday of week two moves 7 days up, into week one.
    (breach,) = check(programme, _with(rota, own[0], moved(own[0], -7)))
    assert (
        "on 28 January 2014, in week 1 of the inspection; CQC comes in week 2." in breach.sentence
    )


def test_an_inspectorate_without_a_week_is_never_deployed() -> None:
    programme = make_programme(1, policy={"phases": {"hmi_probation": []}})
    without = [each for each in TEAM if each != "hmi_probation-1"]
    assert list(check(programme, make_rota(programme, {"A1": 3}, {"A1": without}))) == []
    (breach,) = check(programme, make_rota(programme, {"A1": 3}, {"A1": TEAM}))
    assert breach.sentence == (
        "HMI Probation 1 (hmi_probation-1) of HMI Probation is deployed in Alton (A1), but HMI "
        "Probation is in neither week of an inspection."
    )
    assert breach.last_day == monday(4, weekday=4)


def test_hmcpsi_is_never_deployed() -> None:
    programme = make_programme(1, inspectors={**ONE_TEAM, "hmcpsi": 1})
    rota = make_rota(programme, {"A1": 3}, {"A1": (*TEAM, "hmcpsi-1")})
    assert [breach.inspector_ids for breach in check(programme, rota)] == [("hmcpsi-1",)]


@pytest.mark.parametrize("weekday", [3, 4])
def test_the_lead_is_there_for_the_final_feedback(weekday: int) -> None:
    # With a bank holiday on week two's Friday, the last working day is the Thursday.
    holidays = [(monday(4, weekday=4), "holiday")] if weekday == 3 else []
    programme = make_programme(1, bank_holidays=holidays)
    rota = make_rota(
        programme, {"A1": 3}, {"A1": TEAM}, attendance=attended(programme, "A1", 3, TEAM)
    )
    assert list(check(programme, rota)) == []
    last = _rows(rota, "ofsted-1")[-1]
    (breach,) = check(programme, _with(rota, last))
    assert breach.sentence == (
        f"The lead is not in Alton (A1) for the final feedback on {3 + weekday} February 2014, the "
        "last working day of week two."
    )
    assert breach.last_day == monday(4, weekday=weekday)


def test_one_of_each_other_week_two_inspectorate_is_there_too(
    programme: Programme, rota: Rota
) -> None:
    # Another of Ofsted may be away that day; the only one of CQC may not.
    assert list(check(programme, _with(rota, _rows(rota, "ofsted-2")[-1]))) == []
    last = _rows(rota, "cqc-1")[-1]
    (breach,) = check(programme, _with(rota, last))
    assert breach.sentence == (
        "Nobody from CQC is in Alton (A1) for the final feedback on 7 February 2014, the last "
        "working day of week two."
    )


def test_one_of_two_is_enough_for_the_final_feedback() -> None:
    programme = make_programme(1, inspectors={**ONE_TEAM, "cqc": 2})
    team = (*TEAM, "cqc-2")
    rota = make_rota(
        programme, {"A1": 3}, {"A1": team}, attendance=attended(programme, "A1", 3, team)
    )
    assert list(check(programme, _with(rota, _rows(rota, "cqc-2")[-1]))) == []


def test_everyone_on_site_that_day_takes_part_in_the_final_feedback(
    programme: Programme, rota: Rota
) -> None:
    last = _rows(rota, "ofsted-3")[-1]
    assert last.activity is Activity.FINAL_FEEDBACK
    (breach,) = check(programme, _with(rota, last, moved(last, 0, Activity.FIELDWORK)))
    assert breach.sentence == (
        "On 7 February 2014 in Alton (A1), Ofsted 3 (ofsted-3) of Ofsted is down for fieldwork; "
        "that day is final feedback."
    )


def test_agency_feedback_is_on_the_latest_earlier_day_on_site(
    programme: Programme, rota: Rota
) -> None:
    days = _rows(rota, "cqc-1")
    said = [row.activity.value for row in days]
    assert said == ["fieldwork", "fieldwork", "agency_feedback", "final_feedback"]
    earlier = moved(days[1], 0, Activity.AGENCY_FEEDBACK)
    (breach,) = check(programme, _with(rota, days[1], earlier))
    assert "is down for agency feedback; that day is fieldwork." in breach.sentence
    later = moved(days[2], 0, Activity.FIELDWORK)
    (breach,) = check(programme, _with(rota, days[2], later))
    assert "is down for fieldwork; that day is agency feedback." in breach.sentence


def test_hmic_gives_its_agency_feedback_at_the_end_of_week_one(
    programme: Programme, rota: Rota
) -> None:
    for inspector_id in ("hmic-1", "hmic-2"):
        last = _rows(rota, inspector_id)[-1]
        assert (last.date, last.activity) == (monday(3, weekday=4), Activity.AGENCY_FEEDBACK)


def test_ofsted_gives_no_agency_feedback(programme: Programme, rota: Rota) -> None:
    day = _rows(rota, "ofsted-2")[-2]
    wrong = moved(day, 0, Activity.AGENCY_FEEDBACK)
    assert [breach.amount for breach in check(programme, _with(rota, day, wrong))] == [1]


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        (
            {"inspectorate": "cqc"},
            {"inspectorate": "hmic"},
            "The rota says that the inspectorate of CQC 1 (cqc-1) in Alton (A1) is HMIC; "
            "it is CQC.",
        ),
        (
            {"fieldwork_weeks": 1},
            {"fieldwork_weeks": 2},
            "The rota says that the number of fieldwork weeks of CQC 1 (cqc-1) in Alton (A1) is 2; "
            "it is 1.",
        ),
        # One degree of latitude is 6,371.0088 km x pi / 180 = 111.195 km.
        (
            {"km": 111},
            {"km": 112},
            "The rota says that the distance in km of CQC 1 (cqc-1) in Alton (A1) is 112; "
            "it is 111.",
        ),
    ],
)
def test_what_is_stated_of_a_deployment_is_so(
    right: dict[str, Any], wrong: dict[str, Any], said: str
) -> None:
    programme = make_programme(1, people={"cqc-1": {"latitude": 53.0}})
    rota = make_rota(programme, {"A1": 3}, {"A1": ()})
    true, false = deployment("A1", "cqc-1", **right), deployment("A1", "cqc-1", **wrong)
    assert list(check(programme, rebuilt(rota, deployments=(true,)))) == []
    (breach,) = check(programme, rebuilt(rota, deployments=(false,)))
    assert breach.sentence == said


def test_only_hmcpsi_does_the_hmcpsi_activity() -> None:
    programme = make_programme(1, inspectors={**ONE_TEAM, "hmcpsi": 1})
    rows = [
        CpsActivity(la_code="A1", inspector_id=each, start=monday(6))
        for each in ("hmcpsi-1", "cqc-1")
    ]
    assert list(check(programme, make_rota(programme, {"A1": 3}, cps_activities=rows[:1]))) == []
    (breach,) = check(programme, make_rota(programme, {"A1": 3}, cps_activities=rows[1:]))
    assert breach.sentence == (
        "CQC 1 (cqc-1) of CQC has the HMCPSI activity in Alton (A1); only HMCPSI does that work."
    )
    assert (breach.weeks, breach.last_day) == ((6,), monday(6, weekday=4))


def test_of_a_lost_lead_and_the_one_who_took_over_one_is_there_for_the_final_feedback() -> None:
    away = {"inspector_id": "ofsted-1", "start": monday(4), "end": monday(9)}
    programme = make_programme(1, absences=[away])
    rows = attended(programme, "A1", 3, TEAM)
    stays = tuple(row for row in rows if row.inspector_id != "ofsted-1" or row.date < monday(4))
    rota = make_rota(programme, {"A1": 3}, {"A1": TEAM}, attendance=stays)
    both = [
        row.model_copy(update={"role": Role.LEAD}) if row.inspector_id == "ofsted-2" else row
        for row in rota.deployments
    ]
    assert list(check(programme, rebuilt(rota, deployments=both))) == []
    # Where nobody took over, the day is struck, which R10 says.
    assert list(check(programme, rota)) == []
    # Without a day before the absence nobody was lost on site.
    never = rebuilt(rota, attendance=[row for row in stays if row.inspector_id != "ofsted-1"])
    assert len(list(check(programme, never))) == 1
