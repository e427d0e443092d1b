"""Made-up inspectors, to ask what more staff would be worth."""

from collections.abc import Mapping, Sequence
from statistics import fmean

from models.altered import changed_programme
from models.inspector import Employment, Inspector
from models.inspectorate import Inspectorate
from models.programme import Programme


def with_more(programme: Programme, numbers: Mapping[Inspectorate, int]) -> Programme:
    """The programme with so many inspectors more of each inspectorate.

    They are full-time, established and never away; those from Ofsted may lead. Each lives at the
    middle of the own inspectorate's bases (of everybody's, where it has nobody yet).
    """
    made_up = [
        _made_up(programme, body, number)
        for body, count in numbers.items()
        for number in range(1, count + 1)
    ]
    return changed_programme(programme, inspectors=(*programme.inspectors, *made_up))


def _made_up(programme: Programme, body: Inspectorate, number: int) -> Inspector:
    latitude, longitude = _middle(programme.inspectors_from[body] or programme.inspectors)
    inspector_id = f"made-up-{body.value}-{number}"
    while inspector_id in programme.inspector_of:
        inspector_id = f"{inspector_id}-more"
    return Inspector(
        inspector_id=inspector_id,
        inspectorate=body,
        name=f"made-up inspector {number} of {body.title}",
        base=f"the middle of {body.title}'s bases",
        latitude=latitude,
        longitude=longitude,
        fte_percent=100,
        employment=Employment.ESTABLISHED,
        can_lead=body is Inspectorate.OFSTED,
    )


def _middle(inspectors: Sequence[Inspector]) -> tuple[float, float]:
    """The mean of latitudes and of longitudes; near enough to the middle in a small country."""
    return (
        fmean(each.latitude for each in inspectors),
        fmean(each.longitude for each in inspectors),
    )
