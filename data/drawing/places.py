"""Draws places: England's authorities of 2013, copied for more, thinned for fewer."""

from dataclasses import dataclass
from random import Random

import pandas as pd

from data import authorities, establishments, forces, probation_trusts
from data.frames import frame_of, words_in
from data.known import known_in
from models.authority import Authority, Establishment, Force, ProbationTrust
from models.programme import Programme
from models.tables import programme_tables

#: By how many degrees at most a copied authority lies off the one it copies, north and east.
_MOVED = 0.08

#: Every column that holds a code or a name of a place, by which a copy must differ.
_NAMES = ("la_code", "name", "police_force_code", "probation_trust_code", "establishment")


@dataclass(frozen=True)
class Places:
    """What lies where: the parts of a programme that say nothing of people."""

    authorities: tuple[Authority, ...]
    forces: tuple[Force, ...]
    probation_trusts: tuple[ProbationTrust, ...]
    establishments: tuple[Establishment, ...]


def draw_places(england: Programme, authorities: int, random: Random) -> Places:
    """So many authorities with their forces, trusts and establishments.

    Whole copies of England first; the rest is thinned to whole forces' neighbourhoods, so that
    forces keep about as many authorities as England's have.
    """
    frames = {file: frame_of(table) for file, table in programme_tables(england).items()}
    copies, rest = divmod(authorities, len(england.authorities))
    drawn = [_copied(frames["authorities.csv"], number, random) for number in range(copies)]
    if rest:
        thinned = _thinned(frames["authorities.csv"], rest, random)
        drawn.append(_copied(thinned, copies, random))
    chosen = pd.concat(drawn, ignore_index=True)
    return _places(frames, chosen, copies + bool(rest))


def _thinned(every: pd.DataFrame, wanted: int, random: Random) -> pd.DataFrame:
    """So many authorities of about as many forces as is in proportion, one at least of each."""
    sizes = every["police_force_code"].value_counts().sort_index()
    order = random.sample(list(sizes.index), k=len(sizes))
    room = sizes[order].cumsum()
    in_proportion = max(1, round(wanted * len(sizes) / len(every)))
    number = max(in_proportion, int((room < wanted).sum()) + 1)
    pool = every[every["police_force_code"].isin(order[:number])]
    pool = pool.loc[random.sample(list(pool.index), k=len(pool))]
    one_each = pool.drop_duplicates("police_force_code")
    others = pool.drop(one_each.index)
    return pd.concat([one_each, others]).head(wanted).sort_index()


def _copied(frame: pd.DataFrame, number: int, random: Random) -> pd.DataFrame:
    """Copy ``number`` of some authorities: the first as they are, others moved a little."""
    if not number:
        return frame
    moved = _renamed(frame, number)
    for column in ("latitude", "longitude"):
        shifted = (float(cell) + random.uniform(-_MOVED, _MOVED) for cell in frame[column])
        moved[column] = [repr(round(value, 4)) for value in shifted]
    return moved


def _renamed(frame: pd.DataFrame, number: int) -> pd.DataFrame:
    columns = [column for column in _NAMES if number and column in frame]
    return frame.assign(**{column: frame[column] + f"-{number}" for column in columns})


def _places(frames: dict[str, pd.DataFrame], chosen: pd.DataFrame, copies: int) -> Places:
    """The places around the authorities chosen: the rows of the other files that they name."""

    def named(file: str, column: str) -> pd.DataFrame:
        every = pd.concat([_renamed(frames[file], number) for number in range(copies)])
        return every[every[column].isin(chosen[column])]

    around = {
        "forces.csv": named("forces.csv", "police_force_code"),
        "probation_trusts.csv": named("probation_trusts.csv", "probation_trust_code"),
        "establishments.csv": named("establishments.csv", "la_code"),
    }
    known = known_in({})  # no code can be unknown: the frames were joined by them
    return Places(
        authorities=words_in(chosen, authorities.form(known)),
        forces=words_in(around["forces.csv"], forces.form(known)),
        probation_trusts=words_in(around["probation_trusts.csv"], probation_trusts.form(known)),
        establishments=words_in(around["establishments.csv"], establishments.form(known)),
    )
