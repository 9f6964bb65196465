"""Texts to measure with: nonsense in the measures of prose, the same from the same seed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import accumulate

_LITTLE = "the of and to in a is that it was for on as with his they at be this from"
_ONSETS = "b b br c c d d f f g gr h l l m m n n p p pr qu r r s s sh st t t th tr v w"
_VOWELS = "a e i o u ai ea ee ou"
_CODAS = "- - - - - - - - - d l m n n nd r r s st t"


def prose(characters: int, seed: int) -> str:
    """A text of that many characters at least, in paragraphs of some two to seven sentences.

    The lengths of its sentences are log-normal about fifteen words, its words follow Zipf's law.
    """
    chance = random.Random(seed)
    words = _vocabulary(chance)
    paragraphs: list[str] = []
    length = 0
    while length < characters:
        paragraphs.append(" ".join(_sentences(chance, words)))
        length += len(paragraphs[-1]) + 2
    return "\n\n".join(paragraphs) + "\n"


def _vocabulary(chance: random.Random, size: int = 4000) -> tuple[list[str], list[float]]:
    words = _LITTLE.split()
    while len(words) < size:
        syllables = range(chance.choice((1, 1, 2, 2, 2, 3)))
        words.append("".join(_syllable(chance) for _ in syllables))
    return words, list(accumulate(1 / rank for rank in range(1, size + 1)))


def _syllable(chance: random.Random) -> str:
    coda = chance.choice(_CODAS.split()).strip("-")
    return chance.choice(_ONSETS.split()) + chance.choice(_VOWELS.split()) + coda


def _sentences(chance: random.Random, vocabulary: tuple[list[str], list[float]]) -> Iterator[str]:
    words, cumulative = vocabulary
    for _ in range(chance.randint(2, 7)):
        length = max(3, min(70, round(chance.lognormvariate(2.7, 0.55))))
        chosen = chance.choices(words, cum_weights=cumulative, k=length)
        chosen[0] = chosen[0].capitalize()
        if length > 12:
            chosen[length // 2] += ","
        yield " ".join(chosen) + chance.choice((".", ".", ".", ".", ".", "?", "!"))
