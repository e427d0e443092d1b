"""A clash by plain arithmetic, where no model shows one: what arithmetic needs for its sentence.

Arithmetic that finds nothing is no proof, so every member that is left is unsettled.
"""

from typing import Any

from models.altered import changed_programme
from models.programme import Programme
from planner.arithmetic import impossibilities
from planner.conflict.judge import Limit
from planner.conflict.member import (
    RUNNING,
    SEVEN,
    STARTS,
    Members,
    coarse_groups,
    union,
)
from planner.conflict.reduced import reduced
from planner.conflict.shrink import Clash, shrink
from planner.solve import Outcome


def arithmetic_clash(programme: Programme, limit: Limit) -> Clash | None:
    """Groups of members with which arithmetic shows that there is no rota, if it does."""

    def decide(members: Members) -> Outcome:
        found = limit.left() > 0 and impossibilities(_slackened(programme, members))
        return Outcome.INFEASIBLE if found else Outcome.UNKNOWN

    groups = [frozenset(group) for group in coarse_groups(programme) if group]
    if decide(union(groups)) is not Outcome.INFEASIBLE:
        return None
    return shrink(decide, groups)


def _slackened(programme: Programme, members: Members) -> Programme:
    """The programme with the facts of some members, and limits for their rules alone."""
    held = {member.rule for member in members}
    everybody, people = len(programme.authorities), len(programme.inspectors)
    policy: dict[str, Any] = reduced(programme, members).policy.model_dump()
    if STARTS not in members:
        policy["concurrency"]["starts_per_week"] = max(1, everybody)
    if RUNNING not in members:
        policy["concurrency"]["running_per_week"] = max(1, 2 * everybody)
    if SEVEN not in members:
        policy["on_site"]["most"] = max(1, people)
    for rule, table, key, slack in (
        ("force_spacing", "force", "gap_weeks", 1),
        ("year_quota", "year_quota", "tolerance", everybody),
        ("established", "seconded", "largest_share", 1.0),
        ("ceiling", "ceiling", "deployments_per_year", 100 * everybody + 1),
        ("force_first", "force_wide_review", "extra_hmic", 0),
    ):
        if rule not in held:
            policy[table][key] = slack
    return changed_programme(reduced(programme, members), policy=policy)
