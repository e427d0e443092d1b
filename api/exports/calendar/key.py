"""The names of events: the same from week to week, and telling nothing.

An event's name (its UID) must stay when its slot moves, so that a calendar moves the event. It
must not tell which authority it is about either: who holds a calendar with neutral titles knows
all codes, and would find the one behind a plain hash by trying 152 of them. So the name is a keyed
hash, and the key stays with whoever exports: beside the export, and never in a calendar.
"""

import hashlib
import hmac
import json
import re
import secrets

_STRONG_SEED = re.compile(r"[0-9a-f]{32}")
_LABEL = b"rota calendar key"


def draw_key() -> bytes:
    """A new key of 256 random bits."""
    return secrets.token_bytes(32)


def key_of_seed(seed: str) -> bytes | None:
    """The key that follows from a rota's secret seed; None where the seed could be guessed.

    With it the first calendars of a rota can be made again from the rota alone; it does not lead
    back to the seed.
    """
    if not _STRONG_SEED.fullmatch(seed):
        return None
    return hmac.digest(bytes.fromhex(seed), _LABEL, hashlib.sha256)


def name_of_event(key: bytes, *words: str) -> str:
    """The UID of what ``words`` name, in 32 digits to base 16; 128 bits do not meet by chance."""
    return hmac.digest(key, json.dumps(words).encode(), hashlib.sha256).hex()[:32]
