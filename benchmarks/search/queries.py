"""Queries as readers type them, letter by letter."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from benchmarks.search.asked import Asked, read
from benchmarks.search.corpus import Corpus
from tui.panels.search import while_typed

KINDS = ("word", "two words", "phrase", "prefix", "common word")
_COMMONEST = 40


def whole_queries(corpus: Corpus, count: int, chance: random.Random) -> dict[str, list[str]]:
    """``count`` queries of each kind, as they look when they are all typed."""
    words = corpus.words_of_all_ranks(3 * count, chance)
    chance.shuffle(words)
    long = [word for word in words if len(word) > 3] or words
    return {
        "word": words[:count],
        "two words": [f"{words[-1 - at]} {words[at]}" for at in range(count)],
        "phrase": [f'"{_phrase(corpus, chance)}"' for _ in range(count)],
        "prefix": [f"{chance.choice(long)[:4]}*" for _ in range(count)],
        "common word": chance.sample(corpus.words[:_COMMONEST], min(count, _COMMONEST)),
    }


def typed(query: str) -> Iterator[Asked]:
    """What the screen asks for as the letters of a query come, one after the other."""
    for end in range(1, len(query) + 1):
        asked = read(while_typed(query[:end]))
        if asked.words and not query[:end].isspace():
            yield asked


def _phrase(corpus: Corpus, chance: random.Random) -> str:
    pair = re.compile(r"(?<!\S)[^\W\d_]+(?: [^\W\d_]+){1,2}(?!\S)")
    while True:
        text = chance.choice(corpus.sample)
        found = pair.search(text, chance.randrange(len(text) or 1))
        if found:
            return found[0].lower()
