"""G4: distance from base to authority."""

from collections.abc import Collection

from models.counting.placements import teams
from models.geography import great_circle_km, halves_up
from models.inspectorate import ON_SITE, Inspectorate
from models.programme import Programme
from models.rota import Rota


def measure(programme: Programme, rota: Rota, bodies: Collection[Inspectorate] = ON_SITE) -> int:
    """Fieldwork weeks x the nearest whole number to great-circle km / 10, over deployments.

    Only those of these inspectorates count.
    """
    total = 0
    for la_code, team in teams(programme, rota).items():
        place = programme.authority_of.get(la_code)
        if place:
            for each in team:
                if each.body not in bodies:
                    continue
                home = each.inspector
                km = great_circle_km(home.latitude, home.longitude, place.latitude, place.longitude)
                total += len(each.phases) * halves_up(km / 10)
    return total
