"""A force-wide change to come: which inspection reviews the force, and who could be added."""

from datetime import date
from random import Random

from models.altered import changed_programme, changed_rota
from models.answers import ForceOutlook
from models.checks import check_rota
from models.deployment import Deployment, Role
from models.events import ForceChange
from models.force_outlook import force_outlooks
from models.inspectorate import Inspectorate
from models.measures import measure_goals
from models.programme import Programme
from models.rota import Rota
from tests.cases.draws import draw_case
from tests.cases.programmes import make_programme, monday
from tests.cases.rotas import make_rota, target_team

ONE_FORCE = [{"police_force_code": "F1"}] * 3
BENCH = {"ofsted": 12, "hmic": 5, "cqc": 3, "hmi_probation": 3}


def change(day: date) -> ForceChange:
    return ForceChange(police_force_code="F1", introduced_on=day)


def asked(programme: Programme, rota: Rota, day: date) -> ForceOutlook:
    (found,) = force_outlooks(programme, rota, [change(day)])
    return found


def test_the_first_inspection_from_the_day_on_would_review_the_force() -> None:
    programme = make_programme(ONE_FORCE, inspectors=BENCH)
    rota = make_rota(programme, {"A1": 0, "A2": 7, "A3": 14})
    assert asked(programme, rota, monday(7)).la_code == "A2"
    assert asked(programme, rota, monday(7, 1)).la_code == "A3"
    assert asked(programme, rota, monday(14, 1)).la_code == ""


def test_a_change_met_by_a_review_that_is_owed_anyway_adds_nobody() -> None:
    programme = make_programme(ONE_FORCE, inspectors=BENCH)
    rota = make_rota(programme, {"A1": 0, "A2": 7, "A3": 14})
    found = asked(programme, rota, monday(0))
    assert (found.la_code, found.already, found.must, found.able) == ("A1", "first", 0, ())


def test_the_extra_inspector_is_asked_for_and_the_nearest_who_may_comes_first() -> None:
    programme = make_programme(
        ONE_FORCE,
        inspectors=BENCH,
        people={"hmic-4": {"latitude": 53.0}},
        absences=[{"inspector_id": "hmic-2", "start": monday(7), "end": monday(7)}],
        conflicts=[{"inspector_id": "hmic-3", "la_code": "A2"}],
    )
    rota = make_rota(programme, {"A1": 0, "A2": 7, "A3": 14})
    found = asked(programme, rota, monday(3))
    assert (found.hmic, found.must, found.wished) == (("hmic-1",), 1, 1)
    assert [each.inspector_id for each in found.able] == ["hmic-5", "hmic-4"]
    stopped = {each.inspector_id: [b.rule for b in each.breaches] for each in found.barred}
    assert stopped == {"hmic-2": ["available"], "hmic-3": ["no_conflict"]}


def test_a_team_that_one_more_would_make_too_large_is_said_of_everybody() -> None:
    programme = make_programme(
        ONE_FORCE, inspectors=BENCH, policy={"on_site": {"most": 5, "days": {"hmic": 5}}}
    )
    team = target_team(programme, "A2", review=False)
    rota = make_rota(programme, {"A1": 0, "A2": 7, "A3": 14}, teams={"A2": team})
    found = asked(programme, rota, monday(3))
    # The lead's 5 days, three of Ofsted's 4 and HMIC's 5 are 22 of 25; 5 more are too many.
    assert found.able == ()
    assert {breach.rule for each in found.barred for breach in each.breaches} == {"seven_on_site"}
    assert not found.is_met


def test_where_two_must_come_each_is_judged_alone() -> None:
    programme = make_programme(
        ONE_FORCE, inspectors=BENCH, policy={"force_wide_review": {"extra_hmic": 2}}
    )
    rota = make_rota(programme, {"A1": 0, "A2": 7, "A3": 14})
    found = asked(programme, rota, monday(3))
    assert (found.must, len(found.able), found.is_met) == (2, 4, True)


def test_several_changes_are_thought_of_together() -> None:
    programme = make_programme(ONE_FORCE, inspectors=BENCH)
    rota = make_rota(programme, {"A1": 0, "A2": 7, "A3": 14})
    first, second = force_outlooks(programme, rota, [change(monday(1)), change(monday(8))])
    assert (first.la_code, second.la_code) == ("A2", "A3")


def test_whoever_is_offered_keeps_every_rule_once_the_change_has_come() -> None:
    offered = 0
    for seed in range(60):
        random = Random(seed)
        programme, rota = draw_case(random)
        force = random.choice(sorted(programme.authorities_in))
        coming = ForceChange(
            police_force_code=force, introduced_on=monday(random.randrange(programme.weeks))
        )
        (found,) = force_outlooks(programme, rota, [coming])
        after = changed_programme(programme, force_changes=(*programme.force_changes, coming))
        if found.must > 1:
            continue
        hmic = {each.inspector_id for each in programme.inspectors_from[Inspectorate.HMIC]}
        free = {each.inspector_id: each.points for each in found.able}
        for who in sorted(hmic - set(found.hmic)) if found.must else ():
            row = Deployment(la_code=found.la_code, inspector_id=who, role=Role.MEMBER)
            grown = changed_rota(rota, deployments=(*rota.deployments, row))
            assert (check_rota(after, grown) == ()) == (who in free)
            if who in free:
                rise = measure_goals(after, grown).total - measure_goals(after, rota).total
                assert rise == free[who]
        offered += len(free)
    assert offered > 5
