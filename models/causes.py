"""Which change causes what: it knocks a part out, or others make room for such a part."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from models.applying import STATE
from models.change_words import say_change
from models.changes import Change
from models.differences import CauseOf
from models.inspectorate import Inspectorate
from models.knocked_out import KnockedOut, knocked_out
from models.programme import Programme
from models.rota import Rota
from models.saying import say_list

#: Said of an authority that only the programme or only the baseline has.
NEW, DROPPED = "not in the baseline", "not in the programme"
#: Said where nothing that was told is behind a difference.
RULES = "keeps the rules"
#: Said of a force-wide review that has been held since the baseline was made.
TODAY = "today"

#: What the different parts of an authority have in common with another's: a person, a force.
_Link = tuple[str, str]
_Causes = dict[str, tuple[str, ...]]


def causes_of(
    folded: Programme, changes: Sequence[Change], before: Rota, after: Rota, today: date
) -> CauseOf:
    """What says the cause of each difference, from its authority code and its item.

    A part that a change knocks out of ``before`` is caused by it, and so is the rest at that
    authority. Elsewhere a difference makes room for the nearest of them, by people, forces and
    weeks in common. No reason is ever said.
    """
    parts = knocked_out(folded, changes, before, today)
    hit = _hit(folded, before, parts)
    nearest = _spread(hit, _links(folded, before, after))
    everything = tuple(map(say_change, changes))

    def cause_of(la_code: str, item: str) -> str:
        if item == STATE:
            return TODAY
        if la_code and la_code not in folded.authority_of:
            return DROPPED
        if la_code and la_code not in before.inspection_of:
            return NEW
        if la_code in hit:
            own = _own(folded, parts, la_code, item.partition(" ")[2])
            return _said(own or hit[la_code])
        behind = _said(nearest.get(la_code, everything))
        if behind and _passes_on(folded, before, after, la_code, item):
            return f"the force-wide review passes on: {behind}"
        return f"makes room: {behind}" if behind else RULES

    return cause_of


def _said(causes: Iterable[str]) -> str:
    return say_list(dict.fromkeys(causes))


def _hit(folded: Programme, before: Rota, parts: Iterable[KnockedOut]) -> _Causes:
    """The causes at each authority where something cannot stay as it is."""
    found: dict[str, list[str]] = defaultdict(list)
    for part in parts:
        found[part.la_code].append(part.cause)
    for code in folded.authority_of.keys() - before.inspection_of.keys():
        found[code] = [f"{code} is {NEW}"]
    return {code: tuple(causes) for code, causes in found.items()}


def _own(
    folded: Programme, parts: Iterable[KnockedOut], la_code: str, inspector_id: str
) -> list[str]:
    """What knocks out this inspector there, or else somebody of the same inspectorate."""
    here = [each for each in parts if each.la_code == la_code]
    own = [each.cause for each in here if each.inspector_id == inspector_id]
    body = _body(folded, inspector_id)
    return own or [each.cause for each in here if body and _body(folded, each.inspector_id) == body]


def _body(folded: Programme, inspector_id: str) -> str:
    known = folded.inspector_of.get(inspector_id)
    return known.inspectorate.value if known else ""


def _passes_on(folded: Programme, before: Rota, after: Rota, la_code: str, item: str) -> bool:
    """Whether a difference is that a review, and whom HMIC sends for it, comes or goes."""
    held = (rota.inspection_of.get(la_code) for rota in (before, after))
    reviews = {each.force_wide_review for each in held if each}
    kind, _, inspector_id = item.partition(" ")
    is_hmic = _body(folded, inspector_id) == Inspectorate.HMIC
    return len(reviews) > 1 and (kind == "force_wide_review" or is_hmic)


def _spread(hit: _Causes, links: Mapping[str, set[_Link]]) -> _Causes:
    """The causes nearest to each authority, step by step along what they have in common."""
    reached = dict(hit)
    newest = [code for code in hit if code in links]
    while newest:
        found = {
            code: tuple(
                cause for other in newest if shared & links[other] for cause in reached[other]
            )
            for code, shared in links.items()
            if code not in reached
        }
        reached |= {code: causes for code, causes in found.items() if causes}
        newest = [code for code, causes in found.items() if causes]
    return reached


def _links(folded: Programme, before: Rota, after: Rota) -> Mapping[str, set[_Link]]:
    """The links of each authority that is different."""
    codes = before.inspection_of.keys() | after.inspection_of.keys()
    links = {code: set(_links_at(folded, before, after, code)) for code in codes}
    return {code: found for code, found in links.items() if found}


def _links_at(folded: Programme, before: Rota, after: Rota, la_code: str) -> Iterator[_Link]:
    had, has = (
        {(each.inspector_id, each.role) for each in rota.team_of.get(la_code, ())}
        for rota in (before, after)
    )
    yield from (("person", inspector_id) for inspector_id, _ in had ^ has)
    was, is_now = (rota.inspection_of.get(la_code) for rota in (before, after))
    slots = {each.start for each in (was, is_now) if each}
    reviews = {each.force_wide_review for each in (was, is_now) if each}
    authority = folded.authority_of.get(la_code)
    if authority and (was is None or is_now is None or len(slots) > 1 or len(reviews) > 1):
        yield "force", authority.police_force_code
    if len(slots) > 1:
        weeks = (folded.calendar.week_of(start) for start in slots)
        yield from (("week", str(week + later)) for week in weeks for later in (0, 1))
