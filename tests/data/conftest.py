"""A small programme in files, to be spoilt one cell at a time."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from data import DataProblem, DataProblems, read_programme_with_warnings
from models.programme import Programme

Files = dict[str, str]
Write = Callable[[Mapping[str, str | bytes]], Path]
Read = Callable[[Mapping[str, str | bytes]], Programme]
Problems = Callable[[Mapping[str, str | bytes]], tuple[DataProblem, ...]]


@pytest.fixture
def good() -> Files:
    """Every file of a programme of two authorities; all of it can be read."""
    return {
        "programme.toml": '[programme]\nname = "Two"\nstart = 2013-06-03\nweeks = 156\n',
        "authorities.csv": (
            "la_code,name,la_type,region,police_force_code,probation_trust_code,latitude,longitude,"
            "children_0_17,deprived_fifth,last_grade\n"
            "E06000001,Alder,unitary,North,F1,north,54.68,-1.22,20289,yes,good\n"
            "E06000002,Birch,county,South,F2,south,51.5,-0.5,99000,no,\n"
        ),
        "forces.csv": "police_force_code,name\nF1,Northern\nF2,Southern\n",
        "probation_trusts.csv": "probation_trust_code,name\nnorth,North\nsouth,South\n",
        "establishments.csv": (
            "establishment,kind,la_code\nThe Grange,mother_and_baby_unit,E06000002\n"
        ),
        "inspectors.csv": (
            "inspector_id,inspectorate,name,base,latitude,longitude,fte,employment,can_lead\n"
            "ofsted-001,ofsted,One,Leeds,53.8,-1.5,1.0,established,yes\n"
            "cqc-001,cqc,Two,London,51.5,-0.1,0.8,seconded,no\n"
        ),
        "absences.csv": (
            "inspector_id,start,end,reason\nofsted-001,2014-02-10,2014-02-23,private matter\n"
        ),
        "conflicts.csv": (
            "inspector_id,la_code,police_force_code,reason\n"
            "ofsted-001,E06000002,,private matter\ncqc-001,,F1,private matter\n"
        ),
        "blackouts.csv": (
            "scope,key,start,end,reason\nforce,F2,2014-10-06,2014-10-17,private matter\n"
        ),
        "force_changes.csv": (
            "police_force_code,introduced_on,recorded_on,description\nF1,2014-04-01,,merger\n"
        ),
        "bank_holidays.csv": "date,name\n2013-08-26,Summer bank holiday\n",
        "cps_concerns.csv": "la_code,recorded_on,description\nE06000001,2014-05-19,delays\n",
        "pins.csv": "la_code,start,inspector_id,role\nE06000001,2013-06-10,ofsted-001,lead\n",
    }


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write files into a folder of their own."""

    def written(files: Mapping[str, str | bytes]) -> Path:
        folder = tmp_path / f"folder-{len(list(tmp_path.iterdir()))}"
        folder.mkdir()
        for name, text in files.items():
            data = text.encode() if isinstance(text, str) else text
            (folder / name).write_bytes(data)
        return folder

    return written


@pytest.fixture
def read(write: Write) -> Read:
    """The programme in some files."""
    return lambda files: read_programme_with_warnings(write(files))[0]


@pytest.fixture
def warnings(write: Write) -> Problems:
    """What is odd about some files that can be read."""
    return lambda files: read_programme_with_warnings(write(files))[1]


@pytest.fixture
def problems(write: Write) -> Problems:
    """What is wrong with some files."""

    def found(files: Mapping[str, str | bytes]) -> tuple[DataProblem, ...]:
        with pytest.raises(DataProblems) as caught:
            read_programme_with_warnings(write(files))
        return caught.value.problems

    return found
