"""G4: distance from base to authority."""

from collections.abc import Mapping
from math import acos, cos, radians, sin

import pytest

from models.measures.travel import measure
from tests.cases.programmes import ONE_TEAM, make_programme
from tests.cases.rotas import deployment, inspection, make_rota, rebuilt

# One degree of latitude on the sphere of 6,371.0088 km: 6371.0088 x pi / 180 = 111.1950 km.
DEGREE_KM = 111.1950


@pytest.mark.parametrize(
    ("inspector_id", "degrees", "points"),
    [
        ("cqc-1", 1.0, 11),  # one week x 11.12
        ("ofsted-1", 1.0, 22),  # two weeks x 11
        ("hmic-1", 0.1, 1),  # 11.12 km
        ("cqc-1", 4.996 / DEGREE_KM, 0),  # 0.4996
        ("cqc-1", 5.004 / DEGREE_KM, 1),  # 0.5004: halves up
        ("ofsted-1", 14.99 / DEGREE_KM, 2),  # 1.499 is rounded before the weeks are counted
    ],
)
def test_tens_of_kilometres_count_for_each_week_of_fieldwork(
    inspector_id: str, degrees: float, points: int
) -> None:
    programme = make_programme(1, people={inspector_id: {"latitude": 52.0 + degrees}})
    rota = make_rota(programme, {"A1": 3}, {"A1": [inspector_id]})
    assert measure(programme, rota) == points


def test_distance_is_along_the_great_circle() -> None:
    # Truro to Newcastle by the spherical law of cosines, apart from the haversine in the code.
    truro, newcastle = (50.263, -5.051), (54.978, -1.618)
    first, second = radians(truro[0]), radians(newcastle[0])
    between = radians(newcastle[1] - truro[1])
    angle = acos(sin(first) * sin(second) + cos(first) * cos(second) * cos(between))
    km = 6371.0088 * angle
    assert 570 < km < 580
    place = {"latitude": truro[0], "longitude": truro[1]}
    home = {"latitude": newcastle[0], "longitude": newcastle[1]}
    programme = make_programme([place], people={"hmic-1": home})
    assert measure(programme, make_rota(programme, {"A1": 3}, {"A1": ["hmic-1"]})) == round(km / 10)


@pytest.mark.parametrize("people", [{"cqc-1": {"latitude": 53.0}, "ofsted-2": {"latitude": 51.0}}])
def test_deployments_add_up(people: Mapping[str, Mapping[str, float]]) -> None:
    programme = make_programme(2, people=people)
    rota = make_rota(programme, {"A1": 3, "A2": 9})
    # In each authority 11 for CQC's week and 22 for Ofsted's two.
    assert measure(programme, rota) == 66


def test_hmcpsi_and_unknown_places_and_people_cost_nothing() -> None:
    far = {"latitude": 58.0}
    programme = make_programme(
        1, inspectors={**ONE_TEAM, "hmcpsi": 1}, people={"hmcpsi-1": far, "cqc-1": far}
    )
    rota = make_rota(programme, {"A1": 3}, {"A1": ["hmcpsi-1"]})
    stray = (deployment("E99", "cqc-1"), deployment("A1", "nobody"), deployment("A2", "cqc-1"))
    rota = rebuilt(
        rota,
        inspections=(*rota.inspections, inspection("E99", 3)),
        deployments=(*rota.deployments, *stray),
    )
    assert measure(programme, rota) == 0
