"""Whether some members of a clash can be kept together, by going through every way in plain Python.

Neither the planner's models nor its switches have a part in it. Whoever no member asks for stays
at home: nothing gets easier by sending people whom nobody wants.
"""

from collections.abc import Iterator, Mapping, Sequence

from models.inspectorate import Inspectorate
from models.programme import Programme
from models.reviews import reviews_of
from planner.conflict.member import Members, Subject
from tests.planner.conflict.pieces import Alone, Held, Piece

HMIC = Inspectorate.HMIC
#: Ways that are gone through at most.
MOST_WAYS = 150_000


class TooManyWays(Exception):
    """There are more ways than anybody wants to wait for."""


Pieces = Mapping[str, Piece | None]


def can_be_kept(programme: Programme, members: Members) -> bool:
    """Whether there are slots and teams that break none of these members."""
    return Keeping(programme, members).has_a_way()


class Keeping(Held):
    """Several inspections together."""

    def has_a_way(self) -> bool:
        alone = Alone(self.programme, self.members)
        pieces = {code: alone.pieces(code) for code in sorted(self.programme.authority_of)}
        ways = 1
        for each in pieces.values():
            ways *= max(1, len(each))
        if ways > MOST_WAYS:
            raise TooManyWays
        return any(True for _ in self._grown({}, sorted(pieces), pieces))

    def _grown(
        self,
        chosen: dict[str, Piece | None],
        codes: Sequence[str],
        pieces: Mapping[str, Sequence[Piece | None]],
    ) -> Iterator[Pieces]:
        if not codes:
            if self._counts_are_right(chosen):
                yield chosen
            return
        for piece in pieces[codes[0]]:
            grown = chosen | {codes[0]: piece}
            if not self._is_lost(grown, codes[0]):
                yield from self._grown(grown, codes[1:], pieces)

    def _is_lost(self, chosen: Pieces, newest: str) -> bool:
        new = chosen[newest]
        if new is None:
            return False
        others = {code: each for code, each in chosen.items() if each and code != newest}
        return (
            any(self._is_close(newest, new, code, each) for code, each in others.items())
            or self._is_crowded(chosen)
            or any(self._overlap(new, each) for each in others.values() if each)
            or self._is_over(chosen)
        )

    def _is_close(self, code: str, piece: Piece, other: str, its: Piece | None) -> bool:
        force_of = self.programme.authority_of
        force = force_of[code].police_force_code
        if its is None or force_of[other].police_force_code != force:
            return False
        gap = self.programme.gap_of[force]
        return (
            self.holds("force_spacing", Subject.FORCE, force) and abs(piece.week - its.week) < gap
        )

    def _is_crowded(self, chosen: Pieces) -> bool:
        weeks = [each.week for each in chosen.values() if each]
        limits = self.programme.policy.concurrency
        starts = max((weeks.count(week) for week in weeks), default=0)
        running = max((weeks.count(week) + weeks.count(week - 1) for week in
                       [*weeks, *(week + 1 for week in weeks)]), default=0)  # fmt: skip
        return (self.holds("concurrency", Subject.STARTS) and starts > limits.starts_per_week) or (
            self.holds("concurrency", Subject.RUNNING) and running > limits.running_per_week
        )

    def _overlap(self, piece: Piece, other: Piece) -> bool:
        for who in piece.team.keys() & other.team.keys():
            body = self.programme.inspector_of[who].inspectorate
            mine = self._busy(who, piece)
            its = self._busy(who, other)
            if self.holds_body("one_place", body) and mine & its:
                return True
        return False

    def _busy(self, who: str, piece: Piece) -> set[int]:
        busy = self.programme.policy.busy
        if piece.team[who]:
            first, last = -busy.lead_preparation_weeks, 1 + busy.lead_report_weeks
        else:
            body = self.programme.inspector_of[who].inspectorate
            phases = self.programme.policy.phase(body)
            first, last = phases[0] - 1, phases[-1] - 1 + busy.rest_weeks
        return set(range(piece.week + first, piece.week + last + 1))

    def _is_over(self, chosen: Pieces) -> bool:
        """Whether somebody is deployed too often in a year (R15)."""
        for inspector in self.programme.inspectors:
            if self.holds_body("ceiling", inspector.inspectorate):
                who = inspector.inspector_id
                years = [
                    self.programme.calendar.year_of(each.week)
                    for each in chosen.values()
                    if each and who in each.team
                ]
                if any(years.count(year) > self.programme.ceiling(who) for year in years):
                    return True
        return False

    def _counts_are_right(self, chosen: Pieces) -> bool:
        return self._years_are_right(chosen) and self._sizes_are_right(chosen)

    def _years_are_right(self, chosen: Pieces) -> bool:
        number, tolerance = len(chosen), self.programme.policy.year_quota.tolerance
        for place, year in enumerate(self.programme.calendar.years):
            share = number * len(year) / self.programme.weeks
            held = sum(each is not None and each.week in year for each in chosen.values())
            least, most = int(share) - tolerance, -int(-share // 1) + tolerance
            if self.holds("year_quota", Subject.YEAR, place) and not least <= held <= most:
                return False
        return True

    def _sizes_are_right(self, chosen: Pieces) -> bool:
        """Whether HMIC comes with one more exactly where a review is carried (R4, R6)."""
        if not self.holds_body("team_size", HMIC) or not self.programme.policy.phase(HMIC):
            return True
        slots = {code: each.week for code, each in chosen.items() if each}
        carried = reviews_of(self.programme, slots)
        for code, each in chosen.items():
            if each:
                body_of = self.programme.inspector_of
                size = sum(body_of[who].inspectorate is HMIC for who in each.team)
                cases = [code in carried] if self.holds("force_first") else [False, True]
                ranges = [self.programme.size_range(code, HMIC, review=case) for case in cases]
                if not any(sizes.least <= size <= sizes.most for sizes in ranges):
                    return False
        return True
