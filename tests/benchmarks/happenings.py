"""What happens to a baseline in the benchmark: changes that each hit something."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from models.deployment import Deployment
from models.inspectorate import Inspectorate
from models.programme import Programme
from models.rota import Rota

Row = Mapping[str, str]
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)


@dataclass(frozen=True)
class Happening:
    """The changes of one re-plan as rows of changes.csv, and the day on which it is asked."""

    today: date
    rows: tuple[Row, ...]


class Draws:
    """Draws for one programme and its baseline; the same for the same seed."""

    def __init__(self, programme: Programme, baseline: Rota, seed: int) -> None:
        self.programme, self.baseline, self.random = programme, baseline, Random(seed)
        last = programme.calendar.monday(programme.weeks - 10)
        self.deployed = sorted(
            (each for each in baseline.deployments if each.role.value != "substitute"),
            key=lambda each: (each.la_code, each.inspector_id),
        )
        self.starts = {x.la_code: x.start for x in baseline.inspections if x.start < last}
        self.deployed = [each for each in self.deployed if each.la_code in self.starts]

    def absence(self) -> Happening:
        """Somebody deployed is away for one to four weeks, days of the inspection among them."""
        each = self.random.choice(self.deployed)
        start = self.first_week(each) + self.random.randrange(5) * DAY
        return Happening(self.before(each.la_code), (self.away(each.inspector_id, start),))

    def whole_body(self, body: Inspectorate) -> Happening:
        """Everybody of an inspectorate is away while one of its inspections needs somebody."""
        known = self.programme.inspector_of
        theirs = [x for x in self.deployed if known[x.inspector_id].inspectorate is body]
        each = self.random.choice(theirs)
        start, weeks = self.first_week(each), self.random.randint(1, 4)
        people = [each.inspector_id for each in self.programme.inspectors_from[body]]
        rows = tuple(self.away(person, start, weeks) for person in people)
        return Happening(self.before(each.la_code), rows)

    def blackout(self, *, of_force: bool, weeks: int) -> Happening:
        """A blackout of an authority or its force, from the week before its inspection on."""
        forces = list(self._forces(least=1))
        code = self.random.choice(self.random.choice(forces))
        force = self.programme.authority_of[code].police_force_code
        key = {"police_force_code": force} if of_force else {"la_code": code}
        start = self.starts[code]
        end = start + weeks * WEEK - 3 * DAY
        row = {"kind": "blackout", **key, "start": str(start), "end": str(end)}
        return Happening(self.before(code), (row,))

    def leaver(self) -> Happening:
        """Somebody with deployments ahead leaves for good."""
        each = self.random.choice(self.deployed)
        start = max(self.first_week(each) - WEEK, self.programme.start)
        row = {"kind": "leaver", "inspector_id": each.inspector_id, "start": str(start)}
        return Happening(self.before(each.la_code), (row,))

    def three(self) -> Happening:
        """An absence, a conflict of interest and a compromised authority at once."""
        absence = self.absence()
        ahead = [x for x in self.deployed if self.starts[x.la_code] > absence.today + WEEK]
        each, other = self.random.choice(ahead), self.random.choice(ahead)
        conflict = {"kind": "conflict", "inspector_id": each.inspector_id, "la_code": each.la_code}
        known = {"kind": "compromised", "la_code": other.la_code}
        return Happening(absence.today, (*absence.rows, conflict, known))

    def lost(self) -> Happening:
        """Somebody on site falls out from the middle of an inspection's first week on."""
        known, body = self.programme.inspector_of, Inspectorate.OFSTED
        ofsted = [x for x in self.deployed if known[x.inspector_id].inspectorate is body]
        each = self.random.choice(ofsted)
        today = self.starts[each.la_code] + 2 * DAY
        return Happening(today, (self.away(each.inspector_id, today + DAY),))

    def deferral(self) -> Happening:
        """The first inspection of a force with several is deferred behind the next one."""
        codes = self.random.choice(list(self._forces(least=3)))
        code, following = codes[0], codes[1]
        start = self.starts[following] + WEEK
        row = {"kind": "deferral", "la_code": code, "start": str(start)}
        return Happening(self.before(code), (row,))

    def before(self, la_code: str) -> date:
        """A day up to four weeks before an inspection, in the programme."""
        day = self.starts[la_code] - self.random.randint(1, 28) * DAY
        return max(day, self.programme.start)

    def first_week(self, deployment: Deployment) -> date:
        """The Monday of the first week of fieldwork."""
        body = self.programme.inspector_of[deployment.inspector_id].inspectorate
        phase = self.programme.policy.phase(body)[0]
        return self.starts[deployment.la_code] + (phase - 1) * WEEK

    def away(self, inspector_id: str, start: date, weeks: int | None = None) -> Row:
        """An absence of so many weeks, one to four if that is not said."""
        end = start + (weeks or self.random.randint(1, 4)) * WEEK - DAY
        days = {"start": str(start), "end": str(end)}
        return {"kind": "absence", "inspector_id": inspector_id, **days}

    def _forces(self, least: int) -> Iterator[list[str]]:
        """The authorities of each force that has so many, by their starts."""
        for _, members in sorted(self.programme.authorities_in.items()):
            codes = sorted((x for x in members if x in self.starts), key=lambda x: self.starts[x])
            if len(codes) >= least:
                yield codes
