"""The cards of the goals, in the order of problem.md."""

from models.rulebook.card import GoalCard

PRIORITY = GoalCard(
    id="G1",
    name="priority",
    title="inspections late on their due week",
    sentence="sum over authorities of risk weight (1 to 4) x weeks of start past the due week",
)

TEAM = GoalCard(
    id="G2",
    name="team",
    title="teams below target",
    sentence=(
        "sum over inspections and inspectorates of (target - size), where positive; a force-wide "
        "review raises HMIC's least, target and most by one"
    ),
)

SPACING = GoalCard(
    id="G3",
    name="spacing",
    title="a force's inspections bunched",
    sentence=(
        "per force with n > 1: sum over consecutive starts of max(0, even gap - gap), even gap = "
        "floor(open span / n), capped at 13 weeks"
    ),
)

TRAVEL = GoalCard(
    id="G4",
    name="travel",
    title="distance from base to authority",
    sentence=(
        "sum over deployments of fieldwork weeks x the nearest whole number to great-circle km / "
        "10 (sphere of 6,371.0088 km; halves up)"
    ),
)

FAIRNESS = GoalCard(
    id="G5",
    name="fairness",
    title="uneven work",
    sentence=(
        "per inspectorate (HMCPSI aside): largest less smallest of floor(100 x fieldwork weeks / "
        "FTE percent), among inspectors with FTE >= 0.5 who are absent on a working day in at most "
        "a quarter of the programme's weeks (so leavers and late joiners do not count); summed"
    ),
)

LEVEL = GoalCard(
    id="G6",
    name="level",
    title="months over the even load",
    sentence=(
        "sum over calendar months of max(0, starts - ceil(N / calendar months with an open start "
        "week) - 1)"
    ),
)
