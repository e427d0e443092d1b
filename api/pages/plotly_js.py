"""plotly.js as the page runs it: the installed plotly's own, as a plain script."""

import re
from functools import cache
from importlib.resources import files

PLOTLY_JS = "plotly.min.js"

#: What makes the bundle a module for every kind of loader, and what it holds.
_MODULE = re.compile(
    r"""\(\s*function\s*\(root,\s*factory\)\s*\{[^{}]*\{[^{}]*\}[^{}]*\{[^{}]*\}\s*\}
        \s*\(typeof\ self\ !==\ "undefined"\ \?\ self\ :\ this,
        \s*(?:function\s*\(\)|\(\)\s*=>)\s*\{
        \s*(?P<script>"use\ strict";\s*var\ Plotly\s*=.*window\.Plotly\s*=\s*Plotly;)
        \s*return\ Plotly;\s*\}\s*\)\s*\);?\s*\Z""",
    re.DOTALL | re.VERBOSE,
)


@cache
def plotly_js() -> str:
    """The text of plotly.js, from the installed plotly."""
    bundle = files("plotly").joinpath("package_data", PLOTLY_JS)
    return plain_script(bundle.read_text(encoding="utf-8"))


def plain_script(bundle: str) -> str:
    """The bundle without the function that makes it a module; as it is, if it is built otherwise.

    A browser reads each function once to skip it and once more to run it. Around megabytes that
    would cost a fifth of a second; what is in there sets ``Plotly`` just the same.
    """
    return _MODULE.sub(lambda found: found["script"], bundle, count=1)
