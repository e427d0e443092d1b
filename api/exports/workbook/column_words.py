"""What each sheet and column of a programme's workbook is for, as its guidance says it."""

from collections.abc import Mapping

#: What each file holds.
FILE_WORDS: Mapping[str, str] = {
    "programme.toml": "The programme's name, start and length, its policy and the goals' weights.",
    "authorities.csv": "The local authority areas that are inspected, one a row.",
    "forces.csv": "The police forces that the authorities lie in.",
    "probation_trusts.csv": "The probation trusts that the authorities lie in.",
    "establishments.csv": "The places that hold children, while they do; may have no row.",
    "inspectors.csv": "The people who inspect, one a row.",
    "absences.csv": "The days on which inspectors are away: leave, training, other work.",
    "conflicts.csv": "Whom an inspector may not inspect: one authority, or one whole force, a row.",
    "blackouts.csv": "Days without inspection, beside those of the sheet programme.",
    "force_changes.csv": "Changes in a whole force, which its next inspection reviews.",
    "bank_holidays.csv": (
        "Add it for other bank holidays than England's, which are taken where there is no such "
        "sheet; where there is one, it is the whole list."
    ),
    "cps_concerns.csv": "Concerns about the Crown Prosecution Service, which bring HMCPSI.",
    "pins.csv": "What is decided by hand: a slot, a deployment or both, and must hold.",
}

_AWAY = {
    "start": "The first day, included.",
    "end": "The last day, included.",
    "reason": "Why, for yourselves. It is in no rota, roster or message.",
}
_PLACE = {
    "latitude": "WGS84 degrees north.",
    "longitude": "WGS84 degrees east, so negative west of Greenwich.",
}

#: What each column is for.
COLUMN_WORDS: Mapping[str, Mapping[str, str]] = {
    "authorities.csv": {
        "la_code": "The authority's code, such as E06000001; every other sheet names it by this.",
        "name": "The authority's name.",
        "la_type": "A county weighs more when the size of the team is worked out.",
        "region": "The region, to find and group authorities by.",
        "police_force_code": "The police force that the authority lies in.",
        "probation_trust_code": "The probation trust that the authority lies in.",
        **_PLACE,
        "children_0_17": "How many children from 0 to 17 live there; it makes the team larger.",
        "deprived_fifth": "Whether it is in the most deprived fifth; it makes the team larger.",
        "last_grade": (
            "The overall grade of the last inspection, if any; it says when the next is due. "
            "Requires improvement is read as adequate."
        ),
        "due": "The day by which to inspect it, where the grade is not to say so.",
        "risk_weight": "How much a late week counts, where the grade is not to say so.",
    },
    "forces.csv": {
        "police_force_code": "The force's code; every other sheet names it by this.",
        "name": "The force's name.",
    },
    "probation_trusts.csv": {
        "probation_trust_code": "The trust's code; the sheet authorities names it by this.",
        "name": "The trust's name.",
    },
    "establishments.csv": {
        "establishment": "Its name.",
        "kind": "Each kind in an authority brings one inspector of HMI Prisons.",
        "la_code": "The authority in which it stands.",
    },
    "inspectors.csv": {
        "inspector_id": "The inspector's id, without blanks; every other sheet names it by this.",
        "inspectorate": "The inspectorate that the inspector works for.",
        "name": "The inspector's name.",
        "base": "The place that travel is counted from.",
        **_PLACE,
        "fte": "Full-time equivalent: 1 is full time, 0.8 four days a week; two decimals.",
        "employment": "Established staff, or seconded to the inspectorate.",
        "can_lead": "Whether the inspector may lead. Leads are from Ofsted and established.",
    },
    "absences.csv": {"inspector_id": "Who is away.", **_AWAY},
    "conflicts.csv": {
        "inspector_id": "Who has the conflict of interest.",
        "la_code": "The authority; then leave the force blank.",
        "police_force_code": "The force, with all its authorities; then leave the authority blank.",
        "reason": _AWAY["reason"],
    },
    "blackouts.csv": {
        "scope": "To whom it applies.",
        "key": (
            "The code of the authority or the force, or the inspectorate's word as in the sheet "
            "inspectors; blank where it is national."
        ),
        **_AWAY,
    },
    "force_changes.csv": {
        "police_force_code": "The force that changed.",
        "introduced_on": "The day on which the change came in.",
        "recorded_on": "The day on which you learnt of it, where that was later.",
        "description": "What changed, for yourselves.",
    },
    "bank_holidays.csv": {
        "date": "The day, each once.",
        "name": "The holiday's name.",
    },
    "cps_concerns.csv": {
        "la_code": "The authority that the concern is about.",
        "recorded_on": "The day on which the concern was recorded.",
        "description": "What it is about, for yourselves.",
    },
    "pins.csv": {
        "la_code": "The authority whose inspection is pinned.",
        "start": "The Monday on which it starts; blank pins no slot.",
        "inspector_id": "Who takes part; blank pins nobody.",
        "role": "In which part; blank leaves it open.",
    },
}
