"""One text, ready to be asked which of its sentences are about something."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterator, Sequence

from documents.segmentation import Segmentation
from documents.sentences.scripts import CLOSERS, MARKS
from documents.spans import Span
from search_index.alignment.features import NAME, Features, features

LONGEST = 8_000_000
"""Code points of the longest text that is made ready: what is kept of it grows with it."""

_STEP = 4
"""Sentences looked at in one step."""

_KEPT = 512
"""Sentences whose features are kept after they were asked for."""

_NOWHERE: Sequence[int] = ()


class TextIndex:
    """The sentences of one text by what they are about.

    It is made in short steps, so that a thread that makes it leaves the interpreter to others in
    between. What it keeps of each key is a plain array of sentence numbers, which the garbage
    collector does not look at: its turns would hold everybody up.
    """

    def __init__(self, text: str, kind: str = "prose") -> None:
        self.text = text
        self.ready = False
        self._cut = Segmentation(text, kind)
        self._starts = array("L")
        self._ends = array("L")
        self._paragraphs = array("L")  # the number of each sentence's paragraph
        self._places: dict[str, array[int]] = {}
        self._features: OrderedDict[int, Features] = OrderedDict()

    def build(self) -> Iterator[None]:
        """Makes it ready, a little at each ``next()``."""
        paragraph, number = Span(0, 0), 0
        for sentence in self._cut.sentences():
            if sentence.start >= paragraph.end:
                found = self._cut.paragraph_at(sentence.start)
                paragraph, number = found or sentence, number + 1
            self._paragraphs.append(number)
            self._add(sentence)
            if len(self._starts) % _STEP == 0:
                yield
        self.ready = True

    def _add(self, sentence: Span) -> None:
        at = len(self._starts)
        self._starts.append(sentence.start)
        self._ends.append(sentence.end)
        for key in features(self.text, *sentence).keys:
            places = self._places.get(key)
            if places is None:
                places = self._places[key] = array("L")
            places.append(at)

    @property
    def progress(self) -> float:
        """How much of the text has been looked at, from 0 to 1."""
        return 1.0 if self.ready else self._ends[-1] / len(self.text) if self._ends else 0.0

    def __len__(self) -> int:
        """How many sentences there are."""
        return len(self._starts)

    def span(self, number: int) -> Span:
        """The sentence of that number, from 0."""
        return Span(self._starts[number], self._ends[number])

    def is_heading(self, number: int) -> bool:
        """Whether no mark ends the sentence of that number, as in a heading."""
        words = self.text[slice(*self.span(number))].rstrip().rstrip(CLOSERS)
        return not words.endswith(tuple(MARKS + ":;"))

    def number_at(self, offset: int) -> int:
        """The number of the sentence at ``offset``, or of the last that starts before it."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def together(self, number: int, other: int) -> bool:
        """Whether both numbers are of sentences of one paragraph."""
        within = 0 <= number < len(self) and 0 <= other < len(self)
        return within and self._paragraphs[number] == self._paragraphs[other]

    def places(self, key: str) -> Sequence[int]:
        """The numbers of the sentences that have a key, in order."""
        return self._places.get(key, _NOWHERE)

    def names(self) -> frozenset[str]:
        """The keys of everything that may be a name."""
        return frozenset(key for key in self._places if key[0] == NAME)

    def features(self, number: int) -> Features:
        """What the sentence of that number is about."""
        known = self._features.pop(number, None)
        if known is None:
            known = features(self.text, *self.span(number))
        self._features[number] = known
        if len(self._features) > _KEPT:
            self._features.popitem(last=False)
        return known
