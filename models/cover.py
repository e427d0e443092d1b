"""Who could take one person's place in one inspection, with every rule kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from models.altered import places_of, share_of_rota
from models.answers import Barred, Candidate, Cover
from models.breach import Breach, Subject
from models.coming import candidate, whole_km
from models.counting.days import friday_after, monday_of, weeks_after, working_days
from models.inspector import Inspector
from models.inspectorate import Inspectorate
from models.measures import fairness
from models.new_breaches import new, personal, refusing
from models.programme import Programme
from models.rota import Rota
from models.rulebook.people import ONE_PLACE
from models.saying import say_authority, say_day, say_inspector
from models.swap import Place, swapped, without


class NoPlaceError(ValueError):
    """There is no place to take; the message is a sentence."""


def cover(
    programme: Programme,
    rota: Rota,
    la_code: str,
    inspector_id: str,
    today: date | None = None,
) -> Cover:
    """Everybody of the same inspectorate: who could take the place, who not and why not.

    Somebody could when the checks find nothing in the rota with that one swap that they do not
    find in the rota as it stands. Where the inspection is under way on ``today``, somebody is
    sought who takes over from the next working day (Re-plan, Under way).
    Raises ``NoPlaceError`` where the person has no place there, or none that can still be taken.
    """
    asked = _Asked.of(programme, rota, la_code, inspector_id, today)
    found = [asked.judge(each) for each in asked.others()]
    able = [each for each in found if isinstance(each, Candidate)]
    barred = [each for each in found if isinstance(each, Barred)]
    inspector = programme.inspector_of[inspector_id]
    return Cover(
        la_code=la_code,
        authority=programme.authority_of[la_code].name,
        start=rota.inspection_of[la_code].start,
        inspector_id=inspector_id,
        inspector=inspector.name,
        inspectorate=inspector.inspectorate,
        part=_part(rota, asked.place),
        days=_days(rota, asked.place),
        since=asked.place.since,
        able=tuple(sorted(able, key=lambda each: (each.km, each.inspector_id))),
        barred=tuple(sorted(barred, key=lambda each: (each.km, each.inspector_id))),
        standing=asked.standing(),
    )


@dataclass(frozen=True)
class _Asked:
    """One question: the place, and the rota around it as it stands."""

    programme: Programme
    rota: Rota
    place: Place
    today: date | None
    before: Sequence[Breach]

    @classmethod
    def of(
        cls,
        programme: Programme,
        rota: Rota,
        la_code: str,
        inspector_id: str,
        today: date | None,
    ) -> "_Asked":
        who, where = say_inspector(programme, inspector_id), say_authority(programme, la_code)
        if la_code not in rota.inspection_of:
            raise NoPlaceError(f"{where} has no inspection in this rota")
        if la_code not in places_of(rota, inspector_id):
            raise NoPlaceError(f"{who} has no place in the inspection of {where}")
        place = _place(programme, rota, la_code, inspector_id, today)
        return cls(programme, rota, place, today, refusing(programme, rota, today))

    @property
    def body(self) -> Inspectorate:
        """The inspectorate whose place it is."""
        return self.programme.inspector_of[self.place.inspector_id].inspectorate

    def others(self) -> Sequence[Inspector]:
        """Everybody else of the same inspectorate."""
        everybody = self.programme.inspectors_from[self.body]
        return [each for each in everybody if each.inspector_id != self.place.inspector_id]

    def judge(self, other: Inspector) -> Candidate | Barred:
        """Whether somebody could come, by the checks."""
        who = other.inspector_id
        breaches = self._breaches(who)
        if breaches:
            km = whole_km(self.programme, who, self.place.la_code)
            return Barred(inspector_id=who, inspector=other.name, km=km, breaches=breaches)
        return candidate(self.programme, self.rota, self.place.la_code, who, self._points(who))

    def _breaches(self, who: str) -> tuple[Breach, ...]:
        """What the swap would break that is kept now."""
        if any(row.inspector_id == who for row in self.rota.team_of.get(self.place.la_code, ())):
            return (_on_the_team(self.programme, self.place.la_code, who),)
        asked = without(self.programme, self.place)
        # Nearly all are barred by their own share of the rota, which is looked at in no time.
        share = share_of_rota(self.rota, self.place.la_code, who)
        after = personal(asked, swapped(asked, share, self.place, who), self.today)
        own = tuple(new(after, personal(self.programme, share, self.today)))
        if own:
            return own
        whole = swapped(asked, self.rota, self.place, who)
        return tuple(new(refusing(asked, whole, self.today), self.before))

    def _points(self, who: str) -> int:
        """By how much the total rises: the way and the fairness; all other goals stand."""
        programme, place = self.programme, self.place
        if self.body is Inspectorate.HMCPSI:
            return 0
        tens = programme.tens_of_km(who, place.la_code)
        if place.since is None:
            tens -= programme.tens_of_km(place.inspector_id, place.la_code)
        after = swapped(programme, self.rota, place, who)
        uneven = fairness.measure(without(programme, place), after, [self.body])
        uneven -= fairness.measure(programme, self.rota, [self.body])
        travel = programme.fieldwork_weeks(self.body) * tens
        return programme.goals.travel * travel + programme.goals.fairness * uneven

    def standing(self) -> tuple[Breach, ...]:
        """The breaches at the inspection that no swap of this place mends."""
        return tuple(
            each
            for each in self.before
            if self.place.la_code in each.la_codes
            and self.place.inspector_id not in each.inspector_ids
        )


def _place(
    programme: Programme, rota: Rota, la_code: str, inspector_id: str, today: date | None
) -> Place:
    """The place, and from which day on it is to be taken."""
    monday = monday_of(rota.inspection_of[la_code].start)
    body = programme.inspector_of[inspector_id].inspectorate
    if body is Inspectorate.HMCPSI:
        _refuse_begun_activity(programme, rota, la_code, inspector_id, today)
    if today is None or body is Inspectorate.HMCPSI or today < monday:
        return Place(la_code, inspector_id)
    weeks = [weeks_after(monday, phase - 1) for phase in programme.policy.phase(body)]
    days = [day for week in weeks for day in working_days(programme, week)]
    left = [day for day in days if day > today]
    if not left:
        where = say_authority(programme, la_code)
        said = f"{body.title}'s days in {where} are over on {say_day(today)}"
        raise NoPlaceError(f"{said}: what is past never changes")
    if len(left) == len(days):
        return Place(la_code, inspector_id)
    return Place(la_code, inspector_id, since=left[0], until=friday_after(monday, 1))


def _refuse_begun_activity(
    programme: Programme, rota: Rota, la_code: str, inspector_id: str, today: date | None
) -> None:
    """An HMCPSI activity is one week, which nobody takes over once it has begun."""
    for row in rota.cps_activities or ():
        ours = (row.la_code, row.inspector_id) == (la_code, inspector_id)
        if ours and today is not None and monday_of(row.start) < today:
            where = say_authority(programme, la_code)
            said = f"the HMCPSI activity in {where} began on {say_day(row.start)}"
            raise NoPlaceError(f"{said}: what is past never changes")


def _on_the_team(programme: Programme, la_code: str, who: str) -> Breach:
    return ONE_PLACE.breach(
        "same",
        Subject((la_code,), (who,)),
        figures={"count": 2},
        inspector=say_inspector(programme, who),
        authority=say_authority(programme, la_code),
    )


def _part(rota: Rota, place: Place) -> str:
    roles = [
        row.role.value
        for row in rota.team_of.get(place.la_code, ())
        if row.inspector_id == place.inspector_id
    ]
    return roles[0] if roles else "HMCPSI activity"


def _days(rota: Rota, place: Place) -> int | None:
    """Days on site that are to be taken over; None where no attendance is stated."""
    if rota.attendance is None:
        return None
    rows = rota.attendance_at.get(place.la_code, ())
    ours = [row.date for row in rows if row.inspector_id == place.inspector_id]
    return sum(place.since is None or day >= place.since for day in ours)
