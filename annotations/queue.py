"""The review queue: the claims that wait for a decision."""

from __future__ import annotations

from collections.abc import Iterable

from annotations.decisions import is_verdict
from annotations.model import PlacedAnnotation
from annotations.palette import Palette
from annotations.text_order import text_order


def review_queue(
    annotations: Iterable[PlacedAnnotation], palette: Palette, author: str | None = None
) -> list[PlacedAnnotation]:
    """The open claims, document by document in the order given, each document's by position.

    Claims whose place was lost come after their document's others, and notes on a document as a
    whole after those. A decision that was taken on other words than stand there today is to be
    taken again: such a claim waits as well. A claim that somebody answered with a decision of their
    own (an annotation with ``reply_to`` and a status) is decided: for ``author`` by their own
    answers only, and where no author is named, by anybody's. Where such an answer is to be taken
    again and the claim itself does not wait, the answer does.
    """
    everything = list(annotations)
    verdicts = [one for one in everything if _is_verdict(one, palette, author)]
    decided = {one.annotation.reply_to for one in verdicts if not one.decided_on}
    waiting = [
        one for one in everything if is_open(one, palette) and one.annotation.id not in decided
    ]
    seen = decided | {one.annotation.id for one in waiting}
    waiting += [one for one in verdicts if one.annotation.reply_to not in seen]
    documents = {path: n for n, path in enumerate(dict.fromkeys(p.document for p in everything))}
    return sorted(waiting, key=lambda one: (documents[one.document], *text_order(one)))


def is_open(placed: PlacedAnnotation, palette: Palette) -> bool:
    """Whether this is a claim that its author has not decided on, as its words are now."""
    annotation = placed.annotation
    undecided = annotation.status == palette.open_status or bool(placed.decided_on)
    return undecided and palette.asks_review(annotation.tags)


def _is_verdict(placed: PlacedAnnotation, palette: Palette, author: str | None) -> bool:
    """Whether this answers another's claim with a decision that counts for ``author``."""
    return author in (None, placed.author) and is_verdict(placed.annotation, palette.open_status)
