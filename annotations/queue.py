"""The review queue: the claims that wait for a decision."""

from __future__ import annotations

from collections.abc import Iterable

from annotations.decisions import is_verdict, waits_for_decision
from annotations.model import PlacedAnnotation
from annotations.palette import Palette
from annotations.text_order import text_order


def review_queue(
    annotations: Iterable[PlacedAnnotation], palette: Palette, author: str | None = None
) -> list[PlacedAnnotation]:
    """The open claims, document by document in the order given, each document's by position.

    Claims whose place was lost come after their document's others, and notes on a document as a
    whole after those. A decision that was taken on other words than are marked now is to be taken
    again: such a claim waits as well. A claim that somebody answered with a decision of their own
    (an annotation with ``reply_to`` and a status) is decided: for ``author`` by their own answers
    only, and where no author is named, by anybody's.
    """
    everything = list(annotations)
    decided = _decided(everything, palette, author)
    waiting = [
        one for one in everything if is_open(one, palette) and one.annotation.id not in decided
    ]
    documents = {path: n for n, path in enumerate(dict.fromkeys(p.document for p in everything))}
    return sorted(waiting, key=lambda one: (documents[one.document], *text_order(one)))


def is_open(placed: PlacedAnnotation, palette: Palette) -> bool:
    """Whether this is a claim that its author has not decided on, as its words are now."""
    return waits_for_decision(placed.annotation, palette)


def _decided(
    annotations: Iterable[PlacedAnnotation], palette: Palette, author: str | None
) -> set[str]:
    """The ids of the annotations that were answered with a decision."""
    return {
        placed.annotation.reply_to or ""
        for placed in annotations
        if is_verdict(placed.annotation, palette.open_status)
        and not placed.annotation.decided_on
        and author in (None, placed.author)
    }
