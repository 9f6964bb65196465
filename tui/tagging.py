"""Putting a tag on an annotation and taking it off again, so that twice leaves it as it was."""

from __future__ import annotations

from dataclasses import replace

from annotations.decisions import is_verdict
from annotations.model import Annotation
from annotations.palette import Palette
from tui.session import edited

Passage = tuple[str, int, int, str]
"""A document, and the words marked in it with their offsets."""


def toggled(annotation: Annotation, name: str, palette: Palette) -> Annotation | None:
    """With the tag on or off; None where nothing would be left of the annotation."""
    tags = tuple(tag for tag in annotation.tags if tag != name)
    if len(tags) == len(annotation.tags):
        tags = (*tags, name)
    verdict = is_verdict(annotation, palette.open_status)
    if not (tags or annotation.note or verdict):
        return None
    if verdict:
        status = annotation.status  # on another's claim, whatever the tags of the answer
    elif not palette.asks_review(tags):
        status = ""  # what is no claim any more is not decided either
    else:
        status = annotation.status or palette.initial_status(tags)
    return edited(annotation, tags=tags, status=status)


class DroppedDecisions:
    """The decisions that went with their tags, for as long as the reader is here."""

    def __init__(self, open_status: str) -> None:
        self._open = open_status
        self._dropped: dict[Passage, str] = {}

    def drop(self, document: str, before: Annotation, after: Annotation | None) -> str:
        """Keeps the decision on ``before`` that ``after`` has no more; that decision, or nothing.

        A claim that was still open leaves nothing to keep.
        """
        lost = before.status if after is None or not after.status else ""
        passage = _passage(document, before)
        if lost in ("", self._open):
            self._dropped.pop(passage, None)
            return ""
        self._dropped[passage] = lost
        return lost

    def restored(self, document: str, annotation: Annotation) -> Annotation:
        """The annotation, which has just become a claim, with the decision it had before."""
        kept = self._dropped.get(_passage(document, annotation))
        return replace(annotation, status=kept) if kept and annotation.status else annotation


def _passage(document: str, annotation: Annotation) -> Passage:
    return document, annotation.start or 0, annotation.end or 0, annotation.exact
