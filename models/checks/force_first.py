"""R6: the first inspection in each force, and after each change, carries the force-wide review."""

from collections.abc import Iterator, Mapping

from models.breach import Breach, Subject
from models.counting.days import week_number
from models.counting.forces import reviews_owed, starts_in
from models.inspection import ForceReview, Inspection, Review, ReviewState
from models.inspectorate import Inspectorate
from models.programme import Programme
from models.rota import Rota
from models.rulebook.slots import FORCE_FIRST
from models.saying import say_authority, say_day, say_force

_COUNTED = {
    Review.FIRST: "is the first in its force and carries the force-wide review (first)",
    Review.CHANGE: "is the first after a force-wide change and carries the force-wide review "
    "(change)",
    Review.NO: "carries no force-wide review (no)",
}


def check(programme: Programme, rota: Rota) -> Iterator[Breach]:
    """Yield each review that the rota states wrongly, of an inspection or in its list (§31).

    Which inspections carry one follows from the slots, so that only what is stated can be wrong.
    The force that the rota states for an authority is checked here too. A list needs a row for
    each inspection that carries a review, and one for each force in which a change came too late;
    held and planned are told apart by the day, which a check does not know.
    """
    owed = reviews_owed(programme, rota)
    for inspection in rota.inspections:
        if inspection.la_code in programme.authority_of:
            yield from _stated_review(programme, inspection, owed)
            yield from _stated_force(programme, inspection)
    if rota.force_reviews is not None:
        yield from _missing_rows(programme, rota, owed)
        yield from _none_left_missing(programme, rota)
        for row in rota.force_reviews:
            if row.state is ReviewState.NONE_LEFT or not row.la_code:
                yield from _none_left(programme, rota, row)
            else:
                yield from _row(programme, rota, row, owed)


def _subject(programme: Programme, inspection: Inspection) -> Subject:
    week = week_number(programme, inspection.start)
    return Subject((inspection.la_code,), weeks=(week,), last_day=inspection.start)


def _stated_review(
    programme: Programme, inspection: Inspection, owed: Mapping[str, Review]
) -> Iterator[Breach]:
    stated = inspection.force_wide_review
    counted = owed.get(inspection.la_code, Review.NO)
    if stated is not None and stated is not counted:
        yield FORCE_FIRST.breach(
            "review",
            _subject(programme, inspection),
            authority=say_authority(programme, inspection.la_code),
            day=say_day(inspection.start),
            counted=_COUNTED[counted],
            stated=stated.value,
        )


def _stated_force(programme: Programme, inspection: Inspection) -> Iterator[Breach]:
    stated = inspection.police_force_code
    counted = programme.authority_of[inspection.la_code].police_force_code
    if stated is not None and stated != counted:
        yield FORCE_FIRST.breach(
            "stated",
            _subject(programme, inspection),
            column="the force",
            whose=say_authority(programme, inspection.la_code),
            stated=say_force(programme, stated),
            counted=say_force(programme, counted),
        )


def _missing_rows(programme: Programme, rota: Rota, owed: Mapping[str, Review]) -> Iterator[Breach]:
    listed = [row.la_code for row in rota.force_reviews or ()]
    for la_code, why in owed.items():
        inspection = rota.inspection_of[la_code]
        rows = listed.count(la_code)
        if rows == 0:
            yield FORCE_FIRST.breach(
                "row_missing",
                _subject(programme, inspection),
                authority=say_authority(programme, la_code),
                day=say_day(inspection.start),
                counted=_COUNTED[why],
            )
        if rows > 1:
            yield FORCE_FIRST.breach(
                "row_twice",
                _subject(programme, inspection),
                amount=rows - 1,
                figures={"count": rows},
                authority=say_authority(programme, la_code),
            )


def _row(
    programme: Programme, rota: Rota, row: ForceReview, owed: Mapping[str, Review]
) -> Iterator[Breach]:
    authority = say_authority(programme, row.la_code)
    inspection = rota.inspection_of.get(row.la_code)
    if inspection is None or row.la_code not in owed:
        subject = _subject(programme, inspection) if inspection else Subject((row.la_code,))
        yield FORCE_FIRST.breach(
            "row_extra",
            subject,
            force=say_force(programme, row.police_force_code),
            authority=authority,
            counted=_COUNTED[Review.NO] if inspection else "has no inspection",
        )
        return
    for column, stated, counted in _columns(programme, rota, row, inspection, owed[row.la_code]):
        if stated != counted:
            yield FORCE_FIRST.breach(
                "row_stated",
                _subject(programme, inspection),
                column=column,
                authority=authority,
                stated=stated or "blank",
                counted=counted or "blank",
            )


def _columns(
    programme: Programme, rota: Rota, row: ForceReview, inspection: Inspection, why: Review
) -> Iterator[tuple[str, str, str]]:
    """What a row says and what it should say, column by column."""
    authority = programme.authority_of[inspection.la_code]
    force = authority.police_force_code
    yield "the force", row.police_force_code, force
    yield "the force's name", row.force, programme.force_of[force].name
    yield "the authority's name", row.authority, authority.name
    yield "the start", say_day(row.start) if row.start else "", say_day(inspection.start)
    yield "the reason", row.why.value, why.value
    team = {each.inspector_id for each in rota.team_of.get(inspection.la_code, ())}
    hmic = {each.inspector_id for each in programme.inspectors_from[Inspectorate.HMIC]}
    yield "the HMIC team", " ".join(sorted(set(row.hmic))), " ".join(sorted(team & hmic))


def _none_left_missing(programme: Programme, rota: Rota) -> Iterator[Breach]:
    rows = [row for row in rota.force_reviews or () if row.state is ReviewState.NONE_LEFT]
    listed = {row.police_force_code for row in rows}
    for code, change in _changes_too_late(programme, rota):
        if code not in listed:
            yield FORCE_FIRST.breach(
                "none_left_missing", Subject(), force=say_force(programme, code), day=change
            )


def _none_left(programme: Programme, rota: Rota, row: ForceReview) -> Iterator[Breach]:
    """A force without authorities never has a first inspection: a row that says so is right."""
    force = row.police_force_code
    late = {code for code, _ in _changes_too_late(programme, rota)}
    no_first = row.why is Review.FIRST and force not in starts_in(programme, rota)
    if not (row.why is Review.CHANGE and force in late) and not no_first:
        yield FORCE_FIRST.breach("none_left_extra", Subject(), force=say_force(programme, force))


def _changes_too_late(programme: Programme, rota: Rota) -> Iterator[tuple[str, str]]:
    """Each force with a change after which none of its inspections starts, and the day."""
    starts = starts_in(programme, rota)
    for change in programme.force_changes:
        code = change.police_force_code
        if not any(each.start >= change.counts_from for each in starts.get(code, ())):
            yield code, say_day(change.counts_from)
