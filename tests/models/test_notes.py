"""Notes: what a rota has to say of itself, each in one sentence."""

from datetime import date, timedelta

from models.deployment import Deployment, Role
from models.events import ForceChange
from models.inspection import Inspection
from models.notes import Note, notes
from models.programme import Programme
from models.rota import Rota
from tests.planner.tiny import MONDAY, authority, inspectors, programme

TARGET = ("ofsted-1", "ofsted-2", "ofsted-3", "ofsted-4", "hmic-1", "hmic-2", "cqc-1")
WHOLE = (*TARGET, "hmi_probation-1")


def week(number: int) -> date:
    return MONDAY + timedelta(weeks=number)


def rota(slots: dict[str, int], team: tuple[str, ...] = WHOLE) -> Rota:
    return Rota(
        inspections=tuple(
            Inspection(la_code=code, start=week(start)) for code, start in slots.items()
        ),
        deployments=tuple(
            Deployment(la_code=code, inspector_id=who, role=Role.MEMBER)
            for code in slots
            for who in team
        ),
    )


def asked(codes: str = "A", floor: int = 0, **fields: object) -> Programme:
    return programme(
        **{
            "authorities": tuple(authority(code) for code in codes),
            "policy": {"anonymity": {"floor": floor}},
        }
        | fields
    )


def test_a_rota_with_nothing_to_say_has_no_notes() -> None:
    assert notes(asked(), rota({"A": 0})) == ()


def test_a_shorter_gap_in_a_force_is_noted() -> None:
    # Seven open starts: at four weeks two fit, at three three.
    (note,) = notes(asked("ABC"), rota({"A": 0, "B": 3, "C": 6}))
    assert note == Note(
        rule="force_spacing",
        key="F",
        message=(
            "Force F (F) has 3 inspections, and 2 fit the open start weeks at the policy's gap of "
            "4 weeks; its gap is 3 weeks."
        ),
    )


def test_weeks_of_low_anonymity_are_noted_in_stretches() -> None:
    (note,) = notes(asked("AB", floor=2), rota({"A": 1, "B": 6}))
    # Weeks 0 and 1: both. Weeks 2 to 4: nobody, for the gap. Weeks 5 and 6: B.
    assert (note.rule, note.key) == ("anonymity", "2 to 6")
    assert note.message == (
        "From 17 June 2013 to 15 July 2013, in 5 open start weeks, an observer need suspect fewer "
        "than 2 authorities, 0 at the fewest; 1 inspection starts then."
    )


def test_a_week_at_the_floor_is_not_low() -> None:
    # Weeks 5 and 6 have B alone: at a floor of one only weeks 2 to 4 are low.
    (note,) = notes(asked("AB", floor=1), rota({"A": 1, "B": 6}))
    assert note.key == "2 to 4"


def test_weeks_before_today_are_not_noted() -> None:
    slots = {"A": 1, "B": 6}
    (note,) = notes(asked("AB", floor=2), rota(slots), today=week(6) + timedelta(days=3))
    assert note.key == "6"
    assert notes(asked("AB", floor=2), rota(slots), today=week(7)) == ()


def test_a_team_below_target_is_noted() -> None:
    (note,) = notes(asked(), rota({"A": 0}, team=tuple(set(WHOLE) - {"ofsted-2", "hmic-2"})))
    # A small team aims at four from Ofsted; the first in a force at one more from HMIC: two.
    assert (note.rule, note.key) == ("team", "A")
    assert note.message == (
        "The team in Authority A (A) has 3 from Ofsted where 4 is the target and 1 from HMIC where "
        "2 is the target."
    )


def test_a_change_with_no_inspection_left_is_noted() -> None:
    late = ForceChange(police_force_code="F", introduced_on=week(1), recorded_on=week(3))
    in_time = ForceChange(police_force_code="F", introduced_on=week(2))
    changed = asked(force_changes=(late, in_time))
    (note,) = notes(changed, rota({"A": 2}))
    assert (note.rule, note.key) == ("force_first", "F")
    assert note.message == "No inspection in Force F (F) is left for the change of 24 June 2013."


def test_a_substitute_does_not_make_a_team_larger() -> None:
    people = inspectors(ofsted=5, hmic=2, cqc=1, hmi_probation=1)
    short = rota({"A": 0}, team=tuple(set(WHOLE) - {"ofsted-4"}))
    substitute = Deployment(la_code="A", inspector_id="ofsted-5", role=Role.SUBSTITUTE)
    with_substitute = Rota(
        inspections=short.inspections, deployments=(*short.deployments, substitute)
    )
    (note,) = notes(asked(inspectors=people), with_substitute)
    assert "3 from Ofsted" in note.message
