"""What the tests of the rules share: how breaches are read."""

from collections.abc import Callable, Iterable

import pytest

from models.breach import Breach


@pytest.fixture(scope="session")
def sentences() -> Callable[[Iterable[Breach]], list[str]]:
    """What each breach says, in the order in which a check yields them."""
    return lambda breaches: [breach.sentence for breach in breaches]
