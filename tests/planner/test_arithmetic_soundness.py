"""Arithmetic says impossible only where it is, and of every authority that no week is left for."""

from hypothesis import HealthCheck, given, settings

from models.checks import check_rota
from models.programme import Programme
from planner.arithmetic import impossibilities, tightest
from planner.arithmetic.room import Room
from tests.planner.hindered import Found, hindered_programmes, programmes_with_a_rota


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(hindered_programmes())
def test_an_authority_that_no_week_is_left_for_never_goes_unsaid(asked: Programme) -> None:
    if not all(mask.any() for mask in Room(asked).possible.values()):
        assert impossibilities(asked)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(programmes_with_a_rota())
def test_a_programme_that_has_a_rota_is_never_called_impossible(found: Found) -> None:
    assert check_rota(found.asked, found.rota) == ()
    assert impossibilities(found.asked) == ()
    assert tightest(found.asked)
