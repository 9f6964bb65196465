"""What an annotation answers and is linked to, for the formats that say it in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from annotations.exports.characters import one_line
from annotations.relations import words_of_gone

if TYPE_CHECKING:
    from annotations.model import PlacedAnnotation
    from annotations.relations import Relations

_QUOTED = 160
"""Code points of the other end's words that are quoted at most."""


class Tie(NamedTuple):
    """A tie as it is told: ``verb`` ("contradicted by"), whose, which words where, the id.

    ``other`` is None where the far end is not in the workspace; then there are the id, and the
    words that are known of it.
    """

    verb: str
    author: str
    quote: str
    document: str
    target: str
    other: PlacedAnnotation | None


def ties_of(placed: PlacedAnnotation, relations: Relations) -> list[Tie]:
    """The ties of an annotation, from either end; a reply's quote is what it says."""
    told = []
    for each in relations.of(placed):
        other = each.other
        if other is None:
            document = each.link.document if each.link else ""
            quote = _shortened(one_line(words_of_gone(each, placed)))
            told.append(Tie(each.verb, "", quote, document, each.target, None))
            continue
        one = other.annotation
        words = one.exact or one.note if each.link else one.note or one.exact
        author = other.author if other.author != placed.author or not each.link else ""
        quote = _shortened(one_line(words))
        told.append(Tie(each.verb, author, quote, other.document, one.id, other))
    return told


def _shortened(line: str) -> str:
    return line if len(line) <= _QUOTED else line[: _QUOTED - 1].rstrip() + "…"
