"""Two rotas of one programme: what is different, counted as a re-plan counts it (Re-plan)."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property

from models.deployment import CpsActivity, Role
from models.inspection import Review
from models.inspectorate import ON_SITE, Inspectorate
from models.programme import Programme
from models.rota import Rota
from models.word import Word


class SlotChange(Word):
    """An authority's slots, by week one's Monday; None where a rota lacks the authority."""

    la_code: str
    before: date | None
    after: date | None

    @property
    def weeks(self) -> int | None:
        """How many weeks later the slot is, negative for earlier; None where one is lacking."""
        if self.before is None or self.after is None:
            return None
        return (self.after - self.before).days // 7


class Part(Word):
    """One inspector with the role on a team."""

    inspector_id: str
    role: Role


class TeamChange(Word):
    """Who of one inspectorate is on an authority's team in one rota only, or in another role."""

    la_code: str
    inspectorate: Inspectorate
    lost: tuple[Part, ...]
    gained: tuple[Part, ...]

    @property
    def deployments(self) -> int:
        """How many deployments that changes: the larger of those lost and those gained."""
        return max(len(self.lost), len(self.gained))


class ReviewChange(Word):
    """A force-wide review that one inspection gains, loses or makes for another reason (R6)."""

    police_force_code: str
    la_code: str
    before: Review
    after: Review

    @property
    def is_had(self) -> bool:
        """Whether the inspection carried a review before."""
        return self.before is not Review.NO

    @property
    def is_made(self) -> bool:
        """Whether the inspection carries a review after."""
        return self.after is not Review.NO


class CpsChange(Word):
    """The HMCPSI activities at one authority that are in one rota only (§33)."""

    la_code: str
    before: tuple[CpsActivity, ...]
    after: tuple[CpsActivity, ...]


class DaysChange(Word):
    """Who stays on a team whose slot stays, but is on site on other days or for another thing."""

    la_code: str
    inspector_ids: tuple[str, ...]


class Comparison(Word):
    """Everything that is different between two rotas, each part by authority code."""

    slots: tuple[SlotChange, ...]
    teams: tuple[TeamChange, ...]
    reviews: tuple[ReviewChange, ...]
    cps_activities: tuple[CpsChange, ...]
    days: tuple[DaysChange, ...]

    @property
    def is_same(self) -> bool:
        """Whether there is no difference at all."""
        return not self.la_codes

    @cached_property
    def la_codes(self) -> frozenset[str]:
        """The authorities at which anything is different."""
        parts = (self.slots, self.teams, self.reviews, self.cps_activities, self.days)
        return frozenset(each.la_code for part in parts for each in part)

    @property
    def moved(self) -> tuple[SlotChange, ...]:
        """The slots that both rotas have, in different weeks; placed and dropped ones aside."""
        return tuple(each for each in self.slots if each.weeks is not None)

    @property
    def deployments_changed(self) -> int:
        """How many deployments are changed where both rotas have the authority."""
        one_sided = {each.la_code for each in self.slots if each.weeks is None}
        return sum(each.deployments for each in self.teams if each.la_code not in one_sided)

    @cached_property
    def reviews_in(self) -> Mapping[str, tuple[ReviewChange, ...]]:
        """The changes of force-wide reviews by force."""
        forces = {each.police_force_code for each in self.reviews}
        return {
            force: tuple(each for each in self.reviews if each.police_force_code == force)
            for force in sorted(forces)
        }


def compare(programme: Programme, before: Rota, after: Rota) -> Comparison:
    """What is different between two whole rotas, whose every code the programme knows."""
    codes = sorted(before.inspection_of.keys() | after.inspection_of.keys())
    both = sorted(before.inspection_of.keys() & after.inspection_of.keys())
    sent = sorted({*codes, *before.team_of, *after.team_of})
    return Comparison(
        slots=tuple(_slots(before, after, codes)),
        teams=tuple(_teams(programme, before, after, sent)),
        reviews=tuple(_reviews(programme, before, after, codes)),
        cps_activities=tuple(_cps_activities(before, after)),
        days=tuple(_days(before, after, both)),
    )


def _slots(before: Rota, after: Rota, codes: list[str]) -> Iterator[SlotChange]:
    for code in codes:
        held = [rota.inspection_of.get(code) for rota in (before, after)]
        first, second = (each.start if each else None for each in held)
        if first != second:
            yield SlotChange(la_code=code, before=first, after=second)


def _teams(
    programme: Programme, before: Rota, after: Rota, codes: list[str]
) -> Iterator[TeamChange]:
    for code in codes:
        first, second = _parts(before, code), _parts(after, code)
        for body in ON_SITE:
            lost, gained = (
                tuple(each for each in parts if _body(programme, each) is body)
                for parts in (_without(first, second), _without(second, first))
            )
            if lost or gained:
                yield TeamChange(la_code=code, inspectorate=body, lost=lost, gained=gained)


def _parts(rota: Rota, la_code: str) -> list[Part]:
    team = rota.team_of.get(la_code, ())
    return [Part(inspector_id=each.inspector_id, role=each.role) for each in team]


def _without(parts: list[Part], others: list[Part]) -> list[Part]:
    return [each for each in parts if each not in others]


def _body(programme: Programme, part: Part) -> Inspectorate:
    return programme.inspector_of[part.inspector_id].inspectorate


def _reviews(
    programme: Programme, before: Rota, after: Rota, codes: list[str]
) -> Iterator[ReviewChange]:
    for code in codes:
        first, second = (_review(rota, code) for rota in (before, after))
        if first is not second:
            force = programme.authority_of[code].police_force_code
            yield ReviewChange(police_force_code=force, la_code=code, before=first, after=second)


def _review(rota: Rota, la_code: str) -> Review:
    inspection = rota.inspection_of.get(la_code)
    return (inspection.force_wide_review if inspection else None) or Review.NO


def _cps_activities(before: Rota, after: Rota) -> Iterator[CpsChange]:
    first, second = (rota.cps_activities or () for rota in (before, after))
    lost = [each for each in first if each not in second]
    gained = [each for each in second if each not in first]
    for code in sorted({each.la_code for each in (*lost, *gained)}):
        here = (tuple(each for each in part if each.la_code == code) for part in (lost, gained))
        was, is_now = here
        yield CpsChange(la_code=code, before=was, after=is_now)


def _days(before: Rota, after: Rota, codes: list[str]) -> Iterator[DaysChange]:
    for code in codes:
        if before.inspection_of[code].start != after.inspection_of[code].start:
            continue
        first, second = (_attended(rota, code) for rota in (before, after))
        stay = [each for each in first if each in second]
        others = tuple(sorted(each for each in stay if first[each] != second[each]))
        if others:
            yield DaysChange(la_code=code, inspector_ids=others)


def _attended(rota: Rota, la_code: str) -> Mapping[str, set[tuple[date, str]]]:
    """What each inspector does on which day at an authority."""
    days: dict[str, set[tuple[date, str]]] = {}
    for each in rota.attendance_at.get(la_code, ()):
        days.setdefault(each.inspector_id, set()).add((each.date, each.activity))
    return days
