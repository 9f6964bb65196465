"""What a sentence and its echo share word by word, and in what they differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from documents.sentences.scripts import is_cjk
from search_index.alignment.comparing import (
    TELLING,
    Comparison,
    Kind,
    Piece,
    compare,
    telling,
    telling_numbers,
)
from search_index.alignment.lexemes import pairs_of_characters
from search_index.alignment.measures import both_count, comparable
from search_index.alignment.running_text import RunningText
from search_index.echoes.model import Difference


def compared(one: str, other: str, running: RunningText) -> Comparison:
    """Two passages word by word; a clause without spaces by its pairs of characters."""
    found = compare(one, other, running)
    return Comparison(
        list(_unspaced_apart(one, found.one, other)),
        list(_unspaced_apart(other, found.other, one)),
    )


def differences(one: str, other: str, found: Comparison) -> tuple[Difference, ...]:
    """What of names, numbers, denials and doubts only one of two passages has.

    What stands against something comes first. Of numbers, only those that measure the same do.
    """
    sides = (
        Difference(
            kind, tuple(telling(one, found.one, kind)), tuple(telling(other, found.other, kind))
        )
        for kind in TELLING
        if kind != "number"
    )
    told = [*_figures(one, other, found), *(each for each in sides if each.here or each.there)]
    return tuple(sorted(told, key=lambda each: not (each.here and each.there)))


def _figures(one: str, other: str, found: Comparison) -> Iterator[Difference]:
    here, there = telling_numbers(one, found.one), telling_numbers(other, found.other)
    for can_contradict in (comparable, both_count):
        for words, measured in list(here.items()):
            against = [them for them, theirs in there.items() if can_contradict(measured, theirs)]
            if against and (can_contradict is comparable or len(here) == len(against) == 1):
                yield Difference("number", (words,), tuple(against))
                del here[words]
                for them in against:
                    del there[them]
    if here:
        yield Difference("number", tuple(here), ())
    if there:
        yield Difference("number", (), tuple(there))


def _unspaced_apart(passage: str, pieces: Iterable[Piece], other: str) -> Iterator[Piece]:
    for piece in pieces:
        word = passage[piece.start : piece.end]
        if piece.kind == "common" or not is_cjk(word[0]):
            yield piece
        else:
            yield from _shared(word, piece, other)


def _shared(word: str, piece: Piece, other: str) -> Iterator[Piece]:
    """The characters of a clause that stand in the other passage beside the same neighbour."""
    common = [False] * len(word)
    telling_pairs = frozenset(pairs_of_characters(word))
    for at in range(len(word) - 1):
        pair = word[at : at + 2]
        if pair in telling_pairs and pair in other:
            common[at] = common[at + 1] = True
    start = 0
    for at in range(1, len(word) + 1):
        if at == len(word) or common[at] != common[start]:
            kind: Kind = "common" if common[start] else "word"
            yield Piece(piece.start + start, piece.start + at, kind)
            start = at
