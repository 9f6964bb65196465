"""What a passage says, where it stands elsewhere too.

What stands once is known again wherever it is. Of what stands several times one is as good as
another, and that the passage's own place changed may mean that the passage is one of the others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from annotations.anchoring.extents import Words, is_whole
from annotations.anchoring.matches import Matches
from annotations.anchoring.sequences import Run
from annotations.anchoring.tokens import Tokens
from documents.spans import Span

SERIES = 4
"""Words in a row by which copies are told from what stands once."""
_MOSTLY, _ALONE = 0.5, 0.75
"""The share of these that must stand once: of a run, and of a passage that moved with one."""
_COPIES = 100
"""Copies of a passage that are looked at."""
_SCANS = 50
"""Passages whose words are sought in the whole text; of more, their series tell enough."""


class Copies:
    """The copies of old passages in a new text. ``here`` and ``away`` are the words that are left,
    in order and moved."""

    def __init__(self, old: Tokens, new: Tokens, here: Matches, away: Matches) -> None:
        self._old = old
        self._new = new
        self._here = here
        self._away = away
        self._scans_left = _SCANS

    def stands_once(self, run: Run) -> bool:
        """Whether most words of a run stand nowhere else in the new text: there is no copy."""
        if run.length < SERIES:
            start, end = self._new.starts[run.new], self._new.ends[run.new + run.length - 1]
            return self._new.text.count(self._new.text[start:end]) == 1
        return self._share_once(run) >= _MOSTLY

    def stands_alone(self, run: Run) -> bool:
        """Whether a passage, all words of which are the run, says enough of its own: nearly all of
        it stands nowhere else. Of a few words that cannot be told."""
        return run.length < SERIES or self._share_once(run) >= _ALONE

    def is_the_only_one(self, span: Span, words: Words, run: Run) -> bool:
        """Whether a sentence or line, all of which is the run, stands once in either text: word
        for word, or letter for letter.

        Nor may the new text have more of it elsewhere than the old one had.
        """
        there = Words(run.new, run.new + run.length)
        if not (is_whole(self._old, words) and is_whole(self._new, there)):
            return False
        parts = list(_series(self._old.keys[slice(*words)]))
        no_more = sum(self._series[part] <= self._old_series[part] for part in parts)
        if no_more < _ALONE * len(parts):
            return False
        if parts and _least(parts, self._old_series) == 1 == _least(parts, self._series):
            return True
        quote = self._old.text[slice(*span)]
        return self._old.text.count(quote) == 1 == self._new.text.count(quote)

    def is_none_fewer(self, words: Words, torn: int) -> bool:
        """Whether the old words stand somewhere in the new text, and as often as they did.

        They do not where they were, for a word is gone or put in before the old word ``torn``.
        """
        if words.number < SERIES:
            return False
        first = max(words.first, min(torn - SERIES // 2, words.last - SERIES))
        if tuple(self._old.keys[first : first + SERIES]) not in self._series:
            return False
        wanted = self._old.keys[slice(*words)]
        if not self._has_all(wanted):
            return False
        self._scans_left -= 1
        if self._scans_left >= 0 and not _stands_in(self._new.keys, wanted):
            return False
        parts = list(_series(wanted))
        return _least(parts, self._series) >= _least(parts, self._old_series)

    def is_none_fewer_to_the_letter(self, span: Span, run: Run) -> bool:
        """Likewise for a passage of which the run has all words, and its signs with them."""
        if run.length >= SERIES and self.stands_once(run):
            return False
        quote = self._old.text[slice(*span)]
        there = self._new.text.count(quote)
        return there > 0 and there >= self._old.text.count(quote)

    def of_nobodys(self, span: Span, words: Words) -> Span | None:
        """Of places that read the same and are no other passage's, the one nearest by."""
        quote = self._old.text[slice(*span)]
        if not self._has_all(self._old.keys[slice(*words)]):
            return None
        near = self._here.before(words.first)[1]
        whole = words.number >= SERIES or is_whole(self._old, words)
        at = self._new.text.find(quote) if whole and words.number > 1 else -1
        best: Span | None = None
        for _ in range(_COPIES):
            if at < 0:
                break
            there = Words(*self._new.within(at, at + len(quote)))
            telling = words.number >= SERIES or is_whole(self._new, there)
            if telling and not any(self._claimed[slice(*there)]):
                if best and there.first > near:
                    break
                best = Span(at, at + len(quote))
            at = self._new.text.find(quote, at + 1)
        return best

    def _has_all(self, words: list[int]) -> bool:
        """Whether each series of the words stands somewhere in the new text."""
        return self._series.keys() >= set(_series(words))

    def _share_once(self, run: Run) -> float:
        """What share of a run's series of words stands nowhere else in the new text."""
        times = [
            self._series[each] for each in _series(self._new.keys[run.new : run.new + run.length])
        ]
        return times.count(1) / len(times)

    @cached_property
    def _old_series(self) -> Counter[tuple[int, ...]]:
        return Counter(_series(self._old.keys))

    @cached_property
    def _series(self) -> Counter[tuple[int, ...]]:
        """How often each few words follow each other in the new text."""
        return Counter(_series(self._new.keys))

    @cached_property
    def _claimed(self) -> bytearray:
        """1 for each new word that has a counterpart in the old text."""
        claimed = bytearray(len(self._new))
        for run in (*self._here.runs, *self._away.runs):
            claimed[run.new : run.new + run.length] = b"\1" * run.length
        return claimed


def _series(words: list[int]) -> Iterator[tuple[int, ...]]:
    return zip(*[words[n:] for n in range(SERIES)], strict=False)


def _least(parts: Sequence[tuple[int, ...]], series: Counter[tuple[int, ...]]) -> int:
    """How often the rarest of some series stands in a text: they all do no more often."""
    return min(series[part] for part in parts)


def _stands_in(words: list[int], wanted: list[int]) -> bool:
    """Whether the wanted words follow on each other somewhere among the others."""
    at = -1
    for _ in range(words.count(wanted[0])):
        at = words.index(wanted[0], at + 1)
        if words[at : at + len(wanted)] == wanted:
            return True
    return False
