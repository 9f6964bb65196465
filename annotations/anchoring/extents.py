"""How far a passage reaches in the new text, when only some of its words are still there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from annotations.anchoring.matches import Matches
from annotations.anchoring.sequences import Run
from annotations.anchoring.tokens import Tokens
from documents.lazy_regex import lazy_regex

_ENDS = lazy_regex(r"\n|[.!?\u2026;:]\S*\s|[\u3002\uff01\uff1f]")
"""A line ends, or a sentence or clause: not the dot or colon inside of an address."""
_BLANK_LINE = lazy_regex(r"\n\s*\n|\r\s*\r")
_FINAL = lazy_regex(r"[.!?\u2026]\S*(?:\s|$)|[\u3002\uff01\uff1f]")
_NEAR = 3
"""Words more than are missing among which the border of what moved is looked for."""
_LONGEST = 60
"""Words of a sentence on either side of a part of it that are looked at."""
_LABEL, _LABELS = 4, (".", ")")
"""Characters that a number or letter before an item of a list has, at most, and what follows."""
_FAR = 200
"""Words between two that match beyond which no better border is looked for."""


class Edge(NamedTuple):
    """What is known at one end of a passage, seen outwards from the first word that matches.

    ``inside`` and ``outside`` count the old words without a counterpart on either side of the
    border, ``free`` the new ones in their place.
    """

    inside: int
    outside: int
    free: int


def reach(edge: Edge, is_border: Callable[[int], bool], *, at_border: bool, most: int) -> int:
    """How many of the free new words belong to the passage.

    Of all places to cut, the one that leaves as many on either side as there were; a passage that
    ended where a sentence or line did, does so again where that is not much worse. ``is_border``
    tells of each number of words whether one ends there.
    """
    if not edge.free:
        return 0
    if not edge.inside:
        return _to_border(edge, is_border, most) if at_border else 0
    if edge.free > _FAR:
        return min(edge.inside, edge.free)
    costs = {taken: _cost(edge, taken) for taken in range(edge.free + 1)}
    best = min(costs, key=costs.__getitem__)
    if not at_border or is_border(best):
        return best
    borders = [taken for taken in costs if is_border(taken)]
    if not borders:
        return best
    nearest = min(borders, key=costs.__getitem__)
    return nearest if costs[nearest] <= costs[best] + 2 * max(4, edge.inside) else best


def _to_border(edge: Edge, is_border: Callable[[int], bool], most: int) -> int:
    """Words put in between the passage and the border it stood at: a sentence stays whole."""
    if is_border(0):
        return 0
    near = range(1, min(edge.free - edge.outside, most) + 1)
    return next((taken for taken in near if is_border(taken)), 0)


def _cost(edge: Edge, taken: int) -> int:
    return 2 * abs(taken - edge.inside) + abs(edge.free - taken - edge.outside)


def ends_something(tokens: Tokens, before: int) -> bool:
    """Whether a sentence, line or clause in quotes ends before the word ``before``."""
    if before <= 0 or before >= len(tokens):
        return True
    between = tokens.text[tokens.ends[before - 1] : tokens.starts[before]]
    return between != " " and _ENDS.search(between) is not None


def ends_sentence(tokens: Tokens, before: int) -> bool:
    """Whether a sentence ends before the word ``before``, by its sign."""
    if not 0 < before <= len(tokens):
        return False
    end = tokens.starts[before] if before < len(tokens) else len(tokens.text)
    return _FINAL.search(tokens.text, tokens.ends[before - 1], end) is not None


def opens_paragraph(tokens: Tokens, word: int) -> bool:
    """Whether a paragraph begins with the word, or the text ends before it."""
    if word in (0, len(tokens)):
        return True
    between = tokens.text[tokens.ends[word - 1] : tokens.starts[word]]
    return between != " " and _BLANK_LINE.search(between) is not None


class Words(NamedTuple):
    """Words of one text, ``[first, last)``."""

    first: int
    last: int

    @property
    def number(self) -> int:
        """How many they are."""
        return self.last - self.first


class Extents:
    """How far passages reach in a new text."""

    def __init__(self, old: Tokens, new: Tokens, matches: Matches) -> None:
        self._old = old
        self._new = new
        self._matches = matches

    def in_place(self, words: Words, runs: Sequence[Run]) -> Words:
        """The new words from the first to the last of ``runs``, and what fits of those beside."""
        first, last = runs[0], runs[-1]
        old_end, new_end = last.old + last.length, last.new + last.length
        before = self._matches.before(words.first)
        after = self._matches.after(max(words.last, old_end))
        head = Edge(first.old - words.first, words.first - before[0], first.new - before[1])
        tail = Edge(words.last - old_end, after[0] - words.last, after[1] - new_end)
        return self._drawn_out(words, Words(first.new, new_end), head, tail)

    def elsewhere(self, words: Words, runs: Sequence[Run]) -> Words:
        """Likewise for what moved, where nothing is known of what stands beside it."""
        begin = min(run.new for run in runs)
        end = max(run.new + run.length for run in runs)
        ahead = min(run.old for run in runs) - words.first
        behind = words.last - max(run.old + run.length for run in runs)
        head = Edge(ahead, 0, min(ahead and ahead + _NEAR, begin))
        tail = Edge(behind, 0, min(behind and behind + _NEAR, len(self._new) - end))
        return self._drawn_out(words, Words(begin, end), head, tail)

    def _drawn_out(self, words: Words, found: Words, head: Edge, tail: Edge) -> Words:
        begins = ends_something(self._old, words.first)
        ends = ends_something(self._old, words.last)
        most = words.number

        def beyond(edge: Edge, word: Callable[[int], int], *, at_border: bool) -> int:
            if not (edge.inside or at_border):
                return 0
            return reach(
                self._in_paragraph(words, edge, word),
                lambda taken: ends_something(self._new, word(taken)),
                at_border=at_border,
                most=most,
            )

        ahead = beyond(head, lambda taken: found.first - taken, at_border=begins)
        behind = beyond(tail, lambda taken: found.last + taken, at_border=ends)
        return Words(found.first - ahead, found.last + behind)

    def _in_paragraph(self, words: Words, edge: Edge, word: Callable[[int], int]) -> Edge:
        """The edge without the free words beyond the paragraph: a sentence reaches no further.

        ``words`` are the passage's old ones; if they are of several paragraphs, so may these be.
        ``word`` gives the word before which a number of words ends, counted outwards.
        """
        passage = self._old.text[self._old.starts[words.first] : self._old.ends[words.last - 1]]
        if _BLANK_LINE.search(passage):
            return edge
        free = min(edge.free, _FAR)
        ends = (taken for taken in range(free) if opens_paragraph(self._new, word(taken)))
        return edge._replace(free=next(ends, edge.free))


def is_whole(tokens: Tokens, words: Words) -> bool:
    """Whether words are a sentence or line of their own."""
    return ends_something(tokens, words.first) and ends_something(tokens, words.last)


def is_labelled(tokens: Tokens, word: int) -> bool:
    """Whether nothing but a number or letter of a list stands before a word in its line: "(a)"."""
    if not 0 < word < len(tokens) or not tokens.starts_line(word - 1):
        return False
    start, end = tokens.starts[word - 1], tokens.ends[word - 1]
    signs = tokens.text[end : tokens.starts[word]]
    return end - start <= _LABEL and signs[:1] in _LABELS and signs[-1:].isspace()


def sentence_of(tokens: Tokens, words: Words) -> Words | None:
    """The sentence or line that words are of, or those they reach into; None for a long one."""
    first = _nearest(tokens, range(words.first, words.first - _LONGEST, -1))
    last = _nearest(tokens, range(words.last, words.last + _LONGEST))
    return None if first is None or last is None else Words(first, last)


def _nearest(tokens: Tokens, words: range) -> int | None:
    return next((word for word in words if ends_something(tokens, word)), None)
