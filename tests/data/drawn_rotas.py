"""Hypothesis strategies for rotas, whole and written by hand, rules aside."""

from typing import Any

from hypothesis import strategies as st

from models.attendance import Activity, Attendance
from models.deployment import CpsActivity, Deployment, Role
from models.inspection import Band, ForceReview, Inspection, Review, ReviewState
from models.inspectorate import ON_SITE, Inspectorate
from models.programme import Programme
from models.rota import Rota
from tests.data.drawn_text import BLANK_OR_NAMES, DAYS, MONDAYS, NAMES, some


@st.composite
def rotas(draw: Any, programme: Programme) -> Rota:
    """A rota that names only codes of the programme; anything else about it may be wrong."""
    la = st.sampled_from(list(programme.authority_of))
    who = st.sampled_from(list(programme.inspector_of))
    force = st.sampled_from(list(programme.force_of))
    activity = st.sampled_from(Activity)
    present = st.builds(Attendance, date=DAYS, la_code=la, inspector_id=who, activity=activity)
    follow_up = st.builds(CpsActivity, la_code=la, inspector_id=who, start=MONDAYS)
    return Rota(
        inspections=draw(some(inspections(la, force, who))),
        deployments=draw(some(deployments(la, who))),
        attendance=draw(st.none() | some(present)),
        force_reviews=draw(st.none() | some(reviews(la, force, who))),
        cps_activities=draw(st.none() | some(follow_up)),
    )


def inspections(
    la: st.SearchStrategy[str], force: st.SearchStrategy[str], who: st.SearchStrategy[str]
) -> st.SearchStrategy[Inspection]:
    """Inspections of which little or much is said."""
    sizes = st.dictionaries(st.sampled_from(ON_SITE), st.integers(0, 9), min_size=1)
    return st.builds(
        Inspection,
        la_code=la,
        start=MONDAYS,
        name=st.none() | NAMES,
        police_force_code=st.none() | force,
        end=st.none() | DAYS,
        band=st.none() | st.sampled_from(Band),
        force_wide_review=st.none() | st.sampled_from(Review),
        sizes=st.none() | sizes,
        lead=st.none() | who,
    )


def deployments(
    la: st.SearchStrategy[str], who: st.SearchStrategy[str]
) -> st.SearchStrategy[Deployment]:
    """Deployments of which little or much is said."""
    return st.builds(
        Deployment,
        la_code=la,
        inspector_id=who,
        role=st.sampled_from(Role),
        inspectorate=st.none() | st.sampled_from(Inspectorate),
        busy_from=st.none() | DAYS,
        busy_to=st.none() | DAYS,
        fieldwork_weeks=st.none() | st.integers(0, 2),
        km=st.none() | st.integers(0, 900),
    )


def reviews(
    la: st.SearchStrategy[str], force: st.SearchStrategy[str], who: st.SearchStrategy[str]
) -> st.SearchStrategy[ForceReview]:
    """Force-wide reviews, some without an inspection left."""
    return st.builds(
        ForceReview,
        police_force_code=force,
        force=BLANK_OR_NAMES,
        la_code=st.just("") | la,
        authority=BLANK_OR_NAMES,
        start=st.none() | MONDAYS,
        why=st.sampled_from(Review),
        hmic=st.lists(who, max_size=3).map(tuple),
        state=st.sampled_from(ReviewState),
    )
