"""One change that might help, to be tried: of what kind, how much, and the programme with it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from models.programme import Programme
from planner.conflict.member import Members


@dataclass(frozen=True)
class Attempt:
    """A changed programme, its change in words and as settings of programme.toml."""

    kind: str
    sentence: str
    amount: int
    programme: Programme
    settings: Mapping[str, float] = field(default_factory=dict)


#: The attempts of one kind at a clash, the smallest first.
Attempts = Callable[[Programme, Members], Iterator[Attempt]]
