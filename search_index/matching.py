"""Whether a text or an annotation is what a query asks for."""

from __future__ import annotations

import posixpath
from fnmatch import fnmatchcase
from typing import Protocol

from annotations.model import Annotation
from search_index.annotation_files import searchable
from search_index.folding import fold
from search_index.patterns import pattern
from search_index.query import ANYTHING, And, Field, FieldName, Node, Not, Or, Term, Wild, Words
from search_index.texts import SearchText


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

    def __init__(self, path: str, text: SearchText) -> None:
        self._path = path
        self.text = text

    def has(self, term: Term) -> bool:
        """Whether the word or phrase stands in the text."""
        return pattern(term).is_in(self.text.text, self.text.folded)

    def satisfies(self, field: Field) -> bool:
        """Whether the document's path is what ``doc:`` asks for."""
        return field.name is FieldName.DOC and path_matches(field.term, self._path)


class AnnotationSubject:
    """An annotation: the words it marks, its note and its tags together."""

    def __init__(self, path: str, annotation: Annotation) -> None:
        self._path = path
        self._annotation = annotation

    def has(self, term: Term) -> bool:
        """Whether the word or phrase stands in the note, a tag or the words marked."""
        return any(places_in(string, term) for string in searchable(self._annotation))

    def noted(self, term: Term) -> int:
        """How often the word or phrase stands in the note and the tags."""
        own = (self._annotation.note, *self._annotation.tags)
        return sum(places_in(string, term) for string in own)

    def satisfies(self, field: Field) -> bool:
        """Whether the annotation has what the field asks for."""
        one, term = self._annotation, field.term
        match field.name:
            case FieldName.DOC:
                return path_matches(term, self._path)
            case FieldName.TAG:
                return any(_is_tag(term, tag) for tag in one.tags)
            case FieldName.STATUS:
                return _equals(term, one.status)
            case FieldName.NOTE:
                any_note = term == ANYTHING and one.note.strip() != ""
                return any_note or places_in(one.note, term) > 0
            case _:
                return False


def places_in(string: str, term: Term) -> int:
    """How often a word or phrase stands in a string."""
    return sum(1 for _ in pattern(term).find(string, fold(string))) if string else 0


def path_matches(term: Term, path: str) -> bool:
    """Whether a path contains the words of ``doc:``, or fits them where they are a glob."""
    wanted, path = fold(_text(term)), fold(path)
    if not any(character in wanted for character in "*?["):
        return wanted in path
    names = (path, posixpath.basename(path))
    return any(fnmatchcase(name, wanted) for name in names) or fnmatchcase(path, f"*/{wanted}")


def _is_tag(term: Term, tag: str) -> bool:
    """Whether ``tag`` is the one asked for, or one below it: ``claim`` admits ``claim/figure``."""
    return _equals(term, tag) or fold(tag).startswith(fold(_text(term)) + "/")


def _equals(term: Term, value: str) -> bool:
    if isinstance(term, Wild):
        return fnmatchcase(fold(value), fold(term.text).replace("[", "[[]"))
    if isinstance(term, Words) and term.prefix:
        return bool(value) and fold(value).startswith(fold(term.text))
    return fold(value) == fold(_text(term))


def _text(term: Term) -> str:
    """What is written in a field of names."""
    return term.text if isinstance(term, Words | Wild) else ""
