"""G2: teams below target."""

from collections.abc import Collection

from models.counting.forces import reviews_owed
from models.counting.placements import teams
from models.inspectorate import ON_SITE, Inspectorate
from models.programme import Programme
from models.rota import Rota


def measure(programme: Programme, rota: Rota, bodies: Collection[Inspectorate] = ON_SITE) -> int:
    """Inspectors short of the target, summed over inspections and these inspectorates.

    A force-wide review raises HMIC's target; a substitute and the one lost count as one.
    """
    reviews = reviews_owed(programme, rota)
    total = 0
    for la_code, team in teams(programme, rota).items():
        if la_code not in programme.authority_of:
            continue
        for body in bodies:
            people = {x.inspector_id for x in team if x.body is body and not x.stands_in}
            target = programme.size_range(la_code, body, review=la_code in reviews).target
            total += max(0, target - len(people))
    return total
