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
    after_changes = (first_after(programme, slots, change) for change in programme.force_changes)
    reviews = {code: Review.CHANGE for code in after_changes if code}
    for force in programme.authorities_in:
        reviews |= dict.fromkeys(_in_order(programme, slots, force)[:1], Review.FIRST)
    return reviews


def force_reviews(
    programme: Programme, rota: Rota, today: date | None = None
) -> tuple[ForceReview, ...]:
    """Every force-wide review owed, with its inspection and the people from HMIC, sorted.

    One for each inspection that carries a review, whatever the number of its reasons, and one
    for each force with a change after which no inspection is left. Without ``today`` nothing
    is held yet.
    """
    week_of = programme.calendar.week_of
    slots = {code: week_of(each.start) for code, each in rota.inspection_of.items()}
    carried = (
        _carried(programme, rota, la_code, why, today)
        for la_code, why in reviews_of(programme, slots).items()
    )
    forces = {
        change.police_force_code
        for change in programme.force_changes
        if not first_after(programme, slots, change)
    }
    none_left = (_none_left(programme, force) for force in forces)
    return tuple(sorted((*carried, *none_left), key=_leading_columns))


def first_after(programme: Programme, slots: Mapping[str, int], change: ForceChange) -> str:
    """The authority whose inspection is the first to start once the change counts; "" for none."""
    codes = _in_order(programme, slots, change.police_force_code)
    monday = programme.calendar.monday
    return next((code for code in codes if monday(slots[code]) >= change.counts_from), "")


def _in_order(programme: Programme, slots: Mapping[str, int], force: str) -> Sequence[str]:
    """The placed authorities of a force by start; a tie, which R7 forbids, goes by code."""
    placed = [code for code in programme.authorities_in.get(force, ()) if code in slots]
    return sorted(placed, key=lambda code: (slots[code], code))


def _carried(
    programme: Programme, rota: Rota, la_code: str, why: Review, today: date | None
) -> ForceReview:
    authority = programme.authority_of[la_code]
    start = rota.inspection_of[la_code].start
    held = today is not None and start < today
    return ForceReview(
        police_force_code=authority.police_force_code,
        force=programme.force_of[authority.police_force_code].name,
        la_code=la_code,
        authority=authority.name,
        start=start,
        why=why,
        hmic=_from_hmic(programme, rota, la_code),
        state=ReviewState.HELD if held else ReviewState.PLANNED,
    )


def _none_left(programme: Programme, force: str) -> ForceReview:
    return ForceReview(
        police_force_code=force,
        force=programme.force_of[force].name,
        why=Review.CHANGE,
        state=ReviewState.NONE_LEFT,
    )


def _from_hmic(programme: Programme, rota: Rota, la_code: str) -> tuple[str, ...]:
    team = {each.inspector_id for each in rota.team_of.get(la_code, ())}
    hmic = {each.inspector_id for each in programme.inspectors_from[Inspectorate.HMIC]}
    return tuple(sorted(team & hmic))


def _leading_columns(review: ForceReview) -> tuple[str, str]:
    return review.police_force_code, review.la_code
