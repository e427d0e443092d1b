"""What the processes of a search say to one another, over pipes."""

from dataclasses import dataclass

from planner.draft import Draft


@dataclass(frozen=True)
class Found:
    """A worker's better rota, the version it is based on, and by which kind of step it came."""

    draft: Draft
    base: int
    step: str


@dataclass(frozen=True)
class Newest:
    """The coordinator's best rota and its number, for every worker to go on from."""

    version: int
    draft: Draft


@dataclass(frozen=True)
class Cool:
    """The end of one worker's annealing."""
