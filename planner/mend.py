"""Standing a board as a given rota has it: what keeps the rules stays, the rest is made to."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

from models.breach import Breach
from models.deployment import Role
from models.inspectorate import Inspectorate
from models.programme import Programme
from models.rota import Rota
from planner.construct import remove_missized
from planner.facts import FORBIDDEN, Facts
from planner.fitting import fitting_of
from planner.improve.board import Board, Placement
from planner.improve.calendar_board import CalendarBoard
from planner.improve.recreate import Recreate
from planner.improve.scan import EVERYBODY, OFSTED, Scanner

#: Points by which those of the given team are cheaper than others, and the given lead once more.
OURS = 5_000.0


def refuse_stranger(programme: Programme, start: Rota) -> None:
    """Raise ValueError where a rota names what the programme does not have."""
    places = {each.la_code for each in start.inspections}
    places |= {each.la_code for each in start.deployments}
    people = {each.inspector_id for each in start.deployments}
    for kind, unknown in (
        ("authority", places.difference(programme.authority_of)),
        ("inspector", people.difference(programme.inspector_of)),
    ):
        if unknown:
            said = ", ".join(sorted(unknown)[:3]) + ", ..." * (len(unknown) > 3)
            raise ValueError(f"a rota of another programme: unknown {kind} {said}")


def stand(board: Board, start: Rota, breaches: Iterable[Breach], recreate: Recreate) -> None:
    """Stand an empty board as a rota has it, as far as the rules let it.

    First every inspection that can stay as it is, those that break no rule before the others;
    then those whose slot can stay with another team, of the same people where that is possible.
    What is left has no slot. A rota that keeps every rule stands whole, exactly as it is.
    ``breaches`` are those that the checks find in it.
    """
    given = Given(board.facts, start, breaches)
    weeks = given.weeks_kept()
    carriers = board.calendar.carriers_of(weeks)
    for authority, week in weeks.items():
        given.place_as_it_is(board, authority, week, review=authority in carriers)
    for authority, week in weeks.items():
        if authority in board.unplaced:
            given.place_with_mended_team(board, authority, week)
    whole = range(len(board.facts.codes))
    if recreate.settle(at for at in whole if board.placed[at] is not None) is None:
        remove_missized(board)


class Given:
    """The slots and teams of a rota by index, and in which order to keep them."""

    def __init__(self, facts: Facts, start: Rota, breaches: Iterable[Breach]) -> None:
        self.facts = facts
        self._scanner = Scanner(facts)
        programme = facts.programme
        self._weeks: dict[int, list[int]] = {}
        for each in start.inspections:
            weeks = self._weeks.setdefault(facts.index_of_code[each.la_code], [])
            weeks.append(programme.calendar.week_of(each.start))
        self._teams: dict[int, list[int]] = {}
        self._leads: dict[int, list[int]] = {}
        for row in start.deployments:
            if row.role is not Role.SUBSTITUTE and self._comes(row.inspector_id):
                at, who = facts.index_of_code[row.la_code], facts.index_of_id[row.inspector_id]
                for people in (self._teams, self._leads)[: 1 + (row.role is Role.LEAD)]:
                    people.setdefault(at, []).append(who)
        self._breaches = Counter(chain.from_iterable(each.la_codes for each in breaches))

    def _comes(self, inspector_id: str) -> bool:
        body = self.facts.programme.inspector_of[inspector_id].inspectorate
        return body is not Inspectorate.HMCPSI and bool(self.facts.programme.policy.phase(body))

    def _order(self) -> Sequence[int]:
        """Those that are pinned first, then those named in the fewest breaches."""
        pinned = {self.facts.index_of_code[pin.la_code] for pin in self.facts.programme.pins}
        return sorted(
            self._weeks,
            key=lambda at: (at not in pinned, self._breaches[self.facts.codes[at]], at),
        )

    def weeks_kept(self) -> dict[int, int]:
        """The start weeks that can stand together, by authority, in the order of keeping."""
        calendar, kept = CalendarBoard(self.facts), {}
        for authority in self._order():
            opens = calendar.open_weeks(authority)
            last = len(opens)
            weeks = (week for week in self._weeks[authority] if 0 <= week < last and opens[week])
            if (week := next(weeks, None)) is not None:
                calendar.add(authority, week)
                kept[authority] = week
        return kept

    def place_as_it_is(self, board: Board, authority: int, week: int, *, review: bool) -> None:
        """Place an inspection with its own team, if that keeps the rules."""
        team, leads = self._teams.get(authority, ()), set(self._leads.get(authority, ()))
        if len(leads) != 1:
            return
        (lead,) = leads
        members = sorted(set(team) - leads)
        placement = board.placement(authority, week, lead, members, review)
        if self._is_a_team(board, authority, placement) and board.admits(authority, placement):
            board.place(authority, placement)

    def _is_a_team(self, board: Board, authority: int, placement: Placement) -> bool:
        """Whether a team by itself keeps R4, R5, R12, R13, R14 and R16."""
        facts, code = self.facts, self.facts.codes[authority]
        team = [placement.lead, *placement.members]
        sizes = board.sizes(placement.lead, placement.members)
        ranges = facts.ranges_list[authority][placement.review]
        inside = [0] * len(sizes)
        for who in team:
            inside[facts.body_list[who]] += bool(facts.seconded[who])
        return (
            facts.body_list[placement.lead] == OFSTED
            and all(low <= size <= most for size, (low, _, most) in zip(sizes, ranges, strict=True))
            and all(facts.allowed[who, authority] for who in team)
            and all(
                few <= facts.most_seconded[size] for few, size in zip(inside, sizes, strict=True)
            )
            and fitting_of(facts.programme).fits(code, placement.week, tuple(sizes))
            and self._keeps_pins(authority, placement)
        )

    def _keeps_pins(self, authority: int, placement: Placement) -> bool:
        for who, role in self.facts.pinned_people.get(authority, {}).items():
            leads = who == placement.lead
            if not leads and who not in placement.members:
                return False
            if role is not None and leads != (role is Role.LEAD):
                return False
        return True

    def place_with_mended_team(self, board: Board, authority: int, week: int) -> None:
        """Place an inspection in its week with as many of its own people as may come."""
        price = self._scanner.person_price
        price[:] = 0
        price[list(set(self._teams.get(authority, ())))] -= OURS
        price[list(set(self._leads.get(authority, ())))] -= OURS
        priced = self._scanner.scan(board, authority, EVERYBODY)
        if priced is None:
            return
        for at, each in enumerate(priced.weeks):
            if each == week and priced.prices[at] < FORBIDDEN / 2:
                board.place(authority, priced.placement(board, authority, at))
