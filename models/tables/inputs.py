"""The hash of a programme or a rota, by which a certificate says what was asked."""

import hashlib
from collections.abc import Mapping

from models.programme import Programme
from models.rota import Rota
from models.tables.programme_files import programme_tables
from models.tables.rota_files import stated_tables
from models.tables.table import Table, table_text


def inputs_sha256(programme: Programme) -> str:
    """The SHA-256 over the canonical CSV text of every file, whatever form the programme came in.

    An absent file counts as one without rows, a setting left out as its default.
    """
    return _sha256(programme_tables(programme))


def rota_sha256(rota: Rota) -> str:
    """The SHA-256 over the canonical CSV text of what a rota states, file by file."""
    return _sha256(stated_tables(rota))


def _sha256(tables: Mapping[str, Table]) -> str:
    digest = hashlib.sha256()
    for file, table in tables.items():
        text = table_text(table).encode()
        digest.update(f"{file} {len(text)}\n".encode() + text)
    return digest.hexdigest()
