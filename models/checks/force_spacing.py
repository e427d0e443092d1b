"""R7: two inspections in one force start at least the policy's gap apart."""

from collections.abc import Iterator
from itertools import combinations

from models.breach import Breach, Subject
from models.counting.days import week_number
from models.counting.forces import least_gaps, starts_in
from models.programme import Programme
from models.rota import Rota
from models.rulebook.slots import FORCE_SPACING
from models.saying import say_authority, say_day, say_force, say_number


def check(programme: Programme, rota: Rota) -> Iterator[Breach]:
    """Yield every two inspections of one force that start too close together (policy, for §31)."""
    gaps = least_gaps(programme)
    for force, inspections in starts_in(programme, rota).items():
        gap = gaps[force]
        for earlier, later in combinations(inspections, 2):
            days = (later.start - earlier.start).days
            weeks = days // 7
            if weeks < gap:
                yield FORCE_SPACING.breach(
                    "close",
                    Subject(
                        (earlier.la_code, later.la_code),
                        weeks=tuple(week_number(programme, x.start) for x in (earlier, later)),
                        last_day=later.start,
                    ),
                    amount=gap - weeks,
                    figures={"weeks": weeks, "gap": gap},
                    force=say_force(programme, force),
                    authority=say_authority(programme, earlier.la_code),
                    day=say_day(earlier.start),
                    other=say_authority(programme, later.la_code),
                    other_day=say_day(later.start),
                    between_said=say_number(weeks, "whole week"),
                    gap_said=say_number(gap, "week"),
                )
