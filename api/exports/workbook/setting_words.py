"""What each setting of a programme means, as the guidance of its workbook says it."""

from collections.abc import Iterator, Mapping
from datetime import date

from models.inspection import Band
from models.inspectorate import ON_SITE, Inspectorate
from models.policy import DueWeeks, TeamSizes
from models.rulebook import GOALS
from models.tables.settings import Setting

_PHRASES: Mapping[str, str] = {
    "programme.name": "The programme's name.",
    "programme.start": "The Monday on which it begins.",
    "programme.weeks": "How many weeks it has; three years are 156.",
    "policy.calendar.closed": "Periods closed every year, each from month-day to month-day.",
    "policy.calendar.summer_blackout_weeks": "From the first Monday of August; 0 for none.",
    "policy.concurrency.starts_per_week": "R8: inspections that may start in one week.",
    "policy.concurrency.running_per_week": "R8: inspections that may run in one week.",
    "policy.force.gap_weeks": "R7: weeks between two starts in one force.",
    "policy.force.even_gap_cap_weeks": "G3: weeks above which an even gap does not count.",
    "policy.year_quota.tolerance": "R9: inspections by which a year may miss its share.",
    "policy.busy.rest_weeks": "R11: weeks of rest after the weeks on site.",
    "policy.busy.lead_preparation_weeks": "R11: weeks in which a lead prepares.",
    "policy.busy.lead_report_weeks": "R11: weeks in which a lead writes the report.",
    "policy.ceiling.deployments_per_year": "R15: deployments a year of somebody full time.",
    "policy.on_site.most": "R5: people on site on one day.",
    "policy.on_site.least_days": "Days on site owed in a week, bank holidays or not.",
    "policy.on_site.very_large_days_off": "Days fewer in a very large team, the lead aside.",
    "policy.points.per_children": "Children that make one point of an authority's size.",
    "policy.points.establishment": "Points of an establishment.",
    "policy.points.county": "Points of a county.",
    "policy.points.deprived_fifth": "Points of the most deprived fifth.",
    "policy.force_wide_review.extra_hmic": "R4: HMIC inspectors that a force-wide review adds.",
    "policy.prisons.per_kind": "R4: HMI Prisons inspectors for each kind of establishment.",
    "policy.prisons.most": "R4: the most of them.",
    "policy.seconded.largest_share": "R14: the largest seconded share of a part of a team.",
    "policy.cps.within_weeks": "Weeks within which HMCPSI follows up a concern.",
    "policy.reveal.weeks": "Weeks before a start from which inspectors see the authority's name.",
    "policy.freeze.weeks": "Weeks from today that a re-plan changes only where it must.",
    "policy.compromised.weeks_either_side": "Weeks closed either side of a start that leaked.",
    "policy.anonymity.floor": "Authorities left to suspect, below which a week is noted.",
}


def _phrases() -> Iterator[tuple[str, str]]:
    yield from _PHRASES.items()
    for band in Band:
        yield f"policy.bands.{band}", f"Points from which the band {band} begins."
        for body in map(Inspectorate, TeamSizes.model_fields):
            said = f"R4: least, target and most of {body.title} in the band {band}."
            yield f"policy.team.{band}.{body}", said
    for body in ON_SITE:
        yield f"policy.on_site.days.{body}", f"Days on site of {body.title} in a full week."
        said = f"R3: the weeks in which {body.title} is on site; [] where it takes no part."
        yield f"policy.phases.{body}", said
    for grade in DueWeeks.model_fields:
        graded = "without a grade" if grade == "none" else f"graded {grade}"
        yield f"policy.due_weeks.{grade}", f"G1: the week by which an authority {graded} is due."
        said = f"G1: what a late week counts, 1 to 4, of an authority {graded}."
        yield f"policy.risk_weight.{grade}", said
    for goal in GOALS:
        yield f"goals.{goal.name}", f"{goal.id}, {goal.title}: points of one unit."


#: What each dotted key means.
SETTING_WORDS: Mapping[str, str] = dict(_phrases())


def setting_allowed(default: Setting) -> str:
    """What the value of a setting may be, told by its default."""
    if isinstance(default, str):
        return "text in quotation marks"
    if isinstance(default, date):
        return "a Monday, yyyy-mm-dd, without quotation marks"
    if isinstance(default, tuple):
        return "a list in square brackets"
    return "a whole number" if isinstance(default, int) else "a number"
