"""What a force-wide change would ask for: which inspection reviews the force, who must be added."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from models.altered import bare_rota, changed_programme, changed_rota, share_of_rota
from models.answers import Barred, Candidate, ForceOutlook
from models.breach import Breach
from models.coming import candidate, whole_km
from models.deployment import Deployment, Role
from models.events import ForceChange
from models.inspection import Review
from models.inspector import Inspector
from models.inspectorate import Inspectorate
from models.measures import fairness, team, travel
from models.new_breaches import new, personal, refusing
from models.programme import Programme
from models.reviews import first_after, reviews_of
from models.rota import Rota

_HMIC = Inspectorate.HMIC


def force_outlooks(
    programme: Programme, rota: Rota, changes: Sequence[ForceChange], today: date | None = None
) -> tuple[ForceOutlook, ...]:
    """What each of these force-wide changes would ask for, were they all to come.

    The slots stand, and so do the teams but for those who are added. ``today`` tells what is
    history. Each force must be one of the programme's.
    """
    asked = _Asked(
        changed_programme(programme, force_changes=(*programme.force_changes, *changes)),
        bare_rota(rota),
        today,
        reviews_of(programme, _slots(programme, rota)),
    )
    return tuple(asked.outlook(change) for change in changes)


def _slots(programme: Programme, rota: Rota) -> Mapping[str, int]:
    week_of, known = programme.calendar.week_of, programme.authority_of
    return {code: week_of(each.start) for code, each in rota.inspection_of.items() if code in known}


@dataclass(frozen=True)
class _Asked:
    """The programme with the changes, the rota as it stands, and its reviews without them."""

    programme: Programme
    rota: Rota
    today: date | None
    reviews: Mapping[str, Review]

    def outlook(self, change: ForceChange) -> ForceOutlook:
        """What one of the changes asks for."""
        force = change.police_force_code
        plain = ForceOutlook(
            police_force_code=force,
            force=self.programme.force_of[force].name,
            introduced_on=change.introduced_on,
            counts_from=change.counts_from,
        )
        la_code = first_after(self.programme, _slots(self.programme, self.rota), change)
        return plain.model_copy(update=self._at(la_code)) if la_code else plain

    def _at(self, la_code: str) -> Mapping[str, object]:
        here = [
            row.inspector_id
            for row in self.rota.team_of.get(la_code, ())
            if row.role is not Role.SUBSTITUTE and self._is_hmic(row.inspector_id)
        ]
        sizes = self.programme.size_range(la_code, _HMIC, review=True)
        wished = max(0, sizes.target - len(here))
        found = self._others(la_code, here) if wished else ()
        return {
            "la_code": la_code,
            "authority": self.programme.authority_of[la_code].name,
            "start": self.rota.inspection_of[la_code].start,
            "already": self.reviews.get(la_code, ""),
            "hmic": tuple(sorted(here)),
            "must": max(0, sizes.least - len(here)),
            "wished": wished,
            "able": tuple(each for each in found if isinstance(each, Candidate)),
            "barred": tuple(each for each in found if isinstance(each, Barred)),
        }

    def _is_hmic(self, inspector_id: str) -> bool:
        inspector = self.programme.inspector_of.get(inspector_id)
        return inspector is not None and inspector.inspectorate is _HMIC

    def _others(self, la_code: str, here: Sequence[str]) -> Sequence[Candidate | Barred]:
        """Everybody else from HMIC, nearest base first: whether the checks let them come."""
        before = refusing(self.programme, self.rota, self.today)
        others = [
            each for each in self.programme.inspectors_from[_HMIC] if each.inspector_id not in here
        ]
        found = [self._judge(la_code, each, before) for each in others]
        return sorted(found, key=lambda each: (each.km, each.inspector_id))

    def _judge(
        self, la_code: str, other: Inspector, before: Sequence[Breach]
    ) -> Candidate | Barred:
        who = other.inspector_id
        share = share_of_rota(self.rota, la_code, who)
        own = new(
            personal(self.programme, _with(share, la_code, who), self.today),
            personal(self.programme, share, self.today),
        )
        # Of the whole rota only those are asked whom their own share of it lets come.
        breaches = tuple(own) or tuple(self._whole(la_code, who, before))
        if breaches:
            km = whole_km(self.programme, who, la_code)
            return Barred(inspector_id=who, inspector=other.name, km=km, breaches=breaches)
        points = self._points(_with(self.rota, la_code, who)) - self._points(self.rota)
        return candidate(self.programme, self.rota, la_code, who, points)

    def _whole(self, la_code: str, who: str, before: Sequence[Breach]) -> Sequence[Breach]:
        after = refusing(self.programme, _with(self.rota, la_code, who), self.today)
        # Where two must come, one alone leaves the part too small: that is no fault of this one.
        return [each for each in new(after, before) if each.rule != "team_size"]

    def _points(self, rota: Rota) -> int:
        weights, bodies = self.programme.goals, [_HMIC]
        return (
            weights.team * team.measure(self.programme, rota, bodies)
            + weights.travel * travel.measure(self.programme, rota, bodies)
            + weights.fairness * fairness.measure(self.programme, rota, bodies)
        )


def _with(rota: Rota, la_code: str, who: str) -> Rota:
    """The rota with one member more."""
    row = Deployment(la_code=la_code, inspector_id=who, role=Role.MEMBER)
    return changed_rota(rota, deployments=(*rota.deployments, row))
