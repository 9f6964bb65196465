"""The decisions on a claim in order of time: its author's, and those in answers to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.model import Decision

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotations.model import PlacedAnnotation


def decisions_on(
    claim: PlacedAnnotation, answers: Iterable[PlacedAnnotation] = ()
) -> list[Decision]:
    """The decisions that are on record of a claim and of the ``answers`` to it, the oldest first.

    Each has an author: whose annotation it stands in, where the record names none. The words that
    it was taken on are told only where others stand there today.
    """
    found = [
        Decision(made.status, made.date, made.author or placed.author, _others(made, placed))
        for placed in (claim, *answers)
        for made in placed.annotation.history
    ]
    return sorted(found, key=lambda made: made.date)


def _others(made: Decision, placed: PlacedAnnotation) -> str:
    words = made.exact or placed.annotation.exact
    return words if words != placed.words else ""
