"""The checks: one for each rule, by plain counting, apart from everything the planner uses."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from models.breach import Breach
from models.checks import (
    available,
    ceiling,
    concurrency,
    established,
    force_first,
    force_spacing,
    lead,
    no_conflict,
    one_place,
    phases,
    pinned,
    seven_on_site,
    team_size,
    two_weeks,
    universal,
    year_quota,
)
from models.programme import Programme
from models.rota import Rota

Check = Callable[[Programme, Rota], Iterator[Breach]]

#: Each rule's check by the rule's name, in the order of problem.md.
CHECKS: Mapping[str, Check] = {
    "universal": universal.check,
    "two_weeks": two_weeks.check,
    "phases": phases.check,
    "team_size": team_size.check,
    "seven_on_site": seven_on_site.check,
    "force_first": force_first.check,
    "force_spacing": force_spacing.check,
    "concurrency": concurrency.check,
    "year_quota": year_quota.check,
    "available": available.check,
    "one_place": one_place.check,
    "no_conflict": no_conflict.check,
    "lead": lead.check,
    "established": established.check,
    "ceiling": ceiling.check,
    "pinned": pinned.check,
}


def check_rota(programme: Programme, rota: Rota, today: date | None = None) -> tuple[Breach, ...]:
    """Every breach of every rule, in the order of the rules, then by authority and inspector.

    What a rota does not state (attendance, sizes, HMCPSI activities, …) breaks nothing. With
    ``today``, a breach made only of past facts is history; without, nothing is.
    """
    found = [
        breach for check in CHECKS.values() for breach in sorted(check(programme, rota), key=_order)
    ]
    return tuple(found if today is None else (breach.seen_on(today) for breach in found))


def _order(breach: Breach) -> tuple[tuple[str, ...], tuple[str, ...], tuple[int, ...], str]:
    return breach.la_codes, breach.inspector_ids, breach.weeks, breach.sentence
