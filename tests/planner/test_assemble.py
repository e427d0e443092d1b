"""The whole rota out of a draft: every field of every file that formats.md names."""

from datetime import date, timedelta

from models.deployment import Role
from models.events import CpsConcern
from models.inspection import Band, Review
from models.inspectorate import Inspectorate
from models.programme import Programme
from planner.assemble import whole_rota
from planner.draft import Draft, draft_of
from tests.planner.tiny import MONDAY, authority, inspectors, programme

ASKED = programme(
    authorities=(authority("A"), authority("B", latitude=52.5)),
    inspectors=inspectors(ofsted=3, hmic=2, cqc=1, hmi_probation=1, hmcpsi=1),
    weeks=20,
    cps_concerns=(CpsConcern(la_code="B", recorded_on=MONDAY),),
)
TEAM = frozenset({"ofsted-1", "ofsted-2", "ofsted-3", "hmic-1", "cqc-1", "hmi_probation-1"})
DRAFT = Draft(
    {"B": 8, "A": 2}, {"A": TEAM | {"hmic-2"}, "B": TEAM}, {"A": "ofsted-2", "B": "ofsted-1"}
)


def day(week: int, weekday: int = 0) -> date:
    return MONDAY + timedelta(weeks=week, days=weekday)


def test_an_inspection_says_everything_of_its_row() -> None:
    first, second = whole_rota(ASKED, DRAFT).inspections
    assert (first.la_code, first.start, first.end) == ("A", day(2), day(3, 4))
    assert (first.name, first.police_force_code, first.band) == ("Authority A", "F", Band.SMALL)
    assert (first.force_wide_review, second.force_wide_review) == (Review.FIRST, Review.NO)
    assert (first.lead, second.lead) == ("ofsted-2", "ofsted-1")
    assert first.sizes is not None
    assert list(first.sizes.values()) == [3, 2, 1, 1, 0]
    assert Inspectorate.HMCPSI not in first.sizes


def test_busy_weeks_are_the_phase_and_rest_and_the_leads_preparation_and_report() -> None:
    rows = {each.inspector_id: each for each in whole_rota(ASKED, DRAFT).team_of["A"]}
    busy = {code: (row.busy_from, row.busy_to) for code, row in rows.items()}
    assert busy["ofsted-2"] == (day(1), day(5, 4))
    assert busy["ofsted-1"] == (day(2), day(4, 4))
    assert busy["hmic-1"] == (day(2), day(3, 4))
    assert busy["cqc-1"] == (day(3), day(4, 4))
    assert {row.role for code, row in rows.items() if code != "ofsted-2"} == {Role.MEMBER}
    assert rows["ofsted-2"].role is Role.LEAD


def test_a_deployment_says_its_fieldwork_weeks_and_whole_kilometres() -> None:
    rows = {each.inspector_id: each for each in whole_rota(ASKED, DRAFT).team_of["B"]}
    weeks = {code: row.fieldwork_weeks for code, row in rows.items()}
    assert (weeks["ofsted-1"], weeks["hmic-1"], weeks["cqc-1"]) == (2, 1, 1)
    # Half a degree of latitude: 6,371.0088 km x pi / 360 = 55.6 km.
    assert rows["cqc-1"].km == 56


def test_the_rota_has_its_attendance_reviews_and_hmcpsi_activity() -> None:
    rota = whole_rota(ASKED, DRAFT)
    assert {row.la_code for row in rota.attendance or ()} == {"A", "B"}
    (review,) = rota.force_reviews or ()
    assert (review.la_code, review.hmic) == ("A", ("hmic-1", "hmic-2"))
    (activity,) = rota.cps_activities or ()
    assert (activity.la_code, activity.start) == ("B", day(10))


def test_reading_the_rota_back_gives_the_draft() -> None:
    assert draft_of(ASKED, whole_rota(ASKED, DRAFT)) == DRAFT


def test_the_order_of_the_input_does_not_matter() -> None:
    fields = {name: getattr(ASKED, name) for name in Programme.model_fields}
    turned = Programme(
        **fields
        | {
            "authorities": ASKED.authorities[::-1],
            "inspectors": ASKED.inspectors[::-1],
        }
    )
    assert whole_rota(turned, DRAFT) == whole_rota(ASKED, DRAFT)
