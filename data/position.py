"""Latitude and longitude, and whether somebody swapped them."""

from collections.abc import Iterator

from data import cells
from data.form import Column, Fault, Values

#: WGS84 degrees.
POSITION = (
    Column("latitude", cells.number(-90, 90)),
    Column("longitude", cells.number(-180, 180)),
)

# A box around the British Isles: west and east of Greenwich, from Jersey to Shetland.
_LATITUDES = (49, 61)
_LONGITUDES = (-11, 3)


def swapped(values: Values) -> Iterator[Fault]:
    """The fault of a position that lies in the British Isles only the other way round."""
    latitude, longitude = values.get("latitude"), values.get("longitude")
    if latitude is None or longitude is None:
        return
    if not _in_box(latitude, longitude) and _in_box(longitude, latitude):
        yield "latitude", f"latitude and longitude are swapped: {longitude} belongs here"


def _in_box(latitude: float, longitude: float) -> bool:
    north = _LATITUDES[0] <= latitude <= _LATITUDES[1]
    return north and _LONGITUDES[0] <= longitude <= _LONGITUDES[1]
