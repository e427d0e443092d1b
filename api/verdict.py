"""What the checks say of a rota as it was given, its missing attendance solved for."""

from datetime import date

from models.breach import Breach
from models.checks import check_rota
from models.programme import Programme
from models.rota import Rota


def verdict_on(
    programme: Programme, rota: Rota, today: date | None = None
) -> tuple[Rota, tuple[Breach, ...]]:
    """The rota with its attendance, and every breach of every rule.

    Where some team fits no attendance, the rota is judged without any: the checks then name that
    team (R5), and nobody is blamed for days that could not be had.
    """
    if rota.attendance is not None:
        return rota, check_rota(programme, rota, today)
    # Here, not above: the planner brings the solver along, which a whole rota can do without.
    from planner.attendance import fill_attendance

    filled, misfits = fill_attendance(programme, rota)
    return filled, check_rota(programme, rota if misfits else filled, today)
