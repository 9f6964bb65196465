"""A folder of articles with natural word frequencies, the same from the same seed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path


def _words(line: str) -> list[str]:
    return line.split()


_LITTLE = _words("the of to and a in that is was for on with said he it as at by from be has his")
_CONSONANTS = _words(
    "b c d f g h j k l m n p r s t v w z br ch cl cr dr fl gr pl pr sh sk st th tr"
)
_VOWELS = _words("a e i o u ai ea ee ou ia")
_LENGTH = 650
"""Words in a middling article."""
_TITLE = 4
"""Topic words in a title, and as many others from its article."""


class Articles:
    """A vocabulary whose words come as often as Zipf and Mandelbrot say, and texts made of it."""

    def __init__(
        self,
        seed: int = 1,
        vocabulary: int = 60_000,
        *,
        length: int = _LENGTH,
        titles: bool = False,
    ) -> None:
        self._chance = random.Random(seed)
        self._length = length
        self._titles = titles
        self.words = list(dict.fromkeys([*_LITTLE, *self._invented(vocabulary)]))
        weights = [1 / (rank + 2.7) ** 1.05 for rank in range(len(self.words))]
        self._cumulative = list(accumulate(weights))
        self._topical = list(accumulate(weight**0.5 for weight in weights))

    def text(self) -> str:
        """One article: log-normal in length, with topic words that come again and again."""
        count = max(40, round(self._chance.lognormvariate(0, 0.6) * self._length))
        topic = self._topic()
        words = self._chance.choices(self.words, cum_weights=self._cumulative, k=count)
        for _ in range(count // 25):
            words[self._chance.randrange(count)] = self._chance.choice(topic)
        return self._title(topic, words) + "".join(self._sentences(words))

    def _topic(self) -> list[str]:
        """Words that one article comes back to; with titles, many articles have some in common."""
        if self._titles:
            return self._chance.choices(self.words, cum_weights=self._topical, k=12)
        return self._chance.choices(self.words, k=12)

    def _title(self, topic: list[str], words: list[str]) -> str:
        if not self._titles:
            return ""
        title = self._chance.sample(topic, _TITLE) + self._chance.sample(words, _TITLE)
        self._chance.shuffle(title)
        return " ".join(title).capitalize() + "\n\n"

    def write(self, folder: Path, count: int) -> int:
        """Writes ``count`` articles below ``folder``; their bytes."""
        written = 0
        for number in range(count):
            file = folder / f"{number // 500:02}" / f"{number:05}.txt"
            file.parent.mkdir(parents=True, exist_ok=True)
            written += file.write_text(self.text(), encoding="utf-8")
        return written

    def _invented(self, count: int) -> Iterator[str]:
        for _ in range(count):
            syllables = range(self._chance.choice((1, 2, 2, 3, 3, 4)))
            yield "".join(
                self._chance.choice(_CONSONANTS) + self._chance.choice(_VOWELS) for _ in syllables
            )

    def _sentences(self, words: list[str]) -> Iterator[str]:
        at, sentence = 0, 0
        while at < len(words):
            length = max(4, round(self._chance.lognormvariate(2.9, 0.4)))
            sentence += 1
            yield " ".join(words[at : at + length]).capitalize()
            yield ".\n\n" if sentence % 4 == 0 else ". "
            at += length
