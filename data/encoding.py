"""From bytes to text: UTF-8 with or without a byte order mark, or which encoding was met."""

import codecs

_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_ADVICE = "UTF-8 is wanted: save the file as “CSV UTF-8”"


class WrongEncodingError(ValueError):
    """The bytes are no UTF-8 text; ``row`` is the line of the first one that is not."""

    def __init__(self, message: str, row: int | None = None) -> None:
        super().__init__(message)
        self.row = row


def decode(data: bytes) -> str:
    """The text of a file. Raises ``WrongEncodingError``, which names the encoding met."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            raise WrongEncodingError(f"the file is {name}; {_ADVICE}")
    if b"\0" in data:
        raise _with_nul(data)
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        raise WrongEncodingError(f"the file is {_guessed(data)}; {_ADVICE}", row) from None


def _with_nul(data: bytes) -> WrongEncodingError:
    # Text in UTF-16 without a mark has a NUL in every other byte, wherever it is plain letters.
    sides = (data[::2].count(0), data[1::2].count(0))
    if max(sides) > len(data) // 5 and min(sides) * 20 < max(sides):
        return WrongEncodingError(f"the file is UTF-16; {_ADVICE}")
    row = data.count(b"\n", 0, data.index(0)) + 1
    return WrongEncodingError("there is a NUL character, which no text file holds", row)


def _guessed(data: bytes) -> str:
    try:
        data.decode("cp1252")
    except UnicodeDecodeError:
        return "no UTF-8 text, nor Windows-1252"
    if any(0x80 <= byte < 0xA0 for byte in data):
        return "Windows-1252"
    return "Windows-1252 (or ISO 8859-1)"
