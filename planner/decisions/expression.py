"""The type of what the model counts: an expression, or a whole number where nothing is open."""

from typing import TypeAlias

from ortools.sat.python import cp_model

Expression: TypeAlias = cp_model.LinearExpr | int
