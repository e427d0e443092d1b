"""Which teams fit under seven on site: an exact test, by arithmetic alone (R4, R5, §35).

In a week of w working days with room for c people a day, people who each owe some of the days
fit whenever their days add up to no more than c x w: hand the days out in turn, round and
round the week. The final feedback asks a little more of week two's last day (§23): those who
owe every day are there anyway, and one more comes from every inspectorate that has nobody
among them. When these are no more than c, they start the round on the last day.
"""

from collections.abc import Iterable, Mapping
from itertools import product
from typing import NamedTuple

from models import sizing
from models.authority import EstablishmentKind
from models.inspection import Band
from models.inspectorate import ON_SITE, Inspectorate
from models.policy import Policy
from models.programme import Programme
from planner.remembered import Remembered

#: The numbers of a team's inspectors, in the order of ``ON_SITE``, the lead among Ofsted's.
Sizes = tuple[int, ...]


class Owing(NamedTuple):
    """So many people of one inspectorate, leads or not, who each owe so many days in a week."""

    body: Inspectorate
    leads: bool
    days: int
    people: int


class SiteWeek(NamedTuple):
    """One of an inspection's two weeks: what is owed in it, and how much it holds.

    ``feedback`` says whether its last working day is that of the final feedback; ``most`` is
    the number of people who may be on site on one day.
    """

    working_days: int
    most: int
    feedback: bool
    owing: tuple[Owing, ...]

    @property
    def days_owed(self) -> int:
        """Inspector-days owed in the week."""
        return sum(each.days * each.people for each in self.owing)

    @property
    def holds(self) -> int:
        """Inspector-days that the week has room for."""
        return self.most * self.working_days

    @property
    def every_day(self) -> int:
        """How many people owe every working day."""
        return sum(each.people for each in self.owing if each.days == self.working_days)

    @property
    def extra_at_feedback(self) -> int:
        """How many inspectorates but Ofsted send one to the final feedback for its sake alone."""
        if not self.feedback:
            return 0
        here = {each.body for each in self.owing} - {Inspectorate.OFSTED}
        return len(here - {each.body for each in self.owing if each.days == self.working_days})

    @property
    def fits(self) -> bool:
        """Whether everybody can be on site exactly the days owed, never more than the most."""
        if not self.working_days:
            return True
        return self.days_owed <= self.holds and self.every_day + self.extra_at_feedback <= self.most


def site_week(
    policy: Policy,
    band: Band,
    people: Mapping[tuple[Inspectorate, bool], int],
    phase: int,
    working_days: int,
) -> SiteWeek:
    """Week ``phase`` (1 or 2) of an inspection; ``people`` counts by (inspectorate, leads)."""
    owing = tuple(
        Owing(body, leads, sizing.days_owed(body, band, working_days, policy, lead=leads), number)
        for (body, leads), number in people.items()
        if number and phase in policy.phase(body)
    )
    return SiteWeek(working_days, policy.on_site.most, phase == 2, owing)


def with_lead(sizes: Iterable[int]) -> Mapping[tuple[Inspectorate, bool], int]:
    """The people of a team of such sizes by (inspectorate, leads): one of Ofsted's leads."""
    number_of: dict[Inspectorate, int] = dict(zip(ON_SITE, sizes, strict=True))
    leads = min(number_of[Inspectorate.OFSTED], 1)
    number_of[Inspectorate.OFSTED] -= leads
    members = {(body, False): number for body, number in number_of.items()}
    return {(Inspectorate.OFSTED, True): leads} | members


class Fitting:
    """The teams that fit at each authority in each week, remembered by shape.

    A shape is the band, the working days of both weeks and the sizes; a national programme has
    a few hundred, so that asking again costs a look-up.
    """

    def __init__(self, programme: Programme) -> None:
        self.programme = programme
        self._working_days: dict[int, int] = {}
        self._fits: dict[tuple[Band, int, int, Sizes], bool] = {}
        self._sizes: dict[
            tuple[Band, frozenset[EstablishmentKind], int, int, bool], tuple[Sizes, ...]
        ] = {}

    def working_days(self, week: int) -> int:
        """How many working days ``week`` has."""
        if week not in self._working_days:
            self._working_days[week] = len(self.programme.calendar.working_days(week))
        return self._working_days[week]

    def fits(self, la_code: str, week: int, sizes: Sizes) -> bool:
        """Whether a team of ``sizes`` that starts in ``week`` has an attendance."""
        band = self.programme.band_of[la_code]
        shape = (band, self.working_days(week), self.working_days(week + 1), sizes)
        if shape not in self._fits:
            self._fits[shape] = all(each.fits for each in self.weeks(la_code, week, sizes))
        return self._fits[shape]

    def weeks(self, la_code: str, week: int, sizes: Iterable[int]) -> tuple[SiteWeek, ...]:
        """Both weeks of an inspection that starts in ``week`` with a team of ``sizes``."""
        band, people = self.programme.band_of[la_code], with_lead(sizes)
        return tuple(
            site_week(
                self.programme.policy, band, people, phase, self.working_days(week + phase - 1)
            )
            for phase in (1, 2)
        )

    def sizes(self, la_code: str, week: int, *, review: bool) -> tuple[Sizes, ...]:
        """Every team within R4's least and most that fits, rising; () where none does."""
        team = self.programme.band_of[la_code], self.programme.kinds_at[la_code]
        shape = (*team, self.working_days(week), self.working_days(week + 1), review)
        if shape not in self._sizes:
            self._sizes[shape] = tuple(
                sizes
                for sizes in self.sizes_by_policy(la_code, review=review)
                if self.fits(la_code, week, sizes)
            )
        return self._sizes[shape]

    def sizes_by_policy(self, la_code: str, *, review: bool) -> Iterable[Sizes]:
        """Every team within R4's least and most, rising, whether it fits or not."""
        ranges = [self.programme.size_range(la_code, body, review=review) for body in ON_SITE]
        return product(*(range(each.least, each.most + 1) for each in ranges))


#: The programme's fitting, remembered; a planner that asks often should keep it.
fitting_of = Remembered(Fitting)


def team_fits(
    programme: Programme, la_code: str, week: int, sizes: Mapping[Inspectorate, int]
) -> bool:
    """Whether a team of ``sizes``, its lead among Ofsted's, that starts in ``week`` fits (R5).

    True exactly when an attendance exists: each inspector on site exactly the days owed, never
    more than the policy's most on one day, and the final feedback attended as §23 asks.
    """
    row = tuple(sizes.get(body, 0) for body in ON_SITE)
    return fitting_of(programme).fits(la_code, week, row)


def fitting_sizes(programme: Programme, la_code: str, week: int, review: bool) -> tuple[Sizes, ...]:
    """Every team within R4's least and most that fits in ``week``, in the order of ``ON_SITE``."""
    return fitting_of(programme).sizes(la_code, week, review=review)
