"""A text as the sentences it is made of, so that every edit of it knows where each one went."""

from __future__ import annotations

import random
import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from benchmarks.texts import prose

_SENTENCE = re.compile(r"(?<=[.?!])\s")
_NUMBERED = 5
_QUOTED = 6
_NAMED = 4
_ACCENTS = str.maketrans({"é": "é", "a": "à", "o": "ö", "u": "ü", "i": "î"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence; ``origin`` is the number of the old one that it is, None for a new one.

    ``glue`` parts it from the next in its paragraph. ``copy_of`` is the number of the old one that
    it repeats word for word.
    """

    text: str
    origin: int | None = None
    glue: str = " "
    copy_of: int | None = None


Paragraph = tuple[Piece, ...]


@dataclass(slots=True)
class Edited:
    """Paragraphs after an edit, hard-wrapped at ``width`` if that is given."""

    paragraphs: list[Paragraph]
    width: int | None = None


def text_of(paragraphs: Sequence[Paragraph], width: int | None = None) -> str:
    """The text, hard-wrapped at ``width`` if that is given."""
    made = ("".join(_glued(paragraph)) for paragraph in paragraphs)
    return "\n\n".join(textwrap.fill(one, width) if width else one for one in made) + "\n"


def _glued(paragraph: Paragraph) -> Iterator[str]:
    for number, piece in enumerate(paragraph):
        yield piece.text
        if number + 1 < len(paragraph):
            yield piece.glue


def spans_of(paragraphs: Sequence[Paragraph], width: int | None = None) -> dict[int, list[int]]:
    """Where each old sentence stands in the text, as start and end, by its number."""
    text = text_of(paragraphs, width)
    spans: dict[int, list[int]] = {}
    at = 0
    for paragraph in paragraphs:
        for piece in paragraph:
            start, end = _found(text, piece.text, at)
            if piece.origin is not None:
                known = spans.get(piece.origin, [start, end])
                spans[piece.origin] = [min(start, known[0]), max(end, known[1])]
            at = end
    return spans


def _found(text: str, piece: str, at: int) -> tuple[int, int]:
    """Where a piece stands from ``at`` on, whatever white space the wrapping put into it."""
    while text[at].isspace():
        at += 1
    start = at
    signs = iter(sign for sign in piece if not sign.isspace())
    for sign in signs:
        while text[at].isspace():
            at += 1
        if text[at] != sign:
            raise ValueError(f"{piece!r} is not at {start}")
        at += 1
    return start, at


def numbered(paragraphs: Sequence[Sequence[str]]) -> list[Paragraph]:
    """Paragraphs of sentences, each with its number."""
    number = iter(range(sum(map(len, paragraphs))))
    return [tuple(Piece(each, next(number)) for each in one) for one in paragraphs]


def written(characters: int, seed: int) -> list[Paragraph]:
    """Nonsense in the measures of prose, with figures, names, quotes and accents in it."""
    chance = random.Random(seed)
    paragraphs = [_SENTENCE.split(one) for one in prose(characters, seed).strip().split("\n\n")]
    return numbered([[_dressed(each, chance) for each in one] for one in paragraphs])


def _dressed(sentence: str, chance: random.Random) -> str:
    words = sentence.split(" ")
    middle = chance.randrange(len(words))
    if chance.randrange(_NUMBERED) == 0:
        words.insert(middle, f"{chance.randrange(2, 9000):,}")
    if chance.randrange(_NAMED) == 0:
        words[middle] = words[middle].title().translate(_ACCENTS)
    if chance.randrange(_QUOTED) == 0:
        return f'"{" ".join(words)}"'
    return " ".join(words)


def with_boilerplate(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs, each of which ends in the same sentence."""
    texts = [[piece.text for piece in paragraph] for paragraph in paragraphs]
    return numbered([[*each, "This could not be confirmed independently."] for each in texts])


def lines(kind: str, characters: int, seed: int) -> list[Paragraph]:
    """Lists, tables or code, in blocks of lines that are much alike."""
    chance = random.Random(seed)
    words = re.findall("[a-z]{4,}", prose(5000, seed))
    blocks: list[list[str]] = []
    length = 0
    while length < characters:
        blocks.append([_line(kind, chance, words) for _ in range(chance.randint(3, 12))])
        length += sum(map(len, blocks[-1]))
    return [
        tuple(replace(piece, glue="\n") for piece in paragraph) for paragraph in numbered(blocks)
    ]


def _line(kind: str, chance: random.Random, words: Sequence[str]) -> str:
    some = chance.sample(words, 4)
    if kind == "table":
        return f"| {some[0]} {some[1]} | {chance.randrange(900)} | {chance.randrange(9000)} |"
    if kind == "code":
        return f"{some[0]}_{some[1]} = {some[2]}({some[3]}, {chance.randrange(100)})"
    return f"- {' '.join(some[: chance.randint(2, 4)])}"


def with_text(piece: Piece, text: str) -> Piece:
    """The piece in other words."""
    return replace(piece, text=text)
