"""One share as a page for the printer: no script, no address, the marking on each sheet."""

from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from api.exports.marking import Marking
from api.exports.share.cuts import title_of
from api.exports.share.page_tables import page_tables
from api.exports.share.shares import Share
from models.programme import Programme


def share_page(programme: Programme, share: Share, marking: Marking) -> str:
    """The page of a share: deployments with their busy periods, then each day on site."""
    return _template().render(
        style=_style(),
        title=title_of(programme, share.cut),
        programme=programme.name,
        marking=marking,
        tables=page_tables(programme, share),
    )


@cache
def _style() -> str:
    return files("api.exports.share").joinpath("templates", "share.css").read_text("utf-8")


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("api.exports.share"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("share.html")
