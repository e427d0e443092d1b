"""What a card of the rulebook holds: a rule or a goal in words, and how its breach is said."""

from collections.abc import Mapping

from models.breach import Breach, Subject
from models.word import Word

#: How every rule says that a column of a rota states what is not so.
STATED = "The rota says that {column} of {whose} is {stated}; it is {counted}."


class RuleCard(Word):
    """One hard rule in problem.md's words; ``name`` names its check, its post and its test.

    ``breaches`` holds a sentence template for each way of breaking the rule, the plainest first.
    """

    id: str
    name: str
    title: str
    sentence: str
    source: str
    breaches: Mapping[str, str]

    def breach(
        self,
        way: str,
        subject: Subject,
        *,
        amount: int = 1,
        figures: Mapping[str, int] | None = None,
        **words: str,
    ) -> Breach:
        """A breach of this rule, said by the template of ``way`` from figures and words."""
        counted = dict(figures or {})
        return Breach(
            rule=self.name,
            sentence=self.breaches[way].format(**counted, **words),
            figures=counted,
            amount=amount,
            **subject._asdict(),
        )


class GoalCard(Word):
    """One soft goal in problem.md's words; ``name`` is its word in ``[goals]`` and names its files.

    ``sentence`` is the raw figure, a whole number in units of its own; its points are the raw
    figure times the policy's weight.
    """

    id: str
    name: str
    title: str
    sentence: str
