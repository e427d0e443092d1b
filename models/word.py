"""The base of every word: frozen, closed to unknown fields, validated once at the border."""

from pydantic import BaseModel, ConfigDict


class Word(BaseModel):
    """A frozen value; two with the same fields are equal and hash alike."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)
