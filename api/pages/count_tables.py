"""The tables of counts: people on site by week, starts by month, goals, the run, the notes."""

from api.charts.on_site import people_there, places_by_week, taking_part
from api.charts.sheets import Sheets
from api.charts.starts_per_month import places_by_month
from api.charts.words import said_month
from api.pages.tables import Cell, Column, PageTable, TableRow, cells, day
from models.notes import notes
from models.result import CurvePoint, gap_of
from models.rulebook import GOAL_OF, RULE_OF


def on_site_table(sheets: Sheets) -> PageTable:
    """One row a week; the counts of people on site are those of the chart's bars."""
    programme = sheets.programme
    bodies, places = taking_part(programme), places_by_week(sheets)
    columns = [Column("Week", number=True), Column("Monday")]
    for body in bodies:
        columns += [Column(f"{body.title} on site", number=True), Column("there are", number=True)]
    rows = []
    for week in range(programme.weeks):
        counts = []
        for panel, body in enumerate(bodies):
            here = Cell(str(len(places[body].get(week, ()))), trace=2 * panel)
            counts += [here, Cell(str(people_there(programme, body, week)))]
        monday = day(programme.calendar.monday(week).isoformat())
        year = str(programme.calendar.year_of(week))
        rows.append(TableRow(cells(week, monday, *counts), year=year))
    caption = "People on site and people there, by week"
    return PageTable(caption, tuple(columns), tuple(rows))


def months_table(sheets: Sheets) -> PageTable:
    """One row a month; the counts are those of the chart's bars."""
    rows = tuple(
        TableRow(cells(Cell(said_month(first), first.isoformat()), Cell(str(len(codes)), trace=0)))
        for first, codes in places_by_month(sheets).items()
    )
    columns = (Column("Month"), Column("Starts", number=True))
    return PageTable("Starts by calendar month", columns, rows)


def goals_page_table(sheets: Sheets) -> PageTable:
    """One row a goal, and the total."""
    columns = (
        Column("Goal"), Column("What it counts"), Column("Raw figure", number=True),
        Column("Weight", number=True), Column("Points", number=True), Column("Bound", number=True),
    )  # fmt: skip
    scored = [
        cells(
            f"{GOAL_OF[each.goal].id} {each.goal}",
            GOAL_OF[each.goal].title,
            *map(_number, (each.raw, each.weight, each.points, each.bound)),
        )
        for each in sheets.goals.scores
    ]
    total = cells("total", "", "", "", *map(_number, (sheets.goals.total, sheets.goals.bound)))
    return PageTable("Goals: goals.csv", columns, tuple(map(TableRow, [*scored, total])))


def _number(value: int | None) -> Cell:
    return Cell("") if value is None else Cell(f"{value:,}", str(value))


def curve_table(sheets: Sheets) -> PageTable:
    """One row each time the best total fell or its bound rose; the gap is between the two."""
    columns = (
        Column("Seconds", number=True), Column("Best total", number=True),
        Column("Bound", number=True), Column("Gap", number=True),
    )  # fmt: skip
    rows = tuple(
        TableRow(cells(f"{each.seconds:.1f}", _number(each.total), _number(each.bound), _gap(each)))
        for each in sheets.curve
    )
    return PageTable("The run: curve.csv", columns, rows)


def _gap(point: CurvePoint) -> Cell:
    gap = gap_of(point.total, point.bound)
    return Cell("") if gap is None else Cell(f"{gap:.1%}", f"{gap:.6f}")


def notes_table(sheets: Sheets) -> PageTable:
    """What the rota has to say of itself."""
    columns = (Column("Rule"), Column("About"), Column("Note"))
    rows = tuple(
        TableRow(cells(_rule(note.rule), note.key, note.message))
        for note in notes(sheets.programme, sheets.rota)
    )
    return PageTable("Notes: notes.csv", columns, rows)


def _rule(name: str) -> str:
    card = RULE_OF.get(name)
    return f"{card.id} {card.title}" if card else name
