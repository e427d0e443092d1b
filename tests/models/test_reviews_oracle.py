"""Force-wide reviews against an oracle written anew from the words of R6 (§31)."""

from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from models.counting.forces import reviews_owed
from models.events import ForceChange
from models.force_outlook import force_outlooks
from models.inspection import Inspection, Review
from models.programme import Programme
from models.reviews import first_after, reviews_of
from models.rota import Rota
from tests.planner.tiny import MONDAY, authority, programme

CASES = 1_000
WEEKS = 30


class Row(NamedTuple):
    """An inspection as the oracle sees it: a code, a force, a day."""

    code: str
    force: str
    start: date


def draw(random: Random) -> tuple[Programme, dict[str, int], list[Row]]:
    """Up to nine authorities in up to three forces, some without a slot, many starts tied."""
    places = {f"A{n}": random.choice("FGH") for n in range(random.randint(1, 9))}
    changes = tuple(
        ForceChange(
            police_force_code=random.choice(sorted(set(places.values()))),
            introduced_on=MONDAY + timedelta(days=random.randint(-20, 7 * WEEKS + 20)),
            recorded_on=random.choice(
                [None, MONDAY + timedelta(days=random.randint(-20, 7 * WEEKS + 20))]
            ),
        )
        for _ in range(random.randint(0, 6))
    )
    asked = programme(
        authorities=tuple(authority(code, police_force_code=places[code]) for code in places),
        weeks=WEEKS,
        force_changes=changes,
    )
    few = random.choice([3, WEEKS - 1])
    slots = {code: random.randrange(few) for code in places if random.random() < 0.85}
    rows = [Row(code, places[code], MONDAY + timedelta(weeks=slots[code])) for code in slots]
    return asked, slots, rows


def oracle(rows: list[Row], changes: tuple[ForceChange, ...]) -> dict[str, str]:
    """R6 word for word; of two starts on one day the lower code is taken as the earlier."""
    said: dict[str, str] = {}
    for change in changes:
        day = change.introduced_on
        if change.recorded_on is not None and change.recorded_on > day:
            day = change.recorded_on
        later = [r for r in rows if r.force == change.police_force_code and r.start >= day]
        if later:
            said[min(later, key=lambda row: (row.start, row.code)).code] = "change"
    for row in rows:
        earlier = [
            o for o in rows if o.force == row.force and (o.start, o.code) < (row.start, row.code)
        ]
        if not earlier:
            said[row.code] = "first"
    return said


def rota_of(rows: list[Row]) -> Rota:
    inspections = tuple(Inspection(la_code=row.code, start=row.start) for row in rows)
    return Rota(inspections=inspections, deployments=())


def test_reviews_agree_with_the_words_of_r6_on_a_thousand_drawn_cases() -> None:
    random, carried, none_left, tied = Random("R6"), 0, 0, 0
    for _ in range(CASES):
        asked, slots, rows = draw(random)
        wanted = oracle(rows, asked.force_changes)
        assert reviews_of(asked, slots) == wanted
        assert reviews_owed(asked, rota_of(rows)) == wanted
        carried += Review.CHANGE in wanted.values()
        none_left += any(not first_after(asked, slots, each) for each in asked.force_changes)
        tied += len({(row.force, row.start) for row in rows}) < len(rows)
    assert min(carried, none_left, tied) > CASES // 10


def test_an_outlook_names_whoever_the_words_of_r6_name_once_the_change_is_recorded() -> None:
    random, taken_over = Random("outlook"), 0
    for _ in range(CASES // 4):
        asked, _, rows = draw(random)
        change = ForceChange(
            police_force_code=random.choice(sorted(asked.authorities_in)),
            introduced_on=MONDAY + timedelta(days=random.randint(-20, 7 * WEEKS + 20)),
        )
        (outlook,) = force_outlooks(asked, rota_of(rows), [change])
        before = oracle(rows, asked.force_changes)
        after = oracle(rows, (*asked.force_changes, change))
        new = set(after) - set(before)
        assert set(before) <= set(after)
        assert new == ({outlook.la_code} if outlook.la_code and not outlook.already else set())
        assert outlook.already == before.get(outlook.la_code, "")
        taken_over += bool(new)
    assert taken_over > 10
