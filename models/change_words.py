"""How sentences and files say a change: whom, where and when, never its reason."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from models.changes import Change, ChangeKind
from models.events import BlackoutScope
from models.folding import blackout_of


def say_change(change: Change) -> str:
    """A change in words, its reason aside: ``absence of hmic-001 from 2014-03-03 to …``."""
    return _WORDS[change.kind](change)


def _absence(change: Change) -> str:
    return f"absence of {change.inspector_id}{_span(change)}"


def _leaver(change: Change) -> str:
    return f"leaver {change.inspector_id}{_span(change)}"


def _joiner(change: Change) -> str:
    return f"joiner {change.inspector_id}{_span(change)}"


def _deferral(change: Change) -> str:
    latest = f" and not after {change.end}" if change.end else ""
    return f"deferral of {change.la_code}, not before {change.start}{latest}"


def _blackout(change: Change) -> str:
    scope, key = blackout_of(change)
    whom = "national blackout" if scope is BlackoutScope.NATIONAL else f"blackout of {key}"
    return f"{whom}{_span(change)}"


def _force_change(change: Change) -> str:
    return f"force-wide change in {change.police_force_code} introduced on {change.start}"


def _conflict(change: Change) -> str:
    where = change.la_code or change.police_force_code
    return f"conflict of interest of {change.inspector_id} with {where}"


def _cps_concern(change: Change) -> str:
    return f"HMCPSI concern in {change.la_code} recorded on {change.start}"


def _pin(change: Change) -> str:
    what = change.kind.value
    role = f" as {change.role.value}" if change.role else ""
    who = f" {change.inspector_id}{role} at" if change.inspector_id else ""
    when = f" to {change.start}" if change.start else ""
    return f"{what} of{who} {change.la_code}{when}"


def _compromised(change: Change) -> str:
    return f"compromised start of {change.la_code}"


def _span(change: Change) -> str:
    return f" from {change.start}" + (f" to {change.end}" if change.end else "")


_WORDS: Mapping[ChangeKind, Callable[[Change], str]] = MappingProxyType(
    {
        ChangeKind.ABSENCE: _absence,
        ChangeKind.LEAVER: _leaver,
        ChangeKind.JOINER: _joiner,
        ChangeKind.DEFERRAL: _deferral,
        ChangeKind.BLACKOUT: _blackout,
        ChangeKind.FORCE_CHANGE: _force_change,
        ChangeKind.CONFLICT: _conflict,
        ChangeKind.CPS_CONCERN: _cps_concern,
        ChangeKind.PIN: _pin,
        ChangeKind.UNPIN: _pin,
        ChangeKind.COMPROMISED: _compromised,
    }
)
