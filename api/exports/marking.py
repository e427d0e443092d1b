"""The marking of what leaves the house: classification, who exported it, when, serial number."""

import getpass
import re
import secrets
from dataclasses import dataclass, replace
from datetime import datetime

from api.errors import Refusal

MARKING_FILE = "MARKING.txt"
DEFAULT_CLASSIFICATION = "OFFICIAL-SENSITIVE"

#: What the reader of any part of a rota has to know (§34).
HANDLING = (
    "Inspections are unannounced: nobody outside the programme may learn of one before it starts, "
    "not even whether there is one."
)

_LONGEST = 60


@dataclass(frozen=True)
class Marking:
    """What every export bears; ``serial`` is that of the whole export, or of one file of it."""

    classification: str
    by: str
    at: datetime
    serial: str

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """The marking as pairs of word and value, as sheet, page and MARKING.txt list them."""
        return (
            ("Classification", self.classification),
            ("Exported by", self.by),
            ("Exported at", self.at.isoformat(sep=" ", timespec="seconds")),
            ("Serial number", self.serial),
            ("Handling", HANDLING),
        )

    @property
    def line(self) -> str:
        """The marking in one line, as the head and foot of a printed page have it."""
        when = self.at.isoformat(sep=" ", timespec="minutes")
        return f"{self.classification} · {self.serial} · exported by {self.by}, {when}"

    @property
    def in_name(self) -> str:
        """Serial number and classification as they stand in a file's name."""
        return f"{self.serial}-{as_name(self.classification)}"

    def numbered(self, number: int) -> "Marking":
        """The marking of one file of this export, which has a serial number of its own."""
        return replace(self, serial=f"{self.serial}-{number:04}")


def marking(classification: str, by: str, at: datetime) -> Marking:
    """A marking with a new serial number. Raises ``Refusal`` for words that are no one line."""
    for what, words in (("classification", classification), ("name of who exports", by)):
        if not words.strip() or not words.isprintable() or len(words) > _LONGEST:
            raise Refusal([f"the {what} must be one line of 1 to {_LONGEST} characters"])
    return Marking(classification.strip(), by.strip(), at, draw_serial())


def draw_serial() -> str:
    """A serial number of eight digits to base 16; it tells neither what is exported nor when."""
    return secrets.token_hex(4)


def marking_text(marked: Marking) -> str:
    """The text of MARKING.txt, which stands beside CSV files and never in one."""
    return "".join(f"{word}: {value}\n" for word, value in marked.rows)


def as_name(text: str) -> str:
    """An id or a word as part of a file's name: letters, digits, ``-`` and ``_``, at most 60."""
    return re.sub(r"[^A-Za-z0-9_-]", "_", text)[:_LONGEST]


def login_name() -> str:
    """The name of whoever runs this. Raises ``Refusal`` where the machine does not know it."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        raise Refusal(["nobody knows who you are here: give --exported-by NAME"]) from None
