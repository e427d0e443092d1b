"""R8: so many starts in a week, so many inspections running in a week."""

from models.checks.concurrency import check
from tests.cases.programmes import make_programme, monday
from tests.cases.rotas import inspection, make_rota, rebuilt


def test_three_starts_in_a_week_keep_the_rule_and_four_break_it() -> None:
    programme = make_programme(4)
    three = {"A1": 2, "A2": 2, "A3": 2, "A4": 4}
    assert list(check(programme, make_rota(programme, three))) == []
    (breach,) = check(programme, make_rota(programme, three | {"A4": 2}))
    assert breach.sentence == (
        "4 inspections start in the week of 20 January 2014: Alton (A1), Burley (A2), Corby (A3) "
        "and Dunley (A4); 3 is the most."
    )
    assert breach.la_codes == ("A1", "A2", "A3", "A4")
    assert (breach.weeks, breach.amount, breach.last_day) == ((2,), 1, monday(2))


def test_five_running_in_a_week_keep_it_and_six_break_it() -> None:
    programme = make_programme(6)
    # Three start in week 2 and two in week 3, when all five are running.
    five = {"A1": 2, "A2": 2, "A3": 2, "A4": 3, "A5": 3, "A6": 5}
    assert list(check(programme, make_rota(programme, five))) == []
    (breach,) = check(programme, make_rota(programme, five | {"A6": 3}))
    assert breach.sentence == (
        "6 inspections are running in the week of 27 January 2014: Alton (A1), Burley (A2), "
        "Corby (A3), Dunley (A4), Elmby (A5) and Farley (A6); 5 is the most."
    )
    assert (breach.weeks, breach.amount, breach.last_day) == ((3,), 1, monday(3))


def test_two_weeks_apart_are_never_running_together() -> None:
    programme = make_programme(6)
    slots = {"A1": 2, "A2": 2, "A3": 2, "A4": 4, "A5": 4, "A6": 4}
    assert list(check(programme, make_rota(programme, slots))) == []


def test_both_numbers_are_policy() -> None:
    one = {"concurrency": {"starts_per_week": 1, "running_per_week": 1}}
    programme = make_programme(3, policy=one)
    assert list(check(programme, make_rota(programme, {"A1": 2, "A2": 4, "A3": 6}))) == []
    breaches = list(check(programme, make_rota(programme, {"A1": 2, "A2": 2, "A3": 3})))
    # Week 2: two start and two run; week 3: all three run.
    said = [(breach.sentence.split()[1:3], breach.weeks, breach.amount) for breach in breaches]
    assert said == [
        (["inspections", "start"], (2,), 1),
        (["inspections", "are"], (2,), 1),
        (["inspections", "are"], (3,), 2),
    ]


def test_every_row_counts_whichever_authority_it_is_of() -> None:
    programme = make_programme(1)
    rota = make_rota(programme, {"A1": 2})
    rows = [inspection(code, 2) for code in ("E97", "E98", "E99")]
    (breach,) = check(programme, rebuilt(rota, inspections=(*rota.inspections, *rows)))
    assert breach.figures == {"count": 4, "most": 3}
