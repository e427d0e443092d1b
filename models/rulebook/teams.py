"""The cards of the rules on teams: R3 to R5, R13 and R14."""

from models.rulebook.card import STATED, RuleCard

PHASES = RuleCard(
    id="R3",
    name="phases",
    title="Phases",
    sentence="an inspectorate is on site only in its weeks",
    source="§37–39",
    breaches={
        "day": "{inspector} of {body} is on site in {authority} on {day}, in week {phase} of the "
        "inspection; {body} comes in {phases}.",
        "never": "{inspector} of {body} is deployed in {authority}, but {body} is in neither week "
        "of an inspection.",
        "final": "Nobody from {body} is in {authority} for the final feedback on {day}, the last "
        "working day of week two.",
        "final_lead": "The lead is not in {authority} for the final feedback on {day}, the last "
        "working day of week two.",
        "activity": "On {day} in {authority}, {inspector} of {body} is down for {stated}; that "
        "day is {counted}.",
        "concern": "{inspector} of {body} has the HMCPSI activity in {authority}; only HMCPSI "
        "does that work.",
        "stated": STATED,
    },
)

TEAM_SIZE = RuleCard(
    id="R4",
    name="team_size",
    title="Team size",
    sentence=(
        "each inspectorate's number lies between the policy's least and most for the authority's "
        "band; at least one from each inspectorate to which the phase table gives a week, HMI "
        "Prisons aside (so HMI Probation always); HMI Prisons exactly where an establishment "
        "stands (one per kind, two at most: the second is policy); HMIC one more when the "
        "inspection carries a force-wide review"
    ),
    source="§30–32, §35",
    breaches={
        "few": "The team in {authority} has {count} from {body}; {least} is the least in a {band} "
        "team{review}.",
        "many": "The team in {authority} has {count} from {body}; {most} is the most in a {band} "
        "team{review}.",
        "days": "{inspector} is on site in {authority} on {count_said} of the week of {day}; "
        "{owed_said} owed.",
        "stranger": "{inspector} is on site in {authority} on {days_said} from {day}, without "
        "being in the team.",
        "row_twice": "{inspector} has {count} rows for {day} in {authority}; one is right.",
        "stated": STATED,
    },
)

SEVEN_ON_SITE = RuleCard(
    id="R5",
    name="seven_on_site",
    title="Seven on site",
    sentence="never more than seven on site on one day, whatever their inspectorate",
    source="§35",
    breaches={
        "day": "On {day}, {count} inspectors are on site in {authority}; {most} is the most.",
        "week": "In the week of {day} the team in {authority} owes {parts} = {owed} days on site; "
        "{working_said} with {most} on site hold {places}.",
        "final": "On {day} at least {count} inspectors must be on site in {authority}: everyone "
        "who owes each working day of that week and, for the final feedback, the lead and one of "
        "each other inspectorate; {most} is the most.",
    },
)

LEAD = RuleCard(
    id="R13",
    name="lead",
    title="Lead",
    sentence="exactly one lead on each team: Ofsted, may lead; established (policy)",
    source="§11",
    breaches={
        "none": "The team in {authority}, from {day}, has no lead; it has exactly one.",
        "several": "The team in {authority}, from {day}, has {count} leads, {inspectors}; it has "
        "exactly one.",
        "unfit": "{inspector} leads in {authority}, from {day}, but {why}.",
        "stated": STATED,
    },
)

ESTABLISHED = RuleCard(
    id="R14",
    name="established",
    title="Established",
    sentence=(
        "seconded inspectors are never more than half of one inspectorate's part of a team, save "
        "a part of one"
    ),
    source="policy, for §36",
    breaches={
        "share": "{count} of the {size} from {body} in {authority}, from {day}, are seconded: "
        "{inspectors}; {percent} % is the largest share.",
    },
)
