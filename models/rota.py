"""The answer: a slot and a team for every authority, named deployments, attendance, reviews."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from typing import Any, TypeVar

from models.attendance import Attendance
from models.deployment import CpsActivity, Deployment
from models.inspection import ForceReview, Inspection
from models.word import Word

Row = TypeVar("Row", bound=Any)


class Rota(Word):
    """The whole answer; what is None stands in no file of a rota written by hand."""

    inspections: tuple[Inspection, ...]
    deployments: tuple[Deployment, ...]
    attendance: tuple[Attendance, ...] | None = None
    force_reviews: tuple[ForceReview, ...] | None = None
    cps_activities: tuple[CpsActivity, ...] | None = None

    @cached_property
    def inspection_of(self) -> Mapping[str, Inspection]:
        """The inspection of each authority code; the first where a code stands twice."""
        found: dict[str, Inspection] = {}
        for inspection in self.inspections:
            found.setdefault(inspection.la_code, inspection)
        return found

    @cached_property
    def team_of(self) -> Mapping[str, tuple[Deployment, ...]]:
        """The deployments at each authority code."""
        return _grouped(self.deployments, "la_code")

    @cached_property
    def deployments_of(self) -> Mapping[str, tuple[Deployment, ...]]:
        """The deployments of each inspector id."""
        return _grouped(self.deployments, "inspector_id")

    @cached_property
    def attendance_at(self) -> Mapping[str, tuple[Attendance, ...]]:
        """The attendance at each authority code."""
        return _grouped(self.attendance or (), "la_code")


def _grouped(rows: tuple[Row, ...], field: str) -> Mapping[str, tuple[Row, ...]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[getattr(row, field)].append(row)
    return {key: tuple(members) for key, members in groups.items()}
