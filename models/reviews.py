"""Force-wide reviews: which inspection of a force carries one, and why (§31, R6)."""

from collections.abc import Mapping, Sequence
from datetime import date

from models.events import ForceChange
from models.inspection import ForceReview, Review, ReviewState
from models.inspectorate import Inspectorate
from models.programme import Programme
from models.rota import Rota


def reviews_of(programme: Programme, slots: Mapping[str, int]) -> Mapping[str, Review]:
    """Why each inspection carries the force-wide review; authorities without one are absent.

    ``slots`` holds start weeks by authority code; it may lack authorities. An inspection that is
    both a force's first and the first after a change is called first (R6).
    """
    after_changes = (_after(programme, slots, change) for change in programme.force_changes)
    reviews = {code: Review.CHANGE for code in after_changes if code}
    for force in programme.authorities_in:
        reviews |= dict.fromkeys(_in_order(programme, slots, force)[:1], Review.FIRST)
    return reviews


def force_reviews(
    programme: Programme, rota: Rota, today: date | None = None
) -> tuple[ForceReview, ...]:
    """Every force-wide review owed, with its inspection and the people from HMIC, sorted.

    One for each force's first inspection and one for each change; changes that say the same
    of the same inspection are one. Without ``today`` nothing is held yet.
    """
    week_of = programme.calendar.week_of
    slots = {code: week_of(each.start) for code, each in rota.inspection_of.items()}
    owed = set()
    for force in programme.authorities_in:
        first = next(iter(_in_order(programme, slots, force)), "")
        owed.add((force, Review.FIRST, first))
    for change in programme.force_changes:
        owed.add((change.police_force_code, Review.CHANGE, _after(programme, slots, change)))
    reviews = [_force_review(programme, rota, *reason, today) for reason in owed]
    return tuple(sorted(reviews, key=_leading_columns))


def _after(programme: Programme, slots: Mapping[str, int], change: ForceChange) -> str:
    """The first inspection that starts on or after the change counts; "" where none is left."""
    codes = _in_order(programme, slots, change.police_force_code)
    monday = programme.calendar.monday
    return next((code for code in codes if monday(slots[code]) >= change.counts_from), "")


def _in_order(programme: Programme, slots: Mapping[str, int], force: str) -> Sequence[str]:
    """The placed authorities of a force by start; a tie, which R7 forbids, goes by code."""
    placed = [code for code in programme.authorities_in.get(force, ()) if code in slots]
    return sorted(placed, key=lambda code: (slots[code], code))


def _force_review(
    programme: Programme, rota: Rota, force: str, why: Review, la_code: str, today: date | None
) -> ForceReview:
    name = programme.force_of[force].name
    if not la_code:
        return ForceReview(
            police_force_code=force, force=name, why=why, state=ReviewState.NONE_LEFT
        )
    start = rota.inspection_of[la_code].start
    held = today is not None and start < today
    return ForceReview(
        police_force_code=force,
        force=name,
        la_code=la_code,
        authority=programme.authority_of[la_code].name,
        start=start,
        why=why,
        hmic=_from_hmic(programme, rota, la_code),
        state=ReviewState.HELD if held else ReviewState.PLANNED,
    )


def _from_hmic(programme: Programme, rota: Rota, la_code: str) -> tuple[str, ...]:
    team = {each.inspector_id for each in rota.team_of.get(la_code, ())}
    hmic = {each.inspector_id for each in programme.inspectors_from[Inspectorate.HMIC]}
    return tuple(sorted(team & hmic))


def _leading_columns(review: ForceReview) -> tuple[str, str, date, str]:
    return review.police_force_code, review.la_code, review.start or date.max, review.why
