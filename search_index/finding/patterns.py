"""Where a term stands in a text: the one definition of a hit.

A word stands where it is written, case apart, with nothing that belongs to a word on either side
(``search_index.letters``). In scripts written without spaces there would always be something, so an
edge of the word that is a character of such a script asks for nothing beside it. All of it is said
of the folded text, in which a sign is what a keyboard types for it (``search_index.folding``).
Places are those of the plain text, which is as long; ``search_index.texts`` leads from there to the
document's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import starmap
from typing import Protocol

from documents.spans import Span
from search_index.folding import Searched, fold
from search_index.letters import (
    ASCII_GAP,
    ASCII_GOING_ON,
    GAP,
    GOING_ON,
    behind_border,
    border_after,
    is_simple,
    stands_apart,
)
from search_index.queries.query import Fuzzy, Near, Regex, Term, Title, Wild, Words
from search_index.time_limits import timed
from search_index.titles import title_span

_EVERYWHERE = 2
"""Letters of a word that begins many others."""


class Pattern(Protocol):
    """A term made ready to be found in any number of texts."""

    needles: frozenset[str]
    """Strings that stand in every folded text in which the term does."""

    def find(self, text: str, folded: str) -> Iterator[Span]:
        """The places of the term in a plain text, in order and apart.

        ``folded`` is ``fold(text)``.
        """

    def is_in(self, text: str, folded: str) -> bool:
        """Whether the term stands anywhere in the text."""


class PatternOfSpans:
    """A pattern that looks for the first place to tell whether there is any."""

    needles: frozenset[str] = frozenset()

    def find(self, text: str, folded: str) -> Iterator[Span]:
        """The places of the term in a plain text, in order and apart.

        ``folded`` is ``fold(text)``.
        """
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
        self._compiled: dict[bool, re.Pattern[str]] = {}

    def find(self, text: str, folded: str) -> Iterator[Span]:
        """The places of the word or phrase."""
        if not self.parts or not all(needle in folded for needle in self.needles):
            return
        if len(self.parts[0]) <= _EVERYWHERE:
            yield from starmap(Span, map(re.Match.span, self._regex(folded).finditer(folded)))
            return
        match_at, anchor = self._regex(folded).match, self.parts[0]
        at = folded.find(anchor)
        while at >= 0:
            found = match_at(folded, at)
            if found:
                yield Span(at, found.end())
            at = folded.find(anchor, found.end() if found else at + 1)

    def _regex(self, folded: str) -> re.Pattern[str]:
        """The expression for a text; of what is simple another says the same.

        That one is quicker, and compiled in a tenth of the time.
        """
        simple = is_simple(folded)
        if simple not in self._compiled:
            self._compiled[simple] = re.compile(self._expression(simple))
        return self._compiled[simple]

    def _expression(self, simple: bool) -> str:
        first, *others = self.parts
        last = self.parts[-1][-1]
        after = border_after(last, simple=simple)
        if self.words.prefix and not stands_apart(last):
            after = ASCII_GOING_ON if simple else GOING_ON
        words = [behind_border(first, simple=simple), *map(re.escape, others)]
        return (ASCII_GAP if simple else GAP).join(words) + after


class TitlePattern(PatternOfSpans):
    """Finds the title of a text, whatever it is."""

    def find(self, text: str, folded: str) -> Iterator[Span]:
        """The place of the title, if the text has one."""
        span = title_span(text)
        if span.start < span.end:
            yield span


def places_in(string: str, term: Term) -> int:
    """How often a term stands in a string."""
    return len(places(term, Searched(string))) if string else 0


def places(term: Term, text: Searched) -> list[Span]:
    """Where a term stands in a text as it is, in order.

    What is one character there may be two that fit an expression: it is one place.
    """
    found = list(timed(pattern(term).find(text.plain, text.folded)))
    return found if text.is_plain else list(dict.fromkeys(map(text.place, found)))


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
