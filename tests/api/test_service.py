"""The read-only service as a real process: what it answers, to whom, and what it logs."""

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from api.charts import CHARTS
from api.exit_codes import ExitCode
from models.result import PlanResult

ROTA = Path(sys.executable).with_name("rota")


class Service:
    """A running service, its client, and what it has logged once it is stopped."""

    def __init__(self, programme: Path, rota: Path) -> None:
        self.port = _free_port()
        self.process = subprocess.Popen(
            [ROTA, "serve", programme, rota, "--port", str(self.port)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        # The line is said once the socket is bound; a request then waits its turn.
        self.said = self.process.stdout.readline()
        self.client = httpx.Client(base_url=f"http://127.0.0.1:{self.port}", timeout=60)

    def stop(self, how: signal.Signals) -> str:
        """End it by a signal; returns its log."""
        self.client.close()
        self.process.send_signal(how)
        _, log = self.process.communicate()
        return log


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@pytest.fixture(scope="module")
def service(programme_folder: Path, rota_folder: Path) -> Iterator[Service]:
    """The service of the small rota, for all tests of this file."""
    running = Service(programme_folder, rota_folder)
    yield running
    running.stop(signal.SIGKILL)


def test_service_says_where_it_is(service: Service) -> None:
    assert f"http://127.0.0.1:{service.port}/" in service.said


def test_inspections_are_those_of_the_rota(service: Service) -> None:
    inspections = service.client.get("/v1/inspections").json()
    assert [each["la_code"] for each in inspections] == ["A1", "A2", "A3", "A4"]
    assert inspections[1]["sizes"]["hmi_prisons"] == 1


def test_roster_file_is_the_roster_of_the_rota(service: Service, rota_folder: Path) -> None:
    answer = service.client.get("/v1/roster.csv")
    assert answer.headers["content-type"].startswith("text/csv")
    assert answer.text == (rota_folder / "roster.csv").read_text("utf-8")


def test_rosters_can_be_asked_for_by_share_without_a_code_in_the_address(service: Service) -> None:
    whole = service.client.get("/v1/rosters").json()
    share = service.client.post("/v1/rosters", json={"inspector": "hmic-2"}).json()
    assert share == [row for row in whole if row["inspector_id"] == "hmic-2"]
    assert len(share) == 2


def test_force_reviews_say_who_carries_and_who_does_not(service: Service) -> None:
    stories = service.client.get("/v1/force-reviews").json()
    told = {each["la_code"]: each["review"] for story in stories for each in story["inspections"]}
    assert told == {"A1": "first", "A2": "change", "A3": "no", "A4": "first"}


def test_goals_and_certificate_are_those_of_the_run(service: Service, result: PlanResult) -> None:
    assert result.goals is not None
    assert service.client.get("/v1/goals").json()["total"] == result.goals.total
    certificate = service.client.get("/v1/certificate").json()
    assert certificate == result.certificate.model_dump(mode="json")


@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_is_plotly_json(service: Service, name: str) -> None:
    assert name in service.client.get("/v1/charts").json()
    assert {"data", "layout"} <= service.client.get(f"/v1/charts/{name}").json().keys()


def test_the_page_and_what_it_loads_come_from_here_alone(service: Service) -> None:
    page = service.client.get("/").text
    loaded = re.findall(r'(?:src|href)="(?!#|data:)([^"]+)"', page)
    assert sorted(loaded) == ["/assets/page.css", "/assets/page.js", "/assets/plotly.min.js"]
    for address in loaded:
        assert service.client.get(address).status_code == 200


@pytest.mark.parametrize("path", ["/", "/v1/goals", "/v1/nothing", "/assets/page.js"])
def test_every_answer_forbids_keeping_and_loading_from_elsewhere(
    service: Service, path: str
) -> None:
    headers = service.client.get(path).headers
    assert headers["cache-control"] == "no-store"
    policy = headers["content-security-policy"]
    assert "script-src 'self';" in policy
    assert "unsafe-eval" not in policy
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "path", ["/docs", "/redoc", "/v1/charts/Leeds", "/v1/../secrets", "/Leeds"]
)
def test_there_is_nothing_elsewhere_and_the_answer_does_not_repeat_the_question(
    service: Service, path: str
) -> None:
    answer = service.client.get(path)
    assert answer.status_code == 404
    assert answer.json() == {"detail": "There is nothing here."}


@pytest.mark.parametrize(
    "body", [{"inspectorate": "Leeds-2014"}, {"Leeds-2014": 1}, {"from_day": "Leeds-2014"}, []]
)
def test_a_wrong_question_is_refused_without_being_repeated(service: Service, body: object) -> None:
    answer = service.client.post("/v1/rosters", json=body)
    assert answer.status_code == 422
    assert "Leeds" not in answer.text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_changed(service: Service, method: str) -> None:
    assert service.client.request(method, "/v1/inspections").status_code == 405


@pytest.mark.parametrize("host", ["elsewhere.example", "127.0.0.1.elsewhere.example", ""])
def test_a_request_under_another_name_is_refused(service: Service, host: str) -> None:
    # A page from elsewhere that points its own name at this machine would ask so.
    answer = service.client.get("/v1/goals", headers={"host": host})
    assert answer.status_code == 400
    assert "points" not in answer.text


def test_service_listens_on_the_loopback_address_alone(service: Service) -> None:
    port, listening = f"{service.port:04X}", "0A"
    lines = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    own = {line[1] for line in lines if line[1].endswith(f":{port}") and line[3] == listening}
    assert own == {f"0100007F:{port}"}


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_log_holds_routes_and_statuses_and_nothing_that_was_asked(
    how: signal.Signals, programme_folder: Path, rota_folder: Path, nasty: str
) -> None:
    service = Service(programme_folder, rota_folder)
    service.client.get("/v1/inspections", params={"authority": "Leeds-2014"})
    service.client.get("/v1/charts/Leeds-2014")
    service.client.get("/Leeds-2014")
    service.client.post("/v1/rosters", json={"authority": "Leeds-2014"})
    log = service.stop(how)
    assert "GET /v1/inspections 200" in log
    assert "GET /v1/charts/{name} 404" in log
    assert "Leeds" not in log
    assert "Alton" not in log
    assert "Traceback" not in log
    assert service.process.returncode == ExitCode.STOPPED


def test_cannot_serve_on_a_port_that_is_taken(
    service: Service, programme_folder: Path, rota_folder: Path
) -> None:
    run = subprocess.run(
        [ROTA, "serve", programme_folder, rota_folder, "--port", str(service.port)],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    assert run.returncode == ExitCode.BAD_INPUT
    assert "cannot listen" in run.stderr
