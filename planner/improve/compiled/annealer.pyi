"""What the compiled search offers; ``annealer.pyx`` says more."""

from collections.abc import Mapping, Sequence
from typing import Any

from numpy.typing import NDArray

Row = tuple[int, int, list[int], bool]

class Annealer:
    """One search on one board; rows are week, lead, members, review."""

    points: int
    best_points: int
    moves: int

    def __new__(
        cls, known: Mapping[str, NDArray[Any]], state: Mapping[str, NDArray[Any]], seed: int
    ) -> Annealer: ...
    def place(
        self, at: int, week: int, lead: int, members: Sequence[int], review: bool
    ) -> None: ...
    def remove(self, at: int) -> None: ...
    def anneal(self, moves: int, hot: float, cold: float) -> None: ...
    def total(self) -> int: ...
    def scan(self, at: int) -> Row | None: ...
    def rota(self) -> list[Row]: ...
    def best_rota(self) -> list[Row]: ...
