"""The decisions on a claim, for the formats that say them in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from annotations.decided import decisions_on
from annotations.listing import iso
from annotations.toml_values import UNKNOWN_TIME

if TYPE_CHECKING:
    from annotations.model import Decision, PlacedAnnotation


class Decided(NamedTuple):
    """A decision as it is told: which status, when in ISO 8601 (empty if not known), by whom.

    ``words`` are those that it was taken on, where others are marked now; else it is empty.
    """

    status: str
    date: str
    author: str
    words: str = ""


def decided(placed: PlacedAnnotation) -> list[Decided]:
    """The decisions that stand in an annotation, the oldest first."""
    return [
        Decided(made.status, _date(made), made.author, made.exact) for made in decisions_on(placed)
    ]


def _date(made: Decision) -> str:
    return "" if made.date == UNKNOWN_TIME else iso(made.date)
