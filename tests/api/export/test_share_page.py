"""The page of a share: what it shows, and that nothing typed by anybody runs in it."""

from collections.abc import Callable
from html.parser import HTMLParser

from api.exports.marking import Marking
from api.exports.share import Cut, Shares
from api.exports.share.page import share_page
from api.exports.share.page_tables import page_tables
from models.programme import Programme
from models.rota import Rota


class Page(HTMLParser):
    """The elements and the text of a page, as a browser would have them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.shown = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)

    def handle_data(self, data: str) -> None:
        self.shown += data


def _page(programme: Programme, rota: Rota, cut: Cut, marking: Marking) -> Page:
    share = Shares(programme, rota, frozenset(programme.authority_of)).of(cut)
    return Page(share_page(programme, share, marking))


def test_names_are_shown_letter_by_letter_and_run_nothing(
    programme: Programme, rota: Rota, marking: Marking, nasty: str
) -> None:
    for cut in (Cut("inspector", "ofsted-1"), Cut("authority", "A1"), Cut("force", "F1")):
        page = _page(programme, rota, cut, marking)
        assert nasty in page.shown
        assert not {"script", "a", "b", "i", "img", "iframe"} & set(page.elements)


def test_page_bears_the_marking_at_its_head_and_at_its_foot(
    programme: Programme, rota: Rota, marking: Marking
) -> None:
    page = _page(programme, rota, Cut("inspector", "ofsted-2"), marking)
    assert page.shown.count(marking.line) == 2
    assert {"header", "footer"} <= set(page.elements)


def test_inspectors_page_has_busy_periods_and_days_on_site(
    programme: Programme, rota: Rota
) -> None:
    share = Shares(programme, rota, frozenset({"A4"})).of(Cut("inspector", "ofsted-9"))
    deployments, days = page_tables(programme, share)
    # 19 January 2015 is week 54; ofsted-9 is a member: the two weeks and one of rest.
    assert deployments.headings[:4] == ("Inspection", "Authority", "Role", "Busy")
    assert deployments.rows[0][:4] == (
        "19 Jan 2015 to 30 Jan 2015", "Dunley (A4)", "Member", "19 Jan 2015 to 6 Feb 2015",
    )  # fmt: skip
    on_site = [each for each in rota.attendance or () if each.inspector_id == "ofsted-9"]
    assert len(days.rows) == len(on_site)
    assert {row[2] for row in days.rows} <= {"Fieldwork", "Final feedback", "Agency feedback"}


def test_page_of_an_authority_names_the_people_of_each_day(
    programme: Programme, rota: Rota
) -> None:
    share = Shares(programme, rota, frozenset()).of(Cut("authority", "A4"))
    _, days = page_tables(programme, share)
    assert days.headings == ("Day", "Activity", "Inspector")
    named = sorted(name for row in days.rows for name in row[2].split(", "))
    assert named == sorted(each.inspector_id for each in rota.attendance_at["A4"])


def test_whose_share_is_empty_gets_a_page_that_says_so(
    make_programme: Callable[..., Programme], marking: Marking
) -> None:
    programme = make_programme(1)
    page = _page(programme, Rota(inspections=(), deployments=()), Cut("authority", "A1"), marking)
    assert page.shown.count("None.") == 2
