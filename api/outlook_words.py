"""What a force-wide change would ask for, in sentences."""

from collections.abc import Iterator

from api.candidate_words import able_table, barred_table
from api.terminal import Table
from models.answers import ForceOutlook
from models.programme import Programme
from models.saying import say_day, say_inspector, say_list


def outlook_parts(programme: Programme, outlook: ForceOutlook) -> Iterator[str | Table]:
    """Which inspection would review the force, and whom HMIC would have to send."""
    counts = say_day(outlook.counts_from)
    yield f"{outlook.police_force_code} {outlook.force}: a force-wide change from {counts} on"
    if outlook.start is None:
        yield "  No inspection in the force is left that starts then; none reviews it again."
        return
    where = f"{outlook.authority} ({outlook.la_code}), from {say_day(outlook.start)}"
    if outlook.already:
        yield f"  The first inspection after it, {where}, carries a force-wide review already."
    else:
        yield f"  {where}, would carry the force-wide review; those that carry one now keep it."
    yield from _people(programme, outlook)


def _people(programme: Programme, outlook: ForceOutlook) -> Iterator[str | Table]:
    here = say_list(say_inspector(programme, each) for each in outlook.hmic) or "nobody"
    need = "nobody need be added"
    if outlook.must:
        need = f"{outlook.must} more must come"
    elif outlook.wished:
        need = f"nobody must be added, {outlook.wished} more would meet the target"
    yield f"  From HMIC it has {here}; {need}."
    if outlook.able:
        yield f"  {len(outlook.able)} could come with every rule kept, nearest base first:"
        yield able_table(outlook.able, "  ")
    elif outlook.wished:
        yield "  Nobody could come, all else standing; a re-plan with this change may find room."
    if outlook.barred:
        yield f"  {len(outlook.barred)} could not:"
        yield barred_table(outlook.barred, "  ")
