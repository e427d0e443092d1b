"""How much two rotas differ, counted by hand from problem.md's words alone (Re-plan)."""

from collections.abc import Collection
from datetime import date, timedelta

from models.inspectorate import Inspectorate
from models.programme import Programme
from models.rota import Rota

Four = tuple[int, int, int, int]


def four_numbers(
    programme: Programme,
    before: Rota,
    after: Rota,
    today: date,
    freeze_weeks: int,
    compromised: Collection[str] = (),
) -> Four:
    """Frozen slots, frozen deployments, slots, deployments; new authorities count in none."""
    frozen_slots = frozen_people = slots = people = 0
    for inspection in after.inspections:
        code = inspection.la_code
        if code not in before.inspection_of:
            continue
        was = before.inspection_of[code].start
        moves = was != inspection.start
        changes = sum(
            _changed(programme, before, after, code, body)
            for body in Inspectorate
            if body is not Inspectorate.HMCPSI
        )
        slots += moves
        people += changes
        soon = was < today + timedelta(days=7 * freeze_weeks)
        if was < today or (soon and code not in compromised):
            frozen_slots += moves
            frozen_people += changes
    return frozen_slots, frozen_people, slots, people


def _changed(
    programme: Programme, before: Rota, after: Rota, la_code: str, body: Inspectorate
) -> int:
    was, is_now = (
        [
            (each.inspector_id, each.role)
            for each in rota.deployments
            if each.la_code == la_code
            and programme.inspector_of[each.inspector_id].inspectorate is body
        ]
        for rota in (before, after)
    )
    lost = sum(each not in is_now for each in was)
    gained = sum(each not in was for each in is_now)
    return max(lost, gained)
