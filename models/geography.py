"""Distances between places, on the sphere that problem.md names (G4)."""

from math import asin, cos, floor, radians, sin, sqrt

EARTH_RADIUS_KM = 6371.0088


def great_circle_km(
    latitude: float, longitude: float, other_latitude: float, other_longitude: float
) -> float:
    """Great-circle distance in kilometres between two WGS84 positions in degrees (haversine)."""
    here, there = radians(latitude), radians(other_latitude)
    half_latitude = sin((there - here) / 2)
    half_longitude = sin(radians(other_longitude - longitude) / 2)
    chord = half_latitude**2 + cos(here) * cos(there) * half_longitude**2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(chord)))


def halves_up(value: float) -> int:
    """The nearest whole number; halves go up."""
    return floor(value + 0.5)
