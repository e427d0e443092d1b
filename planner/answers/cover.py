"""Who could take a place: judged by the checks alone, so that it needs no solver."""

from models.cover import NoPlaceError, cover

__all__ = ["NoPlaceError", "cover"]
