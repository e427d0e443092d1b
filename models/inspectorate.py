"""The six inspectorates, in the order in which files and charts list them."""

from enum import StrEnum


class Inspectorate(StrEnum):
    """One inspectorate, by the word used in files (§11, §33)."""

    OFSTED = "ofsted"
    HMIC = "hmic"
    CQC = "cqc"
    HMI_PROBATION = "hmi_probation"
    HMI_PRISONS = "hmi_prisons"
    HMCPSI = "hmcpsi"

    @property
    def title(self) -> str:  # type: ignore[override]  # a title for people, not str.title
        """The name as people write it."""
        return _TITLES[self]


_TITLES = {
    Inspectorate.OFSTED: "Ofsted",
    Inspectorate.HMIC: "HMIC",
    Inspectorate.CQC: "CQC",
    Inspectorate.HMI_PROBATION: "HMI Probation",
    Inspectorate.HMI_PRISONS: "HMI Prisons",
    Inspectorate.HMCPSI: "HMCPSI",
}

#: The inspectorates that work in the two weeks of an inspection; HMCPSI works outside them (§33).
ON_SITE = tuple(body for body in Inspectorate if body is not Inspectorate.HMCPSI)
