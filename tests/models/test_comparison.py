"""Two rotas compared: what is different, counted as a re-plan counts it."""

from hypothesis import given
from hypothesis import strategies as st

from api.completion import complete
from models.comparison import Part, compare
from models.deployment import Role
from models.inspection import Review
from models.inspectorate import Inspectorate
from models.roster_changes import roster_changes
from models.rota import Rota
from tests.cases.programmes import make_programme, monday
from tests.cases.rotas import make_rota, rebuilt

TWO_TEAMS = {"ofsted": 8, "hmic": 4, "cqc": 2, "hmi_probation": 2}
TEAM = ["ofsted-1", "ofsted-2", "ofsted-3", "hmic-1", "cqc-1", "hmi_probation-1"]
OTHERS = ["ofsted-1", "ofsted-4", "ofsted-5", "hmic-2", "cqc-1", "hmi_probation-1"]


PROGRAMME = make_programme([{"police_force_code": "F1"}] * 3, inspectors=TWO_TEAMS)


def whole(**changes: tuple[int, list[str]] | None) -> Rota:
    """A whole rota: A1 to A3 in weeks 1, 6 and 11, each team led by its first."""
    places = {"A1": (1, TEAM), "A2": (6, TEAM), "A3": (11, TEAM)} | changes
    held = {code: place for code, place in places.items() if place}
    slots = {code: week for code, (week, _) in held.items()}
    teams = {code: team for code, (_, team) in held.items()}
    leads = {code: team[0] for code, team in teams.items()}
    return complete(PROGRAMME, make_rota(PROGRAMME, slots, teams, leads))


def test_a_rota_is_no_different_from_itself() -> None:
    found = compare(PROGRAMME, whole(), whole())
    assert found.is_same
    assert roster_changes(PROGRAMME, whole(), whole()) == ()


def test_a_slot_moves_by_weeks_and_takes_its_people_along() -> None:
    found = compare(PROGRAMME, whole(), whole(A3=(14, TEAM)))
    assert [(each.la_code, each.before, each.after, each.weeks) for each in found.moved] == [
        ("A3", monday(11), monday(14), 3)
    ]
    assert found.deployments_changed == 0
    assert found.days == ()
    lines = roster_changes(PROGRAMME, whole(), whole(A3=(14, TEAM)))
    assert {each.inspector_id for each in lines} == set(TEAM)


def test_a_change_of_deployment_is_the_larger_of_lost_and_gained() -> None:
    found = compare(PROGRAMME, whole(), whole(A2=(6, [*OTHERS, "ofsted-6"])))
    ofsted, hmic = found.teams
    # Two from Ofsted go and three come; one from HMIC for another.
    assert (ofsted.inspectorate, ofsted.deployments) == (Inspectorate.OFSTED, 3)
    assert (hmic.inspectorate, hmic.deployments) == (Inspectorate.HMIC, 1)
    assert found.deployments_changed == 4
    assert found.la_codes == {"A2"}


def test_another_role_is_another_deployment() -> None:
    led_by_another = ["ofsted-2", "ofsted-1", *TEAM[2:]]
    (team,) = compare(PROGRAMME, whole(), whole(A2=(6, led_by_another))).teams
    assert team.deployments == 2
    assert Part(inspector_id="ofsted-2", role=Role.LEAD) in team.gained
    assert Part(inspector_id="ofsted-2", role=Role.MEMBER) in team.lost


def test_an_authority_in_one_rota_only_is_neither_moved_nor_counted() -> None:
    found = compare(PROGRAMME, whole(), whole(A3=None))
    assert [(each.la_code, each.after) for each in found.slots] == [("A3", None)]
    assert found.moved == ()
    assert found.deployments_changed == 0
    assert {each.la_code for each in found.teams} == {"A3"}


def test_the_review_passes_to_the_inspection_that_is_now_first() -> None:
    found = compare(PROGRAMME, whole(), whole(A1=(15, TEAM)))
    assert [(each.la_code, each.before, each.after) for each in found.reviews_in["F1"]] == [
        ("A1", Review.FIRST, Review.NO),
        ("A2", Review.NO, Review.FIRST),
    ]


def test_other_days_on_site_are_a_difference_where_slot_and_people_stay() -> None:
    rota = whole()
    row = next(each for each in rota.attendance or () if each.inspector_id == "cqc-1")
    rest = tuple(each for each in rota.attendance or () if each is not row)
    other = rebuilt(rota, attendance=rest)
    (days,) = compare(PROGRAMME, rota, other).days
    assert (days.la_code, days.inspector_ids) == (row.la_code, ("cqc-1",))


SLOTS = st.dictionaries(st.sampled_from(["A1", "A2", "A3"]), st.integers(0, 18))
TEAMS = st.lists(st.sampled_from([*TEAM, *OTHERS]), unique=True)


@st.composite
def rotas_by_hand(draw: st.DrawFn) -> Rota:
    slots = draw(SLOTS)
    return make_rota(PROGRAMME, slots, {code: draw(TEAMS) for code in slots})


@given(rotas_by_hand(), rotas_by_hand())
def test_there_is_a_difference_exactly_where_slots_or_people_are_not_the_same(
    before: Rota, after: Rota
) -> None:
    assert compare(PROGRAMME, before, after).is_same is (_said(before) == _said(after))


@given(rotas_by_hand(), rotas_by_hand())
def test_the_other_way_round_the_same_differences_are_turned(before: Rota, after: Rota) -> None:
    forth, back = compare(PROGRAMME, before, after), compare(PROGRAMME, after, before)
    assert [(each.la_code, each.before, each.after) for each in forth.slots] == [
        (each.la_code, each.after, each.before) for each in back.slots
    ]
    assert [(each.la_code, each.lost, each.gained) for each in forth.teams] == [
        (each.la_code, each.gained, each.lost) for each in back.teams
    ]
    assert forth.deployments_changed == back.deployments_changed


def _said(rota: Rota) -> tuple[set[object], set[object]]:
    return (
        {(each.la_code, each.start) for each in rota.inspections},
        {(each.la_code, each.inspector_id, each.role) for each in rota.deployments},
    )
