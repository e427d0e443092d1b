"""Which authorities an inspector may be told by name: those whose start is near enough."""

from collections import defaultdict
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from api.exports.run_files import day_of_certificate
from models.programme import Programme
from models.rota import Rota


def revealed_codes(programme: Programme, rota: Rota, today: date) -> frozenset[str]:
    """The codes of the authorities within the policy's reveal horizon, or past, on ``today``.

    One that a broken rota inspects twice is revealed with its last start.
    """
    starts: dict[str, set[date]] = defaultdict(set)
    for inspection in rota.inspections:
        starts[inspection.la_code].add(inspection.start)
    horizon = today + timedelta(weeks=programme.policy.reveal.weeks)
    return frozenset(code for code, days in starts.items() if max(days) <= horizon)


def london_now() -> datetime:
    """The time of the clock, as people in England have it."""
    return datetime.now(ZoneInfo("Europe/London"))


def reveal_day(today: date | None, rota: Path, now: datetime) -> date:
    """The day on which the horizon counts: as said, else the certificate's, else the clock's."""
    return today or day_of_certificate(rota) or now.date()
