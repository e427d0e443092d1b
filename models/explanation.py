"""Why there is no rota, and what would help: the answer of ``explain`` (No answer)."""

from collections.abc import Mapping
from enum import StrEnum

from models.programme import Programme
from models.word import Word


class ExplanationStatus(StrEnum):
    """What an explanation says of the programme; one that is not proven is no guess."""

    ROTA_EXISTS = "rota_exists"
    IMPOSSIBLE = "impossible"
    NOT_PROVEN = "not_proven_impossible"
    STOPPED = "stopped"


class ClashMember(Word):
    """A rule or a fact that clashes with others, in one sentence.

    ``rule`` is a RuleCard's name, ``weeks`` are week numbers of the programme, ``figures`` the
    numbers in the sentence. ``settled`` says that without it a way to keep all the others was
    found; where it is false, time did not tell.
    """

    rule: str
    sentence: str
    la_codes: tuple[str, ...] = ()
    police_force_codes: tuple[str, ...] = ()
    inspector_ids: tuple[str, ...] = ()
    weeks: tuple[int, ...] = ()
    figures: Mapping[str, int] = {}
    settled: bool = True


class Clash(Word):
    """Rules and facts that cannot be kept together, and without any one of them can.

    ``sentence`` says why with figures; ``confirmed`` that a second solve with other parameters
    has shown it too, so many ``seconds`` after the run began.
    """

    sentence: str
    members: tuple[ClashMember, ...]
    confirmed: bool
    seconds: float = 0.0


class WayOut(Word):
    """A change with which a rota was found, which the checker passed.

    ``kind`` is one word for the kind of change, ``amount`` how much of it (people, weeks, starts,
    rows), ``settings`` its dotted keys of programme.toml with their values, if it has any;
    ``points`` are those of the rota that was found, which nobody has bettered yet, ``seconds``
    after the run began.
    """

    kind: str
    sentence: str
    amount: int
    programme: Programme
    settings: Mapping[str, int | float] = {}
    points: int
    seconds: float


class Explanation(Word):
    """Whether a rota exists; if none does, what clashes and what was tried and helps.

    ``said`` holds sentences beside: what was tried and does not help, what time did not settle.
    """

    status: ExplanationStatus
    clash: Clash | None = None
    ways_out: tuple[WayOut, ...] = ()
    said: tuple[str, ...] = ()
    seconds: float = 0.0
