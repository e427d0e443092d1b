"""Tiny programmes for the tests of this room: only what a test says differs from the plainest."""

from datetime import date
from typing import Any

from models.authority import Authority, AuthorityType, Establishment, EstablishmentKind, Force
from models.inspector import Employment, Inspector
from models.inspectorate import ON_SITE, Inspectorate
from models.programme import Programme

MONDAY = date(2013, 6, 3)


def authority(la_code: str, **fields: Any) -> Authority:
    """A small unitary authority of the force "F"."""
    plain = {
        "la_code": la_code,
        "name": f"Authority {la_code}",
        "la_type": AuthorityType.UNITARY,
        "region": "Region",
        "police_force_code": "F",
        "latitude": 52.0,
        "longitude": -1.0,
        "children_0_17": 20_000,
        "deprived_fifth": False,
    }
    return Authority(**plain | fields)


def force(code: str) -> Force:
    return Force(police_force_code=code, name=f"Force {code}")


def establishment(la_code: str, kind: EstablishmentKind) -> Establishment:
    return Establishment(establishment=f"{kind} in {la_code}", kind=kind, la_code=la_code)


def inspector(inspector_id: str, body: Inspectorate, **fields: Any) -> Inspector:
    """A full-time, established inspector who may lead if from Ofsted."""
    plain = {
        "inspector_id": inspector_id,
        "inspectorate": body,
        "name": f"Inspector {inspector_id}",
        "base": "Base",
        "latitude": 52.0,
        "longitude": -1.0,
        "fte_percent": 100,
        "employment": Employment.ESTABLISHED,
        "can_lead": body is Inspectorate.OFSTED,
    }
    return Inspector(**plain | fields)


def inspectors(**numbers: int) -> tuple[Inspector, ...]:
    """So many inspectors of each inspectorate: ``inspectors(ofsted=4, hmic=1)``."""
    return tuple(
        inspector(f"{word}-{number}", Inspectorate(word))
        for word, count in numbers.items()
        for number in range(1, count + 1)
    )


def staffed(number: int) -> tuple[Inspector, ...]:
    """``number`` inspectors of each inspectorate that works in the two weeks."""
    return inspectors(**dict.fromkeys((body.value for body in ON_SITE), number))


def programme(**fields: Any) -> Programme:
    """One small authority, "A", eight open weeks, people enough; no bank holidays."""
    plain: dict[str, Any] = {
        "start": MONDAY,
        "weeks": 8,
        "authorities": (authority("A"),),
        "inspectors": staffed(8),
    }
    whole = plain | fields
    codes = sorted({each.police_force_code for each in whole["authorities"]})
    return Programme(**{"forces": tuple(force(code) for code in codes)} | whole)
