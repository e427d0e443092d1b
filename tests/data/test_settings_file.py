"""programme.toml: defaults for what is left out, and the key and the line of what is wrong."""

from typing import Any

import pytest

from models.policy import GoalWeights, Policy


def test_what_is_left_out_has_its_default(good: Any, read: Any) -> None:
    programme = read({**good, "programme.toml": ""})
    assert programme.policy == Policy()
    assert programme.goals == GoalWeights()
    assert (programme.weeks, str(programme.start)) == (156, "2013-06-03")


def test_one_key_of_a_table_leaves_the_others_as_they_are(good: Any, read: Any) -> None:
    good["programme.toml"] = (
        "[policy.team.small]\nofsted = [2, 3, 4]\n[policy.on_site.days]\ncqc = 3\n"
        "[goals]\nteam = 0\n"
    )
    programme = read(good)
    small = programme.policy.team.small
    assert (small.ofsted.least, small.hmic.least) == (2, 1)
    assert (programme.policy.on_site.days.cqc, programme.policy.on_site.days.hmic) == (3, 4)
    assert (programme.goals.team, programme.goals.priority) == (0, 5)


def test_an_inspectorate_may_take_no_part(good: Any, read: Any) -> None:
    good["programme.toml"] = "[policy.phases]\nhmi_probation = []\n"
    assert read(good).policy.phases.hmi_probation == ()


@pytest.mark.parametrize(
    ("toml", "key", "line", "nearest"),
    [
        ("[policy.concurrency]\nstart_per_week = 3", "policy.concurrency.start_per_week", 2,
         "policy.concurrency.starts_per_week"),
        ("[policy.concurency]\nstarts_per_week = 3", "policy.concurency", 1, "policy.concurrency"),
        ("\n[policy]\nstarts_per_week = 3", "policy.starts_per_week", 3,
         "policy.concurrency.starts_per_week"),
        ("[polices]\n", "polices", 1, "policy"),
        ("weeks = 156", "weeks", 1, "programme.weeks"),
        ("[programme]\nbegin = 1", "programme.begin", 2, ""),
        ("[goals]\nfairnes = 1", "goals.fairnes", 2, "goals.fairness"),
    ],
)  # fmt: skip
def test_an_unknown_key_is_named_with_the_nearest(
    toml: str, key: str, line: int, nearest: str, good: Any, problems: Any
) -> None:
    (problem,) = problems({**good, "programme.toml": toml})
    assert (problem.file, problem.column, problem.row) == ("programme.toml", key, line)
    assert f"unknown key; the nearest known one is {nearest}" in problem.message


@pytest.mark.parametrize(
    ("toml", "key", "said"),
    [
        ("[policy.force]\ngap_weeks = 'four'", "policy.force.gap_weeks", "a whole number"),
        ("[policy.force]\ngap_weeks = '4'", "policy.force.gap_weeks", "a whole number"),
        ("[policy.force]\ngap_weeks = 4.5", "policy.force.gap_weeks", "a whole number"),
        ("[policy.force]\ngap_weeks = true", "policy.force.gap_weeks", "a whole number"),
        ("[policy.force]\ngap_weeks = 0", "policy.force.gap_weeks", "at least 1"),
        ("[policy.force]\ngap_weeks = [4]", "policy.force.gap_weeks", "a whole number"),
        ("[policy.seconded]\nlargest_share = 1.5", "policy.seconded.largest_share", "at most 1"),
        ("[policy.seconded]\nlargest_share = nan", "policy.seconded.largest_share", ""),
        ("[policy.seconded]\nlargest_share = 'half'", "policy.seconded.largest_share", "a number"),
        ("[policy.phases]\nofsted = [1, 3]", "policy.phases.ofsted", "at most 2"),
        ("[policy.phases]\nofsted = [2, 1]", "policy.phases", "[1, 2]"),
        ("[policy.phases]\nofsted = 1", "policy.phases.ofsted", "a list"),
        ("[policy.team.small]\nofsted = [4, 3, 4]", "policy.team.small.ofsted", "least <= target"),
        ("[policy.team.small]\nofsted = [4, 4]", "policy.team.small.ofsted", "three numbers"),
        ("[policy.team.small]\nofsted = ['a', 4, 4]", "policy.team.small.ofsted", "whole number"),
        ("[policy.bands]\nmedium = 30", "policy.bands", "never fall"),
        ("[policy.calendar]\nclosed = [['25-12', '01-01']]", "policy.calendar.closed", "12-25"),
        ("[policy.calendar]\nclosed = [['12-25']]", "policy.calendar.closed", ""),
        ("[policy.calendar]\nclosed = [2013-12-25]", "policy.calendar.closed", "a list"),
        ("policy = 3", "policy", "a table is wanted"),
        ("[policy]\nforce = 3", "policy.force", "a table is wanted"),
        ("[policy.force.gap_weeks]\nx = 1", "policy.force.gap_weeks", "not a table"),
        ("[goals]\nteam = -1", "goals.team", "at least 0"),
        ("[goals]\nteam = 'much'", "goals.team", "a whole number"),
        ("[programme]\nname = 3", "programme.name", "text in quotation marks"),
        ("[programme]\nweeks = '156'", "programme.weeks", "a whole number"),
        ("[programme]\nweeks = 1", "programme.weeks", "from 2 to 1040"),
        ("[programme]\nweeks = 100000000", "programme.weeks", "from 2 to 1040"),
        ("[programme]\nstart = '2013-06-03'", "programme.start", "without quotation marks"),
        ("[programme]\nstart = 2013-06-03T09:00:00", "programme.start", "without a time"),
        ("[programme]\nstart = 9999-12-27", "programme.start", "a year from 1900"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_named(toml: str, key: str, said: str, good: Any, problems: Any) -> None:
    (problem,) = problems({**good, "programme.toml": toml})
    assert (problem.file, problem.column) == ("programme.toml", key)
    assert said in problem.message
    assert problem.row is not None


def test_a_start_that_is_not_a_monday_is_named_with_the_mondays_around_it(
    good: Any, problems: Any
) -> None:
    (problem,) = problems({**good, "programme.toml": "[programme]\nstart = 2013-06-05"})
    assert (problem.column, problem.value) == ("programme.start", "2013-06-05")
    assert problem.message == "Wednesday; a Monday is wanted: 2013-06-03 or 2013-06-10"


def test_all_wrong_keys_are_said_at_once(good: Any, problems: Any) -> None:
    toml = "[programme]\nstart = 2013-06-05\n[policy.force]\ngap_weeks = 0\n[goals]\ntem = 1\n"
    keys = [problem.column for problem in problems({**good, "programme.toml": toml})]
    assert keys == ["programme.start", "policy.force.gap_weeks", "goals.tem"]


def test_what_is_no_toml_is_named_with_its_line(good: Any, problems: Any) -> None:
    (problem,) = problems({**good, "programme.toml": "[programme]\nweeks: 156\n"})
    assert (problem.file, problem.row) == ("programme.toml", 2)
    assert "no TOML" in problem.message


def test_the_encoding_of_the_settings_is_named_too(good: Any, problems: Any) -> None:
    toml = '[programme]\nname = "Süd"\n'.encode("cp1252")
    (problem,) = problems({**good, "programme.toml": toml})
    assert "Windows-1252" in problem.message
