"""From what somebody typed to what is asked for.

A recursive-descent parser over this grammar, in which every string has a reading::

    any   = all { "OR" all }
    all   = one { [ "AND" ] one }
    one   = { "NOT" } near
    near  = operand { "NEAR/5" operand }
    operand = word | field | [ field ] "(" any ")"

Operators with nothing to join, empty brackets and a lone ``-`` are passed over; a query of nothing
but operators is read as words.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

from search_index.dates import asked_days
from search_index.plain_text import plain
from search_index.queries.explaining import explained
from search_index.queries.lexing import (
    IN_TEXTS,
    JOINS,
    NAMES,
    FieldMark,
    Lexer,
    Mark,
    NearMark,
    Token,
    Word,
    begun_words,
)
from search_index.queries.query import (
    ANYTHING,
    CAN_HAVE,
    And,
    Field,
    FieldName,
    Fuzzy,
    Near,
    Node,
    Not,
    Or,
    Query,
    Regex,
    Term,
    Wild,
    Words,
)
from search_index.queries.refusing import Refused
from search_index.queries.wording import wording

MAX_TERMS = 256
"""Words and fields beyond this many are left out, and the reader is told."""
_COSTS: dict[type[Term], int] = {Wild: 8, Fuzzy: 32, Regex: 32}
"""As how many words one counts that takes as long to look for."""
_MOST_NEAR = 4
"""Terms that are near to one that is near to another, and so on."""
_MOST_ALTERNATIVES = 16
_MOST_PAIRS = 16
"""Pairs of what is in brackets on both sides of a NEAR."""


def parse(query: str, *, growing: bool = False) -> Query:
    """The best reading of ``query``; never an error.

    While somebody types it, it is ``growing``: its last word is read as the beginning of one. Where
    ``root`` is None, ``understood`` says why there is nothing to look for.
    """
    query = plain(query)
    try:
        lexer = Lexer(query, growing=growing)
        typed = list(lexer.tokens())
        stream, first = _bounded(_operators_told_apart(typed))
    except Refused as refusal:
        return Query(None, str(refusal))
    root = _Parser(stream).any()
    if root is None:
        return Query(None, _nothing_in(query))
    note = "" if first is None else f" (only the first {first} words are read)"
    hint = "; ".join(map(_small, lexer.small))
    return Query(root, wording(root) + note, explained(root) + note + _notes(typed), hint)


def _small(operator: str) -> str:
    return f"“{operator}” is a word here; {operator.upper()} {JOINS[operator]}"


def _notes(typed: Iterable[Token]) -> str:
    """What of the query asks for more than there is, in brackets."""
    words = [one for one in typed if isinstance(one, Word)]
    if all(one.operator for one in words):
        return ""
    notes = dict.fromkeys(one.note for one in words if one.note)
    return f" ({'; '.join(notes)})" if notes else ""


def _nothing_in(query: str) -> str:
    """Why there is nothing to look for."""
    if "?" in query or "*" in query:
        return "nothing to look for: ? and * need a letter or a digit beside them"
    return "nothing to look for"


def _operators_told_apart(stream: list[Token]) -> list[Token]:
    """The stream with AND, OR and NOT as marks, or as words where there is no other word."""
    if not any(isinstance(token, Word) and token.operator is None for token in stream):
        return stream
    return [
        token.operator if isinstance(token, Word) and token.operator else token for token in stream
    ]


def _bounded(stream: list[Token]) -> tuple[list[Token], int | None]:
    """What is read of the stream, and how many words that is if there are more."""
    kept: list[Token] = []
    words = spent = 0
    for token in stream:
        if isinstance(token, Word):
            spent += _COSTS.get(type(token.term), 1)
            if spent > MAX_TERMS:
                continue
            words += 1
        kept.append(token)
    return kept, words if spent > MAX_TERMS else None


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
            if self._next is Mark.AND or isinstance(self._next, NearMark):
                self._advance()
            else:
                parts.append(self._one())
        return _joined(And, parts)

    def _one(self) -> Node | None:
        negated = False
        while self._next is Mark.NOT or isinstance(self._next, NearMark):
            negated ^= self._next is Mark.NOT
            self._advance()
        if not self._at_operand():
            return None
        node = self._near()
        return Not(node) if negated and node is not None else node

    def _at_operand(self) -> bool:
        return isinstance(self._next, Word | FieldMark) or self._next is Mark.OPEN

    def _near(self) -> Node | None:
        node = self._operand()
        while isinstance(mark := self._next, NearMark):
            self._advance()
            if self._at_operand():
                node = _nearby(node, self._operand(), mark.distance)
        return node

    def _operand(self) -> Node | None:
        token = self._advance()
        if isinstance(token, Word):
            return _of_field(token.field, token.term) if token.field else token.term
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


def _nearby(one: Node | None, other: Node | None, distance: int) -> Node | None:
    """``one NEAR other``, brackets taken apart; what has no place is joined by AND."""
    if one is None or other is None:
        return other if one is None else one
    sides = [_alternatives(node) for node in (one, other)]
    if None in sides or len(sides[0] or ()) * len(sides[1] or ()) > _MOST_PAIRS:
        return _joined(And, [one, other])
    pairs = product(sides[0] or (), sides[1] or ())
    return _joined(And, [_near_pair(left, right, distance) for left, right in pairs])


_Side = tuple[FieldName | None, tuple[Term, ...]]


def _alternatives(node: Node) -> list[_Side] | None:
    """The sets of terms, each with its field, all of which are to be near; None for other nodes."""
    match node:
        case Term():
            return [(None, (node,))]
        case Field(name, term) if name in IN_TEXTS and term != ANYTHING:
            return [(name, (term,))]
        case Or(parts):
            return _one_of(parts)
        case And(parts):
            sides = [_alternatives(part) for part in parts]
            return None if None in sides else [one for side in sides for one in side or ()]
    return None


def _one_of(parts: tuple[Node, ...]) -> list[_Side] | None:
    terms: list[Term] = []
    fields: set[FieldName | None] = set()
    for part in parts:
        field, term = (part.name, part.term) if isinstance(part, Field) else (None, part)
        if not isinstance(term, Term) or field not in IN_TEXTS or term == ANYTHING:
            return None
        terms.append(term)
        fields.add(field)
    if len(fields) > 1 or len(terms) > _MOST_ALTERNATIVES:
        return None
    return [(fields.pop(), tuple(terms))]


def _near_pair(left: _Side, right: _Side, distance: int) -> Node:
    near = Near(left[1], right[1], distance)
    if left[0] != right[0] or _depth(near) > _MOST_NEAR:
        return And((_any_of(*left), _any_of(*right)))
    return Field(left[0], near) if left[0] else near


def _any_of(field: FieldName | None, terms: tuple[Term, ...]) -> Node:
    parts = [Field(field, term) if field else term for term in terms]
    return parts[0] if len(parts) == 1 else Or(tuple(parts))


def _depth(term: Term) -> int:
    if not isinstance(term, Near):
        return 0
    return 1 + max(map(_depth, term.left + term.right))


def _within(field: FieldName, node: Node) -> Node:
    """``note:(a OR b)``: the field goes to every word that has none."""
    match node:
        case Term():
            return _of_field(field, node)
        case And(parts) | Or(parts):
            return type(node)(tuple(_within(field, part) for part in parts))
        case Not(part):
            return Not(_within(field, part))
    return node


def _of_field(field: FieldName, term: Term) -> Node:
    """What a field asks for.

    What stands for words is taken as written where there are no words, and what cannot be the
    value of the field is a word like others, colon and all.
    """
    if field not in IN_TEXTS and not isinstance(term, Words):
        if field in NAMES and isinstance(term, Wild):
            return Field(field, term)
        term = begun_words(wording(term))
    if isinstance(term, Words) and term != ANYTHING:
        if field is FieldName.DOC:
            return Field(field, Words(term.text))  # any part of a path, so its beginning is no more
        if field is FieldName.DATE and asked_days(term.text) is None:
            return Words(f"{field}:{term.text}", term.prefix)
        if field is FieldName.HAS:
            had = _had(term.text)
            return Field(field, Words(had)) if had else Words(f"{field}:{term.text}", term.prefix)
    return Field(field, term)


def _had(text: str) -> str:
    """What ``has:`` asks for, of which the beginning is enough; empty where it is nothing known."""
    text = "reply" if text == "replies" else text.lower().removesuffix("s" if len(text) > 1 else "")
    return next((name for name in CAN_HAVE if name.startswith(text)), "")
