"""What a query must find, by reading everything: queries that are made with their meaning."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from benchmarks.search.languages import Language
from search_index.hits import Hit

Place = tuple[str, int, int]

_UNSPACED = re.compile("[\u3005-\u3007\u3041-\u309f\u30a1-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
_QUERY_KINDS = ("word", "word", "beginning", "phrase", "both", "either", "without")


class Sought(NamedTuple):
    """A query, and what it means: terms that all must stand in a document, or one of them.

    A term is a pattern. Where ``without`` is given, it must not stand there.
    """

    text: str
    terms: tuple[re.Pattern[str], ...]
    either: bool = False
    without: re.Pattern[str] | None = None

    def places(self, texts: Mapping[str, str]) -> set[Place]:
        """The places of all terms, in the documents that answer the query."""
        found: set[Place] = set()
        for path, text in texts.items():
            spans = [{match.span() for match in term.finditer(text)} for term in self.terms]
            if not (any(spans) if self.either else all(spans)):
                continue
            if self.without is None or not self.without.search(text):
                found.update((path, *span) for span in set().union(*spans))
        return found


def pattern(words: str, *, beginning: bool = False) -> re.Pattern[str]:
    """Finds the words as they stand, whole, case apart, with any white space between them.

    Where a script is written without spaces, a word may begin and end anywhere.
    """
    inside = r"\s+".join(map(re.escape, words.split()))
    before = "" if _UNSPACED.match(words[0]) else r"(?<!\w)"
    after = "" if _UNSPACED.match(words[-1]) else r"(?!\w)"
    return re.compile(before + inside + (r"\w*" if beginning else after), re.IGNORECASE)


def places_of(hits: Sequence[Hit]) -> list[Place]:
    """Where hits in texts stand; a list, since none may come twice."""
    return [
        (hit.document, hit.start, hit.end)
        for hit in hits
        if hit.start is not None and hit.end is not None
    ]


def make_query(language: Language, texts: Sequence[str], chance: random.Random) -> Sought:
    """A query about texts of a language, of any kind."""
    kind = chance.choice(_QUERY_KINDS)
    first, second = _term(language, texts, chance), _term(language, texts, chance)
    if kind == "beginning" and language.space:
        start = first[: max(2, len(first) // 2)]
        return Sought(f"{start}*", (pattern(start, beginning=True),))
    if kind == "phrase":
        words = _run(language, texts, chance)
        return Sought(f'"{words}"', (pattern(words),))
    if kind in ("both", "either"):
        text = f"{first} OR {second}" if kind == "either" else f"{first} {second}"
        return Sought(text, (pattern(first), pattern(second)), either=kind == "either")
    if kind == "without" and second != first:
        return Sought(f"{first} -{second}", (pattern(first),), without=pattern(second))
    return Sought(first, (pattern(first),))


def _term(language: Language, texts: Sequence[str], chance: random.Random) -> str:
    """A word; of a script without spaces, some characters from anywhere in a text."""
    if not language.space:
        return _run(language, texts, chance)
    word = language.words[int(len(language.words) ** chance.random()) - 1]
    return word.capitalize() if chance.random() < 0.2 else word


def _run(language: Language, texts: Sequence[str], chance: random.Random) -> str:
    """Two or three words that stand behind each other in a text, or as many characters."""
    between, each = (" ", r"\w+") if language.space else ("", r"\w")
    found = None
    while found is None:
        text = chance.choice(texts)
        start = chance.randrange(len(text))
        count = chance.choice((2, 2, 3))
        edges = (r"(?<!\w)", r"(?!\w)") if language.space else ("", "")
        run = re.compile(edges[0] + between.join([each] * count) + edges[1])
        found = run.search(text, start)
    return found[0]
