"""A text as a sequence of words, so that what merely is written otherwise counts as the same.

Words are folded: case, accents, Unicode normal forms, soft hyphens and zero-width characters make
no difference, and neither do white space and punctuation, which belong to no word. Scripts that
set no spaces between words are taken character by character.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate

from annotations.steps import Step, at_once
from documents.lazy_regex import lazy_regex
from documents.spans import Span

_UNSPACED = (
    "\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)  # Thai, Lao, Tibetan, Myanmar, Khmer, kana and ideographs
_JOINED = (
    "\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670"
    "\u200b-\u200d\u2060\ufeff"
)  # what stands inside words: combining marks, soft hyphens, joiners
_ASCII_WORD = lazy_regex("[A-Za-z0-9]+")
_WORD = lazy_regex(f"[^\\W_{_UNSPACED}](?:[^\\W_{_UNSPACED}]|[{_JOINED}])*|[{_UNSPACED}]")
_LINE = lazy_regex("[^\n]+")
_HEAVIEST = 8
"""Letters of a word that count: a long word says more than a short one, but not without end."""
_PIECE = 16_000
"""Code points whose words are taken in a step."""


class Vocabulary(dict[str, int]):
    """Gives each word the number of its folded form; the two texts of a revision share one."""

    def __init__(self) -> None:
        super().__init__()
        self.weights: list[int] = []
        self._folded: dict[str, int] = {}

    def __missing__(self, word: str) -> int:
        folded = fold(word)
        number = self._folded.setdefault(folded, len(self._folded))
        if number == len(self.weights):
            self.weights.append(min(len(folded), _HEAVIEST) + 1)
        self[word] = number
        return number


class Tokens:
    """The words of ``text``: ``keys`` are their numbers in the vocabulary, offsets code points.

    With ``part``, those of a part of it alone; ``by_lines`` takes whole lines for words. ``step``
    is called between short steps.
    """

    def __init__(
        self,
        text: str,
        vocabulary: Vocabulary,
        part: Span | None = None,
        *,
        by_lines: bool = False,
        step: Step = at_once,
    ) -> None:
        pattern = _ASCII_WORD if text.isascii() else _WORD
        pattern = _LINE if by_lines else pattern
        self.text = text
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.keys: list[int] = []
        self.weight_before = [0]
        for start, end in _pieces(text, part or Span(0, len(text)), by_lines=by_lines):
            starts = [match.start() for match in pattern.finditer(text, start, end)]
            words = pattern.findall(text, start, end)
            keys = list(map(vocabulary.__getitem__, words))
            self.starts += starts
            self.ends += map(int.__add__, starts, map(len, words))
            self.keys += keys
            weights = map(vocabulary.weights.__getitem__, keys)
            self.weight_before += accumulate(weights, initial=self.weight_before.pop())
            step()

    def __len__(self) -> int:
        return len(self.keys)

    def within(self, start: int, end: int) -> tuple[int, int]:
        """The words, as ``[first, last)``, of which something stands in ``text[start:end]``."""
        first = bisect_right(self.ends, start)
        return first, max(first, bisect_left(self.starts, end))

    def folded(self, first: int, last: int) -> list[str]:
        """The words ``[first, last)`` in the form they share with their other spellings."""
        return [fold(self.text[self.starts[at] : self.ends[at]]) for at in range(first, last)]

    def starts_line(self, word: int) -> bool:
        """Whether a line begins between the word before and this one, or the text does."""
        return not word or "\n" in self.text[self.ends[word - 1] : self.starts[word]]

    def line(self, word: int) -> tuple[int, int]:
        """The words ``[first, last)`` of the line that a word stands in."""
        start = self.text.rfind("\n", 0, self.starts[word]) + 1
        end = self.text.find("\n", self.ends[word])
        return self.within(start, end if end >= 0 else len(self.text))

    def weight(self, first: int, last: int) -> int:
        """How much the words ``[first, last)`` say."""
        return self.weight_before[last] - self.weight_before[first]


def _pieces(text: str, part: Span, *, by_lines: bool) -> Iterator[Span]:
    """A part of a text in pieces, each of whole words, or of whole lines."""
    start, last = part
    while start < last:
        near = start + _PIECE
        line = text.find("\n", near, last)
        end = last if line < 0 else line
        if not by_lines and (space := text.find(" ", near, end)) >= 0:
            end = space
        yield Span(start, end)
        start = end


def fold(word: str) -> str:
    """The form that a word shares with all its ways of being written."""
    if word.isascii():
        return word.lower()
    taken_apart = unicodedata.normalize("NFKD", word)
    bare = "".join(c for c in taken_apart if unicodedata.category(c) not in ("Mn", "Cf"))
    return bare.casefold() or word
