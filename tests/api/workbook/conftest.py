"""Workbooks as openpyxl reads them, a second program that shares nothing with the writer."""

import io
from collections.abc import Callable

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

Opened = Callable[[bytes], Workbook]


@pytest.fixture(scope="session")
def opened() -> Opened:
    """The workbook in some bytes."""
    return lambda data: load_workbook(io.BytesIO(data))
