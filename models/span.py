"""A stretch of days, both ends included."""

from datetime import date
from typing import Self

from pydantic import model_validator

from models.word import Word


class Span(Word):
    """Days from ``start`` to ``end``, both included; the end is never before the start."""

    start: date
    end: date

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Self:
        if self.end < self.start:
            raise ValueError(f"the end {self.end} is before the start {self.start}")
        return self
