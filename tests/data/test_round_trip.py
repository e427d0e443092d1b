"""Whatever programme or rota is written reads back equal: from a folder and from a zip of it."""

import tempfile
import zipfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from data import read_programme, read_rota, write_programme
from models.attendance import Activity, Attendance
from models.authority import (
    Authority,
    AuthorityType,
    Establishment,
    EstablishmentKind,
    Force,
    Grade,
    ProbationTrust,
)
from models.deployment import CpsActivity, Deployment, Role
from models.events import Blackout, BlackoutScope, CpsConcern, ForceChange, Pin
from models.inspection import Band, ForceReview, Inspection, Review, ReviewState
from models.inspector import Absence, Conflict, Employment, Inspector
from models.inspectorate import ON_SITE, Inspectorate
from models.policy import Policy
from models.programme import Programme
from models.rota import Rota
from models.tables import export_text, in_file_order, inputs_sha256, rota_in_file_order, rota_tables

#: What a text may hold; among it all that CSV and spreadsheets take for something else.
LETTERS = st.one_of(
    st.sampled_from(list("aB1é,;\"'=+-@\uff1d\n\t\u00a0 _")),
    st.characters(exclude_categories=("Cs", "Cc")),
)
AROUND = " \n\t\u00a0\ufeff\u200b"
TEXTS = st.text(LETTERS, min_size=1, max_size=8).map(str.strip).map(lambda text: text.strip(AROUND))
NAMES = TEXTS.filter(lambda text: text and text == text.strip().strip(AROUND))
BLANK_OR_NAMES = st.one_of(st.just(""), NAMES)
DAYS = st.dates(date(2012, 1, 1), date(2017, 12, 31))
LATITUDES = st.floats(49, 61)
LONGITUDES = st.floats(-11, 3)


def codes(prefix: str, most: int) -> st.SearchStrategy[list[str]]:
    """Some codes, odd letters and all, but without blanks inside."""
    tails = st.text("aB1é,;\"'=+-@\uff1d", max_size=4)
    return st.lists(tails, min_size=1, max_size=most, unique=True).map(
        lambda found: [f"{tail}{prefix}" for tail in found]
    )


@st.composite
def spans(draw: Any) -> dict[str, date]:
    start = draw(DAYS)
    return {"start": start, "end": start + timedelta(days=draw(st.integers(0, 60)))}


@st.composite
def policies(draw: Any) -> Policy:
    least, target, most = sorted(draw(st.lists(st.integers(0, 9), min_size=3, max_size=3)))
    return Policy.model_validate(
        {
            "calendar": {"closed": draw(st.sampled_from([[], [["12-20", "01-05"]]]))},
            "concurrency": {"starts_per_week": draw(st.integers(1, 20))},
            "phases": {"hmi_probation": draw(st.sampled_from([[], [1], [2], [1, 2]]))},
            "seconded": {"largest_share": draw(st.floats(0, 1))},
            "team": {"large": {**dict(Policy().team.large), "cqc": [least, target, most]}},
        }
    )


@st.composite
def authorities(draw: Any, la_codes: list[str], forces: list[str], trusts: list[str]) -> Any:
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
def inspectors(draw: Any, ids: list[str]) -> Any:
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
def programmes(draw: Any) -> Programme:
    la_codes, forces = draw(codes("E", 4)), draw(codes("F", 3))
    trusts, ids = draw(codes("T", 2)), draw(codes("I", 4))
    la, force, who = map(st.sampled_from, (la_codes, forces, ids))

    def some(element: st.SearchStrategy[Any]) -> tuple[Any, ...]:
        return tuple(draw(st.lists(element, max_size=3)))

    scopes = st.one_of(
        st.just((BlackoutScope.NATIONAL, "")),
        st.tuples(st.just(BlackoutScope.AUTHORITY), la),
        st.tuples(st.just(BlackoutScope.FORCE), force),
        st.tuples(st.just(BlackoutScope.INSPECTORATE), st.sampled_from(list(Inspectorate))),
    )
    places = st.one_of(la.map(lambda code: (code, "")), force.map(lambda code: ("", code)))
    establishments = st.tuples(NAMES, st.sampled_from(EstablishmentKind), la)
    return Programme(
        name=draw(BLANK_OR_NAMES),
        weeks=draw(st.integers(2, 200)),
        policy=draw(policies()),
        authorities=draw(authorities(la_codes, forces, trusts)),
        forces=[Force(police_force_code=code, name=draw(NAMES)) for code in forces],
        probation_trusts=[
            ProbationTrust(probation_trust_code=code, name=draw(NAMES)) for code in trusts
        ],
        establishments=[
            Establishment(establishment=name, kind=kind, la_code=code)
            for name, kind, code in draw(st.lists(establishments, max_size=3, unique=True))
        ],
        inspectors=draw(inspectors(ids)),
        absences=some(
            st.builds(
                lambda each, span, reason: Absence(inspector_id=each, reason=reason, **span),
                who, spans(), BLANK_OR_NAMES,
            )
        ),
        conflicts=some(
            st.builds(
                lambda each, place: Conflict(
                    inspector_id=each, la_code=place[0], police_force_code=place[1]
                ),
                who, places,
            )
        ),
        blackouts=some(
            st.builds(
                lambda scope, span: Blackout(scope=scope[0], key=scope[1], **span),
                scopes, spans(),
            )
        ),
        force_changes=some(
            st.builds(
                ForceChange,
                police_force_code=force,
                introduced_on=DAYS,
                recorded_on=st.none() | DAYS,
                description=BLANK_OR_NAMES,
            )
        ),
        bank_holidays=draw(
            st.lists(st.tuples(DAYS, BLANK_OR_NAMES), max_size=3, unique_by=lambda day: day[0])
        ),
        cps_concerns=some(
            st.builds(CpsConcern, la_code=la, recorded_on=DAYS, description=BLANK_OR_NAMES)
        ),
        pins=some(st.builds(Pin, la_code=la, inspector_id=who, role=st.sampled_from(Role))),
    )  # fmt: skip


@st.composite
def rotas(draw: Any, programme: Programme) -> Rota:
    la = st.sampled_from(list(programme.authority_of))
    who = st.sampled_from(list(programme.inspector_of))
    force = st.sampled_from(list(programme.force_of))
    mondays = st.integers(-3, 200).map(lambda week: date(2013, 6, 3) + timedelta(weeks=week))
    sizes = st.dictionaries(st.sampled_from(ON_SITE), st.integers(0, 9), min_size=1)
    inspections = st.builds(
        Inspection,
        la_code=la,
        start=mondays,
        name=st.none() | NAMES,
        police_force_code=st.none() | force,
        end=st.none() | DAYS,
        band=st.none() | st.sampled_from(Band),
        force_wide_review=st.none() | st.sampled_from(Review),
        sizes=st.none() | sizes,
        lead=st.none() | who,
    )
    deployments = st.builds(
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
    attendance = st.builds(
        Attendance, date=DAYS, la_code=la, inspector_id=who, activity=st.sampled_from(Activity)
    )
    reviews = st.builds(
        ForceReview,
        police_force_code=force,
        force=BLANK_OR_NAMES,
        la_code=st.just("") | la,
        authority=BLANK_OR_NAMES,
        start=st.none() | mondays,
        why=st.sampled_from(Review),
        hmic=st.lists(who, max_size=3).map(tuple),
        state=st.sampled_from(ReviewState),
    )
    activities = st.builds(CpsActivity, la_code=la, inspector_id=who, start=mondays)

    def some(element: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
        return st.lists(element, max_size=4).map(tuple)

    return Rota(
        inspections=draw(some(inspections)),
        deployments=draw(some(deployments)),
        attendance=draw(st.none() | some(attendance)),
        force_reviews=draw(st.none() | some(reviews)),
        cps_activities=draw(st.none() | some(activities)),
    )


def zipped(folder: Path) -> Path:
    path = folder.with_suffix(".zip")
    with zipfile.ZipFile(path, "w") as archive:
        for file in folder.iterdir():
            archive.write(file, file.name)
    return path


@settings(max_examples=60, deadline=None)
@given(programmes())
def test_a_programme_reads_back_equal_from_folder_and_zip(programme: Programme) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "programme"
        write_programme(programme, folder)
        from_folder, from_zip = read_programme(folder), read_programme(zipped(folder))
    assert from_folder == in_file_order(programme)
    assert from_zip == from_folder
    assert inputs_sha256(from_folder) == inputs_sha256(programme)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_rota_reads_back_equal(data: st.DataObject) -> None:
    programme = data.draw(programmes())
    rota = data.draw(rotas(programme))
    with tempfile.TemporaryDirectory() as place:
        for file, table in rota_tables(programme, rota).items():
            (Path(place) / file).write_text(export_text(table), encoding="utf-8", newline="")
        assert read_rota(place, programme) == rota_in_file_order(rota)
