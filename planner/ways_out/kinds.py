"""The kinds of way out, in the order in which equal amounts are tried."""

from planner.ways_out.attempt import Attempts
from planner.ways_out.lifted import lifted_blackout, lifted_conflict, lifted_pin, not_absent
from planner.ways_out.people import more_people
from planner.ways_out.settings import (
    higher_ceiling,
    longer_programme,
    more_on_site,
    more_seconded,
    more_starts,
    shorter_busy,
    shorter_gap,
    smaller_review,
    smaller_teams,
    wider_tolerance,
)

KINDS: tuple[Attempts, ...] = (
    more_people,
    lifted_pin,
    lifted_blackout,
    more_starts,
    shorter_gap,
    wider_tolerance,
    higher_ceiling,
    not_absent,
    lifted_conflict,
    longer_programme,
    more_seconded,
    shorter_busy,
    smaller_teams,
    smaller_review,
    more_on_site,
)
