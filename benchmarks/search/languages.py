"""Texts in six languages that nobody speaks, written as six are that many do.

Latin letters with accents, long compounds with capitals, Cyrillic, Arabic, Chinese without
spaces, and Japanese, whose three scripts follow each other in one sentence.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import accumulate
from typing import NamedTuple


class Language(NamedTuple):
    """A vocabulary, the commonest word first, and how its words become sentences."""

    name: str
    words: list[str]
    space: str
    ends: str
    capitals: bool = False

    def text(self, chance: random.Random, count: int) -> str:
        """A text of so many words."""
        weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(self.words))))
        words = chance.choices(self.words, cum_weights=weights, k=count)
        written: list[str] = []
        for at, word in enumerate(words):
            opens = self.capitals and (at == 0 or written[-1][-1:] in "\n ")
            written.append(word.capitalize() if opens else word)
            written.append(self._between(chance))
            if written[-1] != self.space:
                written.append(chance.choice((" ", "\n\n")) if self.space else "")
        return "".join(written)

    def _between(self, chance: random.Random) -> str:
        if chance.random() < 0.1:
            return self.ends
        return "," + self.space if self.space and chance.random() < 0.05 else self.space


def _syllables(starts: str, middles: str, ends: str) -> Callable[[random.Random], str]:
    first, second, third = starts.split(), middles.split(), ["", *ends.split()]
    return lambda chance: chance.choice(first) + chance.choice(second) + chance.choice(third)


def _vocabulary(
    chance: random.Random, syllable: Callable[[random.Random], str], longest: int
) -> list[str]:
    words = (
        "".join(syllable(chance) for _ in range(chance.randint(1, longest))) for _ in range(900)
    )
    return list(dict.fromkeys(words))


_HAN = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分"
    "对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
)
_KANJI = "日本人大年会国政府東京都市新聞記者外務省対話合意発表言葉海山川田中村"
_KANA = "の に は を た が で て と し れ さ ある いる も する から な こと として"
_KATAKANA = "アイウエオカキクケコサシスセソタチツテトナニノハヒフヘホマミムメモラリルレロンー"


def _of_characters(characters: str) -> Callable[[random.Random], str]:
    return lambda chance: chance.choice(characters)


def languages(seed: int) -> list[Language]:
    """The six, the same from the same seed."""
    chance = random.Random(seed)
    accented = _syllables("b c ç d f g l m n p r s t v qu", "a e é è ê i o u ou ai où", "n s r nt")
    compound = _syllables("b d f g h k l m sch st w z tr", "a e i o u ä ö ü ei au", "n r t ss ß ng")
    cyrillic = _syllables("б в г д ж з к л м н п р с т х ш щ", "а е ё и о у ы э ю я ї", "й н т ль")
    arabic = _syllables("ب ت ث ج ح خ د ر س ش ص ع ف ق ك ل م ن ه", "ا و ي", "ة ن ر")
    han, kanji = _of_characters(_HAN), _of_characters(_KANJI)
    katakana = _vocabulary(chance, _of_characters(_KATAKANA), 4)[:200]
    japanese = [*_KANA.split(), *_vocabulary(chance, kanji, 3)[:300], *katakana]
    chance.shuffle(japanese)
    return [
        Language("Latin", _vocabulary(chance, accented, 3), " ", ".", capitals=True),
        Language("compounds", _vocabulary(chance, compound, 5), " ", ".", capitals=True),
        Language("Cyrillic", _vocabulary(chance, cyrillic, 4), " ", ".", capitals=True),
        Language("Arabic", _vocabulary(chance, arabic, 3), " ", "."),
        Language("Chinese", _vocabulary(chance, han, 3), "", "。"),
        Language("Japanese", japanese, "", "。"),
    ]
