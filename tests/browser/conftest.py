"""A rota of sixty authorities as a page and as a service, and a Chromium that tells on both."""

import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import BrowserContext, Page

from api.charts import Sheets
from api.completion import complete
from api.main import create_app
from api.pages.page import inline_assets, render_page
from models.measures import measure_goals
from models.programme import Programme
from models.result import CurvePoint
from models.rota import Rota

AUTHORITIES = 60
REGIONS = ("North", "South", "East")
NASTY = "<b>Alton</b> & <a href='https://elsewhere.example'>go</a> $x$"


def _place(number: int) -> Mapping[str, Any]:
    """Authority A1 to A60; five in a force, regions in turn, the first with a name to escape."""
    return {
        "name": NASTY if number == 1 else f"Place {number}",
        "police_force_code": f"F{number % 12:02}",
        "region": REGIONS[number % 3],
    }


@pytest.fixture(scope="session")
def sheets(make_programme: Callable[..., Programme], make_rota: Callable[..., Rota]) -> Sheets:
    """One inspection every second week; three teams take turns."""
    places = [_place(number) for number in range(1, AUTHORITIES + 1)]
    programme = make_programme(
        places,
        inspectors={"ofsted": 12, "hmic": 6, "cqc": 3, "hmi_probation": 3, "hmi_prisons": 1},
        weeks=156,
        absences=[
            {"inspector_id": "ofsted-12", "start": date(2014, 3, 3), "end": date(2014, 3, 14)}
        ],
        establishments=[{"establishment": "Hall", "kind": "mother_and_baby_unit", "la_code": "A7"}],
    )
    slots = {f"A{number}": 2 * number for number in range(1, AUTHORITIES + 1)}
    by_hand = make_rota(programme, slots, {code: _team(code) for code in slots})
    whole = complete(programme, by_hand)
    goals = measure_goals(programme, whole)
    curve = (CurvePoint(seconds=1, total=goals.total + 5), CurvePoint(seconds=2, total=goals.total))
    return Sheets(programme, whole, goals, None, curve)


def _team(code: str) -> list[str]:
    turn = int(code[1:]) % 3
    ofsted = [f"ofsted-{4 * turn + member}" for member in (1, 2, 3, 4)]
    hmic = [f"hmic-{2 * turn + member}" for member in (1, 2)]
    prisons = ["hmi_prisons-1"] if code == "A7" else []
    return [*ofsted, *hmic, f"cqc-{turn + 1}", f"hmi_probation-{turn + 1}", *prisons]


@pytest.fixture(scope="session")
def page_file(sheets: Sheets, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The self-contained page."""
    path = tmp_path_factory.mktemp("page") / "rota.html"
    path.write_text(render_page(sheets, inline_assets()), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def service_address(sheets: Sheets) -> Iterator[str]:
    """The service under a real server, in a thread of this process."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(sheets), log_level="critical"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
    server.should_exit = True
    thread.join()


@pytest.fixture
def watched(context: BrowserContext) -> Iterator[Page]:
    """A tab that must ask nothing of another machine, log no error and raise none."""
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(f"{said.type}: {said.text}"))
    page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
    page.on("request", lambda asked: complaints.extend(_elsewhere(asked.url)))
    yield page
    assert complaints == []


def _elsewhere(address: str) -> list[str]:
    ours = ("file:", "data:", "blob:", "http://127.0.0.1:")
    return [] if address.startswith(ours) else [f"request: {address}"]
