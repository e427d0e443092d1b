"""Applies differences to a rota: what they say, what follows from that, and whole rows at last."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain
from typing import Any

from models.deployment import Deployment, Role
from models.difference_values import (
    days_in,
    deployments_in,
    moved_by,
    rows_at,
    weeks_in,
    words_in,
)
from models.inspection import ForceReview, Inspection, Review, ReviewState
from models.inspectorate import Inspectorate
from models.replan import Difference
from models.rota import Rota
from models.tables import rota_in_file_order
from models.tables.rota_files import ROTA_FIELDS

#: The item that says whether a rota has a file at all, and its two values.
FILE, ABSENT, THERE = "file ", "absent", "there"
#: The item that says where a force-wide review stands.
STATE = "force_review_state"

_TO_SECOND_FRIDAY = timedelta(days=11)
#: The files of which one inspector's part at an authority is an item, and how it is read.
_PARTS: Mapping[str, tuple[str, Callable[[str, str, str], Sequence[Any]]]] = {
    "deployment": ("deployments", deployments_in),
    "attendance": ("attendance", days_in),
    "cps_activity": ("cps_activities", weeks_in),
}

_Fields = dict[str, tuple[Any, ...] | None]


def applied(before: Rota, differences: Iterable[Difference]) -> Rota:
    """The rota that the differences make of ``before``, its records in file order."""
    return rota_in_file_order(made_of(before, tuple(differences)))


def made_of(before: Rota, told: Sequence[Difference]) -> Rota:
    """The same, with new records behind those that stay, which is sooner made."""
    fields: _Fields = {field: getattr(before, field) for field in ROTA_FIELDS.values()}
    _files(fields, told)
    _parts(fields, told)
    _slots(fields, told)
    after = _with_states(_following(before, Rota(**fields)), told)
    return _with_rows(after, told)


def later_by(before: str, after: str) -> timedelta:
    """By how much a slot moves from one Monday to another; not at all where one is blank."""
    if not before or not after:
        return timedelta()
    return date.fromisoformat(after) - date.fromisoformat(before)


def _files(fields: _Fields, told: Iterable[Difference]) -> None:
    for each in told:
        if each.item.startswith(FILE):
            field = ROTA_FIELDS[each.item.removeprefix(FILE)]
            fields[field] = None if each.after == ABSENT else fields[field] or ()


def _parts(fields: _Fields, told: Iterable[Difference]) -> None:
    """Each inspector's part at an authority: gone, new or another."""
    later = {
        each.la_code: later_by(each.before, each.after) for each in told if each.item == "slot"
    }
    fields["deployments"] = tuple(
        moved_by(each, later.get(each.la_code, timedelta())) for each in fields["deployments"] or ()
    )
    new: dict[str, dict[tuple[str, str], tuple[Any, ...]]] = defaultdict(dict)
    for each in told:
        kind, _, inspector_id = each.item.partition(" ")
        if kind in _PARTS:
            field, read = _PARTS[kind]
            place = (each.la_code, inspector_id)
            new[field][place] = tuple(read(each.after, *place))
    for field, parts in new.items():
        rows = fields[field]
        # A file that is absent stays so.
        if rows is not None:
            kept = (row for row in rows if (row.la_code, row.inspector_id) not in parts)
            fields[field] = (*kept, *chain.from_iterable(parts.values()))


def _slots(fields: _Fields, told: Iterable[Difference]) -> None:
    slots = {each.la_code: each for each in told if each.item == "slot"}
    reviews = {each.la_code: each.after for each in told if each.item == "force_wide_review"}
    rows: list[Inspection] = []
    for row in fields["inspections"] or ():
        slot = slots.get(row.la_code)
        if slot is None or slot.after:
            moved = _moved(row, slot) if slot and slot.before else row
            rows.append(_reviewed(moved, reviews))
    rows += [
        _reviewed(Inspection(la_code=code, start=date.fromisoformat(each.after)), reviews)
        for code, each in slots.items()
        if not each.before
    ]
    fields["inspections"] = tuple(rows)


def _moved(row: Inspection, slot: Difference) -> Inspection:
    days = later_by(slot.before, slot.after)
    end = None if row.end is None else row.end + days
    return row.model_copy(update={"start": row.start + days, "end": end})


def _reviewed(row: Inspection, reviews: Mapping[str, str]) -> Inspection:
    if row.la_code not in reviews:
        return row
    review = reviews[row.la_code]
    return row.model_copy(update={"force_wide_review": Review(review) if review else None})


def _following(before: Rota, after: Rota) -> Rota:
    """The rota with the sizes, leads and force-wide reviews that its teams and slots ask for."""
    fields: _Fields = {field: getattr(after, field) for field in ROTA_FIELDS.values()}
    fields["inspections"] = tuple(_following_team(before, after, row) for row in after.inspections)
    whole = Rota(**fields)
    if whole.force_reviews is not None:
        fields["force_reviews"] = tuple(_force_reviews(before, whole))
    return Rota(**fields)


def _following_team(before: Rota, after: Rota, row: Inspection) -> Inspection:
    """The inspection with as many more of each inspectorate as its team has gained."""
    had, has = before.team_of.get(row.la_code, ()), after.team_of.get(row.la_code, ())
    if had == has:
        return row
    stated: dict[str, Any] = {}
    if row.sizes is not None:
        stated["sizes"] = {
            body: max(0, size + _size(has, body) - _size(had, body))
            for body, size in row.sizes.items()
        }
    if row.lead is not None or not _leads(had):
        stated["lead"] = _lead(row.lead, _leads(had), _leads(has))
    return row.model_copy(update=stated)


def _leads(team: Iterable[Deployment]) -> list[str]:
    return [each.inspector_id for each in team if each.role is Role.LEAD]


def _lead(stated: str | None, before: Sequence[str], after: Sequence[str]) -> str | None:
    """Who leads: where two do, a lost lead and who took over, the one who is new."""
    new = [each for each in after if each not in before] or after
    if stated in after and len(after) > 1 and len(new) != 1:
        return stated
    return new[0] if new else None


def _size(team: Iterable[Deployment], body: Inspectorate) -> int:
    """How many of an inspectorate a team counts.

    A substitute stands for somebody who is lost, and so does the second lead.
    """
    mine = [each.role for each in team if each.inspectorate is body]
    return mine.count(Role.MEMBER) + (Role.LEAD in mine)


def _force_reviews(before: Rota, after: Rota) -> Iterator[ForceReview]:
    """The reviews of ``before``, those that inspections gain and lose counted."""
    rows = before.force_reviews or ()
    forces = {each.police_force_code: each.force for each in rows}
    held = {each.la_code for each in rows}
    for each in rows:
        inspection = after.inspection_of.get(each.la_code)
        if not each.la_code or (inspection and inspection.force_wide_review is None):
            yield each
        elif inspection and inspection.force_wide_review is not Review.NO:
            yield _review_of(before, after, inspection, each)
    for inspection in after.inspection_of.values():
        force = inspection.police_force_code
        review = inspection.force_wide_review
        if inspection.la_code not in held and force in forces and review not in (None, Review.NO):
            row = ForceReview(
                police_force_code=force,
                force=forces[force],
                la_code=inspection.la_code,
                authority=inspection.name or "",
                why=review,
                state=ReviewState.PLANNED,
            )
            yield _review_of(before, after, inspection, row)


def _review_of(before: Rota, after: Rota, inspection: Inspection, row: ForceReview) -> ForceReview:
    was = before.inspection_of.get(row.la_code)
    follows = row.start is None or (was is not None and row.start == was.start)
    return row.model_copy(
        update={
            "start": inspection.start if follows else row.start,
            "why": inspection.force_wide_review,
            "hmic": _from_hmic(after, row.la_code),
        }
    )


def _from_hmic(rota: Rota, la_code: str) -> tuple[str, ...]:
    team = rota.team_of.get(la_code, ())
    return tuple(
        sorted(each.inspector_id for each in team if each.inspectorate is Inspectorate.HMIC)
    )


def _with_states(rota: Rota, told: Iterable[Difference]) -> Rota:
    """The rota with its force-wide reviews held or planned as the differences say."""
    states = {each.la_code: each.after for each in told if each.item == STATE and each.after}
    if not states or rota.force_reviews is None:
        return rota
    rows = tuple(
        each.model_copy(update={"state": ReviewState(states.get(each.la_code, each.state))})
        for each in rota.force_reviews
    )
    return Rota(
        **{field: getattr(rota, field) for field in ROTA_FIELDS.values()} | {"force_reviews": rows}
    )


def _with_rows(rota: Rota, told: Iterable[Difference]) -> Rota:
    """The rota with whole rows where the differences have them."""
    fields: _Fields = {field: getattr(rota, field) for field in ROTA_FIELDS.values()}
    for each in told:
        field = ROTA_FIELDS.get(each.item)
        if field and fields[field] is not None:
            kept = dict(rows_at(rota, each.item))
            kept.pop(each.la_code, None)
            fields[field] = (*sum(map(tuple, kept.values()), ()), *words_in(each.item, each.after))
            rota = Rota(**fields)
    return rota
