"""R4: the size of each inspectorate's part of a team, and the days its people owe."""

from collections.abc import Iterable

import pytest

from models.breach import Breach
from models.checks.team_size import check
from models.deployment import Role
from models.inspection import Band
from models.programme import Programme
from tests.cases.programmes import make_programme, monday
from tests.cases.rotas import attended, deployment, inspection, make_rota, moved, rebuilt

PEOPLE = {"ofsted": 9, "hmic": 5, "cqc": 4, "hmi_probation": 3, "hmi_prisons": 3}
# Children aged 0 to 17 in ten-thousands are the points; bands begin at 5, 10 and 20.
CHILDREN = {"small": 49_999, "medium": 50_000, "large": 100_000, "very large": 200_000}


def _team(**numbers: int) -> tuple[str, ...]:
    return tuple(f"{body}-{n}" for body in numbers for n in range(1, numbers[body] + 1))


def _programme(band: str = "small", *others: dict[str, object], **fields: object) -> Programme:
    first = {"children_0_17": CHILDREN[band]}
    return make_programme([first, *others], inspectors=PEOPLE, **fields)  # type: ignore[arg-type]


def _said(programme: Programme, **numbers: int) -> list[str]:
    rota = make_rota(programme, {"A1": 3}, {"A1": _team(**numbers)})
    return _sentences(check(programme, rota))


def _sentences(breaches: Iterable[Breach]) -> list[str]:
    return [breach.sentence for breach in breaches]


# The only inspection in a force is its first: HMIC's least and most are one more than the table's.
TABLE = [
    ("small", "ofsted", 3, 4), ("small", "hmic", 2, 2), ("small", "cqc", 1, 1),
    ("small", "hmi_probation", 1, 1),
    ("medium", "ofsted", 4, 5), ("medium", "hmic", 2, 3), ("medium", "cqc", 1, 2),
    ("medium", "hmi_probation", 1, 2),
    ("large", "ofsted", 4, 5), ("large", "hmic", 2, 3), ("large", "cqc", 1, 2),
    ("large", "hmi_probation", 1, 2),
    ("very large", "ofsted", 4, 6), ("very large", "hmic", 3, 4), ("very large", "cqc", 2, 3),
    ("very large", "hmi_probation", 1, 2),
]  # fmt: skip
LEAST = {band: {body: least for of, body, least, _ in TABLE if of == band} for band in CHILDREN}


@pytest.mark.parametrize(("band", "body", "least", "most"), TABLE)
def test_a_part_lies_between_the_bands_least_and_most(
    band: str, body: str, least: int, most: int
) -> None:
    programme, numbers = _programme(band), LEAST[band]
    assert _said(programme, **numbers | {body: least}) == []
    assert _said(programme, **numbers | {body: most}) == []
    (few,) = _said(programme, **numbers | {body: least - 1})
    (many,) = _said(programme, **numbers | {body: most + 1})
    assert f"has {least - 1} from " in few
    assert f"; {least} is the least in a {band} team" in few
    assert f"; {most} is the most in a {band} team" in many


def test_a_breach_says_whom_and_by_how_much() -> None:
    programme = _programme("small")
    rota = make_rota(programme, {"A1": 3}, {"A1": _team(ofsted=6, hmic=2, cqc=1, hmi_probation=1)})
    (breach,) = check(programme, rota)
    assert (
        breach.sentence
        == "The team in Alton (A1) has 6 from Ofsted; 4 is the most in a small team."
    )
    assert (breach.la_codes, breach.weeks, breach.amount) == (("A1",), (3,), 2)
    assert breach.figures == {"count": 6, "least": 3, "most": 4}
    assert breach.last_day == monday(4, weekday=4)
    rota = make_rota(programme, {"A1": 3}, {"A1": _team(ofsted=1, hmic=2, cqc=1, hmi_probation=1)})
    assert [breach.amount for breach in check(programme, rota)] == [2]


@pytest.mark.parametrize(
    ("differences", "band"),
    [
        ({"children_0_17": 19_999, "la_type": "county"}, "small"),  # 1.9999 + 3
        ({"children_0_17": 20_000, "la_type": "county"}, "medium"),  # 2 + 3 = 5
        ({"children_0_17": 30_000, "deprived_fifth": True}, "medium"),  # 3 + 2 = 5
        ({"children_0_17": 50_000, "la_type": "county", "deprived_fifth": True}, "large"),  # 10
    ],
)
def test_points_of_size_and_complexity_give_the_band(
    differences: dict[str, object], band: str
) -> None:
    programme = make_programme([differences], inspectors=PEOPLE)
    right = inspection("A1", 3, band=Band(band))
    rota = make_rota(programme, {"A1": 3}, {"A1": _team(**LEAST[band])})
    assert list(check(programme, rebuilt(rota, inspections=(right,)))) == []


def test_each_establishment_is_two_points() -> None:
    unit = {"kind": "mother_and_baby_unit", "la_code": "A1"}
    units = [unit | {"establishment": "One"}, unit | {"establishment": "Two"}]
    # 1 point of children and twice 2 points: 5, a medium band; one kind brings one from Prisons.
    programme = make_programme([{"children_0_17": 10_000}], inspectors=PEOPLE, establishments=units)
    assert _said(programme, **LEAST["medium"], hmi_prisons=1) == []


def test_a_force_wide_review_adds_one_from_hmic() -> None:
    together = {"police_force_code": "F1"}
    programme = make_programme([together, together], inspectors=PEOPLE)
    small = _team(ofsted=3, hmic=1, cqc=1, hmi_probation=1)
    rota = make_rota(programme, {"A1": 3, "A2": 9}, {"A1": small, "A2": small})
    # A1 is the first in the force; A2 is not, and one from HMIC is right there.
    assert _sentences(check(programme, rota)) == [
        "The team in Alton (A1) has 1 from HMIC; 2 is the least in a small team that reviews the "
        "whole force."
    ]
    change = {"police_force_code": "F1", "introduced_on": monday(9)}
    again = make_programme([together, together], inspectors=PEOPLE, force_changes=[change])
    assert len(list(check(again, rota))) == 2


def test_hmi_prisons_comes_exactly_where_an_establishment_stands() -> None:
    kinds = ("young_offender_institution", "immigration_removal_centre", "mother_and_baby_unit")
    # One kind brings one, two kinds two, three kinds still two: the policy's most.
    for number, right in ((0, 0), (1, 1), (2, 2), (3, 2)):
        units = [{"establishment": kind, "kind": kind, "la_code": "A1"} for kind in kinds[:number]]
        programme = _programme(establishments=units, policy={"points": {"establishment": 0}})
        for prisons in range(4):
            said = _said(programme, **LEAST["small"], hmi_prisons=prisons)
            assert len(said) == (prisons != right), (number, prisons)


def test_at_least_one_comes_from_each_inspectorate_with_a_week() -> None:
    none = {"team": {"small": {"hmi_probation": [0, 0, 0]}}}
    (few,) = _said(_programme(policy=none), ofsted=3, hmic=2, cqc=1)
    assert few.endswith("has 0 from HMI Probation; 1 is the least in a small team.")
    away: dict[str, object] = none | {"phases": {"hmi_probation": []}}
    assert _said(_programme(policy=away), ofsted=3, hmic=2, cqc=1) == []


def test_a_substitute_and_the_lost_one_count_as_one() -> None:
    away = {"inspector_id": "ofsted-2", "start": monday(3, 2), "end": monday(9)}
    programme = _programme(absences=[away])
    rota = make_rota(programme, {"A1": 3}, {"A1": _team(ofsted=4, hmic=2, cqc=1, hmi_probation=1)})
    newcomer = deployment("A1", "ofsted-5").model_copy(update={"role": Role.SUBSTITUTE})
    pair = rebuilt(rota, deployments=(*rota.deployments, newcomer))
    assert list(check(programme, pair)) == []
    # Nobody is lost: the substitute is a fifth.
    (breach,) = check(_programme(), pair)
    assert breach.figures["count"] == 5


def test_stated_band_and_sizes_are_so() -> None:
    programme = _programme("medium")
    team = _team(ofsted=4, hmic=2, cqc=1, hmi_probation=1)
    rota = make_rota(programme, {"A1": 3}, {"A1": team})
    sizes = {"ofsted": 4, "hmic": 2, "cqc": 1, "hmi_probation": 1, "hmi_prisons": 0}
    right = inspection("A1", 3, band="medium", sizes=sizes)
    assert list(check(programme, rebuilt(rota, inspections=(right,)))) == []
    wrong = inspection("A1", 3, band="very_large", sizes=sizes | {"hmi_prisons": 1})
    assert _sentences(check(programme, rebuilt(rota, inspections=(wrong,)))) == [
        "The rota says that the number from HMI Prisons of Alton (A1) is 1; it is 0.",
        "The rota says that the band of Alton (A1) is very large; it is medium.",
    ]


SMALL = ("ofsted-1", "ofsted-2", "ofsted-3", "hmic-1", "hmic-2", "cqc-1", "hmi_probation-1")


def test_everybody_on_site_on_the_days_owed_keeps_it() -> None:
    programme = _programme()
    rows = attended(programme, "A1", 3, SMALL)
    assert (
        list(check(programme, make_rota(programme, {"A1": 3}, {"A1": SMALL}, attendance=rows)))
        == []
    )


def test_a_day_too_few_or_too_many_breaks_it() -> None:
    programme = _programme()
    rows = attended(programme, "A1", 3, SMALL)
    own = [row for row in rows if row.inspector_id == "hmi_probation-1"]
    few = tuple(row for row in rows if row is not own[0])
    (breach,) = check(programme, make_rota(programme, {"A1": 3}, {"A1": SMALL}, attendance=few))
    assert breach.sentence == (
        "HMI Probation 1 (hmi_probation-1) is on site in Alton (A1) on 2 days of the week of "
        "3 February 2014; 3 are owed."
    )
    assert (breach.weeks, breach.amount) == ((4,), 1)
    # Wednesday to Friday are owed: Monday and Tuesday, 2 days before each, are too many.
    many = (*rows, moved(own[0], -2), moved(own[1], -2))
    (breach,) = check(programme, make_rota(programme, {"A1": 3}, {"A1": SMALL}, attendance=many))
    assert (breach.figures, breach.amount) == ({"count": 5, "owed": 3}, 2)


@pytest.mark.parametrize(
    ("holidays", "owed"),
    [
        # A bank holiday takes off one more day: Ofsted 4 - 1, Probation 3 - 1; never below 2, so
        # Probation owes 2 of the remaining 3 days; and never above the days there are.
        (1, {"ofsted-1": 4, "ofsted-2": 3, "cqc-1": 3, "hmi_probation-1": 2}),
        (2, {"ofsted-1": 3, "ofsted-2": 2, "cqc-1": 2, "hmi_probation-1": 2}),
        (3, {"ofsted-1": 2, "ofsted-2": 2, "cqc-1": 2, "hmi_probation-1": 2}),
        (4, {"ofsted-1": 1, "ofsted-2": 1, "cqc-1": 1, "hmi_probation-1": 1}),
    ],
)
def test_bank_holidays_take_days_off(holidays: int, owed: dict[str, int]) -> None:
    days = [(monday(4, weekday), "holiday") for weekday in range(holidays)]
    programme = _programme(bank_holidays=days)
    rota = make_rota(programme, {"A1": 3}, {"A1": SMALL}, attendance=())
    found = {
        breach.inspector_ids[0]: breach.figures["owed"]
        for breach in check(programme, rota)
        if breach.weeks == (4,)
    }
    assert found | owed == found
    assert all(breach.amount == breach.figures["owed"] for breach in check(programme, rota))
    ends = {f"; {days} are owed." for days in range(2, 6)} | {"; 1 is owed."}
    assert all(said[said.index(";") :] in ends for said in _sentences(check(programme, rota)))


def test_in_a_very_large_team_all_but_the_lead_owe_one_day_fewer() -> None:
    programme = _programme("very large")
    team = _team(ofsted=4, hmic=3, cqc=2, hmi_probation=1)
    rota = make_rota(programme, {"A1": 3}, {"A1": team}, attendance=())
    week_two = {
        breach.inspector_ids[0]: breach.figures["owed"]
        for breach in check(programme, rota)
        if breach.weeks == (4,)
    }
    assert week_two == {
        "ofsted-1": 5, "ofsted-2": 3, "ofsted-3": 3, "ofsted-4": 3,
        "cqc-1": 3, "cqc-2": 3, "hmi_probation-1": 2,
    }  # fmt: skip


def test_days_of_somebody_outside_the_team_break_it() -> None:
    programme = _programme()
    rows = attended(programme, "A1", 3, (*SMALL, "cqc-2"))
    (breach,) = check(programme, make_rota(programme, {"A1": 3}, {"A1": SMALL}, attendance=rows))
    assert breach.sentence == (
        "CQC 2 (cqc-2) is on site in Alton (A1) on 4 days from 4 February 2014, without being in "
        "the team."
    )
    assert breach.amount == 4


def test_a_row_that_stands_twice_breaks_it() -> None:
    programme = _programme()
    rows = attended(programme, "A1", 3, SMALL)
    thrice = (*rows, rows[-1], rows[-1])
    (breach,) = check(programme, make_rota(programme, {"A1": 3}, {"A1": SMALL}, attendance=thrice))
    assert breach.amount == 2
    twice = (*rows, rows[-1])
    (breach,) = check(programme, make_rota(programme, {"A1": 3}, {"A1": SMALL}, attendance=twice))
    assert breach.sentence == (
        "HMI Probation 1 (hmi_probation-1) has 2 rows for 7 February 2014 in Alton (A1); one is "
        "right."
    )


def test_the_lost_ones_days_are_struck_and_the_substitute_owes_only_what_is_left() -> None:
    away = {"inspector_id": "ofsted-2", "start": monday(4), "end": monday(9)}
    programme = _programme(absences=[away])
    rota = make_rota(programme, {"A1": 3}, {"A1": SMALL})
    newcomer = deployment("A1", "ofsted-5").model_copy(update={"role": Role.SUBSTITUTE})
    rows = attended(programme, "A1", 3, (*SMALL, "ofsted-5"))
    kept = tuple(
        row
        for row in rows
        if not (row.inspector_id == "ofsted-2" and row.date >= monday(4))
        and not (row.inspector_id == "ofsted-5" and row.date < monday(4, weekday=2))
    )
    pair = rebuilt(rota, deployments=(*rota.deployments, newcomer), attendance=kept)
    assert list(check(programme, pair)) == []


def test_days_struck_without_a_substitute_are_not_owed() -> None:
    away = {"inspector_id": "ofsted-2", "start": monday(4), "end": monday(9)}
    programme = _programme(absences=[away])
    rows = attended(programme, "A1", 3, SMALL)
    kept = tuple(row for row in rows if row.inspector_id != "ofsted-2" or row.date < monday(4))
    rota = make_rota(programme, {"A1": 3}, {"A1": SMALL}, attendance=kept)
    assert list(check(programme, rota)) == []
    # Who never came owes every day.
    never = tuple(row for row in rows if row.inspector_id != "ofsted-2")
    breaches = list(check(programme, rebuilt(rota, attendance=never)))
    assert {breach.inspector_ids for breach in breaches} == {("ofsted-2",)}
