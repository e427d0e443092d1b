"""How the people of one week on site share out its days: patterns, best by CP-SAT (R5).

People who owe the same are counted, not named, which leaves the solver no symmetry to get lost
in: a week is a few dozen small whole numbers and solves in milliseconds.
"""

from collections import defaultdict
from functools import lru_cache
from itertools import combinations

from ortools.sat.python import cp_model

from models.inspectorate import Inspectorate
from planner.fitting import Owing, SiteWeek

#: The days of one week, counted among its working days from 0, on which one person is on site.
Pattern = tuple[int, ...]

#: A working day between two days on site, against one more person on the busiest day.
_GAP_COST = 10
#: Somebody's only day spent on the final feedback, which leaves none for the agency's own.
_ONLY_DAY_COST = 1000


@lru_cache(maxsize=4096)
def week_patterns(site: SiteWeek) -> tuple[tuple[Pattern, ...], ...]:
    """The patterns of each kind of people who owe days in ``site``, one for each person.

    Prefers consecutive days, then level numbers from day to day. Raises ``ValueError`` when
    the week does not fit, which ``site.fits`` says beforehand.
    """
    if not site.working_days:
        return tuple(((),) * each.people for each in site.owing)
    model = cp_model.CpModel()
    counts = [_pattern_counts(model, site, owing) for owing in site.owing]
    _keep_to_the_most(model, site, counts)
    _come_to_the_feedback(model, site, counts)
    _prefer(model, site, counts)
    return _read(_solved(model, site), counts)


_Counts = dict[Pattern, cp_model.IntVar]


def _pattern_counts(model: cp_model.CpModel, site: SiteWeek, owing: Owing) -> _Counts:
    """How many of these people keep each pattern; together, all of them."""
    name = f"{owing.body}{'_lead' if owing.leads else ''}"
    counts = {
        pattern: model.new_int_var(0, owing.people, f"{name}{list(pattern)}")
        for pattern in combinations(range(site.working_days), owing.days)
    }
    model.add(sum(counts.values()) == owing.people)
    return counts


def _on_site(counts: list[_Counts], day: int) -> cp_model.LinearExprT:
    return sum(
        (count for each in counts for pattern, count in each.items() if day in pattern), start=0
    )


def _keep_to_the_most(model: cp_model.CpModel, site: SiteWeek, counts: list[_Counts]) -> None:
    for day in range(site.working_days):
        model.add(_on_site(counts, day) <= site.most)


def _come_to_the_feedback(model: cp_model.CpModel, site: SiteWeek, counts: list[_Counts]) -> None:
    """One of each inspectorate on the last day; the lead, who owes every day, stands for Ofsted."""
    if not site.feedback:
        return
    of_body: dict[Inspectorate, list[_Counts]] = defaultdict(list)
    for owing, each in zip(site.owing, counts, strict=True):
        of_body[owing.body].append(each)
    for body, here in of_body.items():
        if body is not Inspectorate.OFSTED:
            model.add(_on_site(here, site.working_days - 1) >= 1)


def _prefer(model: cp_model.CpModel, site: SiteWeek, counts: list[_Counts]) -> None:
    busiest = model.new_int_var(0, site.most, "busiest")
    quietest = model.new_int_var(0, site.most, "quietest")
    for day in range(site.working_days):
        model.add(_on_site(counts, day) <= busiest)
        model.add(_on_site(counts, day) >= quietest)
    costs = [
        _cost(site, owing, pattern) * count
        for owing, each in zip(site.owing, counts, strict=True)
        for pattern, count in each.items()
    ]
    model.minimize(sum(costs) + busiest - quietest)


def _cost(site: SiteWeek, owing: Owing, pattern: Pattern) -> int:
    gaps = pattern[-1] - pattern[0] + 1 - len(pattern)
    only_for_feedback = (
        site.feedback
        and owing.body is not Inspectorate.OFSTED
        and pattern == (site.working_days - 1,)
    )
    return _GAP_COST * gaps + _ONLY_DAY_COST * only_for_feedback


def _solved(model: cp_model.CpModel, site: SiteWeek) -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 0
    solver.parameters.catch_sigint_signal = False
    if solver.solve(model) != cp_model.OPTIMAL:
        raise ValueError(f"no attendance exists for {site}")
    return solver


def _read(solver: cp_model.CpSolver, counts: list[_Counts]) -> tuple[tuple[Pattern, ...], ...]:
    return tuple(
        tuple(pattern for pattern, count in each.items() for _ in range(solver.value(count)))
        for each in counts
    )
