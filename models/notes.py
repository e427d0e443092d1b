"""What a rota has to say of itself: shorter gaps, low anonymity, small teams, reviews left over."""

from collections.abc import Iterator, Sequence
from datetime import date

from models.anonymity import WeekRow, slots_of, week_rows
from models.deployment import Role
from models.inspectorate import ON_SITE
from models.programme import Programme
from models.reviews import reviews_of
from models.rota import Rota
from models.saying import say_authority, say_day, say_force, say_list, say_number
from models.spacing import fitting_starts
from models.word import Word


class Note(Word):
    """One thing that a rota says of itself, in a sentence.

    ``rule`` is the name of the rule or goal it is about, or ``anonymity``; ``key`` is the code
    of the force or authority, or the weeks, first and last.
    """

    rule: str
    key: str
    message: str


def notes(programme: Programme, rota: Rota, today: date | None = None) -> tuple[Note, ...]:
    """Everything a rota has to say of itself, sorted by rule and key.

    With ``today``, weeks of low anonymity that lie before today's week are left out: nobody can
    guess at them any more.
    """
    found = (
        *_shorter_gaps(programme),
        *_low_anonymity(programme, rota, today),
        *_below_target(programme, rota),
        *_changes_without_review(programme, rota),
    )
    return tuple(sorted(found, key=lambda note: (note.rule, note.key, note.message)))


def _shorter_gaps(programme: Programme) -> Iterator[Note]:
    policy_gap = programme.policy.force.gap_weeks
    for force, gap in programme.gap_of.items():
        if gap < policy_gap:
            fit = fitting_starts(programme.national_open_starts, policy_gap)
            inspections = say_number(len(programme.authorities_in[force]), "inspection")
            yield Note(
                rule="force_spacing",
                key=force,
                message=(
                    f"{say_force(programme, force)} has {inspections}, and {fit} fit the open "
                    f"start weeks at the policy's gap of {say_number(policy_gap, 'week')}; its "
                    f"gap is {say_number(gap, 'week')}."
                ),
            )


def _low_anonymity(programme: Programme, rota: Rota, today: date | None) -> Iterator[Note]:
    """One note for each stretch of open weeks under the floor, while somebody has yet to start."""
    floor, slots = programme.policy.anonymity.floor, slots_of(programme, rota)
    first = programme.calendar.week_of(today) if today else 0
    last = max(slots.values(), default=-1)
    stretch: list[WeekRow] = []
    for row in week_rows(programme, rota)[max(0, first) : last + 1]:
        if row.open and row.anonymity < floor:
            stretch.append(row)
        elif row.open and stretch:
            yield _low(stretch, floor)
            stretch = []
    if stretch:
        yield _low(stretch, floor)


def _low(stretch: Sequence[WeekRow], floor: int) -> Note:
    first, last = stretch[0], stretch[-1]
    fewest = min(row.anonymity for row in stretch)
    if len(stretch) == 1:
        when, key = f"In the week of {say_day(first.monday)}", f"{first.week}"
    else:
        when = f"From {say_day(first.monday)} to {say_day(last.monday)}"
        when += f", in {len(stretch)} open start weeks,"
        key = f"{first.week} to {last.week}"
    starts = sum(row.starts for row in stretch)
    said = "1 inspection starts" if starts == 1 else f"{starts} inspections start"
    return Note(
        rule="anonymity",
        key=key,
        message=(
            f"{when} an observer need suspect fewer than {floor} authorities, {fewest} at the "
            f"fewest; {said} then."
        ),
    )


def _below_target(programme: Programme, rota: Rota) -> Iterator[Note]:
    reviews = reviews_of(programme, slots_of(programme, rota))
    for la_code in rota.inspection_of:
        if la_code in programme.authority_of:
            short = list(_short_parts(programme, rota, la_code, review=la_code in reviews))
            if short:
                message = f"The team in {say_authority(programme, la_code)} has {say_list(short)}."
                yield Note(rule="team", key=la_code, message=message)


def _short_parts(programme: Programme, rota: Rota, la_code: str, *, review: bool) -> Iterator[str]:
    # A lost inspector and the substitute count as one (R4).
    people = {
        each.inspector_id
        for each in rota.team_of.get(la_code, ())
        if each.role is not Role.SUBSTITUTE
    }
    known = [programme.inspector_of[code] for code in people if code in programme.inspector_of]
    for body in ON_SITE:
        size = sum(each.inspectorate is body for each in known)
        target = programme.size_range(la_code, body, review=review).target
        if size < target:
            yield f"{size} from {body.title} where {target} is the target"


def _changes_without_review(programme: Programme, rota: Rota) -> Iterator[Note]:
    for change in programme.force_changes:
        codes = programme.authorities_in.get(change.police_force_code, ())
        starts = [rota.inspection_of[code].start for code in codes if code in rota.inspection_of]
        if not any(start >= change.counts_from for start in starts):
            force = say_force(programme, change.police_force_code)
            since = say_day(change.counts_from)
            yield Note(
                rule="force_first",
                key=change.police_force_code,
                message=f"No inspection in {force} is left for the change of {since}.",
            )
