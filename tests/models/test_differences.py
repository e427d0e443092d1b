"""Differences: applied to the one rota they yield the other, and their reverse the first."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from models.differences import applied, differences, undone
from models.tables import rota_in_file_order
from tests.data.drawn_programmes import programmes
from tests.data.drawn_rotas import rotas


def because(la_code: str, item: str) -> str:
    return f"{la_code} {item}"


@settings(max_examples=150)
@given(st.data())
def test_any_rota_follows_from_any_other(data: Any) -> None:
    programme = data.draw(programmes())
    before = rota_in_file_order(data.draw(rotas(programme)))
    after = rota_in_file_order(data.draw(rotas(programme)))
    found = differences(before, after, because)
    assert applied(before, found) == after
    assert applied(after, undone(found)) == before
