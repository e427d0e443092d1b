"""The hash of a programme, by which a certificate says what was asked."""

import hashlib

from models.programme import Programme
from models.tables.programme_files import programme_tables
from models.tables.table import table_text


def inputs_sha256(programme: Programme) -> str:
    """The SHA-256 over the canonical CSV text of every file, whatever form the programme came in.

    An absent file counts as one without rows, a setting left out as its default.
    """
    digest = hashlib.sha256()
    for file, table in programme_tables(programme).items():
        text = table_text(table).encode()
        digest.update(f"{file} {len(text)}\n".encode() + text)
    return digest.hexdigest()
