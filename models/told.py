"""Who must be told what: one row per person and change, nothing where nothing changes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import zip_longest

from models.deployment import Deployment
from models.inspection import Review
from models.programme import Programme
from models.replan import Told
from models.rota import Rota

_TO_FRIDAY, _TO_SECOND_FRIDAY = timedelta(days=4), timedelta(days=11)
_DAY = timedelta(days=1)

#: An inspector at an authority: inspector id, authority code.
_Pair = tuple[str, str]
#: What is told of one thing: the item, before and after.
_News = tuple[str, str, str]


def told(programme: Programme, before: Rota, after: Rota) -> tuple[Told, ...]:
    """What each person must be told, sorted by inspector id, authority code and item.

    The items: ``deployment`` (gained or lost, with role, dates and days on site), ``slot`` (it
    moves, with the new days on site), ``role``, ``days_on_site``, ``force_wide_review`` (that of
    an inspection one stays on) and ``cps_activity`` (HMCPSI's week).
    """
    rows = (*_deployed(programme, before, after), *_following_up(programme, before, after))
    return tuple(
        sorted(rows, key=lambda row: (row.inspector_id, row.la_code, row.item, row.before))
    )


def _deployed(programme: Programme, before: Rota, after: Rota) -> Iterator[Told]:
    had, has = _parts(before), _parts(after)
    days_before, days_after = _days(before), _days(after)
    for pair in had.keys() | has.keys():
        was = _Part(before, pair, had.get(pair, ()), days_before.get(pair, ()))
        is_now = _Part(after, pair, has.get(pair, ()), days_after.get(pair, ()))
        for news in _news(was, is_now):
            yield _row(programme, (before, after), pair, news)


class _Part:
    """What one inspector does at one authority in one rota, in the words of a row."""

    def __init__(
        self, rota: Rota, pair: _Pair, rows: Sequence[Deployment], days: Iterable[date]
    ) -> None:
        inspection = rota.inspection_of.get(pair[1])
        self.is_deployed = bool(rows)
        self.role = " and ".join(each.role.value for each in rows)
        self.slot = _span(inspection.start, _TO_SECOND_FRIDAY) if inspection else ""
        self.review = (inspection and inspection.force_wide_review) or Review.NO
        self.days = _say_days(days)

    @property
    def on_site(self) -> str:
        """The days on site behind the dates of the slot."""
        return f"{self.slot}, on site {self.days}" if self.days else self.slot

    @property
    def whole(self) -> str:
        """Role, dates, days on site and the review: what somebody new there must know."""
        review = ", with the force-wide review" if self.review is not Review.NO else ""
        return f"{self.role}, {self.on_site}{review}" if self.is_deployed else ""


def _news(was: _Part, is_now: _Part) -> Iterator[_News]:
    if not (was.is_deployed and is_now.is_deployed):
        yield "deployment", was.whole, is_now.whole
        return
    if was.role != is_now.role:
        yield "role", was.role, is_now.role
    if was.slot != is_now.slot:
        yield "slot", was.on_site, is_now.on_site
    elif was.days != is_now.days:
        yield "days_on_site", was.days, is_now.days
    if was.review is not is_now.review:
        yield "force_wide_review", was.review.value, is_now.review.value


def _following_up(programme: Programme, before: Rota, after: Rota) -> Iterator[Told]:
    had, has = _activities(before), _activities(after)
    for pair in had.keys() | has.keys():
        lost = sorted(set(had.get(pair, ())) - set(has.get(pair, ())))
        gained = sorted(set(has.get(pair, ())) - set(had.get(pair, ())))
        for was, is_now in zip_longest(lost, gained):
            news = "cps_activity", _span(was, _TO_FRIDAY), _span(is_now, _TO_FRIDAY)
            yield _row(programme, (before, after), pair, news)


def _row(programme: Programme, rotas: tuple[Rota, Rota], pair: _Pair, news: _News) -> Told:
    inspector_id, la_code = pair
    inspector = programme.inspector_of.get(inspector_id)
    item, was, is_now = news
    return Told(
        inspector_id=inspector_id,
        inspector=inspector.name if inspector else inspector_id,
        inspectorate=inspector.inspectorate.value if inspector else "",
        la_code=la_code,
        authority=_name(programme, rotas, la_code),
        item=item,
        before=was,
        after=is_now,
    )


def _name(programme: Programme, rotas: tuple[Rota, Rota], la_code: str) -> str:
    """The authority's name; one that the programme lacks has it in the baseline, or its code."""
    known = programme.authority_of.get(la_code)
    if known:
        return known.name
    stated = (rota.inspection_of.get(la_code) for rota in rotas)
    return next((each.name for each in stated if each and each.name), la_code)


def _parts(rota: Rota) -> Mapping[_Pair, Sequence[Deployment]]:
    found: dict[_Pair, list[Deployment]] = defaultdict(list)
    for each in rota.deployments:
        found[each.inspector_id, each.la_code].append(each)
    return found


def _days(rota: Rota) -> Mapping[_Pair, Sequence[date]]:
    found: dict[_Pair, list[date]] = defaultdict(list)
    for each in rota.attendance or ():
        found[each.inspector_id, each.la_code].append(each.date)
    return found


def _activities(rota: Rota) -> Mapping[_Pair, Sequence[date]]:
    found: dict[_Pair, list[date]] = defaultdict(list)
    for each in rota.cps_activities or ():
        found[each.inspector_id, each.la_code].append(each.start)
    return found


def _span(start: date | None, length: timedelta) -> str:
    return "" if start is None else f"{start} to {start + length}"


def _say_days(days: Iterable[date]) -> str:
    """Days in runs: ``2014-03-10 to 2014-03-12, 2014-03-14``."""
    runs: list[list[date]] = []
    for day in sorted(days):
        if runs and day - runs[-1][-1] <= _DAY:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ", ".join(f"{run[0]} to {run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)
