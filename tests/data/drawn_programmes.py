"""Hypothesis strategies for whole programmes, every field of every word at times filled."""

from typing import Any

from hypothesis import strategies as st

from models.authority import (
    Authority,
    AuthorityType,
    Establishment,
    EstablishmentKind,
    Force,
    Grade,
    ProbationTrust,
)
from models.deployment import Role
from models.events import Blackout, BlackoutScope, CpsConcern, ForceChange, Pin
from models.inspector import Absence, Conflict, Employment, Inspector
from models.inspectorate import Inspectorate
from models.policy import Policy
from models.programme import Programme
from tests.data.drawn_text import (
    BLANK_OR_NAMES,
    DAYS,
    LATITUDES,
    LONGITUDES,
    NAMES,
    codes,
    some,
    spans,
)

Codes = list[str]


@st.composite
def programmes(draw: Any) -> Programme:
    """A programme of up to four authorities and four inspectors."""
    la_codes, forces = draw(codes("E", 4)), draw(codes("F", 3))
    trusts, ids = draw(codes("T", 2)), draw(codes("I", 4))
    return Programme(
        name=draw(BLANK_OR_NAMES),
        weeks=draw(st.integers(2, 200)),
        policy=draw(policies()),
        authorities=draw(authorities(la_codes, forces, trusts)),
        forces=[Force(police_force_code=code, name=draw(NAMES)) for code in forces],
        probation_trusts=[
            ProbationTrust(probation_trust_code=code, name=draw(NAMES)) for code in trusts
        ],
        establishments=draw(establishments(la_codes)),
        inspectors=draw(inspectors(ids)),
        bank_holidays=draw(
            st.lists(st.tuples(DAYS, BLANK_OR_NAMES), max_size=3, unique_by=lambda day: day[0])
        ),
        **draw(people_away(la_codes, forces, ids)),
        **draw(events(la_codes, forces, ids)),
    )


@st.composite
def policies(draw: Any) -> Policy:
    """The default policy with a few numbers changed, one of each type."""
    sizes = sorted(draw(st.lists(st.integers(0, 9), min_size=3, max_size=3)))
    return Policy.model_validate(
        {
            "calendar": {"closed": draw(st.sampled_from([[], [["12-20", "01-05"]]]))},
            "concurrency": {"starts_per_week": draw(st.integers(1, 20))},
            "phases": {"hmi_probation": draw(st.sampled_from([[], [1], [2], [1, 2]]))},
            "seconded": {"largest_share": draw(st.floats(0, 1))},
            "team": {"large": {**dict(Policy().team.large), "cqc": sizes}},
        }
    )


@st.composite
def authorities(draw: Any, la_codes: Codes, forces: Codes, trusts: Codes) -> Any:
    """One authority for each code."""
    return tuple(
        Authority(
            la_code=code,
            name=draw(NAMES),
            la_type=draw(st.sampled_from(AuthorityType)),
            region=draw(BLANK_OR_NAMES),
            police_force_code=draw(st.sampled_from(forces)),
            probation_trust_code=draw(st.sampled_from(["", *trusts])),
            latitude=draw(LATITUDES),
            longitude=draw(LONGITUDES),
            children_0_17=draw(st.integers(0, 10**6)),
            deprived_fifth=draw(st.booleans()),
            last_grade=draw(st.sampled_from([None, *Grade])),
            due=draw(st.none() | DAYS),
            risk_weight=draw(st.none() | st.integers(1, 4)),
        )
        for code in la_codes
    )


@st.composite
def establishments(draw: Any, la_codes: Codes) -> Any:
    """A few establishments, none twice."""
    kinds, places = st.sampled_from(EstablishmentKind), st.sampled_from(la_codes)
    rows = draw(st.lists(st.tuples(NAMES, kinds, places), max_size=3, unique=True))
    return tuple(
        Establishment(establishment=name, kind=kind, la_code=code) for name, kind, code in rows
    )


@st.composite
def inspectors(draw: Any, ids: Codes) -> Any:
    """One inspector for each id."""
    return tuple(
        Inspector(
            inspector_id=each,
            inspectorate=draw(st.sampled_from(Inspectorate)),
            name=draw(NAMES),
            base=draw(BLANK_OR_NAMES),
            latitude=draw(LATITUDES),
            longitude=draw(LONGITUDES),
            fte_percent=draw(st.integers(1, 100)),
            employment=draw(st.sampled_from(Employment)),
            can_lead=draw(st.booleans()),
        )
        for each in ids
    )


@st.composite
def people_away(draw: Any, la_codes: Codes, forces: Codes, ids: Codes) -> dict[str, Any]:
    """Absences and conflicts."""
    who = st.sampled_from(ids)
    place = st.one_of(
        st.fixed_dictionaries({"la_code": st.sampled_from(la_codes)}),
        st.fixed_dictionaries({"police_force_code": st.sampled_from(forces)}),
    )

    def absence(each: str, span: dict[str, Any], reason: str) -> Absence:
        return Absence(inspector_id=each, reason=reason, **span)

    def conflict(each: str, where: dict[str, str], reason: str) -> Conflict:
        return Conflict(inspector_id=each, reason=reason, **where)

    return {
        "absences": draw(some(st.builds(absence, who, spans(), BLANK_OR_NAMES))),
        "conflicts": draw(some(st.builds(conflict, who, place, BLANK_OR_NAMES))),
    }


@st.composite
def events(draw: Any, la_codes: Codes, forces: Codes, ids: Codes) -> dict[str, Any]:
    """Blackouts, force-wide changes, concerns, and pins of people."""
    la, force, text = st.sampled_from(la_codes), st.sampled_from(forces), BLANK_OR_NAMES
    scope = st.one_of(
        st.just((BlackoutScope.NATIONAL, "")),
        st.tuples(st.just(BlackoutScope.AUTHORITY), la),
        st.tuples(st.just(BlackoutScope.FORCE), force),
        st.tuples(st.just(BlackoutScope.INSPECTORATE), st.sampled_from(list(Inspectorate))),
    )

    def blackout(whom: tuple[BlackoutScope, str], span: dict[str, Any], reason: str) -> Blackout:
        return Blackout(scope=whom[0], key=whom[1], reason=reason, **span)

    change = st.builds(
        ForceChange,
        police_force_code=force,
        introduced_on=DAYS,
        recorded_on=st.none() | DAYS,
        description=text,
    )
    roles = st.none() | st.sampled_from(Role)
    pin = st.builds(Pin, la_code=la, inspector_id=st.sampled_from(ids), role=roles)
    return {
        "blackouts": draw(some(st.builds(blackout, scope, spans(), text))),
        "force_changes": draw(some(change)),
        "cps_concerns": draw(
            some(st.builds(CpsConcern, la_code=la, recorded_on=DAYS, description=text))
        ),
        "pins": draw(some(pin)),
    }
