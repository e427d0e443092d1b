"""A draft: what a planner decides, before the whole rota is written out from it."""

from collections.abc import Mapping
from dataclasses import dataclass

from models.deployment import Role
from models.inspectorate import ON_SITE
from models.programme import Programme
from models.rota import Rota


@dataclass(frozen=True)
class Draft:
    """Slots, teams and leads by authority code; everything else in a rota follows from them.

    ``slots`` holds start weeks, ``teams`` the inspector ids on site (the lead among them, HMCPSI
    never), ``leads`` the lead's id.
    """

    slots: Mapping[str, int]
    teams: Mapping[str, frozenset[str]]
    leads: Mapping[str, str]


def draft_of(programme: Programme, rota: Rota) -> Draft:
    """The decisions in a rota; a substitute's and HMCPSI's deployments are not among them."""
    week_of = programme.calendar.week_of
    on_site = [
        each
        for each in rota.deployments
        if each.role is not Role.SUBSTITUTE
        and programme.inspector_of[each.inspector_id].inspectorate in ON_SITE
    ]
    codes = rota.inspection_of.keys()
    return Draft(
        slots={code: week_of(each.start) for code, each in rota.inspection_of.items()},
        teams={
            code: frozenset(each.inspector_id for each in on_site if each.la_code == code)
            for code in codes
        },
        leads={each.la_code: each.inspector_id for each in on_site if each.role is Role.LEAD},
    )
