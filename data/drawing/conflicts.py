"""Draws conflicts of interest that leave every authority a team to send."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from random import Random

from models.authority import Authority
from models.inspector import Conflict, Inspector
from models.inspectorate import Inspectorate

#: Of each inspectorate, how many free of conflict every authority keeps: the largest team of the
#: default policy with a force-wide review, and one to spare; and how many who may lead.
_KEPT: Mapping[Inspectorate, int] = {
    Inspectorate.OFSTED: 7,
    Inspectorate.HMIC: 5,
    Inspectorate.CQC: 4,
    Inspectorate.HMI_PROBATION: 3,
    Inspectorate.HMI_PRISONS: 2,
    Inspectorate.HMCPSI: 1,
}
_LEADS_KEPT = 3

#: How many places an inspector has a conflict with, and every how many of them is a whole force.
_PLACES = (0, 1, 1, 2, 2, 3)
_WHOLE_FORCE = 20


def draw_conflicts(
    inspectors: Sequence[Inspector], authorities: Sequence[Authority], random: Random
) -> tuple[Conflict, ...]:
    """Up to three conflicts for each inspector; one that would leave too few people is dropped."""
    free = Counter(
        (authority.la_code, group)
        for inspector in inspectors
        for group in _groups(inspector)
        for authority in authorities
    )
    return tuple(
        conflict
        for inspector in inspectors
        for conflict in _conflicts_of(inspector, authorities, random)
        if _spares(conflict, inspector, authorities, free)
    )


def _conflicts_of(
    inspector: Inspector, authorities: Sequence[Authority], random: Random
) -> Iterator[Conflict]:
    number = min(random.choice(_PLACES), len(authorities))
    for authority in random.sample(authorities, k=number):
        whole_force = random.randrange(_WHOLE_FORCE) == 0
        yield Conflict(
            inspector_id=inspector.inspector_id,
            la_code="" if whole_force else authority.la_code,
            police_force_code=authority.police_force_code if whole_force else "",
            reason="worked there",
        )


def _spares(
    conflict: Conflict,
    inspector: Inspector,
    authorities: Sequence[Authority],
    free: Counter[tuple[str, str]],
) -> bool:
    """Whether enough people stay free of conflict; if so, they are one fewer from now on."""
    places = [
        authority.la_code
        for authority in authorities
        if authority.la_code == conflict.la_code
        or authority.police_force_code == conflict.police_force_code
    ]
    taken = [(place, group) for place in places for group in _groups(inspector)]
    if any(free[place, group] <= _kept(group) for place, group in taken):
        return False
    free.subtract(taken)
    return True


def _groups(inspector: Inspector) -> tuple[str, ...]:
    body = inspector.inspectorate.value
    return (body, "leads") if inspector.may_lead else (body,)


def _kept(group: str) -> int:
    return _LEADS_KEPT if group == "leads" else _KEPT[Inspectorate(group)]
