"""The cards of the rules on slots: R1, R2 and R6 to R9."""

from models.rulebook.card import STATED, RuleCard

UNIVERSAL = RuleCard(
    id="R1",
    name="universal",
    title="Universal",
    sentence=("every authority is inspected exactly once in the programme, in an open start week"),
    source="§9, §30",
    breaches={
        "missing": "{authority} has no inspection; every authority has one.",
        "twice": "{authority} is inspected {count} times, from {days}; once is right.",
        "unknown": "An inspection starts on {day} in {authority}, an authority that the programme "
        "does not have.",
        "monday": "The inspection of {authority} starts on {day}, which is not a Monday.",
        "shut": "The inspection of {authority} starts on {day}, which is not an open start week: "
        "{why}.",
        "concerns": "{authority} has {concerns_said} recorded about the Crown Prosecution Service "
        "and {activities_said}; each concern has exactly one.",
        "concern_week": "The HMCPSI activity in {authority} is in the week of {day}; it must be "
        "in one of these weeks: {weeks_said}.",
        "stated": STATED,
    },
)

TWO_WEEKS = RuleCard(
    id="R2",
    name="two_weeks",
    title="Two weeks",
    sentence="an inspection is its start week and the next, nothing outside them",
    source="§23, §37",
    breaches={
        "outside": "{inspector} is on site in {authority} on {day}, which is not a working day of "
        "the two weeks that begin on {monday}.",
        "nowhere": "{inspector} is {part} in {authority}, where no inspection is planned.",
        "stated": STATED,
    },
)

FORCE_FIRST = RuleCard(
    id="R6",
    name="force_first",
    title="Force first",
    sentence=(
        "exactly one inspection in each force is its first and carries the force-wide review; "
        "after each recorded force-wide change, the first inspection in that force that starts on "
        "or after the later of the day it was introduced and the day it was recorded does too. "
        "Where both apply it is called first; one review adds one HMIC inspector, whatever the "
        "number of reasons"
    ),
    source="§31",
    breaches={
        "review": "The inspection of {authority}, from {day}, {counted}; the rota says {stated}.",
        "row_missing": "The list of force-wide reviews does not hold the one at {authority}, from "
        "{day}, which {counted}.",
        "row_extra": "The list of force-wide reviews holds one in {force} at {authority}, which "
        "{counted}.",
        "row_twice": "The list of force-wide reviews holds the one at {authority} {count} times.",
        "row_stated": "The list of force-wide reviews says that {column} of the one at {authority} "
        "is {stated}; it is {counted}.",
        "none_left_missing": "No inspection in {force} is left for the force-wide change that "
        "counts from {day}, and the list of force-wide reviews does not say so.",
        "none_left_extra": "The list of force-wide reviews says that no inspection is left in "
        "{force} for one, and none is owed there without an inspection.",
        "stated": STATED,
    },
)

FORCE_SPACING = RuleCard(
    id="R7",
    name="force_spacing",
    title="Force spacing",
    sentence=(
        "two inspections in one force start at least the policy's gap apart (default 4 weeks). "
        "Where a force has too many authorities for that, its gap is the largest whole number of "
        "weeks at which its inspections fit the open start weeks when each is placed as early as "
        "it can be, never below one; the rota's notes say so"
    ),
    source="policy, for §31",
    breaches={
        "close": "In {force}, {authority} starts on {day} and {other} on {other_day}: "
        "{between_said} apart; {gap_said} is the least.",
    },
)

CONCURRENCY = RuleCard(
    id="R8",
    name="concurrency",
    title="Concurrency",
    sentence=(
        "at most so many starts in a week and so many inspections running in a week "
        "(defaults 3 and 5)"
    ),
    source="policy",
    breaches={
        "starts": "{count} inspections start in the week of {day}: {authorities}; {most} is the "
        "most.",
        "running": "{count} inspections are running in the week of {day}: {authorities}; {most} "
        "is the most.",
    },
)

YEAR_QUOTA = RuleCard(
    id="R9",
    name="year_quota",
    title="Year quota",
    sentence=(
        "each programme year holds between floor(N x share) - 4 and ceil(N x share) + 4 of the N "
        "inspections, share = its weeks / the programme's weeks (tolerance 4: policy)"
    ),
    source="policy",
    breaches={
        "many": "Programme year {year}, from {day}, holds {count} of {inspections} inspections; "
        "{most} is the most.",
        "few": "Programme year {year}, from {day}, holds {count} of {inspections} inspections; "
        "{least} is the least.",
    },
)
