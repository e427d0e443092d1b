"""Team sizing: points of size and complexity, the band they give, the sizes it allows (§30-32)."""

from collections.abc import Collection

from models.authority import Authority, AuthorityType, EstablishmentKind
from models.inspection import Band
from models.inspectorate import Inspectorate
from models.policy import BandsPolicy, PointsPolicy, Policy, SizeRange


def points_in_children_units(
    authority: Authority, establishments: int, policy: PointsPolicy
) -> int:
    """Points times ``policy.per_children``, so that the children count exactly, unrounded."""
    whole = policy.establishment * establishments
    if authority.la_type is AuthorityType.COUNTY:
        whole += policy.county
    if authority.deprived_fifth:
        whole += policy.deprived_fifth
    return whole * policy.per_children + authority.children_0_17


def band(authority: Authority, establishments: int, policy: Policy) -> Band:
    """The band of an authority with so many establishments."""
    points = points_in_children_units(authority, establishments, policy.points)
    return _band_from(points, policy.bands, policy.points.per_children)


def _band_from(points: int, bands: BandsPolicy, unit: int) -> Band:
    reached = [name for name in Band if points >= getattr(bands, name.value) * unit]
    return reached[-1]


def size_range(
    body: Inspectorate,
    of_band: Band,
    kinds: Collection[EstablishmentKind],
    policy: Policy,
    *,
    review: bool,
) -> SizeRange:
    """How many of ``body`` a team gets (R4); 0 to 0 where it takes no part.

    A force-wide review raises HMIC's least, target and most (R6, G2).
    """
    if not policy.phase(body):
        return SizeRange(least=0, target=0, most=0)
    if body is Inspectorate.HMI_PRISONS:
        prisons = min(policy.prisons.per_kind * len(kinds), policy.prisons.most)
        return SizeRange(least=prisons, target=prisons, most=prisons)
    sizes = _at_least_one(policy.sizes(of_band)[body])
    if review and body is Inspectorate.HMIC:
        return sizes.raised(policy.force_wide_review.extra_hmic)
    return sizes


def _at_least_one(sizes: SizeRange) -> SizeRange:
    return SizeRange(
        least=max(1, sizes.least), target=max(1, sizes.target), most=max(1, sizes.most)
    )


def days_owed(
    body: Inspectorate, of_band: Band, working_days: int, policy: Policy, *, lead: bool
) -> int:
    """Days on site that one inspector owes in a week of so many working days (team sizing).

    The lead owes every working day. Others owe the policy's days, one fewer in a very large
    team, one fewer for each bank holiday, never below the least nor above the working days.
    """
    if lead:
        return working_days
    owed = int(getattr(policy.on_site.days, body.value)) - (5 - working_days)
    if of_band is Band.VERY_LARGE:
        owed -= policy.on_site.very_large_days_off
    return min(max(owed, policy.on_site.least_days), working_days)
