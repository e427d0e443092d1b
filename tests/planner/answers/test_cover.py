"""Who could take a place: exactly those with whom the checks find nothing, nearest first."""

from datetime import date, timedelta
from random import Random

import pytest

from models.answers import Cover
from models.checks import check_rota
from models.cover import NoPlaceError, cover
from models.deployment import Role
from models.measures import measure_goals
from models.programme import Programme
from models.rota import Rota
from models.swap import Place, swapped, without
from planner.assemble import whole_rota
from planner.draft import draft_of
from tests.cases.draws import draw_case
from tests.cases.programmes import changed, make_programme, monday
from tests.cases.rotas import deployment, inspection, make_rota, rebuilt

BENCH = {"ofsted": 6, "hmic": 3, "cqc": 4, "hmi_probation": 2}


def ids(found: Cover) -> list[str]:
    return [each.inspector_id for each in found.able]


def why(found: Cover, inspector_id: str) -> set[str]:
    (barred,) = (each for each in found.barred if each.inspector_id == inspector_id)
    return {breach.rule for breach in barred.breaches}


def by_hand(rota: Rota, la_code: str, leaving: str, coming: str) -> Rota:
    """The bare rota with one name in another's place."""
    return Rota(
        inspections=tuple(
            inspection(each.la_code, (each.start - monday(0)).days // 7)
            for each in rota.inspections
        ),
        deployments=tuple(
            deployment(
                each.la_code,
                coming
                if (each.la_code, each.inspector_id) == (la_code, leaving)
                else each.inspector_id,
                lead=each.role is Role.LEAD,
            )
            for each in rota.deployments
        ),
    )


def test_exactly_those_are_offered_with_whom_the_whole_rota_keeps_every_rule() -> None:
    offered = barred = 0
    for seed in range(60):
        random = Random(seed)
        programme, drawn = draw_case(random)
        rota = whole_rota(programme, draft_of(programme, drawn))
        row = random.choice(rota.deployments)
        found = cover(programme, rota, row.la_code, row.inspector_id)
        assert found.standing == ()
        for each in found.able:
            stated = swapped(
                programme, rota, Place(row.la_code, row.inspector_id), each.inspector_id
            )
            assert check_rota(programme, stated) == ()
        for code in [*ids(found), *(each.inspector_id for each in found.barred)]:
            bare = by_hand(rota, row.la_code, row.inspector_id, code)
            assert (check_rota(programme, bare) == ()) == (code in ids(found)), code
        offered, barred = offered + len(found.able), barred + len(found.barred)
    assert min(offered, barred) > 50


def test_everybody_else_of_the_inspectorate_is_offered_or_barred() -> None:
    programme = make_programme(1, inspectors=BENCH)
    found = cover(programme, make_rota(programme, {"A1": 3}), "A1", "ofsted-2")
    assert ids(found) == ["ofsted-5", "ofsted-6"]
    assert [each.inspector_id for each in found.barred] == ["ofsted-1", "ofsted-3", "ofsted-4"]
    assert {rule for code in ("ofsted-1", "ofsted-3") for rule in why(found, code)} == {"one_place"}


def test_the_nearest_base_comes_first() -> None:
    people = {"cqc-2": {"latitude": 54.0}, "cqc-3": {"latitude": 53.0}, "cqc-4": {"latitude": 52.5}}
    programme = make_programme(1, inspectors=BENCH, people=people)
    found = cover(programme, make_rota(programme, {"A1": 3}), "A1", "cqc-1")
    assert ids(found) == ["cqc-4", "cqc-3", "cqc-2"]
    # A degree of latitude is 6,371.0088 km x pi / 180 = 111.2 km.
    assert [each.km for each in found.able] == [56, 111, 222]


def test_a_leads_place_goes_to_nobody_who_may_not_lead() -> None:
    people: dict[str, dict[str, object]] = {
        "ofsted-5": {"can_lead": False},
        "ofsted-6": {"employment": "seconded"},
    }
    programme = make_programme(1, inspectors=BENCH, people=people)
    found = cover(programme, make_rota(programme, {"A1": 3}), "A1", "ofsted-1")
    assert found.part == "lead"
    assert ids(found) == []
    assert why(found, "ofsted-5") == why(found, "ofsted-6") == {"lead"}


def test_each_rule_on_a_person_stops_whom_it_concerns() -> None:
    programme = make_programme(
        2,
        inspectors=BENCH | {"cqc": 6},
        policy={"ceiling": {"deployments_per_year": 1}},
        absences=[{"inspector_id": "cqc-2", "start": monday(4), "end": monday(4)}],
        conflicts=[{"inspector_id": "cqc-3", "police_force_code": "F1"}],
    )
    team = ["ofsted-3", "ofsted-4", "ofsted-5", "ofsted-6", "hmic-1", "hmic-2", "hmi_probation-2"]
    rota = make_rota(programme, {"A1": 3, "A2": 13}, teams={"A2": [*team, "cqc-4"]})
    found = cover(programme, rota, "A1", "cqc-1")
    assert ids(found) == ["cqc-5", "cqc-6"]
    assert why(found, "cqc-2") == {"available"}
    assert why(found, "cqc-3") == {"no_conflict"}
    assert why(found, "cqc-4") == {"ceiling"}


def test_the_load_is_told_without_the_place_itself() -> None:
    programme = make_programme(2, inspectors=BENCH | {"ofsted": 9})
    team = [f"ofsted-{n}" for n in (1, 5, 6, 7)] + ["hmic-1", "hmic-2", "cqc-1", "hmi_probation-1"]
    rota = make_rota(programme, {"A1": 3, "A2": 13}, teams={"A2": team})
    (told,) = (each for each in cover(programme, rota, "A1", "ofsted-2").able
               if each.inspector_id == "ofsted-5")  # fmt: skip
    assert (told.deployments, told.ceiling, told.fieldwork_weeks) == (1, 12, 2)


def test_the_points_are_those_by_which_the_total_rises() -> None:
    for seed in range(20):
        random = Random(seed)
        programme, drawn = draw_case(random)
        rota = whole_rota(programme, draft_of(programme, drawn))
        row = random.choice(rota.deployments)
        for each in cover(programme, rota, row.la_code, row.inspector_id).able:
            after = by_hand(rota, row.la_code, row.inspector_id, each.inspector_id)
            assert each.points == _total(programme, after) - _total(programme, rota)


def _total(programme: Programme, rota: Rota) -> int:
    return measure_goals(programme, rota).total


def test_a_pinned_place_can_be_taken_by_nobody() -> None:
    pins = [{"la_code": "A1", "inspector_id": "cqc-1"}]
    programme = make_programme(1, inspectors=BENCH, pins=pins)
    found = cover(programme, make_rota(programme, {"A1": 3}), "A1", "cqc-1")
    assert found.able == ()
    assert all(why(found, each.inspector_id) == {"pinned"} for each in found.barred)


def test_whoever_is_absent_can_be_replaced_and_what_others_break_stands() -> None:
    away = [
        {"inspector_id": who, "start": monday(3), "end": monday(5)} for who in ("cqc-1", "hmic-1")
    ]
    programme = make_programme(1, inspectors=BENCH, absences=away)
    found = cover(programme, make_rota(programme, {"A1": 3}), "A1", "cqc-1")
    assert ids(found) == ["cqc-2", "cqc-3", "cqc-4"]
    assert [each.inspector_ids for each in found.standing] == [("hmic-1",)]


def test_an_hmcpsi_activity_can_be_covered_too() -> None:
    concerns = [{"la_code": "A1", "recorded_on": monday(1)}]
    away = [{"inspector_id": "hmcpsi-3", "start": monday(6), "end": monday(6)}]
    programme = make_programme(
        1, inspectors=BENCH | {"hmcpsi": 3}, cps_concerns=concerns, absences=away
    )
    activity = {"la_code": "A1", "inspector_id": "hmcpsi-1", "start": monday(6)}
    rota = make_rota(programme, {"A1": 3}, cps_activities=[activity])
    found = cover(programme, rota, "A1", "hmcpsi-1")
    assert (found.part, ids(found)) == ("HMCPSI activity", ["hmcpsi-2"])
    assert why(found, "hmcpsi-3") == {"available"}
    assert ids(cover(programme, rota, "A1", "hmcpsi-1", monday(6))) == ["hmcpsi-2"]
    with pytest.raises(NoPlaceError, match="what is past never changes"):
        cover(programme, rota, "A1", "hmcpsi-1", monday(6, 1))


def under_way() -> tuple[Programme, Rota]:
    programme = make_programme(1, inspectors=BENCH)
    return programme, whole_rota(programme, draft_of(programme, make_rota(programme, {"A1": 3})))


def test_under_way_a_substitute_is_sought_from_the_next_working_day() -> None:
    programme, rota = under_way()
    found = cover(programme, rota, "A1", "ofsted-2", today=monday(3, 2))
    assert found.since == monday(3, 3)
    assert found.days is not None
    assert found.days <= 6  # Thursday and Friday of week one, four days of week two
    assert ids(found) == ["ofsted-5", "ofsted-6"]


def test_the_rota_with_the_substitute_keeps_every_rule() -> None:
    programme, rota = under_way()
    for leaving in ("ofsted-1", "ofsted-2", "hmic-1"):
        place = Place("A1", leaving, since=monday(3, 3), until=monday(4, 4))
        coming = "hmic-3" if leaving == "hmic-1" else "ofsted-5"
        stepped_in = swapped(without(programme, place), rota, place, coming)
        assert check_rota(without(programme, place), stepped_in) == ()


def test_who_comes_in_week_two_only_is_replaced_as_a_member_in_week_one() -> None:
    programme, rota = under_way()
    assert cover(programme, rota, "A1", "cqc-1", today=monday(3, 2)).since is None


@pytest.mark.parametrize(
    ("leaving", "today"), [("hmic-1", monday(3, 4)), ("ofsted-1", monday(9)), ("cqc-1", monday(5))]
)
def test_what_is_over_cannot_be_covered(leaving: str, today: date) -> None:
    programme, rota = under_way()
    with pytest.raises(NoPlaceError, match="what is past never changes"):
        cover(programme, rota, "A1", leaving, today)


def test_a_person_without_a_place_there_cannot_be_covered() -> None:
    programme, rota = under_way()
    with pytest.raises(NoPlaceError, match=r"CQC 2 \(cqc-2\) has no place"):
        cover(programme, rota, "A1", "cqc-2")
    unplanned = rebuilt(rota, inspections=(), deployments=(), attendance=None, force_reviews=None)
    with pytest.raises(NoPlaceError, match="has no inspection"):
        cover(changed(programme), unplanned, "A1", "cqc-1", monday(0) - timedelta(days=1))
