"""A rule as the model takes it: its name, its post, and what it strikes by itself."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.model import RotaModel


@dataclass(frozen=True)
class Rule:
    """One rule's part in a model.

    ``strikes_starts(model, la_code)`` and ``strikes_names(model, inspector_id, la_code, leads)``
    return masks of start weeks that the rule forbids whatever else is decided. These never
    become variables, which keeps models small; ``post`` says the rest.
    """

    name: str
    post: Callable[["RotaModel"], None]
    strikes_starts: Callable[["RotaModel", str], int] | None = None
    strikes_names: Callable[["RotaModel", str, str, bool], int] | None = None
