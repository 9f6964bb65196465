"""How much of a text is left in others, by the series of words that both have.

Texts are taken piece by piece, and of their series only hashes are kept: a workspace of large texts
is gone through in the room that the one text takes (after Broder, "On the resemblance and
containment of documents", 1997).
"""

from __future__ import annotations

from collections.abc import Iterator

from annotations.steps import Step, at_once
from documents.lazy_regex import lazy_regex

_WORDS = 4
"""Words in a row."""
_LEAST = 8
"""Series below which a text says too little to be known again after a change."""
_PIECE = 4_000
"""Code points that are looked at in a step."""
_SAMPLED = 4_000_000
"""Code points from which on one series is kept of two, of three from twice as many, and so on."""
_SPACE = lazy_regex(r"\s")


class CommonSeries:
    """The series of words of one text, to be looked for in others."""

    def __init__(self, text: str, step: Step = at_once) -> None:
        self._step = step
        self._every = 1 + len(text) // _SAMPLED
        self._wanted = frozenset(self._series(text))

    def share_in(self, text: str) -> float:
        """The share of the series that ``text`` has too; 0 where there are too few to tell."""
        if len(self._wanted) < _LEAST:
            return 0.0
        found = {each for each in self._series(text) if each in self._wanted}
        return len(found) / len(self._wanted)

    def _series(self, text: str) -> Iterator[int]:
        last: list[str] = []
        for piece in _pieces(text):
            words = last + piece.casefold().split()
            for series in zip(*(words[n:] for n in range(_WORDS)), strict=False):
                hashed = hash(series)
                if hashed % self._every == 0:
                    yield hashed
            last = words[1 - _WORDS :]
            self._step()


def _pieces(text: str) -> Iterator[str]:
    """The text in pieces that end between words."""
    start = 0
    while start < len(text):
        space = _SPACE.search(text, start + _PIECE)
        end = space.start() if space else len(text)
        yield text[start:end]
        start = end
