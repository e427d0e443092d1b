"""The rules a model posts: the table of contents, in the order of problem.md."""

from planner.rules import (
    available,
    ceiling,
    concurrency,
    established,
    force_first,
    force_spacing,
    lead,
    no_conflict,
    one_place,
    phases,
    pinned,
    seven_on_site,
    team_size,
    two_weeks,
    universal,
    year_quota,
)
from planner.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    Rule("universal", universal.post, strikes_starts=universal.strikes_starts),
    Rule("two_weeks", two_weeks.post, strikes_starts=two_weeks.strikes_starts),
    Rule("phases", phases.post, strikes_names=phases.strikes_names),
    Rule("team_size", team_size.post, strikes_names=team_size.strikes_names),
    Rule("seven_on_site", seven_on_site.post),
    Rule("force_first", force_first.post),
    Rule("force_spacing", force_spacing.post),
    Rule("concurrency", concurrency.post),
    Rule("year_quota", year_quota.post),
    Rule("available", available.post, strikes_names=available.strikes_names),
    Rule("one_place", one_place.post, strikes_names=one_place.strikes_names),
    Rule("no_conflict", no_conflict.post, strikes_names=no_conflict.strikes_names),
    Rule("lead", lead.post, strikes_names=lead.strikes_names),
    Rule("established", established.post),
    Rule("ceiling", ceiling.post),
    Rule("pinned", pinned.post, strikes_starts=pinned.strikes_starts),
)

__all__ = ["RULES", "Rule"]
