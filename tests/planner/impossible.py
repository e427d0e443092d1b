"""What the tests of the arithmetic share: short names for what makes a programme impossible."""

from datetime import date, timedelta

from models.authority import Authority, EstablishmentKind
from models.deployment import Role
from models.events import Blackout, BlackoutScope, Pin
from models.inspector import Absence
from planner.arithmetic import impossibilities
from tests.planner.tiny import MONDAY, authority, establishment, programme


def week(number: int) -> date:
    return MONDAY + timedelta(weeks=number)


def away(inspector_id: str, first: int, last: int) -> Absence:
    end = week(last) + timedelta(days=4)
    return Absence(inspector_id=inspector_id, start=week(first), end=end, reason="secret")


def blackout(
    first: int, last: int, scope: BlackoutScope = BlackoutScope.NATIONAL, key: str = ""
) -> Blackout:
    end = week(last) + timedelta(days=4)
    return Blackout(scope=scope, key=key, start=week(first), end=end, reason="secret")


def said(**fields: object) -> str:
    """The one sentence for a programme that is wrong in one way."""
    (sentence,) = impossibilities(programme(**fields))
    assert "secret" not in sentence
    return sentence


def silent(**fields: object) -> bool:
    return impossibilities(programme(**fields)) == ()


def table(**changed: tuple[int, int, int]) -> dict[str, tuple[int, int, int]]:
    plain = {
        "ofsted": (3, 4, 4),
        "hmic": (1, 1, 1),
        "cqc": (1, 1, 1),
        "hmi_probation": (1, 1, 1),
    }
    return plain | changed


def very_large(**sizes: tuple[int, int, int]) -> dict[str, object]:
    """A very large authority, 25 points, with two kinds of establishment."""
    kinds = (
        EstablishmentKind.YOUNG_OFFENDER_INSTITUTION,
        EstablishmentKind.MOTHER_AND_BABY_UNIT,
    )
    return {
        "authorities": (authority("A", children_0_17=250_000),),
        "establishments": tuple(establishment("A", kind) for kind in kinds),
        "policy": {"team": {"very_large": table(**sizes)}},
    }


def many(number: int) -> tuple[Authority, ...]:
    return tuple(authority(f"A{n:02}", police_force_code=f"F{n:02}") for n in range(number))


def pinned(*inspector_ids: str, role: Role | None = None) -> tuple[Pin, ...]:
    return tuple(Pin(la_code="A", inspector_id=code, role=role) for code in inspector_ids)
