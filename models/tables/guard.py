"""The mark that keeps a spreadsheet from taking a text cell for a formula."""

import re

MARK = "'"

_FORMULA = re.compile("^[\\s\ufeff]*[=+\\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]")
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.ASCII | re.IGNORECASE)


def guard(text: str) -> str:
    """``text`` with a ``'`` before it where a spreadsheet could take it for a formula.

    A number stays as it is; text that begins with ``'`` gets a second one, so that
    ``unguard`` always gives back what was guarded.
    """
    if text.startswith(MARK) or (_FORMULA.match(text) and not _NUMBER.fullmatch(text)):
        return MARK + text
    return text


def unguard(text: str) -> str:
    """``text`` less one leading ``'``, where ``guard`` could have put it."""
    rest = text.removeprefix(MARK)
    if rest != text and (rest.startswith(MARK) or _FORMULA.match(rest)):
        return rest
    return text
