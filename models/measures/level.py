"""G6: months over the even load."""

from collections import Counter

from models.counting.days import national_starts
from models.programme import Programme
from models.rota import Rota


def measure(programme: Programme, rota: Rota) -> int:
    """Starts of a calendar month past the even load and one more, summed over months.

    The even load is the number of authorities over the calendar months in which closed periods
    and national blackouts leave a start week, rounded up.
    """
    open_months = {(monday.year, monday.month) for monday in national_starts(programme)}
    if not open_months:
        return 0
    even_load = -(-len(programme.authorities) // len(open_months))
    starts = Counter((each.start.year, each.start.month) for each in rota.inspections)
    return sum(max(0, count - even_load - 1) for count in starts.values())
