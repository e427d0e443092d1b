"""Colours and patterns of the charts; colour-blind people can tell them apart, and so can print.

The colours are those of Okabe and Ito. No two things in one chart differ by colour alone.
"""

from typing import NamedTuple

from models.inspectorate import Inspectorate


class Look(NamedTuple):
    """A fill colour and the pattern drawn over it ("" for none), as plotly names patterns."""

    colour: str
    pattern: str


BLACK, GREY, PALE = "#0b0c0c", "#9a9c9e", "#eceef0"
BLUE, SKY, GREEN = "#0072b2", "#56b4e9", "#009e73"
ORANGE, VERMILION, PURPLE, YELLOW = "#e69f00", "#d55e00", "#cc79a7", "#f0e442"

INSPECTORATE_LOOKS = {
    Inspectorate.OFSTED: Look(BLUE, ""),
    Inspectorate.HMIC: Look(ORANGE, "/"),
    Inspectorate.CQC: Look(GREEN, "x"),
    Inspectorate.HMI_PROBATION: Look(PURPLE, "\\"),
    Inspectorate.HMI_PRISONS: Look(VERMILION, "."),
    Inspectorate.HMCPSI: Look(SKY, "-"),
}
#: By (week of the inspection, whether HMI Prisons is on site in it).
PHASE_LOOKS = {
    (1, False): Look(BLUE, ""),
    (1, True): Look(SKY, "."),
    (2, False): Look(ORANGE, "/"),
    (2, True): Look(VERMILION, "x"),
}
