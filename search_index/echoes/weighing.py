"""Which of the candidates tell the same as the sentence: each looked at as linked panes are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from documents.spans import Span
from search_index.echoes.candidates import Candidate, Candidates
from search_index.echoes.model import Asked, Place
from search_index.echoes.pairing import Paired, Pairing
from search_index.folding import fold
from search_index.texts import Texts

MOST_PAIRED, MOST_IN_VAIN = 32, 8
"""Documents that are looked at sentence by sentence, those with the most of the words first; and
how many on end that tell something else before the rest, which share less, are given up.
"""


class Weighed(NamedTuple):
    """A document that tells the same, and the others in which that stands just so.

    ``weight`` is what the words say that it shares with the sentence.
    """

    path: str
    paired: Paired
    weight: float
    others: tuple[Place, ...]


class Weighing:
    """Looks at the candidates one after the other."""

    def __init__(
        self, asked: Asked, candidates: Candidates, texts: Texts, check: Callable[[], None]
    ) -> None:
        self._asked = asked
        self._texts = texts
        self._check = check
        self._waiting = sorted(candidates.alike.values(), key=_weight)  # the last is the heaviest
        self._done: set[str] = set()
        self._found: list[Weighed] = []

    def found(self) -> list[Weighed]:
        """Those that tell the same, as far as was looked, the surest first."""
        found = _apart(self._found, self._texts)
        return sorted(found, key=lambda one: (-round(one.paired.confidence, 2), -one.weight))

    def by_sentence(self) -> Iterator[None]:
        """Looks at those that share most with the sentence, at one with each step."""
        looked_at = in_vain = 0
        while self._waiting and looked_at < MOST_PAIRED and in_vain < MOST_IN_VAIN:
            first, *others = self._waiting.pop()
            looked_at += 1
            in_vain = 0 if self._tells_the_same(first, others) else in_vain + 1
            yield

    def by_text(self, akin: Iterable[Candidate]) -> None:
        """Looks at those that share most with the whole text, where that was not done."""
        for one in akin:
            if one.path not in self._done:
                self._tells_the_same(one)

    @cached_property
    def _pairing(self) -> Pairing:
        return Pairing(self._asked, self._check)

    def _tells_the_same(self, one: Candidate, alike: Sequence[Candidate] = ()) -> bool:
        """Whether a candidate does; then it is found, with the others that say it just so.

        Where it tells something else, so do those that are ``alike``.
        """
        self._done.add(one.path)
        text = self._texts.get(one.path)
        found = self._pairing.pair(text.document, one.nearest.span) if text else []
        if text is None or not found:
            return False
        self._take(one, text.text, found[0], alike)
        for paired in found[1:]:
            self._found.append(Weighed(one.path, paired, one.nearest.weight, ()))
        return True

    def _take(self, one: Candidate, text: str, paired: Paired, alike: Sequence[Candidate]) -> None:
        """Takes the surest passage of a document, with the others that have it just so."""
        waiting = [*self._waiting, list(alike)]
        sentence = text[slice(*paired.sentence)]
        same, self._waiting = _same_apart(sentence, waiting, self._texts, self._check)
        self._done.update(place.document for place in same)
        self._found.append(Weighed(one.path, paired, one.nearest.weight, same))


def _same_apart(
    sentence: str,
    waiting: Sequence[list[Candidate]],
    texts: Texts,
    check: Callable[[], None],
) -> tuple[tuple[Place, ...], list[list[Candidate]]]:
    """Where else a sentence stands just so, and the candidates in which it does not."""
    same, others = [], []
    for alike in waiting:
        check()
        places = [_place(one, sentence, texts) for one in alike]
        same += [place for place in places if place is not None]
        differing = [one for one, place in zip(alike, places, strict=True) if place is None]
        if differing:
            others.append(differing)
    return tuple(same), others


def _weight(alike: list[Candidate]) -> tuple[float, int]:
    return alike[0].nearest.weight, len(alike)


def _place(candidate: Candidate, sentence: str, texts: Texts) -> Place | None:
    """Where the same sentence stands in another document, if it does."""
    text = candidate.text
    if text is None:
        read = texts.get(candidate.path)
        text = read.text if read is not None else ""
    at = text.find(sentence)
    return Place(candidate.path, Span(at, at + len(sentence))) if at >= 0 else None


def _apart(found: Iterable[Weighed], texts: Texts) -> list[Weighed]:
    """Those whose sentences are not the same; of the same, the surest stands for all."""
    apart: dict[str, Weighed] = {}
    for one in found:
        text = texts.get(one.path)
        words = normal(text.text[slice(*one.paired.sentence)]) if text is not None else ""
        known = apart.get(words)
        apart[words] = one if known is None else _together(known, one)
    return list(apart.values())


def _together(one: Weighed, other: Weighed) -> Weighed:
    if other.paired.confidence > one.paired.confidence:
        one, other = other, one
    further = (*one.others, Place(other.path, other.paired.sentence), *other.others)
    return one._replace(others=further)


def normal(words: str) -> str:
    """Words by which the same sentence is known: without case, any white space a space."""
    return " ".join(fold(words).split())
