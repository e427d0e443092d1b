"""Every rota of a tiny programme that agrees with the past, by the checks alone.

What has begun before today stands: its slot, and the parts of the inspectorates whose first week
has begun. Everything else may be anything from today on. The planner has no part in it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import combinations, product

from models.breach import Breach
from models.checks import CHECKS
from models.counting.concerns import open_mondays
from models.deployment import CpsActivity, Deployment, Role
from models.inspectorate import Inspectorate
from models.programme import Programme
from models.rota import Rota
from tests.cases.rotas import deployment, inspection, rebuilt
from tests.planner.model.listing import LASTING, NOBODY, OF_ONE, Piece

#: Those of the lasting rules that can bite where there is but one inspection.
ALONE = tuple(rule for rule in LASTING if rule != "force_spacing")
#: An authority's HMCPSI activity, its Monday and its inspector.
Place = tuple[str, date, str]
Part = tuple[Deployment, ...]


@dataclass(frozen=True)
class Ahead:
    """What a programme with its changes folded in leaves open of a baseline on a day."""

    programme: Programme
    baseline: Rota
    today: date

    @cached_property
    def pieces(self) -> Mapping[str, Sequence[Piece]]:
        """What each authority could get from today on, if it were alone."""
        return {
            code: [each for each in self._everything(code) if not self._is_refused(code, each)]
            for code in sorted(self.programme.authority_of)
        }

    def rotas(self) -> Iterator[Rota]:
        """Every rota made of the pieces in which the checks find nothing but history."""
        yield from self._grown(NOBODY, sorted(self.pieces))

    def can_follow_up(self, rota: Rota) -> bool:
        """Whether every concern can have its HMCPSI activity; those before today stand."""
        programme, today = self.programme, self.today
        past = sorted(x for x in map(_place, self.baseline.cps_activities or ()) if x[1] < today)
        people = [each.inspector_id for each in programme.inspectors_from[Inspectorate.HMCPSI]]
        options = [
            product([each.la_code], open_mondays(programme, rota, each), people)
            for each in programme.cps_concerns
        ]
        return any(
            not self._breaks(_following_up(rota, chosen), tuple(CHECKS))
            for chosen in product(*options)
            if sorted(each for each in chosen if each[1] < today) == past
        )

    def _everything(self, la_code: str) -> Iterator[Piece]:
        calendar, before = self.programme.calendar, self.baseline.inspection_of.get(la_code)
        if before is None or before.start >= self.today:
            mondays = [(week, calendar.monday(week)) for week in range(self.programme.weeks)]
            weeks = [week for week, monday in mondays if monday >= self.today]
            yield from product(weeks, self._teams(la_code, {}))
            return
        stands = {
            body: self._part_of(la_code, body)
            for body in self.programme.bodies_at(la_code)
            if not is_ahead(self.programme, before.start, body, self.today)
        }
        yield from product([calendar.week_of(before.start)], self._teams(la_code, stands))

    def _part_of(self, la_code: str, body: Inspectorate) -> Part:
        return tuple(
            deployment(la_code, each.inspector_id, lead=each.role is Role.LEAD)
            for each in self.baseline.team_of.get(la_code, ())
            if self.programme.inspector_of[each.inspector_id].inspectorate is body
        )

    def _teams(self, la_code: str, stands: Mapping[Inspectorate, Part]) -> Iterator[Part]:
        """Teams of every size that R4 could allow, those who stand among them."""
        parts = [
            [stands[body]] if body in stands else [*self._parts(la_code, body)]
            for body in self.programme.bodies_at(la_code)
        ]
        for chosen in product(*parts):
            yield tuple(each for part in chosen for each in part)

    def _parts(self, la_code: str, body: Inspectorate) -> Iterator[Part]:
        """One inspectorate's part in every size, with every lead there could be."""
        people = [each.inspector_id for each in self.programme.inspectors_from.get(body, ())]
        least = self.programme.size_range(la_code, body, review=False).least
        most = self.programme.size_range(la_code, body, review=True).most
        for size in range(least, most + 1):
            for part in combinations(people, size):
                leads = part if body is Inspectorate.OFSTED else (None,)
                for lead in leads:
                    yield tuple(deployment(la_code, each, lead=each == lead) for each in part)

    def _grown(self, rota: Rota, codes: Sequence[str]) -> Iterator[Rota]:
        if not codes:
            if not self._breaks(rota, tuple(CHECKS)):
                yield rota
            return
        for piece in self.pieces[codes[0]]:
            grown = _with(rota, codes[0], piece)
            if len(codes) == 1 or not self._breaks(grown, LASTING):
                yield from self._grown(grown, codes[1:])

    def _is_refused(self, la_code: str, piece: Piece) -> bool:
        rota = _with(NOBODY, la_code, piece)
        own = (each for rule in OF_ONE for each in self._refusing(rota, rule))
        return any(la_code in each.la_codes for each in own) or self._breaks(rota, ALONE)

    def _breaks(self, rota: Rota, rules: Sequence[str]) -> bool:
        return any(True for rule in rules for _ in self._refusing(rota, rule))

    def _refusing(self, rota: Rota, rule: str) -> Iterator[Breach]:
        """The breaches that are no history."""
        for breach in CHECKS[rule](self.programme, rota):
            if not breach.seen_on(self.today).history:
                yield breach


def is_ahead(programme: Programme, start: date, body: Inspectorate, today: date) -> bool:
    """Whether an inspectorate's part may still change: none of its own weeks has begun."""
    first = programme.policy.phase(body)[0]
    return start >= today or start + timedelta(weeks=first - 1) >= today


def _with(rota: Rota, la_code: str, piece: Piece) -> Rota:
    week, team = piece
    return Rota(
        inspections=(*rota.inspections, inspection(la_code, week)),
        deployments=(*rota.deployments, *team),
    )


def _place(activity: CpsActivity) -> Place:
    return activity.la_code, activity.start, activity.inspector_id


def _following_up(rota: Rota, chosen: Sequence[Place]) -> Rota:
    activities = tuple(
        CpsActivity(la_code=code, inspector_id=who, start=start)
        for code, start, who in sorted(chosen)
    )
    return rebuilt(rota, cps_activities=activities)
