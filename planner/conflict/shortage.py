"""What falls short by plain counting, with the sentence that says so."""

from typing import NamedTuple

#: More than any count is short of: what is said of one authority alone comes first.
FIRST_OF_ALL = 1000


class Shortage(NamedTuple):
    """How much is missing, the number of inspections that it is about, and the sentence."""

    missing: int
    size: int
    sentence: str

    @property
    def rank(self) -> tuple[int, int]:
        """The larger the more telling: much is missing, and few inspections are concerned."""
        return self.missing, -self.size
