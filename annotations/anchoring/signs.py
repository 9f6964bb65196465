"""The punctuation around the words of a passage, which goes with them into the new text."""

from __future__ import annotations

from annotations.anchoring.tokens import Tokens
from annotations.anchoring.writing import same_sign
from documents.spans import Span

_CLOSING = "\"'\u201d\u2019\u00bb)].!?\u2026;:\u3002\uff01\uff1f"


def with_signs(
    old: Tokens, span: Span, words: tuple[int, int], new: Tokens, found: tuple[int, int]
) -> Span:
    """Where the new words ``found`` stand, with the signs that the old ``span`` has at its ends."""
    start, end = new.starts[found[0]], new.ends[found[1] - 1]
    if words[1] - words[0] == 1 or found[1] - found[0] > 1:  # one word cannot lack two words' parts
        start += _cut_off(old, words[0], new, found[0], span.start - old.starts[words[0]])
        end -= _cut_off(old, words[1] - 1, new, found[1] - 1, old.ends[words[1] - 1] - span.end)
    lead = old.text[span.start : old.starts[words[0]]]
    trail = old.text[old.ends[words[1] - 1] : span.end]
    floor = new.ends[found[0] - 1] if found[0] else 0
    ceiling = new.starts[found[1]] if found[1] < len(new) else len(new.text)
    start -= _alike(lead[::-1], new.text[floor:start][::-1])
    end += _alike(trail, new.text[end:ceiling], closing=_CLOSING)
    return _stripped(new.text, Span(start, end), like=old.text[span.start : span.end])


def lines_of_signs(passage: str) -> int:
    """How many code points those lines of a passage have that are of signs alone.

    A line of one sign, over and over, is a rule, and says nothing.
    """
    lines = passage.splitlines(keepends=True)
    return sum(
        len(line) for line in lines if len({*line.strip()}) > 1 and not any(map(str.isalnum, line))
    )


def _cut_off(old: Tokens, word: int, new: Tokens, found: int, by: int) -> int:
    """How much of the new word is outside, where the old span begins or ends inside the word."""
    length = old.ends[word] - old.starts[word]
    same = length == new.ends[found] - new.starts[found] and old.keys[word] == new.keys[found]
    return by if same and 0 < by < length else 0


def _alike(wanted: str, there: str, closing: str = "") -> int:
    """How much of ``there`` is the signs ``wanted``, any mark for a mark, and ``closing`` ones."""
    at = taken = 0
    while at < len(wanted) and taken < len(there):
        if not _interchangeable(wanted[at], there[taken]):
            break
        ours, theirs = _blanks(wanted, at), _blanks(there, taken)
        within_line = ours and theirs  # how wide a column is says nothing
        at += ours if within_line else 1
        taken += theirs if within_line else 1
    if taken and not wanted[-1].isspace():
        while taken < len(there) and there[taken] in closing:
            taken += 1
    return taken


def _blanks(signs: str, at: int) -> int:
    """How many blanks begin at ``at``, none if a line ends among them."""
    if at and signs[at - 1].isspace():
        return 0
    end = at
    while end < len(signs) and signs[end].isspace():
        if signs[end] == "\n":
            return 0
        end += 1
    return end - at


def _interchangeable(sign: str, other: str) -> bool:
    return same_sign(sign, other) or not (sign.isspace() or other.isspace())


def _stripped(text: str, span: Span, *, like: str) -> Span:
    """The span without white space at its ends, unless the old passage had some there, or there is
    nothing else in it."""
    if text[span.start : span.end].isspace():
        return span
    start, end = span
    if not like[:1].isspace():
        while start < end and text[start].isspace():
            start += 1
    if not like[-1:].isspace():
        while start < end and text[end - 1].isspace():
            end -= 1
    return Span(start, end)
