"""The tables beside the Gantt charts: inspections, forces, the roster, and leave."""

from api.charts.gantt_inspectors import roster_key
from api.charts.sheets import Row, Sheets
from api.pages.tables import Cell, Column, PageTable, TableRow, cells, day
from models.inspectorate import ON_SITE, Inspectorate

_REVIEW = {"first": "first", "change": "after a change", "no": "no", "": ""}


def inspections_table(sheets: Sheets) -> PageTable:
    """The rows of inspections.csv, each with its authority's region and force."""
    headings = ("Authority", "Code", "Region", "Police force", "Starts", "Ends", "Band")
    columns = [Column(heading) for heading in (*headings, "Force-wide review")]
    columns += [Column(body.title, number=True) for body in ON_SITE] + [Column("Lead")]
    rows = tuple(_inspection(sheets, row) for row in sheets.inspections)
    return PageTable("Inspections, one row each: inspections.csv", tuple(columns), rows)


def _inspection(sheets: Sheets, row: Row) -> TableRow:
    code = row["la_code"]
    return TableRow(
        cells(
            row["name"],
            code,
            sheets.programme.authority_of[code].region,
            _force_name(sheets, row),
            day(row["start"]),
            day(row["end"]),
            row["band"].replace("_", " "),
            _REVIEW[row["force_wide_review"]],
            *(row[body.value] for body in ON_SITE),
            _person(sheets, row["lead"]),
        ),
        key=code,
        line=code,
        place=code,
    )


def forces_table(sheets: Sheets) -> PageTable:
    """The rows of inspections.csv by force, with who comes from HMIC."""
    headings = ("Police force", "Authority", "Starts", "Ends", "Force-wide review")
    columns = (*map(Column, headings), Column("From HMIC"))
    in_order = sorted(sheets.inspections, key=lambda row: (_force_name(sheets, row), row["start"]))
    rows = tuple(_in_force(sheets, row) for row in in_order)
    return PageTable("Inspections by police force: inspections.csv", columns, rows)


def _in_force(sheets: Sheets, row: Row) -> TableRow:
    inspector_of = sheets.programme.inspector_of
    team = (inspector_of[each.inspector_id] for each in sheets.rota.team_of.get(row["la_code"], ()))
    from_hmic = [each.name for each in team if each.inspectorate is Inspectorate.HMIC]
    return TableRow(
        cells(
            _force_name(sheets, row),
            row["name"],
            day(row["start"]),
            day(row["end"]),
            _REVIEW[row["force_wide_review"]],
            ", ".join(from_hmic),
        ),
        key=row["la_code"],
        line=row["police_force_code"],
        place=row["la_code"],
    )


def roster_page_table(sheets: Sheets) -> PageTable:
    """The rows of roster.csv."""
    headings = (
        "Inspector", "Inspectorate", "Role", "Authority", "Police force", "Inspection starts",
        "On site from", "On site to", "Busy from", "Busy to", "Force-wide review",
    )  # fmt: skip
    rows = tuple(_roster_row(sheets, row) for row in sheets.roster)
    return PageTable("Who is where: roster.csv", tuple(map(Column, headings)), rows)


def _roster_row(sheets: Sheets, row: Row) -> TableRow:
    columns = ("start", "on_site_from", "on_site_to", "busy_from", "busy_to")
    return TableRow(
        cells(
            row["inspector"],
            Inspectorate(row["inspectorate"]).title,
            row["role"],
            row["authority"],
            _force_name(sheets, row),
            *(day(row[column]) for column in columns),
            _REVIEW[row["force_wide_review"]],
        ),
        key=roster_key(row),
        line=row["inspector_id"],
        place=row["la_code"],
        body=row["inspectorate"],
    )


def leave_table(sheets: Sheets) -> PageTable:
    """The days on which inspectors are away; why is nobody's business here."""
    programme = sheets.programme
    columns = (Column("Inspector"), Column("Inspectorate"), Column("From"), Column("To"))
    rows = tuple(
        TableRow(
            cells(person.name, person.inspectorate.title, *map(_iso, (each.start, each.end))),
            body=person.inspectorate.value,
            year=str(programme.calendar.year_of(programme.calendar.week_of(each.start))),
        )
        for each in sorted(programme.absences, key=lambda each: (each.start, each.inspector_id))
        for person in [programme.inspector_of[each.inspector_id]]
    )
    return PageTable("Leave and other absence: absences.csv", columns, rows)


def _iso(when: object) -> Cell:
    return day(str(when))


def _force_name(sheets: Sheets, row: Row) -> str:
    return sheets.programme.force_of[row["police_force_code"]].name


def _person(sheets: Sheets, inspector_id: str) -> str:
    inspector = sheets.programme.inspector_of.get(inspector_id)
    return inspector.name if inspector else inspector_id
