"""A rota whole and cut, in every form: one file for each person or body, and who got what."""

from api.exports.share.cuts import CUTS, WHOLE, Cut, cuts_of
from api.exports.share.forms import FORMS, USUAL_FORMS
from api.exports.share.previous import Previous, read_previous, start_of_calendars
from api.exports.share.reveal import revealed_codes
from api.exports.share.shares import Share, Shares
from api.exports.share.write import Export, refuse_as_export, write_export

__all__ = [
    "CUTS",
    "FORMS",
    "USUAL_FORMS",
    "WHOLE",
    "Cut",
    "Export",
    "Previous",
    "Share",
    "Shares",
    "cuts_of",
    "read_previous",
    "refuse_as_export",
    "revealed_codes",
    "start_of_calendars",
    "write_export",
]
