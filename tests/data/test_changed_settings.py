"""Settings changed by key: the value as TOML has it, and what is wrong said of the key."""

from datetime import date
from pathlib import Path

import pytest

from data import read_programme, write_programme
from data.changed_settings import change_settings
from data.problems import DataProblems
from models.programme import Programme
from models.tables import settings, toml_value
from tests.cases.programmes import make_programme


@pytest.fixture(scope="module")
def programme() -> Programme:
    return make_programme(2)


def test_a_setting_has_the_new_value_and_all_else_stays(programme: Programme) -> None:
    changed = change_settings(programme, {"policy.concurrency.starts_per_week": "4"})
    assert changed.policy.concurrency.starts_per_week == 4
    before, after = dict(settings(programme)), dict(settings(changed))
    assert {key for key in before if before[key] != after[key]} == {
        "policy.concurrency.starts_per_week"
    }
    assert changed.authorities == programme.authorities


def test_every_setting_can_be_set_to_what_it_is(programme: Programme) -> None:
    texts = {key: toml_value(value) for key, value in settings(programme)}
    assert len(texts) > 60
    assert dict(settings(change_settings(programme, texts))) == dict(settings(programme))


def test_lists_dates_text_and_tables_are_taken(programme: Programme) -> None:
    changed = change_settings(
        programme,
        {
            "policy.phases.hmi_probation": "[]",
            "programme.name": '"another"',
            "policy.team.small.cqc": "[1, 1, 2]",
            "policy.on_site.days": "{ ofsted = 3, cqc = 2 }",
        },
    )
    assert changed.policy.phases.hmi_probation == ()
    assert changed.name == "another"
    assert changed.policy.team.small.cqc.most == 2
    days = changed.policy.on_site.days
    assert (days.ofsted, days.cqc, days.hmic) == (3, 2, 4)


@pytest.mark.parametrize(
    ("key", "text", "said"),
    [
        ("policy.concurency.starts_per_week", "4", "the nearest known one is policy.concurrency"),
        ("policy.concurrency.starts_per_week", "four", "as TOML writes it"),
        ("policy.concurrency.starts_per_week", "0", "at least 1 is wanted"),
        ("policy.concurrency.starts_per_week", "4\n[goals]\nteam = 1", "as TOML writes it"),
        ("policy.concurrency.starts_per_week", "", "as TOML writes it"),
        ("policy.concurrency", "4", "a table is wanted here"),
        ("goals.team", "true", "a whole number is wanted"),
        ("programme.start", "2013-06-04", "a Monday is wanted"),
        ("goals team", "4", "a dotted key is wanted"),
    ],
)
def test_what_is_wrong_is_said_of_its_key(
    programme: Programme, key: str, text: str, said: str
) -> None:
    with pytest.raises(DataProblems) as refused:
        change_settings(programme, {key: text})
    assert said in str(refused.value)
    assert key.split(".")[0] in str(refused.value)


def test_everything_wrong_is_said_at_once(programme: Programme) -> None:
    with pytest.raises(DataProblems) as refused:
        change_settings(programme, {"goals.team": "-1", "programme.weeks": "1", "goals.tem": "1"})
    assert len(refused.value.problems) >= 2


def test_englands_bank_holidays_follow_a_longer_programme_and_a_list_of_ones_own_does_not(
    programme: Programme, tmp_path: Path
) -> None:
    write_programme(programme, tmp_path / "own")
    (tmp_path / "own" / "bank_holidays.csv").unlink()
    england = read_programme(tmp_path / "own")
    assert date(2021, 5, 3) not in dict(england.bank_holidays)
    longer = change_settings(england, {"programme.weeks": "416"})
    assert date(2021, 5, 3) in dict(longer.bank_holidays)
    assert change_settings(programme, {"programme.weeks": "416"}).bank_holidays == ()
