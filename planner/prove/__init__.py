"""Bounds that hold for every rota: relaxations of the whole, one a file."""

from planner.prove.names import names_bound

__all__ = ["names_bound"]
