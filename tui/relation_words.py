"""What stands on the screen for a tie between two annotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.numbers import counted, grouped
from tui.quoting import in_quotation_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotations.model import PlacedAnnotation
    from annotations.relations import Relation

_QUOTED = 60
"""Code points of an annotation's words that are quoted at most."""


def relation_words(tie: Relation, seen_from: PlacedAnnotation) -> str:
    """A tie in one line: ``contradicts message.txt: “…”``, ``answered by ab: “…” (disputed)``.

    The document is named where it is another, and the author of a link's other end likewise
    (``contradicts ab in message.txt: “…”``). It may hold anything that a name or a note does.
    """
    other = tie.other
    if other is None:
        return f"{tie.verb} {_gone(tie, seen_from)}, which is not here"
    if tie.link is None:
        return f"{tie.verb} {_reply_words(other)}"
    where = [other.author] if other.author != seen_from.author else []
    if other.document != seen_from.document:
        where.append(other.document)
    at = f" {' in '.join(where)}:" if where else ""
    return f"{tie.verb}{at} {quoted(other)}"


def _gone(tie: Relation, seen_from: PlacedAnnotation) -> str:
    """What is known of an end that is gone: where it was and its words, else its id."""
    from annotations.relations import words_of_gone

    words = words_of_gone(tie, seen_from)
    if not words:
        return tie.target
    link = tie.link
    there = f"{link.document}: " if link and link.document not in ("", seen_from.document) else ""
    return f"{there}{in_quotation_marks(shortened(words))}"


def leading_to_words(ties: Sequence[Relation], undo: str = "") -> str:
    """How many links and replies lead to what was deleted; empty where none does.

    ``undo`` is the key that brings it back, if there is one.
    """
    links = sum(tie.link is not None for tie in ties)
    replies = len(ties) - links
    parts = [counted(links, "link")] if links else []
    parts += [f"{grouped(replies)} {'reply' if replies == 1 else 'replies'}"] if replies else []
    if not parts:
        return ""
    lead = "leads" if len(ties) == 1 else "lead"
    back = f"; {undo} brings it back" if undo else ""
    return f"{' and '.join(parts)} {lead} nowhere now{back}"


def _reply_words(other: PlacedAnnotation) -> str:
    one = other.annotation
    said = [in_quotation_marks(shortened(one.note))] if one.note.strip() else list(one.tags)
    said += [f"({other.status_told})"] if one.status else []
    return f"{other.author}{': ' if said else ''}{' '.join(said)}"


def quoted(placed: PlacedAnnotation, most: int = _QUOTED) -> str:
    """The words of an annotation in quotation marks; of a document's own note, what it says."""
    one = placed.annotation
    return in_quotation_marks(shortened(one.exact or one.note or placed.document, most))


def shortened(words: str, most: int = _QUOTED) -> str:
    """The words on one line, cut where they are many."""
    line = " ".join(words.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
