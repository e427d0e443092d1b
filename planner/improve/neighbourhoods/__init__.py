"""The neighbourhoods that CP-SAT searches around a rota: the list is the table of contents."""

from planner.improve.neighbourhoods.cluster import Cluster
from planner.improve.neighbourhoods.neighbourhood import Neighbourhood
from planner.improve.neighbourhoods.one_inspectorate import OneInspectorate
from planner.improve.neighbourhoods.same_time import SameTime
from planner.improve.neighbourhoods.shared_people import SharedPeople

NEIGHBOURHOODS: tuple[type[Neighbourhood], ...] = (
    Cluster,
    SameTime,
    SharedPeople,
    OneInspectorate,
)

__all__ = ["NEIGHBOURHOODS", "Neighbourhood"]
