"""Tiny programmes with a baseline and changes, drawn so that every tier and rule can bite."""

from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from hypothesis import strategies as st
from ortools.sat.python import cp_model

from models.changes import Change
from models.checks import check_rota
from models.folding import fold
from models.programme import Programme
from models.replan import Replanned
from models.rota import Rota
from planner.assemble import whole_rota
from planner.draft import Draft, draft_of
from planner.model import RotaModel
from planner.reader import read
from planner.replanning import ReplanOptions, replan
from planner.scope import Scope
from tests.cases.programmes import changed, merged
from tests.cases.replans import draw_changes, loses_somebody_under_way
from tests.planner.model.tiniest import draw_tiniest

#: Rotas of one programme that are listed; programmes with more are passed over.
MOST_ROTAS = 1200
#: Seconds for one re-plan, far more than any needs.
SECONDS = 20


class Asked(NamedTuple):
    """One question of a re-plan."""

    programme: Programme
    baseline: Rota
    changes: tuple[Change, ...]
    today: date
    freeze_weeks: int

    @property
    def folded(self) -> Programme:
        """The programme with the changes folded in."""
        return fold(self.programme, self.changes, self.baseline, self.today)

    def answered(self, *, repair: bool = False) -> Replanned:
        """What the planner answers."""
        options = ReplanOptions(
            today=self.today,
            freeze_weeks=self.freeze_weeks,
            seconds=SECONDS,
            workers=1,
            seed="brute force",
            repair=repair,
        )
        return replan(self.programme, self.baseline, self.changes, options)


def draw_asked(random: Random) -> Asked | None:
    """A question without losses on site; None where the draw leaves no baseline or no change."""
    programme = _with_spare_people(random, draw_tiniest(random))
    if random.random() < 0.25:
        programme = _with_concerns(random, programme)
    baseline = _baseline(random, programme)
    if baseline is None:
        return None
    today = programme.start + timedelta(days=random.randrange(21))
    if random.random() < 0.1:
        baseline = _with_one_less(random, programme, baseline, today)
    changes = draw_changes(random, programme, baseline, today)
    asked = Asked(programme, baseline, changes, today, random.choice((0, 1, 2, 3, 4)))
    if not changes or loses_somebody_under_way(asked.folded, baseline, today):
        return None
    return asked


#: Draws for Hypothesis: seeds, as for the programmes themselves.
asked_of_seeds = st.integers(0, 2**31).map(lambda seed: draw_asked(Random(seed)))


def _baseline(random: Random, programme: Programme) -> Rota | None:
    """Any rota of the programme that the checks pass, its HMCPSI activities among it."""
    model = RotaModel(programme, Scope.whole(programme), goals=())
    starts = [x for code in model.scope.free for x in model.slots.starts(code).values()]
    literals = [*starts, *(option.literal for option in model.names)]
    # Random prices make any rota the cheapest now and then.
    model.cp.minimize(sum(random.randrange(100) * literal for literal in literals))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    if solver.solve(model.cp) != cp_model.OPTIMAL:
        return None
    rota = whole_rota(programme, read(model, solver))
    return None if check_rota(programme, rota) else rota


def _with_spare_people(random: Random, programme: Programme) -> Programme:
    """The programme with more people and weeks now and then, so that changes can be met."""
    firsts = {each.inspectorate: each for each in reversed(programme.inspectors)}
    spare = [
        {**each.model_dump(), "inspector_id": f"{body.value}-9", "name": f"{body.title} 9"}
        for body, each in firsts.items()
        if random.random() < 0.5
    ]
    weeks = programme.weeks + random.choice((0, 1, 2))
    everybody = [*programme.inspectors, *spare]
    policy = merged(
        programme.policy.model_dump(),
        {"compromised": {"weeks_either_side": random.choice((0, 0, 1))}},
    )
    return changed(programme, inspectors=everybody, weeks=weeks, policy=policy)


def _with_concerns(random: Random, programme: Programme) -> Programme:
    """The programme with one or two people from HMCPSI, and a concern or none so far."""
    people = [
        {**programme.inspectors[0].model_dump(), "inspector_id": f"hmcpsi-{number}"}
        | {"inspectorate": "hmcpsi", "name": f"HMCPSI {number}", "can_lead": False}
        for number in range(1, random.choice((1, 1, 2)) + 1)
    ]
    concerns = [
        {
            "la_code": random.choice(sorted(programme.authority_of)),
            "recorded_on": programme.start + timedelta(days=random.randrange(28)),
        }
        for _ in range(random.choice((0, 1, 1)))
    ]
    policy = merged(
        programme.policy.model_dump(), {"cps": {"within_weeks": random.choice((1, 2, 3))}}
    )
    everybody = [*programme.inspectors, *people]
    return changed(programme, inspectors=everybody, cps_concerns=concerns, policy=policy)


def _with_one_less(random: Random, programme: Programme, baseline: Rota, today: date) -> Rota:
    """The baseline without one authority, where that breaks no other rule."""
    draft = draft_of(programme, baseline)
    gone = random.choice(sorted(draft.slots))
    rest = Draft(
        slots={code: week for code, week in draft.slots.items() if code != gone},
        teams={code: team for code, team in draft.teams.items() if code != gone},
        leads={code: lead for code, lead in draft.leads.items() if code != gone},
    )
    rota = whole_rota(programme, rest)
    breaches = [x for x in check_rota(programme, rota, today) if not x.history]
    return rota if all(x.rule == "universal" for x in breaches) else baseline
