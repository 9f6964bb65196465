"""What a query asks for, as a tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from search_index.folding import fold


@dataclass(frozen=True, slots=True)
class Term:
    """A word or a phrase, as written; a space stands for any white space.

    With ``prefix`` it is the beginning of a word, or of a phrase's last word.
    """

    text: str
    prefix: bool = False


class FieldName(StrEnum):
    """What a query can ask about other than the words of a text."""

    TAG = "tag"
    NOTE = "note"
    STATUS = "status"
    DOC = "doc"


@dataclass(frozen=True, slots=True)
class Field:
    """``tag:claim`` and its like; an empty term that is a prefix asks for any value at all."""

    name: FieldName
    term: Term


@dataclass(frozen=True, slots=True)
class And:
    """All of the parts; there are two or more."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any of the parts; there are two or more."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Whatever the part is not."""

    part: Node


Node: TypeAlias = Term | Field | And | Or | Not


@dataclass(frozen=True, slots=True)
class Query:
    """A query as it was read. ``root`` is None where there is nothing to look for."""

    root: Node | None
    understood: str


def leaves(node: Node | None, wanted: bool = True) -> Iterator[tuple[Term | Field, bool]]:
    """The terms and fields of a query in order, each with whether it is wanted or unwanted."""
    match node:
        case Term() | Field():
            yield node, wanted
        case And(parts) | Or(parts):
            for part in parts:
                yield from leaves(part, wanted)
        case Not(part):
            yield from leaves(part, not wanted)


def wanted_terms(node: Node | None) -> tuple[Term, ...]:
    """The words and phrases whose places are hits, each once apart from case."""
    found = [leaf for leaf, wanted in leaves(node) if wanted and isinstance(leaf, Term)]
    return tuple({(fold(term.text), term.prefix): term for term in found}.values())


def asks_for_annotations(node: Node | None) -> bool:
    """Whether the answer is to be annotations, whatever words they mark.

    So it is where a tag, a note or a status is asked for, and where nothing but fields is given:
    a place in a text is a hit only for a word.
    """
    fields = [(leaf.name, wanted) for leaf, wanted in leaves(node) if isinstance(leaf, Field)]
    if any(wanted and name is not FieldName.DOC for name, wanted in fields):
        return True
    return bool(fields) and not wanted_terms(node)
