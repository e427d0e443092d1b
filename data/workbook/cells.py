"""From one cell of a workbook to the text that a CSV file would have there, or why not."""

from data.cells import CellError, clean
from data.workbook.book import BookCell, Kind
from data.workbook.kinds import Holds

_TYPE_AGAIN = "give the column the format Text and type the code again"


def text_of(cell: BookCell, holds: Holds) -> str:
    """The text of a cell in a column that holds this. Raises ``CellError``."""
    if cell.kind is Kind.FORMULA:
        raise CellError("a formula; the value itself is wanted: paste it as values")
    if cell.kind is Kind.ERROR:
        raise CellError("an error of the spreadsheet; a value is wanted")
    if cell.kind is Kind.TEXT:
        return _clean_text(cell.text)
    if holds is Holds.CODE:
        raise CellError(_changed_code(cell.kind))
    if cell.kind is Kind.TIME:
        raise CellError(_TIME[holds])
    if holds is Holds.DATE and cell.kind is Kind.NUMBER:
        raise CellError("a number where a date is wanted: give the cell a date format, or type it")
    if holds is Holds.NUMBER and cell.kind is Kind.DATE:
        raise CellError("a date where a number is wanted: give the cell a number format")
    return cell.text


_TIME = {
    Holds.DATE: "a time stands there; a date without one is wanted",
    Holds.NUMBER: "a time stands there; a number is wanted",
    Holds.WORDS: "a time stands there; text is wanted",
}


def _clean_text(text: str) -> str:
    if "\0" in text:
        raise CellError("there is a NUL character, which no text holds")
    return clean(text)


def _changed_code(kind: Kind) -> str:
    if kind is Kind.NUMBER:
        return f"the code has become a number and may have lost a leading zero; {_TYPE_AGAIN}"
    if kind is Kind.YES_NO:
        return f"the code has become TRUE or FALSE; {_TYPE_AGAIN}"
    return f"the code has become a date; {_TYPE_AGAIN}"
