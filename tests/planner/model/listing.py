"""Every rota of a tiny programme that keeps every rule, by the checks alone.

Rotas are built inspection by inspection, and given up once they break a rule that no further
inspection can mend; whole ones face every check. The planner has no part in it.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from models.checks import CHECKS
from models.deployment import Deployment
from models.inspectorate import Inspectorate
from models.programme import Programme
from models.rota import Rota
from tests.cases.rotas import deployment, inspection

#: Rules of which no breach goes away with one inspection more; the quickest to check come first.
#: Of R1 and R16 that holds for those inspected already; R4, R6 and R9 look at all together.
LASTING = (
    "concurrency", "no_conflict", "lead", "available", "one_place", "two_weeks", "phases",
    "force_spacing", "seven_on_site", "established", "ceiling",
)  # fmt: skip
OF_ONE = ("universal", "pinned")

#: The slot and the team of one authority.
Piece = tuple[int, tuple[Deployment, ...]]

NOBODY = Rota(inspections=(), deployments=())


def pieces_of(programme: Programme, la_code: str) -> Sequence[Piece]:
    """What one authority could get, if it were alone."""
    weeks = [
        week
        for week in range(programme.weeks)
        if not _breaks(programme, _with(NOBODY, la_code, (week, ())), la_code, ("universal",))
    ]
    found: list[Piece] = []
    for piece in product(weeks, [*_teams(programme, la_code)]):
        rota = _with(NOBODY, la_code, piece)
        if not _is_lost(programme, rota) and not _breaks(programme, rota, la_code, OF_ONE):
            found.append(piece)
    return found


def _breaks(programme: Programme, rota: Rota, la_code: str, rules: Sequence[str]) -> bool:
    return any(
        la_code in breach.la_codes for rule in rules for breach in CHECKS[rule](programme, rota)
    )


def valid_rotas(programme: Programme, pieces: dict[str, Sequence[Piece]]) -> Iterator[Rota]:
    """Every rota made of these pieces in which the checks find nothing."""
    yield from _grown(programme, NOBODY, sorted(pieces), pieces)


def _grown(
    programme: Programme, rota: Rota, codes: Sequence[str], pieces: dict[str, Sequence[Piece]]
) -> Iterator[Rota]:
    if not codes:
        if not any(True for check in CHECKS.values() for _ in check(programme, rota)):
            yield rota
        return
    for piece in pieces[codes[0]]:
        grown = _with(rota, codes[0], piece)
        if len(codes) == 1 or not _is_lost(programme, grown):
            yield from _grown(programme, grown, codes[1:], pieces)


def _with(rota: Rota, la_code: str, piece: Piece) -> Rota:
    week, team = piece
    return Rota(
        inspections=(*rota.inspections, inspection(la_code, week)),
        deployments=(*rota.deployments, *team),
    )


def _is_lost(programme: Programme, rota: Rota) -> bool:
    return any(True for rule in LASTING for _ in CHECKS[rule](programme, rota))


def _teams(programme: Programme, la_code: str) -> Iterator[tuple[Deployment, ...]]:
    """Teams of every size that R4 could allow, with every lead there could be."""
    parts = [_parts(programme, la_code, body) for body in programme.bodies_at(la_code)]
    for chosen in product(*parts):
        team = [each for part in chosen for each in part]
        for lead in team:
            if programme.inspector_of[lead].inspectorate is Inspectorate.OFSTED:
                yield tuple(deployment(la_code, each, lead=each == lead) for each in team)


def _parts(programme: Programme, la_code: str, body: Inspectorate) -> Sequence[tuple[str, ...]]:
    people = [each.inspector_id for each in programme.inspectors_from.get(body, ())]
    least = programme.size_range(la_code, body, review=False).least
    most = programme.size_range(la_code, body, review=True).most
    return [part for size in range(least, most + 1) for part in combinations(people, size)]
