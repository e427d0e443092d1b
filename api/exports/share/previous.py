"""Where this week's calendars go on from: last week's export, its rota, or nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from api.completion import complete
from api.errors import Refusal
from api.exports.calendar import EMPTY, Audience, Ledger, draw_key, key_of_seed
from api.exports.calendar.events import EventKey, key_of
from api.exports.calendar.ledger import CONFIRMED, Line, ledger_text, read_ledger
from api.exports.calendar.spans import stretches_of
from api.exports.csv import SEED_FILE, write_secret
from api.exports.run_files import read_certificate
from api.exports.share.index import INDEX_FILE
from data import open_baseline
from data.problems import DataProblems
from models.programme import Programme
from models.rota import Rota

#: The folder of an export that stays with whoever exports, and the two files in it.
KEPT_FOLDER = "kept"
KEY_FILE, LEDGER_FILE = "calendar_key.txt", "calendars.csv"
KEPT_FILES = frozenset({f"{KEPT_FOLDER}/{KEY_FILE}", f"{KEPT_FOLDER}/{LEDGER_FILE}"})

_KEY_BYTES = 32


@dataclass(frozen=True)
class Previous:
    """The key of all calendars of a programme, and what was last said of each event."""

    key: bytes
    ledger: Ledger


def start_of_calendars(rota: Path) -> Previous:
    """The start of a rota's first calendars: the key of its seed, or else a new one."""
    return Previous(_key_of(rota) or draw_key(), EMPTY)


def read_previous(folder: Path, programme: Programme) -> Previous:
    """Where last week's calendars ended, by its export or by the rota that was exported.

    Raises ``Refusal`` where the folder is neither, or its calendars cannot be gone on from.
    """
    where = folder.expanduser()
    if (where / KEPT_FOLDER).is_dir():
        return _read_kept(where / KEPT_FOLDER, folder)
    if (where / INDEX_FILE).is_file():
        raise Refusal([f"{folder} is an export without calendars: leave --previous out"])
    return _of_rota(where, folder, programme)


def write_kept(target: Path, previous: Previous) -> None:
    """Write key and ledger into a new folder of an export, readable by their owner alone."""
    (target / KEPT_FOLDER).mkdir(mode=0o700)
    write_secret(target / KEPT_FOLDER / KEY_FILE, previous.key.hex() + "\n")
    write_secret(target / KEPT_FOLDER / LEDGER_FILE, ledger_text(previous.ledger))


def _read_kept(kept: Path, folder: Path) -> Previous:
    try:
        key = bytes.fromhex((kept / KEY_FILE).read_text(encoding="utf-8").strip())
        ledger = read_ledger((kept / LEDGER_FILE).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        raise Refusal(
            [f"{folder}: what is in its folder {KEPT_FOLDER} cannot be read as an export wrote it"]
        ) from None
    if len(key) != _KEY_BYTES:
        raise Refusal([f"{folder}: its {KEPT_FOLDER}/{KEY_FILE} holds no key of an export"])
    return Previous(key, ledger)


def _key_of(rota: Path) -> bytes | None:
    try:
        seed = (rota.expanduser() / SEED_FILE).read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        return None
    return key_of_seed(seed)


def _of_rota(where: Path, folder: Path, programme: Programme) -> Previous:
    """The calendars of a rota's first export, made again from the rota."""
    certificate = read_certificate(where)
    if certificate is not None and certificate.baseline_sha256:
        raise Refusal(
            [
                f"{folder} is the rota of a re-plan, so its calendars went on from earlier ones: "
                "give the folder that rota export wrote of it"
            ]
        )
    key = _key_of(where)
    if key is None:
        raise Refusal(
            [
                f"{folder} holds neither an export's calendars nor a rota with a seed of 32 "
                "digits, from which its calendars could be told: give last week's export"
            ]
        )
    try:
        baseline = open_baseline(where, programme)
    except DataProblems as found:
        raise Refusal(map(str, found.problems)) from None
    rotas = complete(programme, baseline.rota), baseline.dropped
    said = (pair for rota in rotas for pair in _said(programme, rota))
    return Previous(key, dict(said))


def _said(programme: Programme, rota: Rota) -> Iterator[tuple[EventKey, Line]]:
    """That every event of a rota was told to both audiences, in words that nobody knows now.

    How much was revealed then is not known, so whatever is told next counts as a change.
    """
    for each, audience in product(stretches_of(rota), Audience):
        who = programme.inspector_of.get(each.inspector_id)
        where = rota.inspection_of.get(each.la_code)
        line = Line(
            who.inspectorate.value if who else "",
            (where.police_force_code if where else None) or "",
            each.start,
            each.end,
            sequence=0,
            status=CONFIRMED,
            content="",
        )
        yield key_of(audience, each), line


def before(previous: Path | None, rota: Path, programme: Programme) -> Previous:
    """Where the calendars of ``rota`` go on from, or begin."""
    return read_previous(previous, programme) if previous else start_of_calendars(rota)
