"""plotly.js as the page runs it: what makes the bundle a module is left out, and nothing else."""

from importlib.resources import files

from hypothesis import given
from hypothesis import strategies as st

from api.pages.plotly_js import PLOTLY_JS, plain_script, plotly_js


def test_installed_bundle_becomes_a_plain_script() -> None:
    # Fails where a new plotly is built otherwise: the page still works, but takes longer.
    bundle = files("plotly").joinpath("package_data", PLOTLY_JS).read_text(encoding="utf-8")
    script = plotly_js()
    assert "factory" in bundle[:400]
    assert "factory" not in script[:400]
    assert script.rstrip().endswith("window.Plotly = Plotly;")
    licence, rest = script.split('"use strict";', 1)
    assert "MIT license" in licence
    assert bundle.startswith(licence)
    assert rest in bundle
    # Six lines before it and three after it.
    assert 0 < len(bundle) - len(script) < 400


@given(st.text())
def test_bundle_that_is_built_otherwise_stays_as_it_is(text: str) -> None:
    assert plain_script(text) == text
