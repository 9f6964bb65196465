"""The words at remembered places, by which they are found again in a text that has changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tui.jumps import Place

LENGTH = 60
"""Code points by which a place is found: enough to be the only ones within a few pages."""
LEAST = 12
"""Code points of a sentence by which a place is found where what follows it has changed."""
KEPT = 240
"""Code points that are kept, so that a reader sees what stood there."""
_NEAR = 200_000
"""Code points on either side in which a quote is looked for."""


class Quotes:
    """The beginning of the sentence at each place, as it read when the reader was there.

    Kept as ``{path: {offset: words}}``, the object given, which is changed.
    """

    def __init__(self, kept: dict[str, dict[int, str]]) -> None:
        self._kept = kept

    def at(self, place: Place) -> str:
        """The words at a place, where they are known."""
        return self._kept.get(place.path, {}).get(place.offset, "")

    def shown(self, place: Place) -> str:
        """The sentence at a place as far as it is known, with a sign where it went on."""
        words, sentence = self.at(place), self._sentence(place)
        if len(sentence) < len(words.rstrip()) or len(words) < LENGTH:
            return sentence
        return words[: max(words.rfind(" "), LENGTH // 2)].rstrip() + "…"

    def take(self, place: Place, text: str) -> None:
        """Remembers the words at a place in a text."""
        words = text[place.offset : place.offset + KEPT]
        if words.strip():
            self._kept.setdefault(place.path, {})[place.offset] = words

    def settled(self, place: Place, text: str) -> int:
        """Where the words of a place are now: where they were, or nearest to it.

        Where they are nowhere near, the offset as it was, or the end of a shorter text.
        """
        words, offset = self.at(place)[:LENGTH], min(place.offset, len(text))
        if not words or text.startswith(words, place.offset):
            return offset
        found = _nearest(words, offset, text)
        if found is None and LEAST <= len(sentence := self._sentence(place)) < len(words):
            found = _nearest(sentence, offset, text)  # what followed it may be what has changed
        return offset if found is None else found

    def _sentence(self, place: Place) -> str:
        """The words at a place to the end of their sentence, as far as they are known."""
        from documents.document import Document

        words = self.at(place)
        sentence = Document(place.path, words).segmentation.sentence_at(0)
        return words[: sentence.end] if sentence else ""

    def keep_only(self, places: Iterable[Place]) -> None:
        """Forgets the words of all other places."""
        wanted: dict[str, set[int]] = {}
        for place in places:
            wanted.setdefault(place.path, set()).add(place.offset)
        for path, quotes in list(self._kept.items()):
            left = {offset: quotes[offset] for offset in quotes.keys() & wanted.get(path, set())}
            if left:
                self._kept[path] = left
            else:
                del self._kept[path]


def _nearest(words: str, offset: int, text: str) -> int | None:
    """Where words stand nearest to an offset, on either side; None where they are nowhere near."""
    after = text.find(words, offset, offset + _NEAR)
    before = text.rfind(words, max(0, offset - _NEAR), offset + len(words))
    found = [at for at in (before, after) if at >= 0]
    return min(found, key=lambda at: abs(at - offset), default=None)


def quotes_from_json(kept: Any) -> dict[str, dict[int, str]]:
    """The quotes in what was read from a file. Raises what damaged values raise."""
    return {
        str(path): {int(offset): str(words)[:KEPT] for offset, words in quotes.items()}
        for path, quotes in kept.items()
    }
