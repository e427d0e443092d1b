"""The cards of the rules on people: R10 to R12, R15 and R16."""

from models.rulebook.card import STATED, RuleCard

AVAILABLE = RuleCard(
    id="R10",
    name="available",
    title="Available",
    sentence=(
        "a deployed inspector is not absent on any working day of the weeks worked: the weeks of "
        "the phase, and for the lead also the preparation week and the report-writing weeks (leave "
        "during a rest week is fine)"
    ),
    source="",
    breaches={
        "absent": "{inspector} works for {authority} from {day}, but is absent on {days_said}, "
        "the first on {first}.",
        "on_site": "{inspector} is on site in {authority} on {day}, but is absent that day.",
        "unknown": "{inspector} is {part} in {authority}, an inspector whom the programme does "
        "not have.",
    },
)

ONE_PLACE = RuleCard(
    id="R11",
    name="one_place",
    title="One place",
    sentence=(
        "an inspector's busy periods do not overlap. Busy period: the weeks of the phase and one "
        "rest week after; for the lead one preparation week before, the two weeks, and two "
        "report-writing weeks after, which stand for the rest week (all policy)"
    ),
    source="",
    breaches={
        "overlap": "{inspector} is busy for {authority} from {start} to {end} and for {other} from "
        "{other_start} to {other_end}: {weeks_said} twice over.",
        "same": "{inspector} is deployed in {authority} {count} times; once is right.",
        "stated": STATED,
    },
)

NO_CONFLICT = RuleCard(
    id="R12",
    name="no_conflict",
    title="No conflict",
    sentence=(
        "no inspector is deployed where a conflict of interest with the authority or its force is "
        "recorded"
    ),
    source="",
    breaches={
        "authority": "{inspector} {works} in {authority}, with which a conflict of interest is "
        "recorded.",
        "force": "{inspector} {works} in {authority}, which lies in {force}, with which a conflict "
        "of interest is recorded.",
    },
)

CEILING = RuleCard(
    id="R15",
    name="ceiling",
    title="Ceiling",
    sentence=(
        "deployments per inspector and programme year stay within the policy's ceiling (default "
        "12) times FTE, rounded up; a shorter last year keeps the whole ceiling"
    ),
    source="",
    breaches={
        "over": "{inspector} has {count} deployments in programme year {year}, from {day}; {most} "
        "is the most at {percent} % of full time.",
    },
)

PINNED = RuleCard(
    id="R16",
    name="pinned",
    title="Pinned",
    sentence=(
        "slots and deployments pinned by hand hold; a deferred authority stays out of its "
        "forbidden weeks"
    ),
    source="",
    breaches={
        "slot": "The inspection of {authority} is pinned to {pinned}, but starts on {day}.",
        "no_slot": "The inspection of {authority} is pinned to {pinned}, but has no slot.",
        "deployment": "{inspector} is pinned to {authority}, but is not deployed there.",
        "role": "{inspector} is pinned to {authority} as {role}, but is deployed there as "
        "{stated}.",
    },
)
