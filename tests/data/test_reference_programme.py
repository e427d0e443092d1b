"""England 2013 reads without a warning, is whole, and says of every column where it comes from."""

from collections import Counter

import pytest

from data import read_programme, read_programme_with_warnings, reference_programme
from models.authority import AuthorityType, Grade
from models.inspectorate import Inspectorate
from models.policy import GoalWeights, Policy
from models.programme import Programme
from models.tables import PROGRAMME_COLUMNS, settings


@pytest.fixture(scope="module")
def england() -> Programme:
    return read_programme(reference_programme())


def test_reads_without_a_warning() -> None:
    assert read_programme_with_warnings(reference_programme("england_2013"))[1] == ()


def test_there_is_no_other_reference_programme() -> None:
    with pytest.raises(KeyError, match="england_2013"):
        reference_programme("atlantis")


def test_is_the_whole_of_england(england: Programme) -> None:
    assert len(england.authorities) == 152
    assert len(england.forces) == len(england.authorities_in) == 39
    trusts = {each.probation_trust_code for each in england.probation_trusts}
    assert trusts == {each.probation_trust_code for each in england.authorities}
    assert len(trusts) == 34
    assert Counter(each.la_type for each in england.authorities) == {
        AuthorityType.COUNTY: 27,
        AuthorityType.UNITARY: 56,
        AuthorityType.METROPOLITAN: 36,
        AuthorityType.LONDON_BOROUGH: 33,
    }
    assert sum(each.children_0_17 for each in england.authorities) == 11_423_310
    assert sum(each.deprived_fifth for each in england.authorities) == 30
    assert all(isinstance(each.last_grade, Grade) for each in england.authorities)


def test_holds_the_places_that_held_children_in_june_2013(england: Programme) -> None:
    names = {each.establishment for each in england.establishments}
    assert len(names) == 19
    assert "Ashfield" in names
    assert not any("Yarl" in name for name in names)


def test_has_the_head_counts_that_its_readme_gives(england: Programme) -> None:
    counts = {body: len(people) for body, people in england.inspectors_from.items()}
    assert counts == {
        Inspectorate.OFSTED: 30,
        Inspectorate.HMIC: 10,
        Inspectorate.CQC: 9,
        Inspectorate.HMI_PROBATION: 8,
        Inspectorate.HMI_PRISONS: 3,
        Inspectorate.HMCPSI: 2,
    }
    assert all(each.name.split()[-2] == "inspector" for each in england.inspectors)


def test_every_feature_is_exercised_and_every_authority_open(england: Programme) -> None:
    assert england.absences
    assert england.conflicts
    assert england.blackouts
    assert england.force_changes
    assert england.cps_concerns
    assert all(england.open_starts.values())


def test_every_default_is_written_out(england: Programme) -> None:
    assert (england.policy, england.goals) == (Policy(), GoalWeights())
    text = (reference_programme() / "programme.toml").read_text("utf-8")
    for key, _ in settings(england):
        assert key.rpartition(".")[2] in text


def test_the_readme_names_every_file_and_column_and_the_licence() -> None:
    readme = (reference_programme() / "README.md").read_text("utf-8")
    assert "licensed under the Open Government Licence v3.0" in " ".join(readme.split())
    for file in PROGRAMME_COLUMNS:
        assert f"`{file}`" in readme
    for column in PROGRAMME_COLUMNS["authorities.csv"]:
        assert f"`{column}`" in readme


def test_every_file_is_as_the_contract_writes_it() -> None:
    for file, columns in PROGRAMME_COLUMNS.items():
        data = (reference_programme() / file).read_bytes()
        header, *rows = data.decode("utf-8").splitlines()
        assert header == ",".join(columns)
        assert b"\r" not in data
        assert rows == sorted(rows, key=lambda row: row.split(","))
