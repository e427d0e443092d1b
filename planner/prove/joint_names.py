"""Who goes where with whole people, all inspectorates at once: the sizes must fit together (R5).

Dearer than one inspectorate at a time, since the inspectorates touch in the sizes: for small
programmes. What is left out is as in ``names``, R5 apart.
"""

from collections.abc import Mapping

from ortools.math_opt.python import mathopt

from planner.facts import Facts
from planner.fitting import Sizes, fitting_sizes
from planner.prove.names import Names
from planner.prove.part import parts_of
from planner.prove.solver import proven
from planner.prove.weights import weights_of


def joint_names_bound(facts: Facts, seconds: float) -> int:
    """Points of team, travel and fairness that no rota goes below."""
    model = mathopt.Model()
    names = {part.body: Names(part, model) for part in parts_of(facts, weights_of(facts.programme))}
    model.minimize(mathopt.fast_sum([each.points() for each in names.values()]))
    for authority in range(len(facts.codes)):
        _post_fitting(facts, model, authority, names)
    return proven(model, seconds).points


def _post_fitting(
    facts: Facts, model: mathopt.Model, authority: int, names: Mapping[int, Names]
) -> None:
    """One of the sizes that fit in some open week holds at an authority."""
    chosen = {sizes: model.add_binary_variable() for sizes in sorted(_fitting(facts, authority))}
    model.add_linear_constraint(mathopt.fast_sum(chosen.values()) == 1)
    for body, each in names.items():
        places = each.part.places.tolist()
        if authority in places:
            number = mathopt.fast_sum([sizes[body] * one for sizes, one in chosen.items()])
            there = mathopt.fast_sum(each.at(places.index(authority)))
            model.add_linear_constraint(number == there)


def _fitting(facts: Facts, authority: int) -> set[Sizes]:
    code = facts.codes[authority]
    return {
        sizes
        for alike in facts.weeks_alike
        if facts.opens[authority, alike].any()
        for review in (False, True)
        for sizes in fitting_sizes(facts.programme, code, int(alike[0]), review)
    }
