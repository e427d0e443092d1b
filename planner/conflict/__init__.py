"""Why there is no rota: the smallest conflict, confirmed, in the customer's words."""

from planner.conflict.explain import explain
from planner.conflict.options import ExplainOptions

__all__ = ["ExplainOptions", "explain"]
