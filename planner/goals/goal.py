"""A goal as the model takes it: its name and its raw figure as an expression."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.decisions.expression import Expression

if TYPE_CHECKING:
    from planner.model import RotaModel


@dataclass(frozen=True)
class Goal:
    """One goal's part in a model; ``post`` returns the raw figure, fixed part included.

    The figure may have variables that only minimising brings down to its true value.
    """

    name: str
    post: Callable[["RotaModel"], Expression]
