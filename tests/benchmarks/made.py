"""Harder relatives of the national programme, made for the occasion and alike on every machine."""

from collections import defaultdict
from pathlib import Path

from data import read_programme, write_programme
from models.events import Blackout, BlackoutScope, ForceChange, Pin
from models.inspector import Inspector
from models.programme import Programme
from planner import PlanOptions, plan

#: Of so many inspectors of each inspectorate the dense programme lacks one.
ONE_IN = 10
#: One authority in so many is pinned, one inspector in so many is part-time.
PINNED, PART_TIME = 12, 3


def dense(source: Path, folder: Path) -> Path:
    """The programme with a tenth fewer inspectors of each inspectorate, into a new folder."""
    programme = read_programme(source)
    by_body: dict[str, list[Inspector]] = defaultdict(list)
    for each in sorted(programme.inspectors, key=lambda one: one.inspector_id):
        by_body[each.inspectorate.value].append(each)
    gone = {
        each.inspector_id
        for people in by_body.values()
        for each in people[: round(len(people) / ONE_IN)]
    }
    return _written(
        programme,
        folder,
        inspectors=[each for each in programme.inspectors if each.inspector_id not in gone],
        absences=[each for each in programme.absences if each.inspector_id not in gone],
        conflicts=[each for each in programme.conflicts if each.inspector_id not in gone],
    )


def hindered(source: Path, folder: Path) -> Path:
    """The programme with pins, blackouts, force-wide changes and more part-time staff."""
    programme = _with_part_time(read_programme(source))
    calendar = programme.calendar
    forces = sorted(force.police_force_code for force in programme.forces)
    changes = [
        ForceChange(police_force_code=force, introduced_on=calendar.monday(60 + 20 * number))
        for number, force in enumerate(forces[:4])
    ]
    blackouts = [
        Blackout(
            scope=BlackoutScope.FORCE,
            key=force,
            start=calendar.monday(20 + 15 * number),
            end=calendar.monday(26 + 15 * number),
        )
        for number, force in enumerate(forces[4:8])
    ]
    blackouts.append(
        Blackout(
            scope=BlackoutScope.INSPECTORATE,
            key="cqc",
            start=calendar.monday(100),
            end=calendar.monday(103),
        )
    )
    eased = _changed(programme, force_changes=changes, blackouts=blackouts)
    return _written(eased, folder, pins=_pins(eased))


def _with_part_time(programme: Programme) -> Programme:
    people = [
        each.model_copy(update={"fte_percent": 60}) if number % PART_TIME == 0 else each
        for number, each in enumerate(sorted(programme.inspectors, key=lambda x: x.inspector_id))
    ]
    return _changed(programme, inspectors=people)


def _pins(programme: Programme) -> list[Pin]:
    """Slots and leads of a rota that exists, so that the pins can all hold."""
    result = plan(programme, PlanOptions(seconds=3, seed="pins", repeatable=True))
    assert result.rota is not None
    inspections = sorted(result.rota.inspections, key=lambda each: each.la_code)
    return [
        Pin(la_code=each.la_code, start=each.start, inspector_id=each.lead)
        for each in inspections[::PINNED]
    ]


def _changed(programme: Programme, **fields: object) -> Programme:
    kept = {name: getattr(programme, name) for name in Programme.model_fields}
    return Programme(**{**kept, **fields})


def _written(programme: Programme, folder: Path, **fields: object) -> Path:
    write_programme(_changed(programme, **fields), folder)
    return folder
