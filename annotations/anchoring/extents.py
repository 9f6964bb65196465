"""How far a passage reaches in the new text, when only some of its words are still there."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from annotations.anchoring.tokens import Tokens
from annotations.anchoring.writing import same_sign
from documents.spans import Span

_FINAL = ".!?\u2026;:\u3002\uff01\uff1f"
_CLOSING = "\"'\u201d\u2019\u00bb)]" + _FINAL
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
        return _to_border(edge, is_border, most) if at_border and not edge.outside else 0
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
    near = range(1, min(edge.free, most) + 1)
    return next((taken for taken in near if is_border(taken)), 0)


def _cost(edge: Edge, taken: int) -> int:
    return 2 * abs(taken - edge.inside) + abs(edge.free - taken - edge.outside)


def ends_something(tokens: Tokens, before: int) -> bool:
    """Whether a sentence, line or clause in quotes ends before the word ``before``."""
    if before <= 0 or before >= len(tokens):
        return True
    between = tokens.text[tokens.ends[before - 1] : tokens.starts[before]]
    return "\n" in between or any(sign in _FINAL for sign in between)


def with_signs(
    old: Tokens, span: Span, words: tuple[int, int], new: Tokens, found: tuple[int, int]
) -> Span:
    """Where the new words ``found`` stand, with the signs that the old ``span`` has at its ends."""
    start, end = new.starts[found[0]], new.ends[found[1] - 1]
    start += _cut_off(old, words[0], new, found[0], span.start - old.starts[words[0]])
    end -= _cut_off(old, words[1] - 1, new, found[1] - 1, old.ends[words[1] - 1] - span.end)
    lead = old.text[span.start : old.starts[words[0]]]
    trail = old.text[old.ends[words[1] - 1] : span.end]
    floor = new.ends[found[0] - 1] if found[0] else 0
    ceiling = new.starts[found[1]] if found[1] < len(new) else len(new.text)
    start -= _alike(lead[::-1], new.text[floor:start][::-1])
    end += _alike(trail, new.text[end:ceiling], closing=_CLOSING)
    return _stripped(new.text, Span(start, end), like=old.text[span.start : span.end])


def _cut_off(old: Tokens, word: int, new: Tokens, found: int, by: int) -> int:
    """How much of the new word is outside, where the old span begins or ends inside the word."""
    length = old.ends[word] - old.starts[word]
    same = length == new.ends[found] - new.starts[found] and old.keys[word] == new.keys[found]
    return by if same and 0 < by < length else 0


def _alike(wanted: str, there: str, closing: str = "") -> int:
    """How much of ``there`` is the signs ``wanted``, any mark for a mark, and ``closing`` ones."""
    taken = 0
    for sign in wanted:
        if taken == len(there) or not _interchangeable(sign, there[taken]):
            break
        taken += 1
    if taken and not wanted[-1].isspace():
        while taken < len(there) and there[taken] in closing:
            taken += 1
    return taken


def _interchangeable(sign: str, other: str) -> bool:
    return same_sign(sign, other) or not (sign.isspace() or other.isspace())


def _stripped(text: str, span: Span, *, like: str) -> Span:
    """The span without white space at its ends, unless the old passage had some there."""
    start, end = span
    if not like[:1].isspace():
        while start < end and text[start].isspace():
            start += 1
    if not like[-1:].isspace():
        while start < end and text[end - 1].isspace():
            end -= 1
    return Span(start, end)
