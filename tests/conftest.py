"""What every room's tests may build on: the tiny programmes and rotas of tests/cases."""

from collections.abc import Callable

import pytest
from hypothesis import settings

from models.programme import Programme
from models.rota import Rota
from tests.benchmarks.chromium import ARGUMENTS, CHROMIUM
from tests.cases import programmes, rotas

# The same examples in every run, and no verdict by the clock.
settings.register_profile("seeded", derandomize=True, deadline=None, database=None)
settings.load_profile("seeded")


@pytest.fixture(scope="session")
def make_programme() -> Callable[..., Programme]:
    """The builder of tiny programmes; see tests/cases/programmes.py."""
    return programmes.make_programme


@pytest.fixture(scope="session")
def make_rota() -> Callable[..., Rota]:
    """The builder of tiny rotas; see tests/cases/rotas.py."""
    return rotas.make_rota


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    """The machine's own Chromium; none is downloaded."""
    return {"executable_path": CHROMIUM, "args": list(ARGUMENTS)}
