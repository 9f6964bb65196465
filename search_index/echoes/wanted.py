"""By which words of a sentence documents are found that may tell the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from documents.lazy_regex import lazy_regex
from search_index.alignment.lexemes import lexeme, plain, tokens
from search_index.alignment.stemming import light_stem
from search_index.folding import fold
from search_index.letters import UNSPACED, WORD
from search_index.plain_text import plain as plain_text
from search_index.queries.query import Words
from search_index.terms import is_paired

MOST_WORDS, MOST_PIECES = 20, 12
"""Words that are looked for, and pieces of what is written without spaces: of a long sentence those
that say most by themselves.
"""

_LONGEST = 4_000
"""Code points of a sentence that are looked at."""
_LONG_STEM = 5
"""A shorter stem begins too many other words."""
_SHORTEST_FIGURE = 2
_GROUP = 3
"""Digits of a large number that are written together."""
_WHOLE_RUN, _PIECE = 4, 3
"""Code points of a run without spaces that is looked for as a whole, and of its pieces else."""

RUN = lazy_regex(rf"{WORD}|[{UNSPACED}]+")
"""Words and figures as they are written."""
_digits = lazy_regex(r"\d+")
_hiragana = lazy_regex("[\u3040-\u309f]+")
"""In it Japanese writes its grammar."""


class Wanted(NamedTuple):
    """What to look for: ``words``, which an index counts, and ``pieces``, which must be read for.

    Pieces are of scripts in which words may stand inside of what looks like a word. ``written`` is
    all of it as the sentence has it.
    """

    words: tuple[Words, ...]
    pieces: tuple[Words, ...]
    written: tuple[str, ...]


def wanted_in(text: str, start: int, end: int) -> Wanted:
    """What to look for of the sentence ``[start, end)`` of a text."""
    sentence = plain_text(text[start : min(end, start + _LONGEST)])
    written = RUN.findall(sentence)
    runs = dict.fromkeys([*written, *_otherwise_written(sentence)])
    spaced = [run for run in runs if not is_paired(fold(run)) and _says_something(run)]
    best = sorted(spaced, key=_worth, reverse=True)[:MOST_WORDS]
    pieces = list(dict.fromkeys(piece for run in runs for piece in _pieces(run)))
    words = {word_of(run): run for run in reversed(best)}  # of forms of a word the first is named
    chosen = _spread(pieces)
    named = [run for run in reversed(words.values()) if run in written]
    return Wanted(tuple(reversed(words)), tuple(map(Words, chosen)), (*named, *chosen))


def _otherwise_written(sentence: str) -> Iterator[str]:
    """What stands in a text that has a large number grouped, or does not: 3,400, 3400."""
    for token in tokens(sentence):
        if token.kind == "number":
            groups = _digits.findall(token.text)
            if len(groups) > 1:
                yield "".join(groups)
            elif len(token.text) > _GROUP:
                yield token.text[-_GROUP:]


def _says_something(run: str) -> bool:
    if run.isdigit():
        return len(run) >= _SHORTEST_FIGURE
    return bool(lexeme(run).stem)


def _worth(run: str) -> tuple[bool, bool, int]:
    """What a word is likely to say, whatever the texts are: names and figures most, then length."""
    return not lexeme(run).is_general, run[0].isupper() or run[0].isdigit(), len(run)


def word_of(run: str) -> Words:
    """A word in any of its forms: what begins with its stem."""
    folded = fold(run)
    stem = light_stem(plain(run)) if lexeme(run).stem else ""
    if len(stem) < _LONG_STEM or len(plain(run)) != len(folded) or any(map(str.isdigit, run)):
        return Words(folded)
    return Words(folded[: len(stem)], prefix=True)


def _pieces(run: str) -> Iterator[str]:
    folded = fold(run)
    if not is_paired(folded):
        return
    for part in _hiragana.split(folded):
        if 1 < len(part) <= _WHOLE_RUN:
            yield part
        yield from (part[at : at + _PIECE] for at in _inside(part))


def _inside(part: str) -> range:
    return range(len(part) - _PIECE + 1) if len(part) > _WHOLE_RUN else range(0)


def _spread(pieces: list[str]) -> list[str]:
    """At most so many of them, from everywhere in the sentence."""
    if len(pieces) <= MOST_PIECES:
        return pieces
    return [pieces[at * len(pieces) // MOST_PIECES] for at in range(MOST_PIECES)]
