"""How little a re-plan changes, counted from the two rotas alone (Re-plan)."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date, timedelta

from models.deployment import Role
from models.inspectorate import Inspectorate
from models.programme import Programme
from models.rota import Rota

_Pairs = Mapping[tuple[str, str], set[tuple[str, Role]]]


def numbers_of_tiers(
    programme: Programme,
    before: Rota,
    after: Rota,
    today: date,
    freeze_weeks: int,
    unfrozen: Collection[str] = (),
) -> tuple[int, int, int, int]:
    """Frozen slots moved, frozen deployments changed, slots moved, deployments changed.

    Only authorities that both rotas have count. A change of deployment is counted per inspection
    and inspectorate, HMCPSI aside: the larger of the (inspector, role) pairs lost and gained. What
    starts before the freeze's end is frozen, and so is what is left of an inspection under way;
    ``unfrozen`` are those that are ahead and free of the freeze, since their date may be known.
    """
    until = today + timedelta(weeks=freeze_weeks)
    both = before.inspection_of.keys() & after.inspection_of.keys() & programme.authority_of.keys()
    frozen = {
        code
        for code in both
        if (start := before.inspection_of[code].start) < until
        and (start < today or code not in unfrozen)
    }
    moved = [
        code for code in both if before.inspection_of[code].start != after.inspection_of[code].start
    ]
    had, has = _pairs(programme, before), _pairs(programme, after)
    changed: dict[str, int] = defaultdict(int)
    for place in had.keys() | has.keys():
        was, is_now = had.get(place, set()), has.get(place, set())
        if place[0] in both:
            changed[place[0]] += max(len(was - is_now), len(is_now - was))
    return (
        sum(code in frozen for code in moved),
        sum(number for code, number in changed.items() if code in frozen),
        len(moved),
        sum(changed.values()),
    )


def _pairs(programme: Programme, rota: Rota) -> _Pairs:
    """The (inspector, role) pairs of each inspectorate at each authority."""
    found: dict[tuple[str, str], set[tuple[str, Role]]] = defaultdict(set)
    for each in rota.deployments:
        known = programme.inspector_of.get(each.inspector_id)
        body = known.inspectorate if known else each.inspectorate
        if body is not Inspectorate.HMCPSI:
            found[each.la_code, body.value if body else ""].add((each.inspector_id, each.role))
    return found
