"""How much a programme's files may hold; the trust page says why."""

LARGEST_TOTAL = 50_000_000
MOST_MEMBERS = 40
LARGEST_RATIO = 100


def too_large(what: str) -> str:
    """The sentence about files that are too large."""
    return f"{what} hold more than {LARGEST_TOTAL // 1_000_000} MB"
