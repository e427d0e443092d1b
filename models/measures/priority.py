"""G1: inspections late on their due week."""

from models.authority import Authority
from models.counting.days import week_number
from models.programme import Programme
from models.rota import Rota


def measure(programme: Programme, rota: Rota) -> int:
    """Risk weight (1 to 4) x weeks of start past the due week, summed over authorities."""
    total = 0
    for la_code, inspection in rota.inspection_of.items():
        authority = programme.authority_of.get(la_code)
        if authority:
            late = week_number(programme, inspection.start) - due_week(programme, authority)
            total += risk_weight(programme, authority) * max(0, late)
    return total


def due_week(programme: Programme, authority: Authority) -> int:
    """The week by which an authority should start: that of its due date, or else by its grade."""
    if authority.due is not None:
        return week_number(programme, authority.due)
    grade = authority.last_grade.value if authority.last_grade else "none"
    return int(getattr(programme.policy.due_weeks, grade))


def risk_weight(programme: Programme, authority: Authority) -> int:
    """The weight of one week's lateness: the authority's own, or else by its grade."""
    if authority.risk_weight is not None:
        return authority.risk_weight
    grade = authority.last_grade.value if authority.last_grade else "none"
    return int(getattr(programme.policy.risk_weight, grade))
