"""G5 fairness: per inspectorate, the largest less the smallest load, summed.

A load is floor(100 x fieldwork weeks / FTE percent), a whole number. "Load <= L" says that the
deployments are at most so many, "load >= S" that they are at least so many; so both ends are
linear in the numbers of deployments.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from models.inspectorate import Inspectorate
from planner.decisions.expression import Expression
from planner.decisions.names import total
from planner.goals.goal import Parts

if TYPE_CHECKING:
    from planner.model import RotaModel


@dataclass(frozen=True)
class Person:
    """An inspector whom G5 compares: ``number`` deployments, between ``least`` and ``most``."""

    number: Expression
    least: int
    most: int
    fte: int
    weeks: int

    def load(self, deployments: int) -> int:
        """The load of so many deployments."""
        return 100 * self.weeks * deployments // self.fte

    def most_within(self, largest: int) -> int:
        """The most deployments that make no load above ``largest``."""
        return (self.fte * (largest + 1) - 1) // (100 * self.weeks)

    def least_within(self, smallest: int) -> int:
        """The fewest deployments that make no load below ``smallest``."""
        return -(-self.fte * smallest // (100 * self.weeks))


def post(model: "RotaModel") -> Parts:
    """The raw figure by inspectorate, in loads: fieldwork weeks of a full-time inspector."""
    compared = model.known.counts_for_fairness
    return {
        body: _figure(model, body, codes)
        for body, codes in compared.items()
        if codes and model.programme.fieldwork_weeks(body)
    }


def _figure(model: "RotaModel", body: Inspectorate, codes: Collection[str]) -> Expression:
    if not model.standing.counted:
        return _window(model, body, codes)
    people = [_person(model, code, _number(model, code)) for code in codes]
    if all(person.least == person.most for person in people):
        loads = [person.load(person.least) for person in people]
        return max(loads) - min(loads)
    return _bracket(model, body, people)


def _number(model: "RotaModel", code: str) -> Expression:
    return model.standing.deployments_of[code] + total(model.names.roster(code))


def _person(model: "RotaModel", code: str, number: Expression) -> Person:
    inspector, least = model.programme.inspector_of[code], model.standing.deployments_of[code]
    most = least + len({option.la_code for option in model.names.roster(code)})
    weeks = model.programme.fieldwork_weeks(inspector.inspectorate)
    return Person(number, least, most, inspector.fte_percent, weeks)


def _bracket(model: "RotaModel", body: Inspectorate, people: Sequence[Person]) -> Expression:
    """Keep smallest <= each load <= largest; the fixed loads leave both ends little room."""
    least = [person.load(person.least) for person in people]
    most = [person.load(person.most) for person in people]
    largest = model.cp.new_int_var(max(least), max(most), f"largest[{body.value}]")
    smallest = model.cp.new_int_var(min(least), min(most), f"smallest[{body.value}]")
    for person in people:
        if person.least < person.most:
            hundredths = 100 * person.weeks * person.number
            model.cp.add(hundredths <= person.fte * largest + (person.fte - 1))
            model.cp.add(person.fte * smallest <= hundredths)
    return largest - smallest


def _window(model: "RotaModel", body: Inspectorate, codes: Collection[str]) -> Expression:
    """Choose both ends among the loads there can be, where nothing stands yet.

    A number for each inspector and a literal for each end give the solver something better to
    branch on than single names: eight authorities are proven optimal in a tenth of the time.
    """
    numbers = {
        code: _counted(model, code) for code, of in model.known.body_of.items() if of is body
    }
    sizes = [size.number for (_, of), size in model.sizes.free.items() if of is body]
    model.cp.add(sum(numbers.values()) == sum(sizes))
    people = [_person(model, code, numbers[code]) for code in codes]
    loads = {person.load(number) for person in people for number in range(person.most + 1)}
    largest = _chosen(model, f"largest[{body.value}]", loads)
    smallest = _chosen(model, f"smallest[{body.value}]", loads)
    for person in people:
        model.cp.add(person.number <= _of(largest, [person.most_within(load) for load in largest]))
        model.cp.add(
            person.number >= _of(smallest, [person.least_within(load) for load in smallest])
        )
    return _of(largest, list(largest)) - _of(smallest, list(smallest))


def _counted(model: "RotaModel", code: str) -> Expression:
    options = model.names.roster(code)
    most = len({option.la_code for option in options})
    number = model.cp.new_int_var(0, most, f"deployments[{code}]")
    model.cp.add(number == total(options))
    return number


Ends = dict[int, cp_model.IntVar]


def _chosen(model: "RotaModel", name: str, loads: Collection[int]) -> Ends:
    """A literal for each load, exactly one of which holds."""
    ends = {load: model.cp.new_bool_var(f"{name}={load}") for load in sorted(loads)}
    model.cp.add_exactly_one(ends.values())
    return ends


def _of(ends: Ends, values: Sequence[int]) -> cp_model.LinearExpr:
    """The value that goes with the chosen end."""
    return cp_model.LinearExpr.weighted_sum(list(ends.values()), values)
