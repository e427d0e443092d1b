"""By what two rotas of different policies are measured: the goals as they are today."""

from models.altered import changed_programme
from models.programme import Programme

#: The tables of the policy that say how points are counted, and nothing but that or targets.
_VALUED = (
    "due_weeks",
    "risk_weight",
    "points",
    "bands",
    "team",
    "force_wide_review",
    "prisons",
)


def yardstick(today: Programme, changed: Programme) -> Programme:
    """The changed programme, its points counted as today.

    Weights, due weeks, risk weights, targets and G3's cap are today's: a policy that counts
    lateness less would else seem to make inspections earlier.
    """
    policy = today.policy
    cap = policy.force.even_gap_cap_weeks
    valued = {name: getattr(policy, name) for name in _VALUED}
    force = changed.policy.force.model_copy(update={"even_gap_cap_weeks": cap})
    counted = changed.policy.model_copy(update={**valued, "force": force})
    return changed_programme(changed, policy=counted, goals=today.goals)
