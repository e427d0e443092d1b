"""The programmes that come with the package, wherever it is installed."""

from importlib.resources import files
from pathlib import Path

REFERENCE_PROGRAMMES = ("england_2013",)


def reference_programme(name: str = "england_2013") -> Path:
    """The folder of a reference programme, to be read like any other.

    Raises ``KeyError`` for a name that is none of ``REFERENCE_PROGRAMMES``.
    """
    if name not in REFERENCE_PROGRAMMES:
        raise KeyError(f"{name} is none of {', '.join(REFERENCE_PROGRAMMES)}")
    return Path(str(files("data") / name))
