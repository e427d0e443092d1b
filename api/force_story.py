"""Of each police force: which inspections carry the force-wide review, which do not, and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from models.events import ForceChange
from models.inspection import Inspection, Review
from models.inspectorate import Inspectorate
from models.programme import Programme
from models.reviews import reviews_of
from models.rota import Rota
from models.saying import say_day, say_list


@dataclass(frozen=True)
class InspectionStory:
    """One inspection of a force: whether it carries the force-wide review, and why or why not.

    ``hmic`` holds the names of those from HMIC on the team, by inspector id.
    """

    la_code: str
    authority: str
    start: date
    review: Review
    why: str
    hmic: Mapping[str, str]


@dataclass(frozen=True)
class ForceStory:
    """A force, its inspections by start, and a sentence for each change that none is left for."""

    police_force_code: str
    force: str
    inspections: tuple[InspectionStory, ...]
    unmet: tuple[str, ...]


def force_stories(programme: Programme, rota: Rota) -> tuple[ForceStory, ...]:
    """The story of every force that has authorities, by code (§31, R6)."""
    week_of = programme.calendar.week_of
    slots = {code: week_of(each.start) for code, each in rota.inspection_of.items()}
    reviews = reviews_of(programme, slots)
    return tuple(
        _force(programme, rota, reviews, code) for code in sorted(programme.authorities_in)
    )


def _force(
    programme: Programme, rota: Rota, reviews: Mapping[str, Review], force: str
) -> ForceStory:
    placed = [rota.inspection_of.get(code) for code in programme.authorities_in[force]]
    inspections = sorted(
        (each for each in placed if each is not None), key=lambda each: (each.start, each.la_code)
    )
    changes = [each for each in programme.force_changes if each.police_force_code == force]
    told: list[InspectionStory] = []
    for each in inspections:
        review = reviews.get(each.la_code, Review.NO)
        why = _why(review, _met_by(each, inspections, changes), told)
        told.append(
            InspectionStory(
                la_code=each.la_code,
                authority=programme.authority_of[each.la_code].name,
                start=each.start,
                review=review,
                why=why,
                hmic=_from_hmic(programme, rota, each.la_code),
            )
        )
    unmet = [each for each in changes if not any(i.start >= each.counts_from for i in inspections)]
    said = tuple(f"no inspection is left after {_say_change(each)}" for each in unmet)
    return ForceStory(force, programme.force_of[force].name, tuple(told), said)


def _met_by(
    inspection: Inspection, inspections: Sequence[Inspection], changes: Sequence[ForceChange]
) -> list[ForceChange]:
    """The changes after which ``inspection`` is the first to start."""
    return [
        change
        for change in changes
        if inspection == next((i for i in inspections if i.start >= change.counts_from), None)
    ]


def _why(review: Review, met: Sequence[ForceChange], before: Sequence[InspectionStory]) -> str:
    if review is Review.NO:
        last = [each for each in before if each.review is not Review.NO][-1]
        return (
            f"the force was reviewed at {last.authority}, from {say_day(last.start)}, and no "
            "force-wide change has come since"
        )
    reasons = ["the force's first inspection"] if review is Review.FIRST else []
    reasons += [f"the first after {_say_change(change)}" for change in met]
    return say_list(reasons)


def _say_change(change: ForceChange) -> str:
    described = f" ({change.description})" if change.description else ""
    return f"the force-wide change that counts from {say_day(change.counts_from)}{described}"


def _from_hmic(programme: Programme, rota: Rota, la_code: str) -> dict[str, str]:
    team = (programme.inspector_of[each.inspector_id] for each in rota.team_of.get(la_code, ()))
    hmic = {each.inspector_id: each.name for each in team if each.inspectorate is Inspectorate.HMIC}
    return dict(sorted(hmic.items()))
