"""What is worked out of a programme once and asked for often, remembered between calls."""

from collections.abc import Callable
from typing import Generic, TypeVar

from models.programme import Programme

Worked = TypeVar("Worked")
#: Programmes remembered at once.
MOST = 8


class Remembered(Generic[Worked]):
    """Works something out of each programme once.

    Hashing a whole programme would cost more than the answer, so programmes are known by identity,
    and each entry holds its programme alive, so that no other can take its place.
    """

    def __init__(self, work_out: Callable[[Programme], Worked]) -> None:
        self._work_out = work_out
        self._found: dict[int, tuple[Programme, Worked]] = {}

    def __call__(self, programme: Programme) -> Worked:
        """The answer for a programme."""
        entry = self._found.get(id(programme))
        if entry is None:
            if len(self._found) >= MOST:
                self._found.clear()
            entry = self._found[id(programme)] = programme, self._work_out(programme)
        return entry[1]
