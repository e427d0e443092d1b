"""Every number that problem.md calls a policy or a default, under the keys of programme.toml."""

from collections.abc import Mapping
from typing import Annotated, Self

from pydantic import Field, model_validator

from models.inspection import Band
from models.inspectorate import Inspectorate
from models.word import Word

Weeks = Annotated[int, Field(ge=0)]
Count = Annotated[int, Field(ge=0)]
Positive = Annotated[int, Field(ge=1)]
MonthDay = Annotated[str, Field(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]
FieldworkWeek = Annotated[int, Field(ge=1, le=2)]


class CalendarPolicy(Word):
    """Closed periods, as month-day pairs of every year, and the summer blackout in weeks."""

    closed: tuple[tuple[MonthDay, MonthDay], ...] = (("12-25", "01-01"),)
    summer_blackout_weeks: Weeks = 4


class ConcurrencyPolicy(Word):
    """How many inspections may start, and how many may run, in one week (R8)."""

    starts_per_week: Positive = 3
    running_per_week: Positive = 5


class ForcePolicy(Word):
    """The gap in weeks between two starts in one force (R7), and the cap of G3's even gap."""

    gap_weeks: Positive = 4
    even_gap_cap_weeks: Weeks = 13


class YearQuotaPolicy(Word):
    """By how many inspections a year may miss its share (R9)."""

    tolerance: Count = 4


class BusyPolicy(Word):
    """The weeks around fieldwork in which an inspector is busy (R11)."""

    rest_weeks: Weeks = 1
    lead_preparation_weeks: Weeks = 1
    lead_report_weeks: Weeks = 2


class CeilingPolicy(Word):
    """Deployments a full-time inspector may have in a programme year (R15)."""

    deployments_per_year: Positive = 12


class DaysOnSite(Word):
    """Days on site in a full week, by inspectorate; the lead is there every working day."""

    ofsted: Positive = 4
    hmic: Positive = 4
    cqc: Positive = 4
    hmi_probation: Positive = 3
    hmi_prisons: Positive = 3


class OnSitePolicy(Word):
    """How many may be on site (R5), and how many days each owes (team sizing)."""

    most: Positive = 7
    least_days: Positive = 2
    very_large_days_off: Count = 1
    days: DaysOnSite = DaysOnSite()


class PhaseTable(Word):
    """The weeks of the inspection, 1 and 2, in which each inspectorate is on site (§37-39)."""

    ofsted: tuple[FieldworkWeek, ...] = (1, 2)
    hmic: tuple[FieldworkWeek, ...] = (1,)
    cqc: tuple[FieldworkWeek, ...] = (2,)
    hmi_probation: tuple[FieldworkWeek, ...] = (2,)
    hmi_prisons: tuple[FieldworkWeek, ...] = (2,)

    @model_validator(mode="after")
    def _each_week_once_in_order(self) -> Self:
        for body, weeks in self:
            if list(weeks) != sorted(set(weeks)):
                raise ValueError(f"{body}: weeks must be [], [1], [2] or [1, 2], not {list(weeks)}")
        return self


class PointsPolicy(Word):
    """Points of size and complexity: children per point, and points of the rest."""

    per_children: Positive = 10000
    establishment: Count = 2
    county: Count = 3
    deprived_fifth: Count = 2


class BandsPolicy(Word):
    """The points from which each band begins."""

    small: Count = 0
    medium: Count = 5
    large: Count = 10
    very_large: Count = 20

    @model_validator(mode="after")
    def _bands_rise(self) -> Self:
        starts = [self.small, self.medium, self.large, self.very_large]
        if self.small != 0 or starts != sorted(starts):
            raise ValueError(f"bands must begin at 0 and never fall, not {starts}")
        return self


class SizeRange(Word):
    """How many inspectors of one inspectorate: least, target and most."""

    least: Count
    target: Count
    most: Count

    @model_validator(mode="before")
    @classmethod
    def _from_triple(cls, value: object) -> object:
        if isinstance(value, list | tuple):
            if len(value) != 3:
                raise ValueError(f"three numbers are wanted: least, target, most, not {len(value)}")
            return dict(zip(("least", "target", "most"), value, strict=True))
        return value

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if not self.least <= self.target <= self.most:
            raise ValueError(
                f"least <= target <= most is wanted, not {self.least}, {self.target}, {self.most}"
            )
        return self

    def raised(self, extra: int) -> "SizeRange":
        """The range with each of its numbers ``extra`` higher."""
        return SizeRange(
            least=self.least + extra, target=self.target + extra, most=self.most + extra
        )


class TeamSizes(Word):
    """The size range of each inspectorate in one band."""

    ofsted: SizeRange
    hmic: SizeRange
    cqc: SizeRange
    hmi_probation: SizeRange


def _sizes(*triples: tuple[int, int, int]) -> TeamSizes:
    bodies = ("ofsted", "hmic", "cqc", "hmi_probation")
    return TeamSizes.model_validate(dict(zip(bodies, triples, strict=True)))


class TeamPolicy(Word):
    """The table of team sizes by band."""

    small: TeamSizes = _sizes((3, 4, 4), (1, 1, 1), (1, 1, 1), (1, 1, 1))
    medium: TeamSizes = _sizes((4, 4, 5), (1, 1, 2), (1, 1, 2), (1, 1, 2))
    large: TeamSizes = _sizes((4, 5, 5), (1, 2, 2), (1, 2, 2), (1, 1, 2))
    very_large: TeamSizes = _sizes((4, 6, 6), (2, 2, 3), (2, 2, 3), (1, 2, 2))


class ReviewPolicy(Word):
    """HMIC inspectors that a force-wide review adds (R4)."""

    extra_hmic: Count = 1


class PrisonsPolicy(Word):
    """HMI Prisons inspectors per kind of establishment, and the most of them."""

    per_kind: Count = 1
    most: Count = 2


class SecondedPolicy(Word):
    """The largest share of one inspectorate's part that may be seconded (R14), to two decimals."""

    largest_share: Annotated[float, Field(ge=0, le=1)] = 0.5

    @property
    def percent(self) -> int:
        """The share in whole hundredths."""
        return round(100 * self.largest_share)


class DueWeeks(Word):
    """The week, counted from the programme's start, by which each grade is due (G1)."""

    inadequate: Weeks = 26
    adequate: Weeks = 78
    good: Weeks = 130
    outstanding: Weeks = 150
    none: Weeks = 104


class RiskWeights(Word):
    """The weight of a week's lateness by grade (G1)."""

    inadequate: Annotated[int, Field(ge=1, le=4)] = 4
    adequate: Annotated[int, Field(ge=1, le=4)] = 2
    good: Annotated[int, Field(ge=1, le=4)] = 1
    outstanding: Annotated[int, Field(ge=1, le=4)] = 1
    none: Annotated[int, Field(ge=1, le=4)] = 2


class CpsPolicy(Word):
    """The weeks within which HMCPSI follows up a concern (§33)."""

    within_weeks: Positive = 6


class RevealPolicy(Word):
    """Weeks before the start from which an inspector sees the authority's name."""

    weeks: Weeks = 2


class FreezePolicy(Word):
    """The freeze horizon of a re-plan, in weeks."""

    weeks: Weeks = 4


class CompromisedPolicy(Word):
    """Weeks either side of a compromised start that are closed to the authority."""

    weeks_either_side: Weeks = 4


class AnonymityPolicy(Word):
    """The anonymity set's size under which a week is noted (§34)."""

    floor: Count = 8


class Policy(Word):
    """The programme's policy, table by table as programme.toml holds it."""

    calendar: CalendarPolicy = CalendarPolicy()
    concurrency: ConcurrencyPolicy = ConcurrencyPolicy()
    force: ForcePolicy = ForcePolicy()
    year_quota: YearQuotaPolicy = YearQuotaPolicy()
    busy: BusyPolicy = BusyPolicy()
    ceiling: CeilingPolicy = CeilingPolicy()
    on_site: OnSitePolicy = OnSitePolicy()
    phases: PhaseTable = PhaseTable()
    points: PointsPolicy = PointsPolicy()
    bands: BandsPolicy = BandsPolicy()
    team: TeamPolicy = TeamPolicy()
    force_wide_review: ReviewPolicy = ReviewPolicy()
    prisons: PrisonsPolicy = PrisonsPolicy()
    seconded: SecondedPolicy = SecondedPolicy()
    due_weeks: DueWeeks = DueWeeks()
    risk_weight: RiskWeights = RiskWeights()
    cps: CpsPolicy = CpsPolicy()
    reveal: RevealPolicy = RevealPolicy()
    freeze: FreezePolicy = FreezePolicy()
    compromised: CompromisedPolicy = CompromisedPolicy()
    anonymity: AnonymityPolicy = AnonymityPolicy()

    def phase(self, body: Inspectorate) -> tuple[int, ...]:
        """The weeks of the inspection, 1 and 2, in which ``body`` is on site; () for HMCPSI."""
        return getattr(self.phases, body.value, ())

    def sizes(self, band: Band) -> Mapping[Inspectorate, SizeRange]:
        """The size range of each inspectorate sized by band, before any force-wide review."""
        return {Inspectorate(body): sizes for body, sizes in getattr(self.team, band.value)}


class GoalWeights(Word):
    """The weight, in points, of one unit of each goal's raw figure."""

    priority: Count = 5
    team: Count = 60
    spacing: Count = 4
    travel: Count = 1
    fairness: Count = 25
    level: Count = 20
