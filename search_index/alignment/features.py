"""What a sentence is about, as a set of keys that sentences on the same thing share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from search_index.alignment.lexemes import (
    Lexeme,
    Token,
    figure,
    lexeme,
    pairs_of_characters,
    tokens,
)
from search_index.alignment.listing import is_list_number
from search_index.alignment.months import is_doubtful
from search_index.alignment.numerals import number_key

NAME, NUMBER, PERCENT, DATE, MONTH, GENERAL, PAIR, UNIT = "@", "#", "%", "=", "~", "-", "&", "?"
"""The first letter of a key says what it is; a word that says something has none of these."""

_DAYS = range(1, 32)


class Features:
    """What a sentence is about.

    ``keys`` holds each key once. ``words`` are all its words in order, those of grammar as they
    are and the others as keys. ``names`` are the runs of capitalised words, with the keys of each
    word. ``maybe`` holds the stems of capitalised words that may be names or not: the first, and
    all words of a title.
    """

    def __init__(
        self,
        keys: frozenset[str],
        words: tuple[str, ...],
        names: tuple[tuple[frozenset[str], ...], ...],
        maybe: frozenset[str],
    ) -> None:
        self.keys = keys
        self.words = words
        self.names = names
        self.maybe = maybe

    @cached_property
    def named(self) -> frozenset[str]:
        """All keys of names."""
        return frozenset().union(*(word for name in self.names for word in name))

    @cached_property
    def may_name(self) -> frozenset[str]:
        """All keys of names, and of what may be one."""
        return self.named | self.maybe

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """The words that stand side by side, at least one of which says something.

        Of words of grammar only those count that change what a verb means: "hand over".
        """
        keys = self.keys
        return frozenset(
            (one, other)
            for one, other in pairwise(self.words)
            if (one[0] != PAIR and one in keys and (other in keys or other in _WITH_VERBS))
            or (other in keys and one in _WITH_VERBS)
        )


def features(text: str, start: int = 0, end: int | None = None) -> Features:
    """What ``[start, end)`` of a text, a sentence, is about."""
    found = [
        (token, lexeme(token.text) if token.kind == "word" else None)
        for token in tokens(text, start, end)
    ]
    with_names = not _is_title(found)
    keys: set[str] = set()
    words: list[str] = []
    names: list[list[frozenset[str]]] = []
    last = -2  # the number of the token that the last name ended with
    for number, (token, word) in enumerate(found):
        if word is None and is_list_number(text, token):
            continue
        if word is None:
            keys.update(figures := list(_figures(found, number)))
            keys.update(units(text, found, number))
            words += figures[:1]
        elif word.month is not None and (months := list(_months(found, number, word.month))):
            keys.update(months)
            words.append(months[0])
        elif word.is_unspaced:
            pairs = [PAIR + pair for pair in pairs_of_characters(token.text)]
            keys.update(pairs)
            words += pairs
        elif word.stem:
            stem = GENERAL + word.stem if word.is_general else word.stem
            keys.add(stem)
            words.append(stem)
            if word.name and with_names and _is_name(found, number):
                name = frozenset((stem,) if word.is_general else (stem, NAME + word.name))
                keys |= name
                if last == number - 1 and _touch(text, found[last][0], token):
                    names[-1].append(name)
                else:
                    names.append([name])
                last = number
        elif word.number is not None and not (word.times and _is_number(found, number - 1)):
            keys.add(key := NUMBER + number_key(word.number * _factor(found, number + 1)))
            keys.update(units(text, found, number))
            words.append(key)
        elif word.folded:
            words.append(word.folded)
            if word.folded in _PARTICLES and last == number - 1:
                last = number
    capitals = [word.stem for _, word in found if word is not None and word.name]
    return Features(
        frozenset(keys),
        tuple(words),
        tuple(map(tuple, names)),
        frozenset(capitals if not with_names else capitals[:1]),
    )


_IN_NAMES = "al el de la von van der den del di da bin ibn ben abu dos du le"
_PARTICLES = frozenset(_IN_NAMES.split())
_VERB_PARTICLES = "over up off out down back away against ab auf aus vor zuruck"
_WITH_VERBS = frozenset(_VERB_PARTICLES.split())
_TITLE_WORDS = 4


_OF_THE = (
    "of the its their these those der die das den dem ihrer seiner de des les ses leurs del della"
)
_BEFORE_COUNTED = frozenset(_OF_THE.split())
_OF_WHAT = 2
"""Words that say something, at most, after a number that tell what is counted."""


_Found = Sequence[tuple[Token, Lexeme | None]]


def _is_title(found: _Found) -> bool:
    """Whether all words that say something are capitalised, as in the titles of English."""
    telling = [word for _, word in found if word is not None and word.stem]
    return len(telling) >= _TITLE_WORDS and all(word.name for word in telling)


def _touch(text: str, one: Token, other: Token) -> bool:
    """Whether nothing but a space or a hyphen stands between two words."""
    return text[one.end : other.start].strip("-‐ \t\n\u00a0") == ""


def _is_name(found: _Found, number: int) -> bool:
    """Whether a capital says something: not the sentence's first, unless another follows."""
    if number:
        return True
    following = found[1][1] if len(found) > 1 else None
    return following is not None and bool(following.name)


def _is_number(found: _Found, number: int) -> bool:
    if number < 0:
        return False
    token, word = found[number]
    return token.kind == "number" or (word is not None and word.number is not None)


def _factor(found: _Found, number: int) -> int:
    """What the word at ``number`` multiplies the number before it by."""
    word = found[number][1] if number < len(found) else None
    return word.times if word is not None and word.times is not None else 1


def _figures(found: _Found, number: int) -> Iterator[str]:
    token = found[number][0]
    if token.kind == "date":
        yield from _dated(token.text)
    elif token.kind == "number" and not _is_day(found, number):
        value = figure(token.text) * _factor(found, number + 1)
        yield NUMBER + number_key(value)
        if _is_percent(found, number + 1):
            yield PERCENT + number_key(value)


def units(text: str, found: _Found, number: int) -> Iterator[str]:
    """The keys of what the number at ``number`` counts: the words that follow it in its clause."""
    if _is_percent(found, number + 1):
        yield UNIT + PERCENT
        return
    counted = 0
    for before, at in pairwise(range(number, len(found))):
        token, word = found[at]
        if word is None or word.number is not None or not _touch(text, found[before][0], token):
            return
        if not word.stem and word.times is None and word.folded not in _BEFORE_COUNTED:
            return
        if word.stem and not word.is_unspaced and word.month is None:
            yield UNIT + word.stem
            counted += 1
        if counted == _OF_WHAT:
            return


def _is_percent(found: _Found, number: int) -> bool:
    """Whether ``%``, "percent" or "per cent" stands from ``number`` on."""
    if number >= len(found):
        return False
    token, word = found[number]
    if token.kind == "percent" or (word is not None and word.is_percent):
        return True
    following = found[number + 1][1] if number + 1 < len(found) else None
    return (
        word is not None
        and word.folded in ("per", "por", "pour")
        and following is not None
        and following.folded in ("cent", "ciento", "cento")
    )


def _is_day(found: _Found, number: int) -> bool:
    """Whether a number is a day of the month whose name stands beside it."""
    if figure(found[number][0].text) not in _DAYS:
        return False
    beside = [found[at][1] for at in (number - 1, number + 1) if 0 <= at < len(found)]
    return any(word is not None and word.month is not None for word in beside)


def _dated(figures: str) -> Iterator[str]:
    """The keys of a date in figures: year-month-day, or day.month.year."""
    if "-" in figures:
        year, month, day = figures.split("-")
    else:
        day, month, year = figures.split(".")
    yield f"{DATE}{int(day)}.{int(month)}"
    yield f"{MONTH}{int(month)}"
    yield NUMBER + year


def _months(found: _Found, number: int, month: int) -> Iterator[str]:
    """The keys of a month, and of a date where the day stands beside it."""
    values = [
        figure(found[at][0].text)
        for at in (number - 1, number + 1)
        if 0 <= at < len(found) and found[at][0].kind == "number"
    ]
    if not values and is_doubtful(lexeme(found[number][0].text).folded):
        return
    yield f"{MONTH}{month}"
    for value in values:
        if value in _DAYS:
            yield f"{DATE}{int(value)}.{month}"
