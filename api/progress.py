"""Live progress of a run on standard error: one live line on a terminal, plain lines elsewhere."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

import typer

if TYPE_CHECKING:
    from rich.live import Live

    from planner import Progress

_SECONDS_BETWEEN_LINES = 5.0


class Shown(Protocol):
    """Shows where a run stands."""

    def tell(self, progress: Progress) -> None:
        """Take note of news, and show it if it is worth it."""

    def tick(self, seconds: float) -> None:
        """Time has passed: so many seconds since the run began."""


def said(progress: Progress) -> str:
    """Stage, seconds, best total, bound and gap, and points by goal, in one line."""
    parts = [f"{progress.seconds:6.1f} s", progress.stage]
    if progress.total is None:
        parts.append("no whole rota yet")
    else:
        parts.append(f"best total {progress.total:,}")
    if progress.bound is not None:
        parts.append(f"bound {progress.bound:,}")
    if progress.gap is not None:
        parts.append(f"gap {progress.gap:.1%}")
    if progress.goals:
        parts.append(", ".join(f"{goal} {points:,}" for goal, points in progress.goals.items()))
    return "  ".join(parts)


@contextlib.contextmanager
def shown_progress() -> Iterator[Shown]:
    """What shows progress, for as long as the run lasts."""
    if typer.get_text_stream("stderr").isatty():
        with _live() as live:
            yield LiveLine(live)
    else:
        yield PlainLines()


def _live() -> Live:
    from rich.console import Console
    from rich.live import Live

    console = Console(stderr=True, markup=False, highlight=False)
    return Live("", console=console, auto_refresh=False, transient=True)


class LiveLine:
    """The newest of everything in one place, its seconds counting on."""

    def __init__(self, live: Live) -> None:
        self._live = live
        self._newest: Progress | None = None

    def tell(self, progress: Progress) -> None:
        """Keep the newest; the next tick shows it."""
        self._newest = progress

    def tick(self, seconds: float) -> None:
        """Show the newest as of now."""
        if self._newest is not None:
            self._live.update(said(replace(self._newest, seconds=seconds)), refresh=True)


class PlainLines:
    """A line for each new stage, the first whole rota and bound, every few seconds of the rest."""

    def __init__(self) -> None:
        self._last: Progress | None = None

    def tell(self, progress: Progress) -> None:
        """Write a line if this one is worth it."""
        if self._is_news(progress):
            self._last = progress
            with contextlib.suppress(BrokenPipeError):
                typer.echo(said(progress), err=True)

    def tick(self, seconds: float) -> None:
        """Say nothing of time alone."""

    def _is_news(self, progress: Progress) -> bool:
        last = self._last
        if last is None or progress.stage != last.stage:
            return True
        if last.total is None and progress.total is not None:
            return True
        if last.gap is None and progress.gap is not None:
            return True
        return progress.seconds - last.seconds >= _SECONDS_BETWEEN_LINES
