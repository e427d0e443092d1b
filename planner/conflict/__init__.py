"""Why there is no rota: the smallest conflict, confirmed, in the customer's words."""

from planner.conflict.explain import explain, explain_changes
from planner.conflict.options import ExplainOptions

__all__ = ["ExplainOptions", "explain", "explain_changes"]
