"""The decisions on a claim, for the formats that say them in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from annotations.decided import decisions_on
from annotations.listing import iso
from annotations.toml_values import UNKNOWN_TIME

if TYPE_CHECKING:
    from annotations.model import PlacedAnnotation


class Decided(NamedTuple):
    """A decision as it is told: which status, when in ISO 8601 (empty if not known), by whom."""

    status: str
    date: str
    author: str


def decided(placed: PlacedAnnotation) -> list[Decided]:
    """The decisions that stand in an annotation, the oldest first."""
    return [
        Decided(made.status, "" if made.date == UNKNOWN_TIME else iso(made.date), made.author)
        for made in decisions_on(placed)
    ]
