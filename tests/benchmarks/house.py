"""The figures on the house: rules and goals in every room, and a first rota on a fresh clone."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from models.rulebook import GOALS, RULES
from tests.benchmarks.figure import Figure, at_most
from tests.benchmarks.process import run

ROOT = Path(__file__).parents[2]


def complete() -> Iterator[Figure]:
    """How many rules and goals have all they need."""
    rules = _complete(
        (card.name for card in RULES), "models/checks", "planner/rules", "tests/rules"
    )
    goals = _complete(
        (card.name for card in GOALS), "models/measures", "planner/goals", "tests/goals"
    )
    yield _all("rules with card, check, post, test", rules, len(RULES))
    yield _all("goals with card, measure, post, test", goals, len(GOALS))


def fresh_clone(clone: Path) -> Figure:
    """Seconds of ``make rota`` in a new clone without an environment."""
    run(["git", "clone", "--quiet", str(ROOT), str(clone)])
    made = run(["make", "--directory", str(clone), "rota"])
    if made.code:
        raise RuntimeError(f"make rota failed: {made.said}")
    return at_most("make rota on a fresh clone, empty environment", made.seconds, 180, "s", 0)


def _complete(names: Iterable[str], first: str, second: str, tests: str) -> int:
    files = [
        (f"{first}/{name}.py", f"{second}/{name}.py", f"{tests}/test_{name}.py") for name in names
    ]
    return sum(all((ROOT / file).is_file() for file in each) for each in files)


def _all(name: str, found: int, wanted: int) -> Figure:
    return Figure(name, f"{wanted} of {wanted}", f"{found} of {wanted}", found == wanted)
