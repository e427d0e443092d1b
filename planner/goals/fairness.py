"""G5 fairness: per inspectorate, the largest less the smallest load, summed.

A load is floor(100 x fieldwork weeks / FTE percent), a whole number; so "the largest is at
least a load" and "the smallest is at most a load" are linear in the number of deployments.
"""

from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from models.inspectorate import Inspectorate
from planner.decisions.expression import Expression
from planner.decisions.names import total

if TYPE_CHECKING:
    from planner.model import RotaModel


def post(model: "RotaModel") -> Expression:
    """The raw figure, in loads: fieldwork weeks of a full-time inspector."""
    people = model.known.counts_for_fairness
    return sum(_figure(model, body, codes) for body, codes in people.items() if codes)


def _figure(model: "RotaModel", body: Inspectorate, codes: tuple[str, ...]) -> Expression:
    weeks = model.programme.fieldwork_weeks(body)
    settled = [_load(model, code, weeks, 0) for code in codes if not model.names.roster(code)]
    open_codes = [code for code in codes if model.names.roster(code)]
    if not open_codes:
        return max(settled) - min(settled)
    ends = [_load(model, code, weeks, _places(model, code)) for code in open_codes]
    least = [_load(model, code, weeks, 0) for code in open_codes]
    highest = max(settled + ends)
    largest = model.cp.new_int_var(max(settled + least), highest, f"largest[{body.value}]")
    smallest = model.cp.new_int_var(0, min(settled + ends), f"smallest[{body.value}]")
    for code in open_codes:
        _bracket(model, code, weeks, smallest, largest)
    return largest - smallest


def _places(model: "RotaModel", code: str) -> int:
    return len({option.la_code for option in model.names.roster(code)})


def _load(model: "RotaModel", code: str, weeks: int, more: int) -> int:
    """The load of an inspector with ``more`` deployments than stand."""
    fte = model.programme.inspector_of[code].fte_percent
    return 100 * weeks * (model.standing.deployments_of[code] + more) // fte


def _bracket(
    model: "RotaModel", code: str, weeks: int, smallest: cp_model.IntVar, largest: cp_model.IntVar
) -> None:
    """Keep smallest <= load <= largest: load <= L exactly when 100 x weeks < fte x (L + 1)."""
    fte = model.programme.inspector_of[code].fte_percent
    standing = model.standing.deployments_of[code]
    hundredths = 100 * weeks * (standing + total(model.names.roster(code)))
    model.cp.add(hundredths <= fte * largest + (fte - 1))
    model.cp.add(fte * smallest <= hundredths)
