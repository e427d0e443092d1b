"""A tier of a re-plan: how little is changed, and the proof that less is impossible."""

from models.word import Word


class Tier(Word):
    """One tier of a re-plan, in its order: the number reached and the proven least.

    ``name`` is frozen_slots, frozen_deployments, slots, deployments or goals (in points); no rota
    that is as good in every earlier tier goes below ``least``.
    """

    name: str
    reached: int
    least: int

    @property
    def is_proven(self) -> bool:
        """Whether the number reached is the least there can be."""
        return self.reached == self.least
