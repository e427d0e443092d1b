"""The commands that answer a question about a rota, each as a real process."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from api.exit_codes import ExitCode

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_cover_names_who_could_and_what_stops_the_others(
    rota_command: Run, programme_folder: Path, rota_folder: Path, secret: str
) -> None:
    asked = ("--authority", "A3", "--inspector", "cqc-1")
    run = rota_command("cover", programme_folder, rota_folder, *asked)
    assert run.returncode == ExitCode.DONE, run.stderr
    assert "CQC 2 (cqc-2)" in run.stdout
    assert secret not in run.stdout
    said = json.loads(rota_command("cover", programme_folder, rota_folder, *asked, "--json").stdout)
    assert [each["inspector_id"] for each in said["able"]] == ["cqc-2"]


def test_cover_ends_with_no_where_nobody_could(
    rota_command: Run, programme_folder: Path, rota_folder: Path
) -> None:
    asked = ("--authority", "A2", "--inspector", "hmi_prisons-1")
    run = rota_command("cover", programme_folder, rota_folder, *asked)
    assert run.returncode == ExitCode.NO
    assert "Nobody could take the place" in run.stdout


def test_cover_refuses_what_it_does_not_know_and_what_is_no_place(
    rota_command: Run, programme_folder: Path, rota_folder: Path
) -> None:
    unknown = rota_command(
        "cover", programme_folder, rota_folder, "--authority", "A3", "--inspector", "cqc-9"
    )
    assert unknown.returncode == ExitCode.BAD_INPUT
    assert "the nearest known one is cqc-" in unknown.stderr
    elsewhere = rota_command(
        "cover", programme_folder, rota_folder, "--authority", "A3", "--inspector", "cqc-2"
    )
    assert elsewhere.returncode == ExitCode.BAD_INPUT
    assert "has no place in the inspection of" in elsewhere.stderr


def test_forces_say_what_a_change_on_a_day_would_ask_for(
    rota_command: Run, programme_folder: Path, rota_folder: Path
) -> None:
    run = rota_command("forces", programme_folder, rota_folder, "--change", "F1=2014-04-01")
    assert run.returncode == ExitCode.DONE, run.stderr
    assert "Corby (A3), from 26 May 2014, would carry the force-wide review" in run.stdout
    assert "HMIC 4 (hmic-4)" in run.stdout
    asked = ("--change", "F1=2014-04-01", "--change", "F2=01/01/2016", "--json")
    told = json.loads(rota_command("forces", programme_folder, rota_folder, *asked).stdout)
    assert [(each["la_code"], each["must"]) for each in told] == [("A3", 1), ("", 0)]


def test_a_change_recorded_today_counts_from_today(
    rota_command: Run, programme_folder: Path, rota_folder: Path
) -> None:
    asked = ("--change", "F1=2014-01-01", "--today", "2014-06-02", "--json")
    (told,) = json.loads(rota_command("forces", programme_folder, rota_folder, *asked).stdout)
    assert (told["counts_from"], told["la_code"]) == ("2014-06-02", "")


def test_forces_refuse_a_change_that_cannot_be_read(
    rota_command: Run, programme_folder: Path, rota_folder: Path
) -> None:
    for asked, said in {
        ("--change", "F9=2014-04-01"): "the nearest known one is F",
        ("--change", "F1"): "CODE=DATE is wanted",
        ("--change", "F1=soon"): "a date is wanted",
        ("F1", "--change", "F1=2014-04-01"): "not both",
    }.items():
        run = rota_command("forces", programme_folder, rota_folder, *asked)
        assert run.returncode == ExitCode.BAD_INPUT
        assert said in run.stderr


def test_whatif_plans_both_ways_and_says_what_all_runs_agree_on(
    rota_command: Run, programme_folder: Path, rota_folder: Path
) -> None:
    effort = ("--runs", "2", "--seconds", "1", "--workers", "1", "--seed", "one", "--json")
    asked = ("--set", "policy.reveal.weeks=3", *effort)
    run = rota_command("whatif", programme_folder, rota_folder, *asked)
    assert run.returncode == ExitCode.DONE, run.stderr
    assert "Planning 4 times" in run.stderr
    assert "run 2 of 2, with the change" in run.stderr
    said = json.loads(run.stdout)
    assert len(said["total"]["today"]) == 2
    assert said["total"]["today"] == said["total"]["changed"]
    assert said["total"]["verdict"] == ""


def test_whatif_says_what_makes_a_change_impossible(
    rota_command: Run, programme_folder: Path, rota_folder: Path
) -> None:
    asked = ("--set", "policy.team.small.cqc=[3, 3, 3]")
    run = rota_command("whatif", programme_folder, rota_folder, *asked)
    assert run.returncode == ExitCode.IMPOSSIBLE
    assert "With the change it is impossible" in run.stdout
    assert "CQC" in run.stdout


def test_whatif_refuses_what_it_cannot_change(
    rota_command: Run, programme_folder: Path, rota_folder: Path
) -> None:
    for asked, said in {
        (): "nothing to change",
        ("--set", "policy.concurency.starts_per_week=4"): "the nearest known one is",
        ("--set", "policy.concurrency.starts_per_week"): "KEY=VALUE is wanted",
        ("--set", "goals.team=many"): "as TOML writes it",
        ("--add", "cqd:1"): "the nearest known one is cqc",
        ("--add", "cqc:none"): "a whole number from 1 to 99",
    }.items():
        run = rota_command("whatif", programme_folder, rota_folder, *asked)
        assert run.returncode == ExitCode.BAD_INPUT
        assert said in run.stderr


def test_why_says_what_another_week_would_cost_and_keeps_it_where_told(
    rota_command: Run, programme_folder: Path, rota_folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "moved"
    asked = ("--authority", "A3", "--start", "2014-06-02")
    run = rota_command("why", programme_folder, rota_folder, *asked, "--out", out)
    assert run.returncode == ExitCode.DONE, run.stderr
    assert "Corby (A3) from 2 June 2014, not from 26 May 2014: possible." in run.stdout
    assert "Slots moved: 1" in run.stdout
    assert "It would cost" in run.stdout
    assert rota_command("check", out / "programme", out).returncode == ExitCode.DONE
    told = json.loads(rota_command("why", programme_folder, rota_folder, *asked, "--json").stdout)
    assert told["possibility"] == "possible"
    # Twelve weeks after the one before it, not eleven, where thirteen are the even gap.
    assert told["goals"]["total"]["then"] - told["goals"]["total"]["now"] == -4
    assert {each["item"] for each in told["change"]["differences"]} >= {"slot"}


def test_why_says_which_rules_forbid_it(
    rota_command: Run, programme_folder: Path, rota_folder: Path, secret: str
) -> None:
    asked = ("--authority", "A1", "--inspector", "ofsted-8")
    run = rota_command("why", programme_folder, rota_folder, *asked)
    assert run.returncode == ExitCode.NO, run.stderr
    assert "not possible, whatever else changes" in run.stdout
    assert "a conflict of interest is recorded" in run.stdout
    assert secret not in run.stdout
    past = ("--authority", "A1", "--start", "2014-06-02", "--today", "2014-05-01")
    assert rota_command("why", programme_folder, rota_folder, *past).returncode == ExitCode.NO


def test_why_refuses_a_question_that_is_none(
    rota_command: Run, programme_folder: Path, rota_folder: Path
) -> None:
    for asked, said in {
        ("--authority", "A1"): "give one of --start and --inspector",
        ("--authority", "A9", "--start", "2014-06-02"): "unknown authority code",
        ("--authority", "A1", "--start", "2014-06-03"): "starts on a Monday",
        ("--authority", "A1", "--inspector", "cqc-9"): "unknown inspector id",
        ("--authority", "A1", "--start", "2014-06-02", "--today", "2012-01-01"): "programme",
    }.items():
        run = rota_command("why", programme_folder, rota_folder, *asked)
        assert run.returncode == ExitCode.BAD_INPUT
        assert said in run.stderr
