"""What speaks for the place of a passage, where its words alone do not say enough.

A sentence that was written anew has few of its words left, and one in a rewritten section none of
what stood beside it. What stands there may be the passage all the same, or something that was put
in where the passage was taken out. That it is the passage, other things must say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from annotations.anchoring.extents import (
    Words,
    ends_sentence,
    ends_something,
    is_labelled,
    is_whole,
    opens_paragraph,
)
from annotations.anchoring.matches import Matches
from annotations.anchoring.sequences import Run
from annotations.anchoring.shares import Needed
from annotations.anchoring.surroundings import SIDE
from annotations.anchoring.tokens import Tokens

_BESIDE = Needed(0.6, 0.4)
"""Beside both neighbours, or all that stands between what is left before it and behind it."""
_IN_ORDER = Needed(0.7, 0.5)
"""Beside one neighbour and in order, or a part of a sentence with a word that tells it."""
INSIDE = Needed(0.75, 0.6)
"""Inside the sentence that the passage was a part of."""
_ELSEWHERE = 0.4
"""How much of what stood beside a passage, as words are weighted, is more than a word or two."""
_ACROSS = 60
"""Words beside a passage among which something is sought that is on its other side now."""
_TELLING, _RARE = 5, 2
"""What a word must say, and how often it may stand in a text, to tell a passage from its like."""
_PAIR = 10
"""What two words in a row must say to tell a passage too: more than two ideographs do."""
_LITTLE = 48
"""What a passage says, some eight words, up to which it is like others of a list, and one line."""
_BOTH = 2


class Evidence:
    """What speaks for places in a new text. ``here`` and ``away`` are the words that are left, in
    order and moved."""

    def __init__(self, old: Tokens, new: Tokens, here: Matches, away: Matches) -> None:
        self._old = old
        self._new = new
        self._here = here
        self._away = away

    def needed(self, words: Words, found: Words, runs: Sequence[Run], sides: int) -> Needed | None:
        """How alike the old ``words`` and the new ones ``found`` must be for these to be the same
        sentence or line; None where nothing speaks for it.

        ``runs`` are the words that are left, and ``sides`` says on how many sides there still
        stands what stood there.
        """
        if not self._became_one(words, found):
            part = sides == _BOTH and not is_whole(self._old, words)
            return _IN_ORDER if part and self._has_telling_words(runs) else None
        if self._says_little(words) and not self._has_telling_words(runs):
            return None
        if sides == _BOTH or self._is_all_between(words, found):
            return _BESIDE
        return _IN_ORDER if sides and self._stayed(words, found) else None

    def knows(self, words: Words, found: Words, runs: Sequence[Run], sides: int) -> bool:
        """Whether a sentence or line, beside what it stood beside, became the one that ``found``
        is: all of that, and no other."""
        if sides < _BOTH or not self._became_one(words, found):
            return False
        alike = _items(self._old, words) == _items(self._new, found)
        return alike and self._has_telling_words(runs)

    def is_the_copy(self, words: Words, found: Words) -> bool:
        """Whether a sentence or line that stands several times in both texts is, in order, the one
        that it was, and there are no more and no fewer of it."""
        if not (is_whole(self._old, words) and self._is_whole(found)):
            return False
        return self._stayed(words, found) and _copies(self._old, words) == _copies(self._new, found)

    def completed(self, words: Words, found: Words) -> Words:
        """The new words ``found`` with what is missing of their sentence or line, if the old words
        were one, and nothing else has a claim to it."""
        if not is_whole(self._old, words):
            return found
        floor = max(self._here.before(words.first)[1], found.first - words.number)
        ceiling = min(self._here.after(words.last)[1], found.last + words.number)
        begins = (at for at in range(found.first, floor - 1, -1) if self._is_border(at))
        ends = (at for at in range(found.last, ceiling + 1) if self._is_border(at))
        return Words(next(begins, found.first), next(ends, found.last))

    def _became_one(self, words: Words, found: Words) -> bool:
        """Whether a sentence or line became one sentence or line, and not several."""
        if not (is_whole(self._old, words) and self._is_whole(found)):
            return False
        if _sentences(self._new, found) > 2 * _sentences(self._old, words):
            return False
        return not self._says_little(words) or _lines(self._new, found) <= _lines(self._old, words)

    def _is_whole(self, found: Words) -> bool:
        """Whether new words are a sentence or line."""
        return self._is_border(found.first) and self._is_border(found.last)

    def _is_border(self, word: int) -> bool:
        """Whether a sentence or line ends before the new word, or its label, as in "(a)".

        A sentence does not where the word, in the same line, has no capital.
        """
        if not ends_something(self._new, word):
            return is_labelled(self._new, word)
        if word == len(self._new) or not ends_sentence(self._new, word):
            return True
        return self._new.starts_line(word) or not self._new.text[self._new.starts[word]].islower()

    def _says_little(self, words: Words) -> bool:
        return self._old.weight(*words) <= _LITTLE

    def _is_all_between(self, words: Words, found: Words) -> bool:
        """Whether the words next to the passage on both sides are next to it still."""
        before, after = self._here.before(words.first), self._here.after(words.last)
        return before == (words.first, found.first) and after == (words.last, found.last)

    def _has_telling_words(self, runs: Sequence[Run]) -> bool:
        """Whether a word is left that stands hardly anywhere else in either text, or a few in a
        row that do not: of many lines that are alike, a deleted one leaves only what all have."""
        for run in runs:
            for word in range(run.old, run.old + run.length):
                if self._old.weight(word, word + 1) >= _TELLING and self._is_rare(word):
                    return True
            if any(map(self._is_rare_pair, range(run.old, run.old + run.length - 1))):
                return True
        return False

    def _is_rare(self, word: int) -> bool:
        key = self._old.keys[word]
        return max(times[key] for times in self._times) <= _RARE

    def _is_rare_pair(self, word: int) -> bool:
        """Whether an old word and the next stand but once so in either text, and say enough."""
        pair = (self._old.keys[word], self._old.keys[word + 1])
        enough = self._old.weight(word, word + 2) >= _PAIR
        return enough and max(times[pair] for times in self._pairs) <= 1

    @cached_property
    def _pairs(self) -> tuple[Counter[tuple[int, int]], Counter[tuple[int, int]]]:
        """How often each two words follow each other in either text."""
        old, new = self._old.keys, self._new.keys
        return Counter(pairwise(old)), Counter(pairwise(new))

    @cached_property
    def _times(self) -> tuple[Counter[int], Counter[int]]:
        """How often each word stands in either text."""
        return Counter(self._old.keys), Counter(self._new.keys)

    def _stayed(self, words: Words, found: Words) -> bool:
        """Whether the passage begins and ends a line or paragraph if it did, and nothing that stood
        beside it stands elsewhere: then it was moved, or is a copy that was put in elsewhere."""
        return (
            self._parted_alike(words.first, found.first)
            and self._parted_alike(words.last, found.last)
            and not self._is_elsewhere(words.first - SIDE, words.first)
            and not self._is_elsewhere(words.last, words.last + SIDE)
            and not self._is_crossed(words, found)
        )

    def _parted_alike(self, word: int, found: int) -> bool:
        word -= is_labelled(self._old, word)
        found -= is_labelled(self._new, found)
        if opens_paragraph(self._old, word) == opens_paragraph(self._new, found):
            return True
        return _starts_line(self._old, word) and _starts_line(self._new, found)

    def _is_elsewhere(self, first: int, last: int) -> bool:
        """Whether much of the old words ``[first, last)`` moved."""
        first, last = max(0, first), min(last, len(self._old))
        moved = self._away.weight(self._away.within(first, last))
        return moved > 0 and moved >= _ELSEWHERE * self._old.weight(first, last)

    def _is_crossed(self, words: Words, found: Words) -> bool:
        """Whether something stood before the passage and stands behind it now, or the reverse."""
        before = self._away.within(max(0, words.first - _ACROSS), words.first)
        after = self._away.within(words.last, words.last + _ACROSS)
        return any(run.new >= found.last for run in before) or any(
            run.new < found.first for run in after
        )


def _starts_line(tokens: Tokens, word: int) -> bool:
    return word >= len(tokens) or tokens.starts_line(word)


def _sentences(tokens: Tokens, words: Words) -> int:
    """How many sentences end inside of some words: none does within "example.org"."""
    inside = range(words.first + 1, words.last)
    return sum(ends_something(tokens, word) and ends_sentence(tokens, word) for word in inside)


def _items(tokens: Tokens, words: Words) -> int:
    """How many lines begin inside of some words with anything but the next word of a sentence."""
    lines = (word for word in range(words.first + 1, words.last) if tokens.starts_line(word))
    return sum(not _opening(tokens, word).islower() for word in lines)


def _opening(tokens: Tokens, word: int) -> str:
    """What the line that a word begins in begins with."""
    start = tokens.text.rfind("\n", 0, tokens.starts[word]) + 1
    return tokens.text[start : tokens.ends[word]].lstrip()[:1]


def _lines(tokens: Tokens, words: Words) -> int:
    return sum(tokens.starts_line(word) for word in range(words.first + 1, words.last))


def _copies(tokens: Tokens, words: Words) -> tuple[str, int, int]:
    """How words read, and how often that stands before them and behind them."""
    start, end = tokens.starts[words.first], tokens.ends[words.last - 1]
    quote = tokens.text[start:end]
    return quote, tokens.text.count(quote, 0, start), tokens.text.count(quote, end)
