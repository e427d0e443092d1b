"""An export's folder, written whole or not at all."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from api.errors import Refusal
from api.exports.csv import CERTIFICATE_FILE, certificate_text, rota_csv_tables
from api.exports.folder import refuse_foreign, write_folder
from api.exports.marking import MARKING_FILE, Marking, as_name, marking_text
from api.exports.share.cuts import CUTS, WHOLE, Cut, cuts_of
from api.exports.share.forms import ONE_FILE, Content, Source
from api.exports.share.index import INDEX_FILE, Listed, index_text, indexed_files, listed
from api.exports.share.previous import KEPT_FILES, KEPT_FOLDER, Previous, write_kept
from api.exports.share.shares import Shares
from models.tables import export_text

#: What may stand at the top of a folder that an export replaces.
EXPORT_FILES = frozenset({INDEX_FILE, MARKING_FILE, KEPT_FOLDER, *CUTS})


@dataclass(frozen=True)
class Export:
    """What is to be exported: from what, in which forms, cut how, and who may be told what."""

    source: Source
    shares: Shares
    forms: tuple[str, ...]
    kinds: tuple[str, ...]
    kept: Previous | None = None

    @property
    def needs_approval(self) -> bool:
        """Whether it tells more than one inspectorate's share beyond the reveal horizon.

        That takes two persons; inspectors' own files tell nothing that lies beyond it.
        """
        return self.shares.hides and any(kind != "inspector" for kind in self.kinds)


@dataclass(frozen=True)
class _Made:
    """A file that is about to be written, below the export's folder."""

    path: str
    form: str
    cut: Cut
    serial: str
    content: Content


def refuse_as_export(target: Path) -> None:
    """Refuse a folder that an export may not replace: one with anything that none of ours wrote."""
    where = target.expanduser()
    if where.is_dir() and any(where.iterdir()):
        ours = indexed_files(where)
        if ours is None:
            raise Refusal([f"{target} holds no {INDEX_FILE} of an export: give another folder"])
        strangers = _files_below(where) - ours - KEPT_FILES - {INDEX_FILE}
        named = sorted(each for each in strangers if Path(each).name != MARKING_FILE)
        if named:
            said = f"{target} holds what no export wrote ({named[0]})"
            raise Refusal([f"{said}: give another folder"])
        if (where / KEPT_FOLDER).exists():
            # Without its key and ledger, what was sent could never be moved or taken back.
            said = f"{target} holds the calendars that people were sent"
            raise Refusal([f"{said}: give another folder, and --previous {target}"])
    refuse_foreign(target, EXPORT_FILES)


def write_export(target: Path, export: Export) -> tuple[Listed, ...]:
    """Write an export's folder; returns the lines of its index.

    Raises ``Refusal`` where ``target`` holds what is no export, ``OSError`` where it cannot be
    written; the folder that was there is untouched by either.
    """
    lines: list[Listed] = []

    def fill(folder: Path) -> None:
        for made in _files(export):
            path = folder / made.path
            _make_marked(path.parent, export.source.marking)
            path.write_bytes(made.content.data)
            content = made.content
            lines.append(
                listed(made.serial, made.path, made.form, made.cut, content.rows, content.data)
            )
        _write(folder / INDEX_FILE, index_text(lines))
        _write(folder / MARKING_FILE, marking_text(export.source.marking))
        if export.kept is not None:
            write_kept(folder, export.kept)

    refuse_as_export(target)
    write_folder(target, EXPORT_FILES, fill)
    return tuple(lines)


def _files(export: Export) -> Iterator[_Made]:
    """Every file in the order of its serial number."""
    number = 1
    for cut, form in _cuts_and_forms(export):
        marking = export.source.marking.numbered(number)
        contents = _contents(export, cut, form, marking)
        for path, content in contents.items():
            yield _Made(path, form, cut, marking.serial, content)
        number += bool(contents)


def _cuts_and_forms(export: Export) -> Iterator[tuple[Cut, str]]:
    """Every cut in every form; whom the programme no longer has gets a calendar all the same.

    It takes back the events that were sent before.
    """
    known = list(cuts_of(export.source.programme, export.kinds))
    yield from product(known, export.forms)
    if "ics" in export.forms:
        gone = set(export.source.events).difference(known)
        wanted = (cut for cut in gone if cut.kind in export.kinds)
        yield from ((cut, "ics") for cut in sorted(wanted, key=lambda each: (each.kind, each.id)))


def _contents(export: Export, cut: Cut, form: str, marking: Marking) -> Mapping[str, Content]:
    """The files of one cut in one form, by their place below the folder; none if it has none."""
    name = f"{cut.kind}/{_name(cut, marking)}"
    if form == "csv" and cut.kind == WHOLE:
        return _whole_files(export.source, name)
    if form == "png":
        return _pictures(export.source, name, marking) if cut.kind == WHOLE else {}
    content = ONE_FILE[form](export.source, export.shares.of(cut), marking)
    return {f"{name}.{form}": content} if content else {}


def _name(cut: Cut, marking: Marking) -> str:
    """Serial number, classification and whose it is, by id: never a person, a place or a date."""
    return "-".join(filter(None, (marking.in_name, cut.kind, as_name(cut.id))))


def _whole_files(source: Source, name: str) -> Mapping[str, Content]:
    """The rota's own files in a folder of their own, which every command takes as a rota."""
    sheets = source.sheets
    tables = rota_csv_tables(sheets.programme, sheets.rota, sheets.goals)
    files = {
        f"{name}/{file}": Content(export_text(table).encode(), len(table.rows))
        for file, table in tables.items()
    }
    if sheets.certificate is not None:
        text = certificate_text(sheets.certificate)
        files[f"{name}/{CERTIFICATE_FILE}"] = Content(text.encode(), None)
    return files


def _pictures(source: Source, name: str, marking: Marking) -> Mapping[str, Content]:
    from api.exports.share.pictures import pictures

    drawn = pictures(source.sheets, marking)
    return {f"{name}-{picture}.png": Content(data, None) for picture, data in drawn}


def _make_marked(folder: Path, marking: Marking) -> None:
    """A folder with MARKING.txt in it, beside whatever CSV files it gets."""
    if not folder.exists():
        folder.mkdir(parents=True)
        _write(folder / MARKING_FILE, marking_text(marking))


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="")


def _files_below(folder: Path) -> frozenset[str]:
    """Every file below a folder, links included, by its path from there."""
    return frozenset(
        str(Path(above, name).relative_to(folder))
        for above, folders, names in os.walk(folder)
        for name in (*names, *(each for each in folders if Path(above, each).is_symlink()))
    )
