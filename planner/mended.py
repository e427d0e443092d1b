"""What was wrong with the rota that a run started from, and what was mended, in sentences."""

from collections.abc import Iterable, Iterator, Sequence

from models.breach import Breach
from models.deployment import Role
from models.programme import Programme
from models.rota import Rota
from models.rulebook import RULES
from models.saying import say_authority, say_day, say_inspector, say_list, say_number
from planner.draft import Draft


def mended(
    programme: Programme, start: Rota, breaches: Sequence[Breach], draft: Draft | None
) -> tuple[str, ...]:
    """Every breach of ``start`` and, authority by authority, what ``draft`` has instead.

    ``draft`` is the rota as mended, None where none was found. () for a rota that was taken as
    it is.
    """
    if draft is None:
        said = "It could not be mended in the time there was; the search went on without it."
        return (*_broken(breaches), said)
    changes = tuple(_changes(programme, start, draft))
    if not changes and not breaches:
        return ()
    count = say_number(len(changes), "inspection")
    stands = "Its slots, teams and leads stand; what else it states was written anew."
    return (*_broken(breaches), f"Mended, {count}:" if changes else stands, *changes)


def _broken(breaches: Sequence[Breach]) -> Iterator[str]:
    broken = {each.rule for each in breaches}
    if broken:
        rules = say_list(f"{card.id} {card.name}" for card in RULES if card.name in broken)
        yield f"The rota to start from broke {rules}:"
    yield from (each.sentence for each in breaches)


def _changes(programme: Programme, start: Rota, draft: Draft) -> Iterator[str]:
    for code in sorted(draft.slots):
        parts = [*_slot(programme, start, draft, code), *_team(programme, start, draft, code)]
        if parts:
            yield f"{say_authority(programme, code)}: {'; '.join(parts)}."


def _slot(programme: Programme, start: Rota, draft: Draft, la_code: str) -> Iterator[str]:
    given = [each.start for each in start.inspections if each.la_code == la_code]
    day = programme.calendar.monday(draft.slots[la_code])
    if not given:
        yield f"starts on {say_day(day)}, having had no slot"
    elif given != [day]:
        others = say_list(say_day(each) for each in sorted(given) if each != day)
        yield f"starts on {say_day(day)}" + (f", not on {others}" if others else ", once")


def _team(programme: Programme, start: Rota, draft: Draft, la_code: str) -> Iterator[str]:
    rows = start.team_of.get(la_code, ())
    before, after = [each.inspector_id for each in rows], draft.teams[la_code]
    leads = {each.inspector_id for each in rows if each.role is Role.LEAD}
    for people, verbs in (
        (set(before).difference(after), ("leaves", "leave")),
        (after.difference(before), ("joins", "join")),
        ({each for each in after if before.count(each) > 1}, ("stands once", "stand once")),
    ):
        if people:
            yield f"{_names(programme, people)} {verbs[len(people) > 1]}"
    lead = draft.leads[la_code]
    if leads != {lead}:
        others = (leads - {lead}) & after
        yield f"{_names(programme, [lead])} leads" + (
            f", not {_names(programme, others)}" if others else ""
        )


def _names(programme: Programme, inspector_ids: Iterable[str]) -> str:
    return say_list(say_inspector(programme, each) for each in sorted(inspector_ids))
