"""What was found lately in some texts that never change.

Somebody who types a word asks for its beginning first, and who types a phrase for the words that it
begins with. Where one stands that goes on, what it goes on from stands too: it has to be looked for
in those texts only.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection, Iterator, Mapping
from typing import TypeAlias

from search_index.engine import Evidence
from search_index.terms import Needed

_KEPT = 4
"""Of all texts, how often over they are kept as those in which something was found."""
_WEIGHT = 8
"""What is kept of something counts as so many texts besides those in which it was found."""
_LEAST = 512

_Key: TypeAlias = tuple[tuple[str, ...], bool]
"""Words that follow on each other, and whether the last is but the beginning of one."""


class Lately:
    """Evidence for the latest words and phrases, as far as it says for certain where they stand."""

    def __init__(self, size: int) -> None:
        """``size`` is how many texts there are."""
        self._most = _KEPT * size + _LEAST
        self._found: OrderedDict[_Key, Evidence] = OrderedDict()
        self._weight = 0

    def found(self, wanted: Needed) -> Evidence | None:
        """What was found of the same, if that is known still."""
        key = _key(wanted)
        if key not in self._found:
            return None
        self._found.move_to_end(key)
        return self._found[key]

    def among(self, wanted: Needed) -> Collection[int] | None:
        """The only texts in which it may stand; None where that is not known."""
        known = filter(None, map(self._found.get, _begun_by(wanted)))
        return min((each.counts.keys() for each in known), key=len, default=None)

    def keep(self, wanted: Needed, found: Evidence) -> Evidence:
        """Takes note of what was found, and gives it back."""
        if wanted.words and found.exact and not found.unsure:
            key = _key(wanted)
            self._drop(key)
            self._found[key] = found
            self._weight += _weight(found)
            while self._weight > self._most and len(self._found) > 1:
                self._drop(next(iter(self._found)))
        return found

    def only(self, numbers: Mapping[int, int], size: int) -> Lately:
        """The same of some of the texts, which go by other ``numbers``; ``size`` is how many."""
        fewer = Lately(size)
        for key, found in self._found.items():
            fewer._found[key] = _only(found, numbers)
            fewer._weight += _weight(fewer._found[key])
        return fewer

    def _drop(self, key: _Key) -> None:
        if (dropped := self._found.pop(key, None)) is not None:
            self._weight -= _weight(dropped)


def _key(wanted: Needed) -> _Key:
    return wanted.words, wanted.prefix != ""


def _begun_by(wanted: Needed) -> Iterator[_Key]:
    """All that stands wherever the words follow on each other, from the same first word on."""
    words, begun = wanted.words, wanted.prefix != ""
    while words:
        *before, last = words
        for end in range(1, len(last) + (not begun)):
            yield (*before, last[:end]), True
        words, begun = tuple(before), False
        if words:
            yield words, False


def _only(found: Evidence, numbers: Mapping[int, int]) -> Evidence:
    counts = {numbers[text]: count for text, count in found.counts.items() if text in numbers}
    titled = frozenset(numbers[text] for text in found.titled if text in numbers)
    return Evidence(counts, True, titled)


def _weight(found: Evidence) -> int:
    return len(found.counts) + _WEIGHT
