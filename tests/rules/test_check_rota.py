"""The whole check: every rule in order, history apart from what can still be mended."""

import pytest

from models.breach import Breach
from models.checks import check_rota
from models.deployment import CpsActivity
from models.measures import measure_goals
from models.programme import Programme
from models.rota import Rota
from tests.cases.programmes import ONE_TEAM, make_programme, monday
from tests.cases.rotas import attended, deployment, inspection, make_rota, rebuilt

TOGETHER = {"police_force_code": "F1"}


def test_a_whole_rota_breaks_nothing_and_a_rota_by_hand_needs_three_columns() -> None:
    programme = make_programme(2)
    assert check_rota(programme, make_rota(programme, {"A1": 2, "A2": 9})) == ()


def test_breaches_come_in_the_order_of_the_rules_and_then_of_the_authorities() -> None:
    programme = make_programme([TOGETHER] * 3)
    rota = make_rota(programme, {"A3": 2, "A1": 4, "A2": 19}, {"A1": (), "A2": (), "A3": ()})
    rules = [breach.rule for breach in check_rota(programme, rota)]
    assert list(dict.fromkeys(rules)) == ["universal", "team_size", "force_spacing", "lead"]
    leads = [breach.la_codes for breach in check_rota(programme, rota) if breach.rule == "lead"]
    assert leads == [("A1",), ("A2",), ("A3",)]


def test_the_order_of_the_files_never_matters() -> None:
    programme = make_programme([TOGETHER] * 3)
    rota = make_rota(programme, {"A3": 2, "A1": 4, "A2": 19})
    backwards = rebuilt(
        rota, inspections=rota.inspections[::-1], deployments=rota.deployments[::-1]
    )
    assert check_rota(programme, rota) == check_rota(programme, backwards)
    assert measure_goals(programme, rota) == measure_goals(programme, backwards)


def test_goals_come_with_their_weights() -> None:
    programme = make_programme(2, goals={"priority": 7, "fairness": 0})
    rota = make_rota(programme, {"A1": 2, "A2": 9}, {"A1": ()})
    goals = measure_goals(programme, rota)
    # Ofsted 4, HMIC 1 + 1, CQC 1 and HMI Probation 1 are missing in Alton: 8 below target.
    raw = {score.goal: score.raw for score in goals.scores}
    assert raw == {
        "priority": 0, "team": 8, "spacing": 0, "travel": 0, "fairness": 0, "level": 0,
    }  # fmt: skip
    assert {score.goal: score.weight for score in goals.scores} == {
        "priority": 7, "team": 60, "spacing": 4, "travel": 1, "fairness": 0, "level": 20,
    }  # fmt: skip
    assert goals.total == 480


def _history(programme: Programme, rota: Rota, rule: str, week: int, weekday: int = 0) -> bool:
    """Whether the one breach, of ``rule``, is history on a day."""
    (breach,) = check_rota(programme, rota, today=monday(week, weekday))
    assert breach.rule == rule
    return breach.history


def test_without_a_day_nothing_is_history() -> None:
    programme = make_programme([TOGETHER] * 2)
    rota = make_rota(programme, {"A1": 2, "A2": 5}, {"A1": ("ofsted-1",)})
    assert check_rota(programme, rota)
    assert not any(breach.history for breach in check_rota(programme, rota))


def test_a_slot_is_past_from_the_day_after_its_start() -> None:
    programme = make_programme(1, blackouts=[
        {"scope": "national", "start": monday(3), "end": monday(3)},
    ])  # fmt: skip
    rota = make_rota(programme, {"A1": 2})
    assert not _history(programme, rota, "universal", 2)
    assert _history(programme, rota, "universal", 2, 1)


def test_two_slots_are_past_once_the_later_is() -> None:
    twice = {"ofsted": 8, "hmic": 3, "cqc": 2, "hmi_probation": 2}
    programme = make_programme([TOGETHER] * 2, inspectors=twice)
    others = ("ofsted-5", "ofsted-6", "ofsted-7", "hmic-3", "cqc-2", "hmi_probation-2")
    rota = make_rota(programme, {"A1": 2, "A2": 5}, {"A2": others})
    assert not _history(programme, rota, "force_spacing", 5)
    assert _history(programme, rota, "force_spacing", 5, 1)


def test_a_team_is_past_once_week_two_is() -> None:
    programme = make_programme(1)
    rota = make_rota(programme, {"A1": 2}, {"A1": ("ofsted-1",)})
    on_friday = check_rota(programme, rota, today=monday(3, 4))
    assert on_friday
    assert not any(breach.history for breach in on_friday)
    assert all(breach.history for breach in check_rota(programme, rota, today=monday(3, 5)))


def test_an_absence_is_past_once_its_last_day_here_is() -> None:
    away = {"inspector_id": "cqc-1", "start": monday(3, 1), "end": monday(9)}
    programme = make_programme(1, absences=[away])
    rota = make_rota(programme, {"A1": 2})
    assert not _history(programme, rota, "available", 3, 4)
    assert _history(programme, rota, "available", 3, 5)


def test_a_day_on_site_is_past_the_day_after() -> None:
    programme = make_programme(1, policy={"on_site": {"most": 5}})
    team = ("ofsted-1", "ofsted-2", "ofsted-3", "ofsted-4", "hmic-1", "hmic-2", "cqc-1")
    rows = attended(programme, "A1", 2, team)
    rota = make_rota(programme, {"A1": 2}, {"A1": team}, attendance=rows)
    # Four of Ofsted and two of HMIC come from Tuesday to Friday of week one: six.
    breaches = check_rota(programme, rota, today=monday(2, 3))
    days = [breach for breach in breaches if breach.rule == "seven_on_site"]
    assert [(breach.last_day, breach.history) for breach in days] == [
        (monday(2, 1), True),
        (monday(2, 2), True),
        (monday(2, 3), False),
        (monday(2, 4), False),
    ]


def test_what_is_left_out_is_never_history() -> None:
    programme = make_programme(2)
    rota = make_rota(programme, {"A1": 2})
    assert not _history(programme, rota, "universal", 60)


def test_too_few_in_a_year_are_history_once_its_last_start_week_is_past() -> None:
    programme = make_programme(2, weeks=60, policy={"year_quota": {"tolerance": 0}})
    # 2 x 52 / 60 = 1.73: one or two in the first year; 2 x 8 / 60 = 0.27: none or one.
    rota = make_rota(programme, {"A1": 52, "A2": 57})
    first, second = check_rota(programme, rota, today=monday(51, 1))
    assert (first.rule, first.history, second.history) == ("year_quota", True, False)
    assert not check_rota(programme, rota, today=monday(51))[0].history


def _nonsense() -> Rota:
    """A rota in which every code is unknown, or stands twice."""
    activity = CpsActivity(la_code="E99", inspector_id="nobody", start=monday(-3, 2))
    programme = make_programme(1, inspectors={**ONE_TEAM, "hmcpsi": 1})
    rows = attended(programme, "A1", 2, ("ofsted-1",))
    strays = [row.model_copy(update={"la_code": "E99"}) for row in rows]
    strays += [row.model_copy(update={"inspector_id": "nobody"}) for row in rows]
    return Rota(
        inspections=(
            inspection("E99", 2, lead="nobody", sizes={"cqc": 3}, police_force_code="F99"),
            inspection("E99", 400, band="small", force_wide_review="first", name="Nowhere"),
            inspection("A1", -7),
        ),
        deployments=(
            deployment("E98", "nobody", lead=True),
            deployment("E99", "nobody", lead=True, fieldwork_weeks=9, km=3),
            deployment("E99", "cqc-1", busy_from=monday(0), km=3),
            deployment("A1", "nobody"),
            deployment("A1", "nobody"),
            deployment("A1", "hmcpsi-1", lead=True),
        ),
        attendance=(*rows, *strays, *rows),
        force_reviews=(),
        cps_activities=(activity, activity),
    )


@pytest.mark.parametrize("today", [None, monday(3)])
def test_no_code_is_too_unknown_to_be_checked(today: object) -> None:
    programme = make_programme(1, inspectors={**ONE_TEAM, "hmcpsi": 1})
    breaches = check_rota(programme, _nonsense(), today=today)  # type: ignore[arg-type]
    assert {breach.rule for breach in breaches} > {"universal", "two_weeks", "available", "lead"}
    assert measure_goals(programme, _nonsense()).total >= 0


def test_a_breach_speaks_for_itself() -> None:
    breach = Breach(rule="lead", sentence="Said.")
    assert (breach.amount, breach.history, breach.figures) == (1, False, {})
    with pytest.raises(ValueError, match="greater than or equal to 1"):
        Breach(rule="lead", sentence="Said.", amount=0)
