"""The collocates of a word: which words stand near it, and how strongly they are drawn to it.

Words within a span of five on either side are counted, as John Sinclair did; each stands near one
place only, the nearest, as Stefan Evert has it ("Corpora and collocations", 2008, surface
cooccurrence). What stands there less than twice as often as it would by chance (a mutual
information below 1, Church and Hanks, "Word Association Norms", 1990) is no collocate: that keeps
function words out. The others are ranked by logDice (Pavel Rychlý, "A
Lexicographer-Friendly Association Score", 2008), which knows no sample size, lifts neither rare
words nor frequent ones, and is 14 for words that stand nowhere but together. A point less means
half as often together.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import filterfalse
from math import log2
from typing import NamedTuple, TypeVar

from documents.spans import Span
from search_index.concordances.running_words import word_spans, words_of
from search_index.occurrences import Occurrences
from search_index.texts import SearchText
from search_index.view import Damaged

SPAN = 5
"""Words on either side."""

_LIFT = 2  # times that a collocate stands there as often as it would by chance
_SYLLABLES = "\u0900"  # from here on letters stand for syllables or words, mostly
_SOME, _MANY = 10, 100  # places, from which on a word has to stand there twice, three times

Word = TypeVar("Word", int, str)
Node = tuple[int, int]
"""The words, counted in their text, at which what is asked about stands; the end is exclusive."""


class Collocate(NamedTuple):
    """A word, how often it stands left and right, how often in all texts, and its logDice."""

    word: str
    left: int
    right: int
    frequency: int
    score: float

    @property
    def together(self) -> int:
        """How often it stands on either side."""
        return self.left + self.right


@dataclass
class Counts:
    """What collocates are told from; all of it is counted in words."""

    nodes: int = 0
    words: int = 0
    left: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    frequencies: Counter[str] = field(default_factory=Counter)

    def collocates(self) -> list[Collocate]:
        """The words that stand there twice as often as by chance, the strongest first.

        Where there are many places, those that stand there once or twice may do so by accident,
        and are left out. So are single letters: what is left of ``it's`` and ``l'or``.
        """
        near, found = self.left.total() + self.right.total(), []
        least = 1 + (self.nodes >= _SOME) + (self.nodes >= _MANY)
        for word in filterfalse(_is_letter, self.left.keys() | self.right.keys()):
            count, frequency = self.left[word] + self.right[word], self.frequencies[word]
            if count >= least and count * self.words >= _LIFT * near * frequency:
                score = log_dice(count, self.nodes, frequency)
                found.append(Collocate(word, self.left[word], self.right[word], frequency, score))
        return sorted(found, key=lambda one: (-one.score, -one.together, one.word))


def log_dice(together: int, one: int, other: int) -> float:
    """14 and the binary logarithm of the Dice coefficient; no word counts twice for one place."""
    return 14 + log2(2 * min(together, one, other) / (one + other))


def _is_letter(word: str) -> bool:
    """Whether this is one letter of an alphabet, and no syllable or character that is a word."""
    return len(word) == 1 and word.isalpha() and word < _SYLLABLES


def neighbours(
    words: Sequence[Word], nodes: Sequence[Node], span: int = SPAN
) -> tuple[list[Word], list[Word]]:
    """The words left and right of the nodes, which come in order; each for the nearest alone.

    Of two equally near it is the one before.
    """
    left: list[Word] = []
    right: list[Word] = []
    reached = 0
    for number, (start, end) in enumerate(nodes):
        gap = max(0, start - reached)
        after = min(span, (gap + 1) // 2) if number else 0
        right += words[reached : reached + after]
        left += words[start - min(span, gap - after) : start]
        reached = max(reached, end)
    if nodes:
        right += words[reached : reached + span]
    return left, right


def count_words(occurrences: Occurrences) -> Counts:
    """Counts the words of all texts that were searched, and those near the places in them.

    From the tokens of the index where it knows a text as it is, else from the text. Raises
    Cancelled.
    """
    counts = Counts(nodes=occurrences.total)
    if not counts.nodes:
        return counts
    known: set[str] = set()
    try:
        known = _count_tokens(occurrences, counts)
    except Damaged:
        counts = Counts(nodes=occurrences.total)
    for path in occurrences.documents:
        if path not in known:
            occurrences.check()
            if text := occurrences.texts.get(path):
                places = path in occurrences.counts
                _count_text(text, occurrences.places(text) if places else (), counts)
    return counts


def _count_tokens(occurrences: Occurrences, counts: Counts) -> set[str]:
    """Counts the texts that the index tells of by its tokens; gives their paths. Raises Damaged."""
    findings, known = occurrences.findings, set[str]()
    if findings is None:
        return known
    view = findings.view
    for names, texts in view.token_texts(findings.terms):
        everything, left, right = Counter[int](), Counter[int](), Counter[int]()
        for number, words, nodes in texts:
            occurrences.check()
            path = view.keys[number]
            known.add(path)
            everything.update(words)
            if path in occurrences.counts:
                beside = neighbours(words, nodes)
                left.update(beside[0])
                right.update(beside[1])
        counts.words += everything.total()
        _add(counts.frequencies, everything, names)
        _add(counts.left, left, names)
        _add(counts.right, right, names)
    return known


def _add(counts: Counter[str], numbers: Counter[int], names: Sequence[str]) -> None:
    for number, count in numbers.items():
        counts[names[number]] += count


def _count_text(text: SearchText, places: Sequence[Span], counts: Counts) -> None:
    words = words_of(text.folded)
    counts.words += len(words)
    counts.frequencies.update(words)
    if places:
        left, right = neighbours(words, list(_nodes(text, places)))
        counts.left.update(left)
        counts.right.update(right)


def _nodes(text: SearchText, places: Sequence[Span]) -> Iterator[Node]:
    """The words that the places touch."""
    spans = word_spans(text.searched)
    starts, ends = [span.start for span in spans], [span.end for span in spans]
    for start, end in places:
        first = bisect_right(ends, start)
        yield first, max(first, bisect_left(starts, end))
