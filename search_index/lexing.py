"""The marks and words of a query, for the parser.

Nothing is an error: whatever has no meaning where it stands is a word as written, or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from search_index.query import FieldName, Term

MAX_DEPTH = 32
"""Brackets deeper than this are read as if they were not there."""


class Mark(Enum):
    """The parts of a query that are not words."""

    OPEN = auto()
    CLOSE = auto()
    AND = auto()
    OR = auto()
    NOT = auto()


@dataclass(frozen=True, slots=True)
class FieldMark:
    """``note:`` right before a bracket: the field of every word inside."""

    name: FieldName


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a phrase, with its field if it has one."""

    term: Term
    field: FieldName | None = None
    operator: Mark | None = None  # what it is where it stands between two operands


Token = Mark | FieldMark | Word

_SPACE = re.compile(r"\s+")
_FIELD = re.compile(r"(tag|note|status|doc):", re.IGNORECASE)
_BARE = re.compile(r"\S+")
_CLOSING = {'"': re.compile('"'), "“": re.compile("”"), "„": re.compile("[“”]")}
_OPERATORS = {"AND": Mark.AND, "OR": Mark.OR, "NOT": Mark.NOT}


def tokens(query: str) -> Iterator[Token]:
    """The tokens of ``query``, brackets balanced, in one pass."""
    return _Lexer(query).tokens()


class _Lexer:
    def __init__(self, query: str) -> None:
        self.query = query
        self.at = 0
        self.depth = 0
        self.ignored = 0  # open brackets beyond MAX_DEPTH

    def tokens(self) -> Iterator[Token]:
        while self._skip_space():
            character = self.query[self.at]
            if character == "(":
                self.at += 1
                yield from self._open()
            elif character == ")" and self.depth:
                self.at += 1
                yield from self._close()
            elif character == "-":
                self.at += 1
                if not self._at_space():
                    yield Mark.NOT
                    yield from self._operand(negated=True)
            else:
                yield from self._operand()
        for _ in range(self.depth):
            yield Mark.CLOSE

    def _skip_space(self) -> bool:
        space = _SPACE.match(self.query, self.at)
        if space:
            self.at = space.end()
        return self.at < len(self.query)

    def _at_space(self) -> bool:
        return self.at >= len(self.query) or self.query[self.at].isspace()

    def _open(self) -> Iterator[Token]:
        if self.depth < MAX_DEPTH:
            self.depth += 1
            yield Mark.OPEN
        else:
            self.ignored += 1

    def _close(self) -> Iterator[Token]:
        if self.ignored:
            self.ignored -= 1
        else:
            self.depth -= 1
            yield Mark.CLOSE

    def _operand(self, *, negated: bool = False) -> Iterator[Token]:
        field = self._field()
        if self._at_space():
            if field:
                yield Word(Term("", prefix=True), field)
        elif self.query[self.at] == "(":
            if field:
                yield FieldMark(field)
        elif self.query[self.at] in _CLOSING:
            yield from self._quoted(field)
        else:
            yield from self._bare(field, negated)

    def _field(self) -> FieldName | None:
        found = _FIELD.match(self.query, self.at)
        if not found:
            return None
        self.at = found.end()
        return FieldName(found.group(1).lower())

    def _quoted(self, field: FieldName | None) -> Iterator[Token]:
        closing = _CLOSING[self.query[self.at]].search(self.query, self.at + 1)
        start, end = self.at + 1, closing.start() if closing else len(self.query)
        self.at = closing.end() if closing else end
        text = " ".join(self.query[start:end].split())
        prefix = self.query.startswith("*", self.at)
        self.at += prefix
        if text or field:
            yield Word(Term(text, prefix or not text), field)

    def _bare(self, field: FieldName | None, negated: bool) -> Iterator[Token]:
        found = _BARE.match(self.query, self.at)
        assert found  # a caller has seen that no white space stands here
        text = found.group()
        if self.depth:
            text = text[: len(text) - _closers(text, self.depth + self.ignored)]
        self.at += len(text)
        operator = None if field or negated else _OPERATORS.get(text)
        stem = text.rstrip("*")
        if field is FieldName.DOC and stem:
            yield Word(Term(text), field)  # there a star is a glob's
        elif stem or field:
            yield Word(Term(stem, stem != text or not stem), field, operator)


def _closers(text: str, depth: int) -> int:
    """How many brackets at the end of ``text`` close one that was opened before it."""
    trailing = len(text) - len(text.rstrip(")"))
    if not trailing:
        return 0
    own = min(trailing, max(0, text.count("(") - (text.count(")") - trailing)))
    return min(trailing - own, depth)
