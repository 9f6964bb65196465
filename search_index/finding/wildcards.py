"""Words in which ``?`` and ``*`` stand for letters and digits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from documents.lazy_regex import lazy_regex
from documents.spans import Span
from search_index.finding.patterns import PatternOfSpans
from search_index.folding import fold
from search_index.letters import (
    LETTER,
    MARKS,
    UNSPACED,
    border_after,
    border_before,
    is_simple,
    is_unspaced,
)
from search_index.queries.query import Wild

_ASCII_ANY = r"[\w?*]"
"""What ``?`` stands for: what belongs to a word, or one of the signs themselves (``why?``)."""
_ANY = rf"(?:{LETTER}|[{MARKS}?*])"
_UNSPACED_ANY = rf"(?:{LETTER}|[{UNSPACED}{MARKS}?*])"
"""The same in words that hold a character of a script without spaces."""

_ANYWHERE_BEFORE = rf"(?:(?=[{UNSPACED}])|{border_before('a')})"
_ANYWHERE_AFTER = rf"(?:(?<=[{UNSPACED}])|{border_after('a')})"

_begun = lazy_regex(r"[^?*]*")
_sign = lazy_regex(r"([?*])")
_literal = lazy_regex(r"[^?*]+")


def literals(word: str) -> list[str]:
    """The pieces of a wild word, which is folded, that must be in a text as they are."""
    return _literal.findall(word)


def begins(word: str) -> str:
    """What a wild word, which is folded, begins with as it is."""
    found = _begun.match(word)
    return found.group() if found else ""


class WildPattern(PatternOfSpans):
    """Finds a word with signs that stand for letters; takes time in proportion to the text.

    Each ``*`` but the last reaches to the first place where what follows on it fits, and never
    further: had a later place to be taken, the next ``*`` could reach there as well. So there is
    nothing to go back to. Python 3.11 has no atomic group for that before 3.11.5: a lookahead and a
    reference to what it caught do the same.
    """

    def __init__(self, wild: Wild) -> None:
        self._word = re.sub(r"\*+", "*", fold(wild.text))
        self.needles = frozenset(literals(self._word))
        self._begins = begins(self._word)
        self._compiled: dict[bool, re.Pattern[str]] = {}

    def find(self, text: str, folded: str) -> Iterator[Span]:
        """The places of such words."""
        if not all(needle in folded for needle in self.needles):
            return
        regex = self._regex(folded)
        if not self._begins:
            for found in regex.finditer(folded):
                yield Span(*found.span())
            return
        at = folded.find(self._begins)
        while at >= 0:
            found_here = regex.match(folded, at)
            if found_here:
                yield Span(at, found_here.end())
            at = folded.find(self._begins, found_here.end() if found_here else at + 1)

    def _regex(self, folded: str) -> re.Pattern[str]:
        """The expression for a text; of what is simple a quicker one says the same."""
        simple = is_simple(folded)
        if simple not in self._compiled:
            self._compiled[simple] = re.compile(_expression(self._word, simple))
        return self._compiled[simple]


def _expression(word: str, simple: bool) -> str:
    sign = _UNSPACED_ANY if is_unspaced(word) else _ASCII_ANY if simple else _ANY
    first, *later = word.split("*")
    pieces = [_piece(first, sign)]
    for number, piece in enumerate(later[:-1], 1):
        pieces.append(rf"(?=({sign}*?{_piece(piece, sign)}))\{number}")
    if later:
        pieces.append(f"{sign}*{_piece(later[-1], sign)}")
    before = border_before(word[0], simple=simple)
    after = border_after(word[-1], simple=simple)
    if is_unspaced(word):  # then a sign may stand for a character that asks for nothing beside it
        before, after = before and _ANYWHERE_BEFORE, after and _ANYWHERE_AFTER
    return before + "".join(pieces) + after


def _piece(piece: str, sign: str) -> str:
    return "".join(sign if part == "?" else re.escape(part) for part in _sign.split(piece))
