"""A rota pinned into a model of chosen rules, to see whether the model takes it."""

from collections.abc import Collection

from ortools.sat.python import cp_model

from models.deployment import Role
from models.inspectorate import Inspectorate
from models.programme import Programme
from models.rota import Rota
from planner.draft import Draft, draft_of
from planner.model import RotaModel
from planner.rules import RULES
from planner.scope import Scope

OFSTED = Inspectorate.OFSTED
NAMES = tuple(rule.name for rule in RULES)


def accepts(
    programme: Programme, draft: Draft, rules: Collection[str] = NAMES, *, strikes: bool = True
) -> bool:
    """Whether the model of these rules alone, pinned to the draft, has a solution."""
    chosen = [rule for rule in RULES if rule.name in rules]
    model = RotaModel(programme, Scope.whole(programme), rules=chosen, goals=(), strikes=strikes)
    model.pin(draft)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    status = solver.solve(model.cp)
    assert status in (cp_model.OPTIMAL, cp_model.FEASIBLE, cp_model.INFEASIBLE)
    return status != cp_model.INFEASIBLE


def is_sayable(programme: Programme, rota: Rota) -> bool:
    """Whether a model has words for a rota: one lead, from Ofsted, and nobody from HMCPSI."""
    draft = draft_of(programme, rota)
    if any(
        programme.inspector_of[lead].inspectorate is not OFSTED for lead in draft.leads.values()
    ):
        return False
    said = {
        (code, who, Role.LEAD if draft.leads.get(code) == who else Role.MEMBER)
        for code, team in draft.teams.items()
        for who in team
    }
    return said == {(each.la_code, each.inspector_id, each.role) for each in rota.deployments}
