"""Whether a text or an annotation is what a query asks for."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Protocol

from search_index.annotation_files import searchable
from search_index.finding.about import About
from search_index.finding.patterns import pattern, places_in
from search_index.folding import fold
from search_index.queries.query import (
    ANYTHING,
    OF_DOCUMENTS,
    OF_PATHS,
    And,
    Field,
    FieldName,
    Fuzzy,
    Near,
    Node,
    Not,
    Or,
    Regex,
    Term,
    Title,
    Wild,
    Words,
    text_of,
)
from search_index.texts import SearchText
from search_index.time_limits import look_at_the_time

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotations.model import Annotation


class Subject(Protocol):
    """What a query is put to."""

    def has(self, term: Term) -> bool:
        """Whether the word or phrase stands in it."""

    def satisfies(self, field: Field) -> bool:
        """Whether it has what the field asks for."""


def matches(node: Node, subject: Subject) -> bool:
    """Whether ``subject`` is what ``node`` asks for."""
    match node:
        case Term():
            return subject.has(node)
        case Field():
            return subject.satisfies(node)
        case And(parts):
            return all(matches(part, subject) for part in parts)
        case Or(parts):
            return any(matches(part, subject) for part in parts)
        case Not(part):
            return not matches(part, subject)


_COSTS: tuple[type[Term], ...] = (Title, Words, Wild, Near, Fuzzy, Regex)


def cheapest_first(node: Node) -> Node:
    """The same query, in which what takes long is asked last."""
    match node:
        case And(parts) | Or(parts):
            return type(node)(tuple(sorted(map(cheapest_first, parts), key=_cost)))
        case Not(part):
            return Not(cheapest_first(part))
    return node


def _cost(node: Node) -> int:
    match node:
        case Term():
            return 1 + _COSTS.index(type(node))
        case And(parts) | Or(parts):
            return max(map(_cost, parts))
        case Not(part):
            return _cost(part)
        case Field(name):
            return 0 if name in OF_PATHS else 1


def needles(node: Node) -> frozenset[str]:
    """Strings that stand in any text which is what ``node`` asks for, folded."""
    match node:
        case Term():
            return pattern(node).needles
        case And(parts):
            return frozenset().union(*map(needles, parts))
        case Or(parts):
            return frozenset.intersection(*map(needles, parts))
    return frozenset()


class TextSubject:
    """A document's text. It has no tag, note or status."""

    def __init__(self, text: SearchText, about: About) -> None:
        self.text = text
        self._about = about

    def has(self, term: Term) -> bool:
        """Whether the word or phrase stands in the text. Raises TookTooLong."""
        look_at_the_time()
        return pattern(term).is_in(self.text.searched.plain, self.text.folded)

    def satisfies(self, field: Field) -> bool:
        """Whether the document is what the field asks for."""
        return self._about.has(field)


class AnnotationSubject:
    """An annotation: the words it marks, its note and its tags together."""

    def __init__(self, annotation: Annotation, author: str, about: About) -> None:
        self._annotation = annotation
        self.author = author
        self._about = about

    @property
    def tags(self) -> Sequence[str]:
        """Its tags."""
        return self._annotation.tags

    def has(self, term: Term) -> bool:
        """Whether the word or phrase stands in the note, a tag or the words marked."""
        return any(places_in(string, term) for string in searchable(self._annotation))

    def noted(self, term: Term) -> int:
        """How often the word or phrase stands in the note and the tags."""
        own = (self._annotation.note, *self._annotation.tags)
        return sum(places_in(string, term) for string in own)

    def satisfies(self, field: Field) -> bool:
        """Whether the annotation, or its document, has what the field asks for."""
        one, term = self._annotation, field.term
        if field.name in OF_DOCUMENTS:
            return self._about.has(field)
        match field.name:
            case FieldName.TAG:
                return any(_is_tag(term, tag) for tag in one.tags)
            case FieldName.STATUS:
                return _equals(term, one.status)
            case FieldName.AUTHOR:
                return any(_equals(term, name) for name in (self.author, one.source_author or ""))
            case FieldName.NOTE:
                any_note = term == ANYTHING and one.note.strip() != ""
                return any_note or places_in(one.note, term) > 0
            case FieldName.HAS:
                return _has(one, text_of(term))
            case _:
                return False


def _has(one: Annotation, what: str) -> bool:
    parts: dict[str, object] = {
        "link": one.links,
        "note": one.note.strip(),
        "reply": one.reply_to,
        "status": one.status,
        "tag": one.tags,
    }
    return bool(parts.get(what)) if what else any(parts.values())


def _is_tag(term: Term, tag: str) -> bool:
    """Whether ``tag`` is the one asked for, or one below it: ``claim`` admits ``claim/figure``."""
    if isinstance(term, Wild):
        return _equals(term, tag) or _equals(Wild(f"{term.text}/*"), tag)
    return _equals(term, tag) or fold(tag).startswith(fold(text_of(term)) + "/")


def _equals(term: Term, value: str) -> bool:
    if isinstance(term, Wild):
        return fnmatchcase(fold(value), fold(term.text).replace("[", "[[]"))
    if isinstance(term, Words) and term.prefix:
        return bool(value) and fold(value).startswith(fold(term.text))
    return fold(value) == fold(text_of(term))
