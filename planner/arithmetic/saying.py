"""How the arithmetic's sentences name many authorities in few words."""

from collections.abc import Iterable, Iterator, Sequence

from models.programme import Programme
from models.saying import say_authority, say_list

_NAMED = 3


def say_authorities(programme: Programme, la_codes: Sequence[str]) -> str:
    """The first three authorities by name, and how many more."""
    codes = sorted(la_codes)
    named = [say_authority(programme, code) for code in codes[:_NAMED]]
    more = len(codes) - len(named)
    return say_list([*named, f"{more} more"] if more else named)


def by_reason(programme: Programme, found: Iterable[tuple[str, str]]) -> Iterator[str]:
    """One sentence a reason, from (authority code, reason): "A, B and C: the reason."."""
    places: dict[str, list[str]] = {}
    for la_code, reason in found:
        places.setdefault(reason, []).append(la_code)
    for reason, la_codes in places.items():
        yield f"{say_authorities(programme, la_codes)}: {reason}."
