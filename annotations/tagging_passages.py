"""One tag put on many passages at once: on one's own annotations there, or on new ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from annotations.model import Annotation, Change, mark, now
from annotations.palette import Palette
from annotations.steps import Step, at_once
from annotations.tag_renaming import PlacedChange
from documents.document import Document


class Passage(NamedTuple):
    """A stretch of a document, with the words that stood there when it was found."""

    document: str
    start: int
    end: int
    words: str


class Tagging(NamedTuple):
    """The changes that put a tag on passages, and how many of these stay without one, and why.

    ``already`` have the tag; of ``moved`` ones the text has changed since they were found;
    ``unread`` are in documents whose text cannot be had.
    """

    changes: list[PlacedChange]
    already: int = 0
    moved: int = 0
    unread: int = 0

    def rest(self) -> str:
        """Those that stay as they are, in words; empty where there is none."""
        parts = (
            (self.already, "tagged so already"),
            (self.moved, "whose text has changed"),
            (self.unread, "that cannot be read"),
        )
        return ", ".join(f"{number} {words}" for number, words in parts if number)


def tag_passages(
    passages: Iterable[Passage],
    texts: Mapping[str, Document],
    own: Callable[[Passage], Annotation | None],
    tag: str,
    palette: Palette,
    step: Step = at_once,
) -> Tagging:
    """What it takes to have ``tag`` on each of the passages.

    ``own`` gives the annotation of the author's own that marks just that passage, if there is one:
    it gets the tag; else a new annotation does. What becomes a claim by it is open. ``step`` is
    called between the passages.
    """
    when, changes = now(), list[PlacedChange]()
    already = moved = unread = 0
    for passage in dict.fromkeys(passages):
        step()
        document = texts.get(passage.document)
        before = own(passage)
        if document is None:
            unread += 1
        elif document.text[passage.start : passage.end] != passage.words:
            moved += 1
        elif before is not None and tag in before.tags:
            already += 1
        else:
            fresh = before or mark(document.text, passage.start, passage.end)
            tags = (*fresh.tags, tag)
            status = fresh.status or palette.initial_status(tags)
            modified = when if before is not None else fresh.modified
            after = replace(fresh, tags=tags, status=status, modified=modified)
            changes.append((passage.document, Change(before, after)))
    return Tagging(changes, already, moved, unread)
