"""What a re-plan tells of authorities that its programme has no more."""

from models.causes import DROPPED
from models.differences import differences
from models.replan import Replanned
from models.rota import Rota
from models.tables.rota_files import ROTA_FIELDS
from models.told import told


def with_dropped(replanned: Replanned, dropped: Rota) -> Replanned:
    """The answer with the rows of ``dropped`` among what differs, and their people told."""
    held = {field: getattr(dropped, field) for field in ROTA_FIELDS.values()}
    nothing = Rota(**{field: None if rows is None else () for field, rows in held.items()})
    gone = differences(dropped, nothing, lambda la_code, item: DROPPED)
    both = sorted((*replanned.differences, *gone), key=lambda each: (each.la_code, each.item))
    rows = (*replanned.told, *told(replanned.programme, dropped, nothing))
    in_order = sorted(rows, key=lambda row: (row.inspector_id, row.la_code, row.item, row.before))
    return replanned.model_copy(update={"differences": tuple(both), "told": tuple(in_order)})
