"""G4: distance from base to authority."""

from models.counting.placements import teams
from models.geography import great_circle_km, halves_up
from models.programme import Programme
from models.rota import Rota


def measure(programme: Programme, rota: Rota) -> int:
    """Fieldwork weeks x the nearest whole number to great-circle km / 10, over deployments."""
    total = 0
    for la_code, team in teams(programme, rota).items():
        place = programme.authority_of.get(la_code)
        if place:
            for each in team:
                home = each.inspector
                km = great_circle_km(home.latitude, home.longitude, place.latitude, place.longitude)
                total += len(each.phases) * halves_up(km / 10)
    return total
