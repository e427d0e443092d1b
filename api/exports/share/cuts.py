"""How a rota is cut: whole, or by inspector, inspectorate, authority or force."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from models.inspectorate import Inspectorate
from models.programme import Programme

WHOLE, INSPECTOR = "whole", "inspector"


@dataclass(frozen=True)
class Cut:
    """One share of a rota: of which kind, and whose. ``id`` is blank for the whole."""

    kind: str
    id: str = ""

    @property
    def is_own(self) -> bool:
        """Whether it is for the inspector, whom no name reaches before the reveal horizon."""
        return self.kind == INSPECTOR


def _inspectorates(programme: Programme) -> tuple[str, ...]:
    there = {each.inspectorate for each in programme.inspectors}
    return tuple(body.value for body in Inspectorate if body in there)


_IDS: Mapping[str, Callable[[Programme], Collection[str]]] = {
    WHOLE: lambda programme: ("",),
    INSPECTOR: lambda programme: programme.inspector_of,
    "inspectorate": _inspectorates,
    "authority": lambda programme: programme.authority_of,
    "force": lambda programme: programme.force_of,
}

#: The kinds of cut, in the order in which files are numbered.
CUTS = tuple(_IDS)


def cuts_of(programme: Programme, kinds: Collection[str]) -> Iterator[Cut]:
    """Every cut of the kinds wanted, ids in alphabetical order."""
    for kind in CUTS:
        if kind in kinds:
            yield from (Cut(kind, each) for each in sorted(_IDS[kind](programme)))


def title_of(programme: Programme, cut: Cut) -> str:
    """Whose share it is, in words for the head of a page; never for a file's name."""
    if cut.kind == INSPECTOR:
        return f"{programme.inspector_of[cut.id].name} ({cut.id})"
    if cut.kind == "inspectorate":
        return Inspectorate(cut.id).title
    if cut.kind == "authority":
        return f"{programme.authority_of[cut.id].name} ({cut.id})"
    if cut.kind == "force":
        return f"{programme.force_of[cut.id].name} ({cut.id})"
    return programme.name
