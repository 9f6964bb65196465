"""What a single word is: its stem, whether it may be a name, and whether it is a number."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from documents.lazy_regex import lazy_regex
from documents.sentences.scripts import is_cjk
from search_index.alignment.common_words import FUNCTION_WORDS, GENERAL_WORDS
from search_index.alignment.concepts import concept_named
from search_index.alignment.months import month_named, weekday_named
from search_index.alignment.numerals import (
    PERCENT,
    multiplier,
    number_named,
    number_value,
)
from search_index.alignment.spelling import name_key
from search_index.alignment.stemming import light_stem
from search_index.alignment.unspaced import number_in_signs, parts
from search_index.folding import fold
from search_index.letters import RAISED

# Signs that belong to the letter before them and are no word characters to `re`; at the end those
# that nobody sees, such as the soft hyphen.
_MARKS = (
    "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0dff\u0e31-\u0e4e"
    "\u00ad\u200b-\u200d\u2060"
)
_SPACES = " \u00a0\u2009\u202f"
_TENS = (
    "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    "|dix|vingt|trente|quarante|cinquante|soixante|quatre-vingt"
)
_ONES = (
    "one|two|three|four|five|six|seven|eight|nine|deux|trois|quatre|cinq|six|sept|huit|neuf"
    "|dix(?:-(?:sept|huit|neuf))?|onze|douze|treize|quatorze|quinze|seize|un|une|et-une?|et-onze"
)
_token = lazy_regex(
    r"(?P<date>\d{4}-\d\d-\d\d(?!\d)|\d{1,2}\.\d{1,2}\.\d{4}(?!\d))"
    r"|(?P<month>\d{1,2}月)"
    rf"|(?P<compound>(?<![^\W\d_]-)(?i:(?:{_TENS})-(?:{_ONES})|quatre-vingts?)(?![^\W\d_]))"
    rf"|(?P<number>\d{{1,3}}(?:[{_SPACES}]\d{{3}}(?!\d))+(?:[.,]\d+)?|\d+(?:[.,'’]\d+)*)"
    rf"|(?P<word>[^\W\d_](?:[^\W\d_]|[{_MARKS}])*)"
    r"|%"
)
_hiragana = lazy_regex("[\u3040-\u309f]")
_accents = lazy_regex(f"[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0e31-\u0e4e{RAISED}]")
"""The marks without which a word is still the same; those of India's scripts are its vowels.

So are figures that point to a note.
"""

TokenKind = Literal["date", "number", "word", "percent"]


_KINDS: dict[str, TokenKind] = {
    "date": "date", "month": "word", "compound": "word", "number": "number", "word": "word",
}  # fmt: skip


class Token(NamedTuple):
    """A word, a number, a date in figures or a percent sign, at ``[start, end)`` of its text."""

    kind: TokenKind
    text: str
    start: int
    end: int


class Lexeme(NamedTuple):
    """What is known of a word wherever it stands.

    ``stem`` is empty for a word of grammar, and the same for words that tell of the same. ``name``
    is the key of the name it would be, empty where it is not capitalised. ``number`` and ``times``
    are what it counts as, and as a factor. What is unspaced, of a script without spaces, may be a
    whole clause.
    """

    folded: str
    stem: str
    is_general: bool
    name: str
    number: float | None
    times: int | None
    month: int | None
    is_percent: bool
    is_unspaced: bool


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """The words and numbers in ``[start, end)`` of a text, in order."""
    for found in _token.finditer(text, start, len(text) if end is None else end):
        kind: TokenKind = _KINDS.get(found.lastgroup or "", "percent")
        if kind == "word" and is_cjk(found[0][0]):
            for part in parts(found[0]):
                yield Token(kind, found[0][slice(*part)], *(found.start() + at for at in part))
        else:
            yield Token(kind, found[0], *found.span())


_ENGLISH_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
_WEEKDAYS = [light_stem(day) for day in _ENGLISH_DAYS.split()]
_GENERAL_STEMS = frozenset(light_stem(word) for word in GENERAL_WORDS)


@lru_cache(maxsize=32768)
def lexeme(word: str) -> Lexeme:
    """What a word is; kept, as the same words come again and again."""
    folded = plain(word)
    number = number_named(folded) or number_in_signs(folded)
    times = multiplier(folded)
    grammar = folded in FUNCTION_WORDS or len(folded) < 2
    stem = (
        ""
        if grammar or number is not None or times is not None
        else concept_named(folded) or light_stem(folded)
    )
    if (day := weekday_named(folded)) is not None:
        stem = _WEEKDAYS[day]
    name = name_key(folded) if stem and word[0].isupper() and len(folded) > 2 else ""
    return Lexeme(
        folded,
        stem,
        stem in _GENERAL_STEMS,
        name,
        number,
        times,
        month_named(folded),
        folded in PERCENT,
        is_cjk(word[0]) and number is None and times is None and day is None,
    )


@lru_cache(maxsize=8192)
def figure(digits: str) -> float:
    """The value of a number in figures."""
    return number_value(digits)


def plain(word: str) -> str:
    """A word with case and accents taken out."""
    folded = fold(word)
    if folded.isascii():
        return folded
    return _accents.sub("", unicodedata.normalize("NFD", folded)).replace("ß", "ss")


def pairs_of_characters(word: str) -> list[str]:
    """What stands for words in a script that is written without spaces between them.

    Pairs with hiragana are left out: in it Japanese writes its grammar.
    """
    pairs = (word[at : at + 2] for at in range(max(1, len(word) - 1)))
    return [pair for pair in pairs if not _hiragana.search(pair)]
