"""The marks and words of a query, for the parser.

Nothing is an error: whatever has no meaning where it stands is a word as written, or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from documents.lazy_regex import lazy_regex
from search_index.queries.query import ANYTHING, FieldName, Fuzzy, Near, Regex, Term, Wild, Words
from search_index.queries.quotes import CLOSING, NO_APOSTROPHES, ONLY_IN_PAIRS, unstarred

MAX_DEPTH = 32
"""Brackets deeper than this are read as if they were not there."""
NEAR = 10
"""Words apart, where a query does not say how many."""
_MOST_APART = 1000
_MOST_NEAR = 8  # words of a phrase that need only be near each other


class Mark(Enum):
    """The parts of a query that are not words."""

    OPEN = auto()
    CLOSE = auto()
    AND = auto()
    OR = auto()
    NOT = auto()


class FieldMark(NamedTuple):
    """``note:`` right before a bracket: the field of every word inside."""

    name: FieldName


class NearMark(NamedTuple):
    """``NEAR/5``: what stands before it and after it are so many words apart at most."""

    distance: int


class Word(NamedTuple):
    """A word or what stands for one, with its field if it has one."""

    term: Term
    field: FieldName | None = None
    operator: Mark | NearMark | None = None  # what it is where it stands between two operands
    note: str = ""  # what of it goes further than is possible


Token = Mark | FieldMark | NearMark | Word

_SPACE = lazy_regex(r"\s+")
_FIELD = lazy_regex(rf"({'|'.join(FieldName)}):", re.IGNORECASE)
_BARE = lazy_regex(r"\S+")
_SLACK = lazy_regex(r"~(\d{0,4})(?![^\s)])")
_OPERATORS = {"AND": Mark.AND, "OR": Mark.OR, "NOT": Mark.NOT}
_NEAR = lazy_regex(r"NEAR(?:/(\d{0,9}))?")
JOINS = {
    "and": "asks for both",
    "or": "asks for either",
    "not": "leaves out what follows",
    "near": "asks for words close to each other",
}
"""What the operators do, in capitals; in small letters they are words."""
_BEGUN = frozenset({"A", "AN", "O", "N", "NO", "NE", "NEA"})
_FUZZY = lazy_regex(r"(.+)~(\d?)", re.DOTALL)
_WILD = lazy_regex(rf"(?=[?*]*\w)[\w?*][^(){NO_APOSTROPHES}:/]*")
_EXPRESSION = lazy_regex(r"/(?=\S)((?:\\.|[^\\\n])*?)/(?![^\s)])")
_ESCAPED = lazy_regex(r"\\(.)", re.DOTALL)

IN_TEXTS = frozenset({None, FieldName.NOTE, FieldName.TITLE})
"""Where words are looked for: what stands for words has a meaning there."""
NAMES = frozenset({FieldName.TAG, FieldName.STATUS, FieldName.AUTHOR})
"""Where names are compared as a whole."""


def tokens(query: str, *, growing: bool = False) -> Iterator[Token]:
    """The tokens of ``query``, brackets balanced, in one pass.

    Where the query is ``growing``, its last word is the beginning of one, and an operator that has
    been begun is passed over. Raises ``search_index.queries.refusing.Refused`` for a regular
    expression that asks too much.
    """
    return Lexer(query, growing=growing).tokens()


class Lexer:
    """Goes through a query once. What it says of itself is of the token that it gave last."""

    def __init__(self, query: str, *, growing: bool = False) -> None:
        self.query = query
        self.growing = growing
        self.at = 0
        self.begun = 0
        """Where in the query what is read begins: a word with its field, a bracket, a dash."""
        self.in_phrase = False
        """Whether a phrase has no end."""
        self.depth = 0
        self.ignored = 0  # open brackets beyond MAX_DEPTH
        self.before: Token | None = None
        self.small: dict[str, None] = {}
        """Words that would join what stands on either side of them, were they in capitals."""

    def tokens(self) -> Iterator[Token]:
        """The tokens, brackets balanced. Raises Refused."""
        for token in self._tokens():
            self.before = token
            yield token

    def _tokens(self) -> Iterator[Token]:
        while self._skip_space():
            self.begun, character = self.at, self.query[self.at]
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
                yield Word(ANYTHING, field)
        elif self.query[self.at] == "(":
            if field:
                yield FieldMark(field)
        elif self._at_quote():
            yield from self._quoted(field)
        elif self.query[self.at] == "/" and field in IN_TEXTS:
            yield from self._expression(field)
        else:
            yield from self._bare(field, negated)

    def _at_quote(self) -> bool:
        """Whether a phrase begins here; one that is never closed goes on to the end."""
        sign = self.query[self.at]
        if sign not in CLOSING:
            return False
        return sign not in ONLY_IN_PAIRS or bool(CLOSING[sign].search(self.query, self.at + 1))

    def _field(self) -> FieldName | None:
        found = _FIELD.match(self.query, self.at)
        if not found:
            return None
        self.at = found.end()
        return FieldName(found.group(1).lower())

    def _quoted(self, field: FieldName | None) -> Iterator[Token]:
        closing = CLOSING[self.query[self.at]].search(self.query, self.at + 1)
        self.in_phrase = closing is None
        start, end = self.at + 1, closing.start() if closing else len(self.query)
        self.at = closing.end() if closing else end
        words = self.query[start:end].split()
        text = " ".join(words)
        slack = _SLACK.match(self.query, self.at) if field in IN_TEXTS else None
        if slack and words:
            self.at = slack.end()
            yield Word(_near_each_other(words, slack.group(1)), field)
            return
        prefix = self.query.startswith("*", self.at)
        self.at += prefix
        prefix |= self.growing and not closing and not self.query[end - 1].isspace()
        if field is not FieldName.DOC:  # there a star is a glob's
            text, begun = unstarred(text)
            prefix |= begun
        if text or field:
            yield Word(Words(text, prefix) if text else ANYTHING, field)

    def _expression(self, field: FieldName | None) -> Iterator[Token]:
        """A regular expression, or a word that begins with a slash, such as a path."""
        from search_index.finding.regexes import mended

        found = _EXPRESSION.match(self.query, self.at)
        start, begun = self.at, self._bare_text()[1:]
        if not found and "/" in begun:
            yield Word(begun_words(f"/{begun}"), field)
            return
        if not found and self.growing and begun:  # what follows may be part of it
            begun = self.query[start + 1 :].partition("\n")[0]
            self.at = start + 1 + len(begun)
        expression = _ESCAPED.sub(_unescaped, found.group(1) if found else begun)
        sense = mended(expression, finished=found is not None)
        if found:
            self.at = found.end()
        if sense is not None:
            yield Word(Regex(sense), field)
        elif found:
            yield Word(Words(" ".join(self.query[start : self.at].split())), field)

    def _bare_text(self) -> str:
        """What stands here up to a white space, or a bracket that was opened before it."""
        found = _BARE.match(self.query, self.at)
        assert found  # a caller has seen that no white space stands here
        text = found.group()
        if self.depth:
            text = text[: len(text) - _closers(text, self.depth + self.ignored)]
        self.at += len(text)
        return text

    def _bare(self, field: FieldName | None, negated: bool) -> Iterator[Token]:
        text = self._bare_text()
        operator = None if field or negated else _operator(text)
        if text in JOINS and self._is_between(field, negated):
            self.small[text] = None
        growing = self.growing and self.at == len(self.query)
        if growing and text in _BEGUN and self.before is not None and not field:
            return
        term = bare_term(text, field)
        if growing and not negated and self.before is not Mark.NOT:
            term = _begun(term, field)
        if term:
            yield Word(term, field, operator, _bounded(text, term, operator))

    def _is_between(self, field: FieldName | None, negated: bool) -> bool:
        """Whether a word that ends here, with this field, follows on one and precedes another."""
        follows = isinstance(self.before, Word) or self.before is Mark.CLOSE
        if field or negated or not follows:
            return False
        space = _SPACE.match(self.query, self.at)
        return space is not None and space.end() < len(self.query)


def begun_words(text: str) -> Words:
    """The text as it is written; with stars behind it, as the beginning of a word."""
    stem = text.rstrip("*")
    return Words(stem, stem != text)


def bare_term(text: str, field: FieldName | None) -> Term | None:
    """What a word without quotes stands for; None where it says nothing."""
    stem = text.rstrip("*")
    if not stem.strip("?"):
        return ANYTHING if field else None
    if field is FieldName.DOC:
        return Words(text)  # there a star is a glob's
    fuzzy = _FUZZY.fullmatch(text) if field in IN_TEXTS else None
    if fuzzy and (term := _fuzzy(*fuzzy.groups())):
        return term
    if field in IN_TEXTS | NAMES and ("?" in stem or "*" in stem) and _WILD.fullmatch(text):
        return Wild(text)
    return begun_words(text)


def _fuzzy(word: str, asked: str) -> Term | None:
    from search_index.finding.fuzziness import edits_for

    if edits := edits_for(word, int(asked) if asked else None):
        return Fuzzy(word, edits)
    return Words(word) if word.isalnum() else None


def _begun(term: Term | None, field: FieldName | None) -> Term | None:
    """The term while its end is still being typed."""
    match term:
        case Words(text) if field is FieldName.DOC and ("*" in text or "?" in text):
            return Words(f"{text}*")
        case Words(text) if field in IN_TEXTS | NAMES:
            return Words(text, prefix=True)
        case Wild(text):
            return Wild(f"{text.rstrip('*')}*")
    return term


def _bounded(text: str, term: Term, operator: Mark | NearMark | None) -> str:
    """What is told where more was asked for than there is: words apart, or letters off."""
    if isinstance(operator, NearMark):
        found = _NEAR.fullmatch(text)
        more = found is not None and found[1] and int(found[1]) > operator.distance
        return f"NEAR/{operator.distance} is the most" if more else ""
    if isinstance(term, Fuzzy):
        asked = text.rpartition("~")[2]
        more = asked and int(asked) > term.edits
        return f"~{term.edits} is the most in “{term.text}”" if more else ""
    return ""


def _operator(text: str) -> Mark | NearMark | None:
    near = _NEAR.fullmatch(text)
    return NearMark(_distance(near.group(1))) if near else _OPERATORS.get(text)


def _distance(number: str | None) -> int:
    return min(max(1, int(number)), _MOST_APART) if number else NEAR


def _near_each_other(words: list[str], number: str) -> Term:
    """``"some words"~5``, as others write it."""
    if len(words) > _MOST_NEAR:
        return Words(*unstarred(" ".join(words)))
    one, *others = [*map(Words, words[:-1]), Words(*unstarred(words[-1]))]
    term: Term = one
    for word in others:
        term = Near((term,), (word,), _distance(number))
    return term


def _unescaped(found: re.Match[str]) -> str:
    return "/" if found.group(1) == "/" else found.group()


def _closers(text: str, depth: int) -> int:
    """How many brackets at the end of ``text`` close one that was opened before it."""
    trailing = len(text) - len(text.rstrip(")"))
    if not trailing:
        return 0
    own = min(trailing, max(0, text.count("(") - (text.count(")") - trailing)))
    return min(trailing - own, depth)
