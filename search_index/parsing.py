"""From what somebody typed to what is asked for.

A recursive-descent parser over this grammar, in which every string has a reading::

    any   = all { "OR" all }
    all   = one { [ "AND" ] one }
    one   = { "NOT" } ( word | field | [ field ] "(" any ")" )

Operators with nothing to join, empty brackets and a lone ``-`` are passed over; a query of nothing
but operators is read as words.
"""

from __future__ import annotations

from collections.abc import Iterable

from search_index.lexing import FieldMark, Mark, Token, Word, tokens
from search_index.query import And, Field, FieldName, Node, Not, Or, Query, Term
from search_index.wording import wording

MAX_TERMS = 256
"""Words and fields beyond this many are left out, and the reader is told."""


def parse(query: str) -> Query:
    """The best reading of ``query``; never an error."""
    stream, left_out = _bounded(_operators_told_apart(list(tokens(query))))
    root = _Parser(stream).any()
    if root is None:
        return Query(None, "nothing to look for")
    note = f" (only the first {MAX_TERMS} words are read)" if left_out else ""
    return Query(root, wording(root) + note)


def _operators_told_apart(stream: list[Token]) -> list[Token]:
    """The stream with AND, OR and NOT as marks, or as words where there is no other word."""
    if not any(isinstance(token, Word) and token.operator is None for token in stream):
        return stream
    return [
        token.operator if isinstance(token, Word) and token.operator else token for token in stream
    ]


def _bounded(stream: list[Token]) -> tuple[list[Token], bool]:
    kept: list[Token] = []
    words = 0
    for token in stream:
        words += isinstance(token, Word)
        if words <= MAX_TERMS or not isinstance(token, Word):
            kept.append(token)
    return kept, words > MAX_TERMS


class _Parser:
    def __init__(self, stream: Iterable[Token]) -> None:
        self._tokens = iter(stream)
        self._next = next(self._tokens, None)

    def _advance(self) -> Token | None:
        token, self._next = self._next, next(self._tokens, None)
        return token

    def any(self) -> Node | None:
        parts = [self._all()]
        while self._next is Mark.OR:
            self._advance()
            parts.append(self._all())
        return _joined(Or, parts)

    def _all(self) -> Node | None:
        parts: list[Node | None] = []
        while self._next not in (None, Mark.OR, Mark.CLOSE):
            if self._next is Mark.AND:
                self._advance()
            else:
                parts.append(self._one())
        return _joined(And, parts)

    def _one(self) -> Node | None:
        negated = False
        while self._next is Mark.NOT:
            negated = not negated
            self._advance()
        if self._next in (None, Mark.AND, Mark.OR, Mark.CLOSE):
            return None
        node = self._operand()
        return Not(node) if negated and node is not None else node

    def _operand(self) -> Node | None:
        token = self._advance()
        if isinstance(token, Word):
            return Field(token.field, token.term) if token.field else token.term
        field = None
        if isinstance(token, FieldMark):
            field = token.name
            if self._next is not Mark.OPEN:  # a bracket too deep to be one
                return None
            self._advance()
        node = self.any()
        self._advance()  # the closing bracket, which the lexer sees to
        return _within(field, node) if field and node is not None else node


def _joined(join: type[And] | type[Or], parts: Iterable[Node | None]) -> Node | None:
    """The parts that hold anything under one node, those of its own kind taken apart."""
    flat: dict[Node, None] = {}  # what is said twice counts once
    for part in parts:
        if part is not None:
            flat.update(dict.fromkeys(part.parts if isinstance(part, join) else [part]))
    if len(flat) < 2:
        return next(iter(flat), None)
    return join(tuple(flat))


def _within(field: FieldName, node: Node) -> Node:
    """``note:(a OR b)``: the field goes to every word that has none."""
    match node:
        case Term():
            return Field(field, node)
        case And(parts) | Or(parts):
            return type(node)(tuple(_within(field, part) for part in parts))
        case Not(part):
            return Not(_within(field, part))
    return node
