"""R13: exactly one lead on each team: Ofsted, may lead, established."""

from collections.abc import Mapping, Sequence

import pytest

from models.breach import Breach
from models.checks.lead import check
from models.deployment import Role
from models.programme import Programme
from tests.cases.programmes import make_programme, monday
from tests.cases.rotas import deployment, inspection, make_rota, rebuilt

MEMBERS = ("ofsted-1", "ofsted-2", "ofsted-3", "cqc-1")


def _breaches(programme: Programme, leads: Sequence[str]) -> list[Breach]:
    """What breaks the rule when these lead."""
    rota = make_rota(programme, {"A1": 3}, {"A1": ()})
    team = tuple(deployment("A1", each, lead=each in leads) for each in MEMBERS)
    return list(check(programme, rebuilt(rota, deployments=team)))


def test_one_lead_keeps_the_rule_and_none_or_two_break_it() -> None:
    programme = make_programme(1)
    assert _breaches(programme, ["ofsted-1"]) == []
    (none,) = _breaches(programme, [])
    assert none.sentence == (
        "The team in Alton (A1), from 27 January 2014, has no lead; it has exactly one."
    )
    assert (none.weeks, none.amount, none.last_day) == ((3,), 1, monday(4, 4))
    (several,) = _breaches(programme, ["ofsted-1", "ofsted-2", "ofsted-3"])
    assert several.sentence == (
        "The team in Alton (A1), from 27 January 2014, has 3 leads, Ofsted 1 (ofsted-1), "
        "Ofsted 2 (ofsted-2) and Ofsted 3 (ofsted-3); it has exactly one."
    )
    assert (several.amount, several.inspector_ids) == (2, ("ofsted-1", "ofsted-2", "ofsted-3"))


@pytest.mark.parametrize(
    ("differences", "why"),
    [
        ({"can_lead": False}, "may not lead"),
        ({"employment": "seconded"}, "is seconded, not established"),
        (
            {"can_lead": False, "employment": "seconded"},
            "may not lead and is seconded, not established",
        ),
    ],
)
def test_a_lead_may_lead_and_is_established(differences: Mapping[str, object], why: str) -> None:
    programme = make_programme(1, people={"ofsted-1": differences})
    assert _breaches(programme, ["ofsted-2"]) == []
    (breach,) = _breaches(programme, ["ofsted-1"])
    assert breach.sentence == (
        f"Ofsted 1 (ofsted-1) leads in Alton (A1), from 27 January 2014, but {why}."
    )


def test_a_lead_is_of_ofsted() -> None:
    programme = make_programme(1, people={"cqc-1": {"can_lead": True}})
    (breach,) = _breaches(programme, ["cqc-1"])
    assert breach.sentence.endswith("but is of CQC, not of Ofsted.")


def test_an_inspection_without_a_team_has_no_lead() -> None:
    programme = make_programme(1)
    rota = make_rota(programme, {"A1": 3}, {"A1": ()})
    assert [breach.figures for breach in check(programme, rota)] == [{"count": 0}]


def test_the_stated_lead_is_the_one_who_leads() -> None:
    programme = make_programme(1)
    rota = make_rota(programme, {"A1": 3})
    for lead, said in (
        ("ofsted-1", []),
        ("", []),
        (
            "ofsted-2",
            [
                "The rota says that the lead of Alton (A1) is Ofsted 2 (ofsted-2); it is "
                "Ofsted 1 (ofsted-1)."
            ],
        ),
    ):
        stated = rebuilt(rota, inspections=(inspection("A1", 3, lead=lead),))
        assert [breach.sentence for breach in check(programme, stated)] == said


def test_a_lost_lead_and_the_one_who_took_over_count_as_one() -> None:
    lost = {"inspector_id": "ofsted-1", "start": monday(4), "end": monday(9)}
    programme = make_programme(1, absences=[lost])
    assert _breaches(programme, ["ofsted-1", "ofsted-2"]) == []
    (breach,) = _breaches(programme, ["ofsted-1", "ofsted-2", "ofsted-3"])
    assert breach.figures == {"count": 2}
    # A substitute of another role takes no lead's place.
    rota = make_rota(programme, {"A1": 3}, {"A1": ()})
    substitute = deployment("A1", "ofsted-2").model_copy(update={"role": Role.SUBSTITUTE})
    pair = (deployment("A1", "ofsted-1", lead=True), substitute)
    assert list(check(programme, rebuilt(rota, deployments=pair))) == []


def test_the_one_who_took_over_must_be_fit_to_lead_too() -> None:
    lost = {"inspector_id": "ofsted-1", "start": monday(4), "end": monday(9)}
    programme = make_programme(1, absences=[lost], people={"ofsted-2": {"can_lead": False}})
    (breach,) = _breaches(programme, ["ofsted-1", "ofsted-2"])
    assert breach.inspector_ids == ("ofsted-2",)
