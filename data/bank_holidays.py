"""Reads bank_holidays.csv, or takes England's from a library where there is no such file."""

from collections.abc import Iterable
from datetime import date

from data import cells
from data.form import Column, Form, Values, may_be_blank
from data.known import Known

BankHoliday = tuple[date, str]


def form(known: Known) -> Form[BankHoliday]:
    """The form of bank_holidays.csv; where the file is there, it is the whole list."""
    columns = (Column("date", cells.day), may_be_blank("name", cells.text))
    return Form("bank_holidays.csv", _holiday, columns, unique=("date",))


def _holiday(values: Values) -> BankHoliday:
    return values["date"], values["name"]


def england(years: Iterable[int]) -> tuple[BankHoliday, ...]:
    """England's bank holidays of some years, substitute days included, by date."""
    # Importing the library takes a tenth of a second, which a file of one's own saves.
    import holidays

    found = holidays.country_holidays("GB", subdiv="ENG", years=years, language="en_GB")
    return tuple(sorted(found.items()))
