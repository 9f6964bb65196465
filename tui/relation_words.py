"""What stands on the screen for a tie between two annotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.quoting import in_quotation_marks

if TYPE_CHECKING:
    from annotations.model import PlacedAnnotation
    from annotations.relations import Relation

_QUOTED = 60
"""Code points of an annotation's words that are quoted at most."""


def relation_words(tie: Relation, seen_from: PlacedAnnotation) -> str:
    """A tie in one line: ``contradicts message.txt: “…”``, ``answered by ab: “…” (disputed)``.

    The document is named where it is another, and the author of a link's other end likewise. It
    may hold anything that a name or a note does.
    """
    other = tie.other
    if other is None:
        return f"{tie.verb} {tie.target}, which is not here"
    if tie.link is None:
        return f"{tie.verb} {_reply_words(other)}"
    where = [other.document] if other.document != seen_from.document else []
    if other.author != seen_from.author:
        where.append(f"({other.author})")
    at = f" {' '.join(where)}:" if where else ""
    return f"{tie.verb}{at} {quoted(other)}"


def _reply_words(other: PlacedAnnotation) -> str:
    one = other.annotation
    said = [in_quotation_marks(shortened(one.note))] if one.note.strip() else list(one.tags)
    said += [f"({one.status})"] if one.status else []
    return f"{other.author}{': ' if said else ''}{' '.join(said)}"


def quoted(placed: PlacedAnnotation, most: int = _QUOTED) -> str:
    """The words of an annotation in quotation marks; of a document's own note, what it says."""
    one = placed.annotation
    return in_quotation_marks(shortened(one.exact or one.note or placed.document, most))


def shortened(words: str, most: int = _QUOTED) -> str:
    """The words on one line, cut where they are many."""
    line = " ".join(words.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
