"""What plain arithmetic shows before any search: that no rota can exist, and what is tightest."""

from models.programme import Programme
from planner.arithmetic.people import check_people
from planner.arithmetic.room import Room

_CHECKS = (check_people,)


def impossibilities(programme: Programme) -> tuple[str, ...]:
    """Why no rota exists, one sentence for each reason; () when arithmetic excludes none.

    Sound: a programme that has a rota gets no sentence. Not complete: a search may still show
    that there is none.
    """
    room = Room(programme)
    return tuple(sentence for check in _CHECKS for sentence in check(room))


def tightest(programme: Programme) -> tuple[str, ...]:
    """What leaves a search least room, with its numbers."""
    return ()
