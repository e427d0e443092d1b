"""A linear programme gathered row by row in lists.

MathOpt's own expressions take longer to add up nationally than the programme takes to solve.
"""

from collections.abc import Collection, Mapping
from math import inf

from ortools.math_opt import model_pb2, sparse_containers_pb2
from ortools.math_opt.python import mathopt


class Rows:
    """Columns, which are numbered from 0, and rows over them."""

    def __init__(self) -> None:
        self._columns = model_pb2.VariablesProto()
        self._rows = model_pb2.LinearConstraintsProto()
        self._matrix = sparse_containers_pb2.SparseDoubleMatrixProto()

    def column(self, most: float = inf, *, whole: bool = False) -> int:
        """A new column, from 0 to a most."""
        number = len(self._columns.ids)
        self._columns.ids.append(number)
        self._columns.lower_bounds.append(0.0)
        self._columns.upper_bounds.append(most)
        self._columns.integers.append(whole)
        return number

    def row(
        self,
        columns: Collection[int],
        *,
        least: float = -inf,
        most: float = inf,
        less: int | None = None,
    ) -> None:
        """Keep the sum of some columns, ``less`` another one, between two numbers."""
        number, terms = len(self._rows.ids), dict.fromkeys(columns, 1.0)
        if less is not None:
            terms[less] = -1.0
        self._rows.ids.append(number)
        self._rows.lower_bounds.append(least)
        self._rows.upper_bounds.append(most)
        ordered = sorted(terms)
        self._matrix.row_ids.extend([number] * len(ordered))
        self._matrix.column_ids.extend(ordered)
        self._matrix.coefficients.extend([terms[each] for each in ordered])

    def minimising(self, costs: Mapping[int, float]) -> mathopt.Model:
        """The model that minimises what the columns cost; those without a cost are free."""
        proto = model_pb2.ModelProto(
            variables=self._columns,
            linear_constraints=self._rows,
            linear_constraint_matrix=self._matrix,
        )
        proto.objective.linear_coefficients.ids.extend(sorted(costs))
        proto.objective.linear_coefficients.values.extend([costs[each] for each in sorted(costs)])
        return mathopt.Model.from_model_proto(proto)
