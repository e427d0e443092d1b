"""Three inspections far apart, the first under way: who is lost there, and what is answered."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from models.changes import Change, ChangeKind
from models.checks import check_rota
from models.deployment import Deployment, Role
from models.differences import applied, undone
from models.programme import Programme
from models.replan import Replanned
from models.rota import Rota
from planner.assemble import whole_rota
from planner.draft import Draft
from planner.replanning import ReplanOptions, replan
from tests.cases.programmes import changed, make_programme, monday

#: People of each inspectorate: one team, and two or more at home.
HEADS = {"ofsted": 8, "hmic": 4, "cqc": 3, "hmi_probation": 3}
#: Who is at the first authority, the lead first; the others get other people where there are some.
FIRST = ("ofsted-1", "ofsted-2", "ofsted-3", "ofsted-4", "hmic-1", "hmic-2", "cqc-1",
         "hmi_probation-1")  # fmt: skip
SECOND = ("ofsted-5", "ofsted-6", "ofsted-7", "ofsted-8", "hmic-3", "hmic-4", "cqc-2",
          "hmi_probation-2")  # fmt: skip
#: The start weeks: the first inspection is under way in weeks 4 and 5.
SLOTS = {"A1": 4, "A2": 10, "A3": 16}
#: Days of the first week under way.
TUESDAY, WEDNESDAY = monday(4, 1), monday(4, 2)


def three(heads: Mapping[str, int] | None = None, **records: Any) -> Programme:
    """The programme: three small authorities, each alone in its force."""
    return make_programme(3, inspectors=heads or HEADS, weeks=24, **records)


def held(
    programme: Programme,
    slots: Mapping[str, int] | None = None,
    teams: Mapping[str, tuple[str, ...]] | None = None,
) -> Rota:
    """The baseline: the first of each team leads."""
    chosen = {"A1": FIRST, "A2": SECOND, "A3": FIRST} | dict(teams or {})
    draft = Draft(
        slots=dict(slots or SLOTS),
        teams={code: frozenset(team) for code, team in chosen.items()},
        leads={code: team[0] for code, team in chosen.items()},
    )
    return whole_rota(programme, draft)


def absent(inspector_id: str, first: date, last: date | None = None) -> Change:
    """Somebody away from ``first`` to ``last``, three weeks if that is not said."""
    end = last or first + timedelta(weeks=3)
    return Change(kind=ChangeKind.ABSENCE, inspector_id=inspector_id, start=first, end=end)


def answered(programme: Programme, baseline: Rota, today: date, *changes: Change) -> Replanned:
    """The re-plan; nothing of it is left to chance."""
    options = ReplanOptions(today=today, seconds=20, workers=1, seed="lost on site")
    return replan(programme, baseline, changes, options)


def at(rota: Rota, la_code: str, inspector_id: str) -> Deployment | None:
    """Somebody's deployment at an authority."""
    found = (x for x in rota.team_of[la_code] if x.inspector_id == inspector_id)
    return next(found, None)


def days(rota: Rota, inspector_id: str, la_code: str = "A1") -> list[date]:
    """Somebody's days on site."""
    return [x.date for x in rota.attendance_at[la_code] if x.inspector_id == inspector_id]


def gained(before: Rota, after: Rota, la_code: str = "A1") -> list[tuple[str, Role]]:
    """The (inspector, role) pairs that come new to an authority."""
    had = {(x.inspector_id, x.role) for x in before.team_of[la_code]}
    new = ((x.inspector_id, x.role) for x in after.team_of[la_code])
    return sorted(pair for pair in new if pair not in had)


def stands(baseline: Rota, answer: Replanned, today: date) -> Rota:
    """The new rota, which the checks pass and from which the next re-plan changes nothing."""
    rota = answer.result.rota
    assert rota is not None, answer.result.reasons
    assert applied(baseline, answer.differences) == rota
    assert applied(rota, undone(answer.differences)) == baseline
    assert all(each.is_proven for each in answer.tiers[:4])
    assert not [x for x in check_rota(answer.programme, rota, today) if not x.history]
    again = answered(answer.programme, rota, today)
    assert again.result.rota == rota, again.result.reasons
    assert not again.differences
    return rota


def numbers(answer: Replanned) -> list[int]:
    """The numbers of the first four tiers."""
    return [each.reached for each in answer.tiers[:4]]


def at_home(programme: Programme, *inspector_ids: str) -> Programme:
    """The programme with some people away for good."""
    away = [
        {"inspector_id": each, "start": programme.start, "end": monday(30)}
        for each in inspector_ids
    ]
    return changed(programme, absences=away)
