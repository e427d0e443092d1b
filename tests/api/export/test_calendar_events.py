"""What calendars say: busy periods and days on site told apart, and no name before its time."""

from datetime import date

from api.exports.calendar import EMPTY, Audience, CalendarEvent, events_of, issued, key_of_seed
from api.exports.calendar.spans import runs_of
from api.exports.share import revealed_codes
from models.programme import Programme
from models.rota import Rota


def _own(programme: Programme, rota: Rota, revealed: frozenset[str]) -> list[CalendarEvent]:
    events = events_of(programme, rota, revealed)
    return [each for each in events if each.key.audience is Audience.OWN]


def test_every_deployment_has_one_busy_period_and_its_days_on_site(
    programme: Programme, rota: Rota
) -> None:
    own = _own(programme, rota, frozenset())
    busy = {
        (each.key.la_code, each.key.inspector_id, each.start, each.end)
        for each in own
        if each.key.part == "busy-1"
    }
    assert busy == {
        (each.la_code, each.inspector_id, each.busy_from, each.busy_to) for each in rota.deployments
    }
    days = [
        (each.key.la_code, each.key.inspector_id, date.fromordinal(number))
        for each in own
        if each.key.part.startswith("site-")
        for number in range(each.start.toordinal(), each.end.toordinal() + 1)
    ]
    assert sorted(days) == sorted(
        (each.la_code, each.inspector_id, each.date) for each in rota.attendance or ()
    )


def test_follow_up_of_a_concern_is_one_event_from_monday_to_friday(
    programme: Programme, rota: Rota
) -> None:
    found = [
        (each.key.la_code, each.key.inspector_id, each.start, each.end)
        for each in _own(programme, rota, frozenset())
        if each.key.part == "follow_up-1"
    ]
    assert found == [("A4", "hmcpsi-1", date(2015, 2, 2), date(2015, 2, 6))]


def test_own_calendar_is_blocked_on_site_and_not_in_the_rest_of_the_busy_period(
    programme: Programme, rota: Rota
) -> None:
    for each in events_of(programme, rota, frozenset()):
        on_site = each.key.part.split("-")[0] in ("site", "follow_up")
        assert each.blocks is (each.key.audience is Audience.OWN and on_site)


def test_authority_is_named_to_its_inspectors_from_two_weeks_before_its_start_on(
    programme: Programme, rota: Rota
) -> None:
    start = rota.inspection_of["A3"].start
    day_before, day = (date.fromordinal(start.toordinal() - days) for days in (15, 14))
    assert "A3" not in revealed_codes(programme, rota, day_before)
    assert "A3" in revealed_codes(programme, rota, day)


def test_hidden_events_have_the_same_words_whatever_the_authority(
    programme: Programme, rota: Rota
) -> None:
    hidden = _own(programme, rota, frozenset())
    assert {each.title for each in hidden} == {"Inspection", "Busy"}
    said = "".join(each.description for each in hidden)
    for authority in programme.authorities:
        assert authority.name not in said
        assert authority.la_code not in said
    assert "Force-wide" not in said


def test_names_of_events_cannot_be_found_by_trying_every_code(
    programme: Programme, rota: Rota, calendar_key: bytes
) -> None:
    # Who has a neutral calendar can try all codes, but every name rests on the key as well.
    own = _own(programme, rota, frozenset())
    names = {each.uid for each in issued(calendar_key, EMPTY, own).events}
    others = {each.uid for each in issued(bytes(32), EMPTY, own).events}
    assert names.isdisjoint(others)


def test_names_of_events_are_all_different(
    programme: Programme, rota: Rota, calendar_key: bytes
) -> None:
    found = issued(calendar_key, EMPTY, events_of(programme, rota, frozenset())).events
    assert len({each.uid for each in found}) == len(found)


def test_key_follows_from_a_seed_that_nobody_can_guess_and_from_no_other() -> None:
    seed = "0123456789abcdef0123456789abcdef"
    key = key_of_seed(seed)
    assert key is not None
    assert len(key) == 32
    assert key == key_of_seed(seed)
    assert seed not in key.hex()
    assert key_of_seed("7") is None
    assert key_of_seed("") is None


def test_days_without_a_day_between_make_one_run() -> None:
    days = [date(2014, 3, day) for day in (3, 4, 6, 10, 11, 12)]
    assert list(runs_of(days)) == [
        (date(2014, 3, 3), date(2014, 3, 4)),
        (date(2014, 3, 6), date(2014, 3, 6)),
        (date(2014, 3, 10), date(2014, 3, 12)),
    ]
