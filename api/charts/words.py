"""Text on its way into a chart: plotly renders some HTML, so what people typed is escaped."""

from datetime import date
from html import escape

# Not strftime's %b: a process set to another language would say another month.
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def plain(text: str) -> str:
    """``text`` so that plotly shows it letter by letter, tags, links and entities included."""
    return escape(text, quote=False)


def said_day(day: date) -> str:
    """A date as people write it: 3 Jun 2013."""
    return f"{day.day} {said_month(day)}"


def said_month(day: date) -> str:
    """The month of a date: Jun 2013."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def said_span(first: date, last: date) -> str:
    """Two dates, both included, as people write them."""
    return said_day(first) if first == last else f"{said_day(first)} to {said_day(last)}"
