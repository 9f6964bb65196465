"""Two passages word by word: what both say, and in what they differ.

Reports tell the same in another order, so words are not aligned in sequence, as lines of code are
when versions are compared: a word is common to both where the other passage has it too, in any form
and as often.
"""

from __future__ import annotations

from collections import Counter
from typing import Literal, NamedTuple

from search_index.alignment.features import PERCENT
from search_index.alignment.lexemes import Token, figure, lexeme, tokens
from search_index.alignment.numerals import number_key
from search_index.alignment.stances import stance_of

Kind = Literal["common", "word", "number", "name", "stance"]
"""What a word is to the other passage: in it too, or not, and then what sort of word it is.

``stance`` is denial or doubt, as in "not", "rejected", "reportedly", "unconfirmed".
"""

TELLING: tuple[Kind, ...] = ("number", "name", "stance")
"""The differences that change what is said most."""


class Piece(NamedTuple):
    """A word at ``[start, end)`` of its passage, and what it is to the other passage."""

    start: int
    end: int
    kind: Kind


class Comparison(NamedTuple):
    """The words of two passages, each in order."""

    one: list[Piece]
    other: list[Piece]


_APOSTROPHES = "'’ʼ"


class _Word(NamedTuple):
    start: int
    end: int
    key: str
    kind: Kind


def compare(one: str, other: str) -> Comparison:
    """What each word of two passages is to the other passage."""
    here, there = _words(one), _words(other)
    return Comparison(_pieces(here, there), _pieces(there, here))


def telling(passage: str, pieces: list[Piece], kind: Kind) -> list[str]:
    """The words of a passage that differ in one way, those that stand side by side as one."""
    found: list[str] = []
    last = -1
    for piece in pieces:
        if piece.kind == kind:
            if found and last >= 0 and passage[last : piece.start].strip(" -") == "":
                found[-1] = f"{found[-1]}{passage[last : piece.end]}"
            else:
                found.append(passage[piece.start : piece.end])
            last = piece.end
        else:
            last = -1
    return list(dict.fromkeys(found))


def _pieces(words: list[_Word], others: list[_Word]) -> list[Piece]:
    left = Counter(word.key for word in others)
    pieces = []
    for word in words:
        common = left[word.key] > 0
        left[word.key] -= common
        pieces.append(Piece(word.start, word.end, "common" if common else word.kind))
    return pieces


def _words(passage: str) -> list[_Word]:
    found = list(tokens(passage))
    words: list[_Word] = []
    for number, token in enumerate(found):
        after = passage[token.start - 1 : token.start] if number else ""
        if after not in _APOSTROPHES or not after or len(token.text) > 1:
            words.append(_word(found, number))
        elif token.text == "t" and words and passage[words[-1].end - 1] == "n":
            words[-1] = _Word(words[-1].start, token.end, "not", "stance")
    return words


def _word(found: list[Token], number: int) -> _Word:
    token = found[number]
    start, end = token.start, token.end
    if token.kind == "date":
        return _Word(start, end, token.text, "number")
    if token.kind == "percent":
        return _Word(start, end, PERCENT, "number")
    if token.kind == "number":
        value = figure(token.text) * _factor(found, number + 1)
        return _Word(start, end, number_key(value), "number")
    return _spelt(found, number)


def _spelt(found: list[Token], number: int) -> _Word:
    """A word in letters: a number, a month, a denial, a name, or any other."""
    token = found[number]
    word = lexeme(token.text)
    kind: Kind = "word"
    key = word.stem or word.folded
    if word.number is not None:
        key, kind = number_key(word.number * _factor(found, number + 1)), "number"
    elif word.is_percent:
        key, kind = PERCENT, "number"
    elif word.times is not None or word.month is not None:
        key, kind = word.folded if word.month is None else f"month {word.month}", "number"
    elif stance_of(word.folded) is not None:
        key, kind = word.folded, "stance"
    elif word.name and (number or _names_on(found)):
        kind = "name"
    return _Word(token.start, token.end, key, kind)


def _factor(found: list[Token], number: int) -> int:
    """What the word at ``number`` multiplies the number before it by."""
    if number < len(found) and found[number].kind == "word":
        return lexeme(found[number].text).times or 1
    return 1


def _names_on(found: list[Token]) -> bool:
    """Whether the word after the first is capitalised too, so that the first is part of a name."""
    return len(found) > 1 and found[1].kind == "word" and bool(lexeme(found[1].text).name)
