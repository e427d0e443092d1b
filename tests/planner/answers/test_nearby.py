"""An answer near a mended rota: a whole one, never claimed to change less than the least."""

from random import Random

from models.altered import changed_programme
from models.changes import Change, ChangeKind
from models.checks import check_rota
from planner import ReplanOptions, replan
from planner.answers.nearby import better, mended, unsearched, with_nearby_answer
from planner.answers.why import pin_of
from planner.assemble import whole_rota
from planner.clock import clock_for
from planner.draft import draft_of
from planner.options import PlanOptions
from planner.replanning.replan import answer
from tests.cases.draws import draw_case
from tests.cases.programmes import monday


def test_an_answer_near_a_mended_rota_keeps_every_rule_and_changes_no_less_than_the_least() -> None:
    found = 0
    for seed in range(14):
        random = Random(seed)
        programme, drawn = draw_case(random)
        rota = whole_rota(programme, draft_of(programme, drawn))
        code = random.choice(sorted(programme.authority_of))
        pin = pin_of(code, monday(random.choice(programme.open_starts[code])), "")
        change = Change(kind=ChangeKind.PIN, **pin.model_dump())
        options = ReplanOptions(today=programme.start, freeze_weeks=0, workers=1, seed="one")
        least = replan(programme, rota, [change], options)
        pinned = changed_programme(programme, pins=(*programme.pins, pin))
        clock = clock_for(PlanOptions(seconds=2), len(programme.authorities))
        near = mended(pinned, rota, "one", clock) if least.result.rota else None
        if near is None:
            continue
        run = unsearched(programme, rota, change, options, clock, "one")
        nearby = with_nearby_answer(run, near, clock, 1)
        told = answer(nearby, [change])
        assert told.result.rota is not None
        assert check_rota(pinned, told.result.rota) == ()
        numbers = [tier.reached for tier in told.tiers[:4]]
        assert numbers >= [tier.reached for tier in least.tiers[:4]]
        assert [tier.least for tier in told.tiers[:4]] <= [x.reached for x in least.tiers[:4]]
        assert better(run, nearby) == better(nearby, run)
        found += 1
    assert found > 4
