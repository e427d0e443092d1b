"""From the secret seed to the numbers that each part of a run draws from."""

import hashlib
import secrets
from random import Random

#: A seed of fewer characters is too easily guessed for its hash to be shown.
SHORTEST_TO_HASH = 32


def draw_seed() -> str:
    """A fresh secret seed: 128 random bits in hexadecimal."""
    return secrets.token_hex(16)


def seed_sha256(seed: str) -> str:
    """The seed's hash for the certificate; blank for one short enough to be guessed."""
    if len(seed) < SHORTEST_TO_HASH:
        return ""
    return hashlib.sha256(seed.encode()).hexdigest()


def random_for(seed: str, purpose: str) -> Random:
    """An independent stream of random numbers for one purpose."""
    digest = hashlib.sha256(f"{purpose}\0{seed}".encode()).digest()
    return Random(int.from_bytes(digest, "big"))
