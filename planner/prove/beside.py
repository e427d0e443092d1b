"""A bound found beside the search, in a thread that costs it next to nothing."""

import threading

from planner.facts import Facts
from planner.prove.calendar import calendar_bound
from planner.prove.whole_names import names_bound
from planner.report import Report

#: Above so many authorities the relaxation takes longer than it is worth beside the search.
MOST_AUTHORITIES = 400
#: Seconds the relaxation may take, and seconds waited for it once the search has ended.
SECONDS, GRACE = 10.0, 0.5


class Prover:
    """Solves the linear relaxations of names and calendar and gives their bounds to the report."""

    def __init__(self, facts: Facts, report: Report) -> None:
        self._facts, self._report = facts, report
        # No daemon: a process that ends while a solver runs is aborted, so its end waits for it.
        self._thread = threading.Thread(target=self._prove)
        self._began = report.clock.now()

    def start(self) -> None:
        """Begin, unless the programme is too large."""
        self._began = self._report.clock.now()
        if len(self._facts.codes) <= MOST_AUTHORITIES:
            self._thread.start()

    def _prove(self) -> None:
        names = names_bound(self._facts, self._seconds(), whole=False)
        self._report.tell_bound(names)
        if (seconds := self._seconds()) > 0:
            self._report.tell_bound(names + calendar_bound(self._facts, seconds, whole=False))

    def _seconds(self) -> float:
        """Seconds that the next relaxation may take; none once the search is called off."""
        return min(SECONDS, self._report.clock.left())

    def bound(self) -> int | None:
        """The bound in points, None where there was no time for one."""
        if self._thread.ident is not None:
            self._thread.join(GRACE)
        self._report.end_stage("bound", self._began, bound=self._report.bound)
        return self._report.bound
