"""What plain arithmetic shows before any search: that no rota can exist, and what is tightest."""

from models.programme import Programme
from planner.arithmetic.concerns import check_concerns
from planner.arithmetic.openings import check_openings
from planner.arithmetic.people import check_people
from planner.arithmetic.pins import check_pins
from planner.arithmetic.places import check_places
from planner.arithmetic.room import Room
from planner.arithmetic.tight import say_tightest
from planner.arithmetic.work import check_work

_CHECKS = (check_people, check_openings, check_pins, check_places, check_work, check_concerns)


def impossibilities(programme: Programme) -> tuple[str, ...]:
    """Why no rota exists, one sentence for each reason; () when arithmetic excludes none.

    Sound: a programme that has a rota gets no sentence. Not complete: a search may still show
    that there is none.
    """
    room = Room(programme)
    return tuple(sentence for check in _CHECKS for sentence in check(room))


def tightest(programme: Programme) -> tuple[str, ...]:
    """What leaves a search least room, with its numbers: people, force, places and weeks."""
    return tuple(say_tightest(Room(programme)))
