"""A line of words that says which annotations are wanted, and the orders they can stand in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from annotations.listing import utc
from annotations.model import PlacedAnnotation
from annotations.palette import falls_under
from annotations.text_order import text_order
from documents.lazy_regex import lazy_regex

KEYS = ("tag", "status", "doc", "author", "anchor")
"""What a term may ask about, before a colon; without one it is a word of the quote or the note."""

ORDERS = ("place", "newest", "status", "tag")
"""By document and place; the one changed last first; by status; by the first tag."""

_TERM = lazy_regex(r'(-?)(?:([a-z]+):)?(?:"([^"]*)"?|(\S+))')


class Term(NamedTuple):
    """One thing asked for: ``key`` is one of KEYS, or empty for a word of the quote or the note."""

    key: str
    value: str
    negated: bool = False


def parse(line: str) -> tuple[Term, ...]:
    """The terms of a line: ``tag:claim -status:open doc:"my notes.txt" prisoners``.

    What stands before a colon and is none of KEYS is taken as part of a word. An empty value asks
    for nothing, so that a line says something at every moment of its being typed.
    """
    terms = []
    for minus, key, quoted, plain in _TERM.findall(line):
        value = quoted or plain
        if key and key not in KEYS:
            key, value = "", f"{key}:{value}"
        if value and not (value.endswith(":") and value[:-1] in KEYS):
            terms.append(Term(key, value.casefold(), bool(minus)))
    return tuple(terms)


def admits(terms: Iterable[Term], placed: PlacedAnnotation) -> bool:
    """Whether an annotation is wanted.

    Of terms about the same thing one must hold, of words all; none that is negated may. A tag asks
    for the tags under it too, a document for what its path holds; a status, an author and an
    anchor may be given by how they begin, and ``status:none`` asks for those without.
    """
    wanted: dict[str, bool] = {}
    for term in terms:
        holds = _holds(term, placed)
        if term.negated:
            if holds:
                return False
        elif not term.key:
            if not holds:
                return False
        else:
            wanted[term.key] = wanted.get(term.key, False) or holds
    return all(wanted.values())


def _holds(term: Term, placed: PlacedAnnotation) -> bool:
    one, value = placed.annotation, term.value
    match term.key:
        case "tag":
            return any(falls_under(tag.casefold(), value) for tag in one.tags) or (
                value == "none" and not one.tags
            )
        case "status":
            return one.status.casefold().startswith(value) or (value == "none" and not one.status)
        case "doc":
            return value in placed.document.casefold()
        case "author":
            return placed.author.casefold().startswith(value)
        case "anchor":
            return placed.anchor.startswith(value) or placed.anchor.word.startswith(value)
        case _:
            return value in one.exact.casefold() or value in one.note.casefold()


def narrowed(annotations: Iterable[PlacedAnnotation], line: str) -> list[PlacedAnnotation]:
    """The annotations that a line asks for, in the order given."""
    terms = parse(line)
    return [one for one in annotations if admits(terms, one)]


def ordered(
    annotations: Iterable[PlacedAnnotation], order: str, statuses: Iterable[str] = ()
) -> list[PlacedAnnotation]:
    """The annotations in one of ORDERS; those alike in it stand by document and place.

    Statuses come in the order of ``statuses``; what has none comes last, as what has no tag does.
    """
    found = sorted(annotations, key=lambda one: (one.document, text_order(one)))
    if order == "newest":
        found.sort(key=lambda one: utc(one.annotation.modified).timestamp(), reverse=True)
    elif order == "status":
        places = {name: number for number, name in enumerate(statuses)}
        last = len(places)
        found.sort(
            key=lambda one: (
                not one.annotation.status,
                places.get(one.annotation.status, last),
                one.annotation.status,
            )
        )
    elif order == "tag":
        found.sort(key=lambda one: (not one.annotation.tags, one.annotation.tags[:1]))
    return found
