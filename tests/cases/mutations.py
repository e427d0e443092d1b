"""Rotas one step away from a given one, each step aimed at one rule."""

from collections.abc import Mapping
from itertools import islice
from random import Random

from hypothesis import strategies as st

from models.checks import CHECKS, check_rota
from models.programme import Programme
from models.rota import Rota
from tests.cases import steps
from tests.cases.draws import draw_case

#: For each rule the steps that may break it.
AIMED_AT: Mapping[str, steps.Aim] = {
    "universal": steps.moves_to(steps.shut_weeks),
    "two_weeks": steps.other_ends,
    "phases": steps.strangers,
    "team_size": steps.drops_and_adds,
    "seven_on_site": steps.one_or_two_more,
    "force_first": steps.other_reviews,
    "force_spacing": steps.moves_to(steps.weeks_near_the_force),
    "concurrency": steps.moves_to(steps.weeks_near_others),
    "year_quota": steps.moves_to(steps.weeks_of_another_year),
    "available": steps.swaps_for(steps.is_absent_near),
    "one_place": steps.swaps_for(steps.is_busy_near),
    "no_conflict": steps.swaps_for(steps.has_conflict),
    "lead": steps.other_leads,
    "established": steps.swaps_for(steps.is_seconded),
    "ceiling": steps.swaps_for(steps.is_at_the_ceiling),
    "pinned": steps.unpinned,
}


#: Steps tried before a mutation gives up.
STEPS = 150
#: The rules of which a breach can stand in slots, teams and leads alone; those of R2 and R6 stand
#: in what a rota states besides.
DRAFT_RULES = (
    "universal", "phases", "team_size", "seven_on_site", "force_spacing", "concurrency",
    "year_quota", "available", "one_place", "no_conflict", "lead", "established", "ceiling",
    "pinned",
)  # fmt: skip

#: Cases for Hypothesis: a tiny programme with a rota that keeps every rule.
tiny_cases = st.randoms(use_true_random=False).map(lambda random: draw_case(random))


def mutate_rota(programme: Programme, rota: Rota, rule: str, random: Random) -> Rota | None:
    """A rota that breaks ``rule`` and no other, one step from ``rota``; None if none was met.

    ``rota`` keeps every rule. Steps are taken in a random order, ``STEPS`` at most.
    """
    for step in islice(AIMED_AT[rule](programme, rota, random), STEPS):
        # One check first: most steps miss, and the whole check is the dearer.
        broken = any(True for _ in CHECKS[rule](programme, step))
        if broken and {breach.rule for breach in check_rota(programme, step)} == {rule}:
            return step
    return None


def arbitrary_rota(programme: Programme, rota: Rota, random: Random, most: int = 3) -> Rota:
    """A rota at most so many random steps from ``rota``, whatever it breaks; always a draft.

    Each authority keeps one slot inside the programme, each inspector stands once in a team.
    """
    for _ in range(random.randint(0, most)):
        aimed = AIMED_AT[random.choice(DRAFT_RULES)]
        rota = next(aimed(programme, rota, random), rota)
    return rota


def draw_mixed(programme: Programme, rota: Rota, random: Random) -> Rota:
    """One third valid, one third that break one rule alone, one third arbitrary."""
    kind = random.randrange(3)
    if kind == 0:
        return rota
    if kind == 1:
        broken = mutate_rota(programme, rota, random.choice(DRAFT_RULES), random)
        return broken or rota
    return arbitrary_rota(programme, rota, random)
