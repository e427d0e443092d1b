"""The nearest known word to one that is not known, for whoever mistyped it."""

from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches

#: Comparing takes time in proportion; nobody mistypes a longer word.
_LONGEST = 100


def nearest(word: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """The known word most like ``word``, whatever its case; None below the cutoff (0 to 1)."""
    if len(word) > _LONGEST:
        return None
    by_folded = {each.casefold(): each for each in known}
    found = get_close_matches(word.casefold(), by_folded, n=1, cutoff=cutoff)
    return by_folded[found[0]] if found else None


def nearest_of_any(word: str, known: Iterable[str]) -> str:
    """The known word most like ``word``, however little it is."""
    folded = word[:_LONGEST].casefold()
    return max(known, key=lambda each: SequenceMatcher(None, folded, each.casefold()).ratio())
