"""Where a term stands in a text: the one definition of a hit.

A word stands where it is written, case apart, with no word character (``\\w``) on either side. In
scripts written without spaces there would always be one, so an edge of the word that is a
character of such a script asks for nothing beside it. All of it is said of the folded text, in
which a sign is what a keyboard types for it (see ``search_index.folding``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import starmap
from typing import Protocol

from documents.spans import Span
from search_index.folding import fold
from search_index.queries.query import Fuzzy, Near, Regex, Term, Title, Wild, Words
from search_index.titles import title_span

UNSPACED = (
    "\u0e00-\u0eff"  # Thai, Lao
    "\u1000-\u109f\ua9e0-\ua9ff\uaa60-\uaa7f"  # Myanmar
    "\u1780-\u17ff\u19e0-\u19ff"  # Khmer
    "\u3005-\u3007\u3021-\u3029\u3038-\u303b"  # Han: the iteration mark, numerals
    "\u3041-\u309f\u30a1-\u30ff\u31f0-\u31ff\uff66-\uff9f"  # Hiragana, Katakana
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"  # Han
)
"""The inside of a character class: the scripts that are written without spaces between words."""

_EVERYWHERE = 2
"""Letters of a word that begins many others."""

_unspaced = re.compile(f"[{UNSPACED}]")


def is_unspaced(text: str) -> bool:
    """Whether anything in ``text`` is written in a script without spaces between words."""
    return not text.isascii() and _unspaced.search(text) is not None


def border_before(character: str) -> str:
    """What a regular expression asks for before a word that begins with ``character``."""
    return "" if is_unspaced(character) else r"(?<!\w)"


def border_after(character: str) -> str:
    """What a regular expression asks for after a word that ends with ``character``."""
    return "" if is_unspaced(character) else r"(?!\w)"


class Pattern(Protocol):
    """A term made ready to be found in any number of texts."""

    needles: frozenset[str]
    """Strings that stand in every folded text in which the term does."""

    def find(self, text: str, folded: str) -> Iterator[Span]:
        """The places of the term, in order and apart; ``folded`` is ``fold(text)``."""

    def is_in(self, text: str, folded: str) -> bool:
        """Whether the term stands anywhere in the text."""


class PatternOfSpans:
    """A pattern that looks for the first place to tell whether there is any."""

    needles: frozenset[str] = frozenset()

    def find(self, text: str, folded: str) -> Iterator[Span]:
        """The places of the term, in order and apart; ``folded`` is ``fold(text)``."""
        raise NotImplementedError

    def is_in(self, text: str, folded: str) -> bool:
        """Whether the term stands anywhere in the text."""
        return next(self.find(text, folded), None) is not None


class WordsPattern(PatternOfSpans):
    """Finds a word or a phrase.

    The regular expression only looks where the plain substring search has found the first word; a
    letter or two, which are everywhere, it looks for itself.
    """

    def __init__(self, words: Words) -> None:
        self.words = words
        self.parts = fold(words.text).split()
        self.needles = frozenset(self.parts)
        self._regex: re.Pattern[str] | None = None

    def find(self, text: str, folded: str) -> Iterator[Span]:
        """The places of the word or phrase."""
        if not self.parts or not all(needle in folded for needle in self.needles):
            return
        if len(self.parts[0]) <= _EVERYWHERE:
            yield from starmap(Span, map(re.Match.span, self._compiled().finditer(folded)))
            return
        match_at, anchor = self._compiled().match, self.parts[0]
        at = folded.find(anchor)
        while at >= 0:
            found = match_at(folded, at)
            if found:
                yield Span(at, found.end())
            at = folded.find(anchor, found.end() if found else at + 1)

    def _compiled(self) -> re.Pattern[str]:
        if self._regex is None:
            self._regex = re.compile(self._expression())
        return self._regex

    def _expression(self) -> str:
        last = self.parts[-1][-1]
        after = r"\w*" if self.words.prefix and not is_unspaced(last) else border_after(last)
        first, *others = map(re.escape, self.parts)
        # The border comes behind the letters, since expressions are quick to look for letters.
        before = rf"(?<!\w{first})" if border_before(self.parts[0][0]) else ""
        return r"\s+".join([first + before, *others]) + after


class TitlePattern(PatternOfSpans):
    """Finds the title of a text, whatever it is."""

    def find(self, text: str, folded: str) -> Iterator[Span]:
        """The place of the title, if the text has one."""
        span = title_span(text)
        if span.start < span.end:
            yield span


def places_in(string: str, term: Term) -> int:
    """How often a term stands in a string."""
    return sum(1 for _ in pattern(term).find(string, fold(string))) if string else 0


@lru_cache(maxsize=1024)
def pattern(term: Term) -> Pattern:
    """The pattern of a term, kept for the next time it is asked for."""
    match term:
        case Words():
            return WordsPattern(term)
        case Title():
            return TitlePattern()
        case Wild():
            from search_index.finding.wildcards import WildPattern

            return WildPattern(term)
        case Fuzzy():
            from search_index.finding.fuzziness import FuzzyPattern

            return FuzzyPattern(term)
        case Regex():
            from search_index.finding.regexes import RegexPattern

            return RegexPattern(term)
        case Near():
            from search_index.finding.nearness import NearPattern

            return NearPattern(term)
    raise TypeError(term)
