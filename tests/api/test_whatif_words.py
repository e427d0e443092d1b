"""What-ifs in sentences: a claim only where all runs agree, and how likely that is by chance."""

from api.whatif_words import whatif_json, whatif_lines
from models.answers import WhatIf, Worth


def answer(after: tuple[int, ...], **fields: object) -> WhatIf:
    today = (100, 110, 120, 130, 140)
    plain: dict[str, object] = {
        "runs": 5,
        "seconds": 1,
        "from_rota": True,
        "recounted": False,
        "total": Worth(goal="total", today=today[: len(after)], changed=after),
        "goals": (Worth(goal="team", today=today[: len(after)], changed=after),),
    }
    return WhatIf.model_validate(plain | fields)


def text(told: WhatIf) -> str:
    return "\n".join(whatif_lines(told))


def test_a_difference_that_all_runs_agree_on_is_claimed_with_its_span_and_the_odds() -> None:
    said = text(answer((99, 108, 117, 129, 139)))
    assert "Total: better in all 5 runs, by 1 to 3 points" in said
    assert "120 (100 to 140) as it is, 117 (99 to 139) with the change" in said
    # Five fair coins all fall the same way in 2 of 32 throws.
    assert "By chance alone all 5 runs agree on a line once in 16." in said


def test_a_difference_that_one_run_denies_is_not_claimed() -> None:
    said = text(answer((99, 108, 117, 129, 141)))
    assert "no difference that 5 runs agree on" in said
    assert "better" not in said
    assert "By chance" not in said


def test_no_difference_at_all_is_said_to_be_none() -> None:
    assert "no difference in any run: 120 (100 to 140)" in text(answer((100, 110, 120, 130, 140)))


def test_runs_that_were_not_all_made_claim_nothing() -> None:
    said = text(answer((90, 90), stopped=True))
    assert "Stopped after 2 of 5 runs: nothing is claimed." in said
    assert "better" not in said
    unfound = text(answer((), unfound="with the change, run 1 found no rota: there is none"))
    assert "Nothing can be claimed: with the change, run 1 found no rota" in unfound


def test_how_points_are_counted_and_where_runs_began_is_said() -> None:
    said = text(answer((90, 90, 90, 90, 90), from_rota=False, recounted=True))
    assert "beginning anew both ways, since the rota is not as good a start for either" in said
    assert "both ways are counted as it is today" in said


def test_an_impossible_change_gives_its_reasons_alone() -> None:
    said = text(answer((), impossible=("CQC has nobody.",)))
    assert said == (
        "With the change it is impossible: no rota keeps every rule.\n  CQC has nobody."
    )


def test_json_has_every_run_and_the_verdicts() -> None:
    told = whatif_json(answer((99, 108, 117, 129, 139)))
    assert told["total"]["verdict"] == told["goals"][0]["verdict"] == "better"
    assert told["total"]["today"] == [100, 110, 120, 130, 140]
