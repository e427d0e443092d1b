"""An export of the small programme, its calendars read by another library, and drawn rotas."""

import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import vobject
from hypothesis import strategies as st

from api.charts import Sheets
from api.exports.calendar import EMPTY, events_of, issued
from api.exports.marking import Marking
from api.exports.share import Export, Previous, Shares, revealed_codes, write_export
from api.exports.share.forms import Source
from models.attendance import Activity, Attendance
from models.deployment import Deployment, Role
from models.inspection import Inspection
from models.programme import Programme
from models.rota import Rota

#: A day on which A1 has begun, A2 is within the reveal horizon, and A3 and A4 are not.
TODAY = date(2014, 3, 3)
KEY = bytes(range(32))
MARKING = Marking(
    "OFFICIAL-SENSITIVE", "Ann", datetime(2014, 7, 28, 9, 30, tzinfo=ZoneInfo("Europe/London")),
    "0a1b2c3d",
)  # fmt: skip

START = Previous(KEY, EMPTY)


@dataclass(frozen=True)
class Read:
    """An event as vobject reads it; ``end`` is the day after the last one."""

    uid: str
    sequence: int
    status: str
    start: date
    end: date
    title: str
    description: str
    transp: str


def _read(calendar: bytes) -> tuple[Read, ...]:
    """Every event of a calendar, by a library that is not the one that wrote it."""
    found = vobject.readOne(calendar.decode())
    return tuple(
        Read(
            each.uid.value,
            int(each.sequence.value),
            each.status.value,
            each.dtstart.value,
            each.dtend.value,
            each.summary.value,
            each.description.value if hasattr(each, "description") else "",
            each.transp.value,
        )
        for each in found.vevent_list
    )


@pytest.fixture(scope="session")
def read_calendar() -> Callable[[bytes], tuple[Read, ...]]:
    return _read


@pytest.fixture(scope="session")
def marking() -> Marking:
    return MARKING


@pytest.fixture(scope="session")
def today() -> date:
    return TODAY


@pytest.fixture(scope="session")
def calendar_key() -> bytes:
    return KEY


@pytest.fixture(scope="session")
def make_export(sheets: Sheets) -> Callable[..., Export]:
    """What is exported of the small rota, as of a day and in some forms and cuts."""

    def make(
        forms: tuple[str, ...] = ("csv", "xlsx", "ics", "html"),
        kinds: tuple[str, ...] = ("whole", "inspector", "inspectorate", "authority", "force"),
        today: date = TODAY,
        before: Previous = START,
        sheets: Sheets = sheets,
    ) -> Export:
        programme, rota = sheets.programme, sheets.rota
        revealed = revealed_codes(programme, rota, today)
        issue = issued(before.key, before.ledger, events_of(programme, rota, revealed))
        source = Source(sheets, issue, MARKING)
        kept = Previous(issue.key, issue.ledger)
        return Export(source, Shares(programme, rota, revealed), forms, kinds, kept)

    return make


@pytest.fixture(scope="session")
def exported(make_export: Callable[..., Export], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small rota exported in every form but pictures; read it, never write it."""
    folder = tmp_path_factory.mktemp("export") / "out"
    write_export(folder, make_export())
    return folder


@pytest.fixture(scope="session")
def rotas(programme: Programme) -> st.SearchStrategy[Rota]:
    """Drawn rotas of the small programme: any slots, any people, any days on site."""
    return _rotas(programme)


@st.composite
def _rotas(draw: st.DrawFn, programme: Programme) -> Rota:
    slots: Mapping[str, int] = draw(
        st.dictionaries(st.sampled_from(sorted(programme.authority_of)), st.integers(1, 50))
    )
    inspections, deployments, attendance = [], [], []
    for la_code, week in slots.items():
        monday = programme.calendar.monday(week)
        inspections.append(Inspection(la_code=la_code, start=monday))
        people = st.sets(st.sampled_from(sorted(programme.inspector_of)), max_size=3)
        for inspector_id in sorted(draw(people)):
            weeks = draw(st.integers(1, 4))
            deployments.append(
                Deployment(
                    la_code=la_code,
                    inspector_id=inspector_id,
                    role=draw(st.sampled_from(list(Role))),
                    busy_from=monday,
                    busy_to=monday + timedelta(weeks=weeks, days=-3),
                )
            )
            attendance += [
                Attendance(
                    date=monday + timedelta(days=day),
                    la_code=la_code,
                    inspector_id=inspector_id,
                    activity=draw(st.sampled_from(list(Activity))),
                )
                for day in sorted(draw(st.sets(st.integers(0, 4), max_size=5)))
            ]
    return Rota(
        inspections=tuple(inspections),
        deployments=tuple(deployments),
        attendance=tuple(attendance),
    )


@pytest.fixture(scope="session")
def week_1(
    rota_command: Callable[..., subprocess.CompletedProcess[str]],
    programme_folder: Path,
    rota_folder: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """The calendars of a first week."""
    out = tmp_path_factory.mktemp("week") / "1"
    done = rota_command(
        "export",
        programme_folder,
        rota_folder,
        "--out",
        out,
        "--format",
        "ics",
        "--today",
        str(TODAY),
        "--exported-by",
        "Ann",
    )
    assert done.returncode == 0, done.stderr
    return out
