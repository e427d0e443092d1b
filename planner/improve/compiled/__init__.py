"""The inner loop of the search, compiled where there is a compiler; see ``annealer.pyx``."""
