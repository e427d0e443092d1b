"""A goal as the model takes it: its name and its raw figure, part by part."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from planner.decisions.expression import Expression

if TYPE_CHECKING:
    from planner.model import RotaModel


#: A raw figure by what it is summed over: an inspectorate, a force, or all ("").
Parts: TypeAlias = Mapping[str, Expression]


@dataclass(frozen=True)
class Goal:
    """One goal's part in a model; ``post`` returns the parts of its raw figure, fixed ones too.

    The figure may have variables that only minimising brings down to its true value.
    """

    name: str
    post: Callable[["RotaModel"], Parts]
