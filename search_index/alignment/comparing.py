"""Two passages word by word: what both say, and in what they differ.

Reports tell the same in another order, so words are not aligned in sequence, as lines of code are
when versions are compared: a word is common to both where the other passage has it too, in any form
and as often. What would change what is said, a name, a number, a denial, differs only where the
other passage does not have it at all.
"""

from __future__ import annotations

from collections import Counter
from typing import Literal, NamedTuple

from search_index.alignment.common_words import GENERAL_WORDS
from search_index.alignment.concepts import concept_named
from search_index.alignment.features import PERCENT
from search_index.alignment.lexemes import Lexeme, Token, figure, lexeme, tokens
from search_index.alignment.listing import is_list_number
from search_index.alignment.measures import measures
from search_index.alignment.months import is_doubtful, weekday_named
from search_index.alignment.numerals import number_key
from search_index.alignment.peoples import people
from search_index.alignment.running_text import UNKNOWN, RunningText, mostly_capitals
from search_index.alignment.stances import is_roughly, is_turn_of_phrase, stance_key, stance_of

Kind = Literal["common", "word", "number", "name", "stance"]
"""What a word is to the other passage: in it too, or not, and then what sort of word it is.

``stance`` is denial or doubt, as in "not", "rejected", "reportedly", "unconfirmed".
"""

TELLING: tuple[Kind, ...] = ("number", "name", "stance")
"""The differences that change what is said most."""


class Piece(NamedTuple):
    """A word at ``[start, end)`` of its passage, and what it is to the other passage.

    Two numbers can stand against each other where they have one of their ``measures`` in common.
    """

    start: int
    end: int
    kind: Kind
    measures: frozenset[str] = frozenset()


class Comparison(NamedTuple):
    """The words of two passages, each in order."""

    one: list[Piece]
    other: list[Piece]


_APOSTROPHES = "'’ʼ"
_IN_NAMES = "al el de la von van der den del di da bin ibn ben abu du le"
_PARTICLES = frozenset(("", *_IN_NAMES.split()))
_BETWEEN = 8
"""Code points, at most, between two words of one name."""

_BEFORE_NAMES = """
amid amidst besides concerning despite excluding following given including regarding unlike versus
via trotz laut dank malgre selon durant pese segun durante
"""
_OPENERS = frozenset(_BEFORE_NAMES.split())
"""Words that often stand before a name at the beginning of a sentence."""


_IN = "in im since until till by before after last next early late mid seit bis en depuis"
_BEFORE_MONTHS = frozenset(_IN.split())


class _Word(NamedTuple):
    """A word, what it counts as, and all forms in which it would be the same name."""

    start: int
    end: int
    key: str
    kind: Kind
    forms: frozenset[str] = frozenset()
    measures: frozenset[str] = frozenset()


def compare(one: str, other: str, running: RunningText = UNKNOWN) -> Comparison:
    """What each word of two passages is to the other passage.

    The ``running`` text of their documents tells which capitals make names where the passages do
    not: in a headline, at the beginning of a sentence.
    """
    here, there = _words(one, running), _words(other, running)
    pieces = _pieces(here, there), _pieces(there, here)
    runs = _full_names(one, here, pieces[0]), _full_names(other, there, pieces[1])
    return Comparison(
        _without_first_names(pieces[0], runs[0], runs[1]),
        _without_first_names(pieces[1], runs[1], runs[0]),
    )


def telling(passage: str, pieces: list[Piece], kind: Kind) -> list[str]:
    """The words of a passage that differ in one way, those that stand side by side as one."""
    return list(_side_by_side(passage, pieces, kind))


def telling_numbers(passage: str, pieces: list[Piece]) -> dict[str, frozenset[str]]:
    """The numbers of a passage that the other does not have, with all that each measures."""
    return _side_by_side(passage, pieces, "number")


def _side_by_side(passage: str, pieces: list[Piece], kind: Kind) -> dict[str, frozenset[str]]:
    found: list[tuple[int, int, frozenset[str]]] = []
    last = -1
    for piece in pieces:
        if piece.kind == kind:
            if found and last >= 0 and passage[last : piece.start].strip(" -") == "":
                found[-1] = (found[-1][0], piece.end, found[-1][2] | piece.measures)
            else:
                found.append((piece.start, piece.end, piece.measures))
            last = piece.end
        else:
            last = -1
    told: dict[str, frozenset[str]] = {}
    for start, end, measured in found:
        words = passage[start:end]
        told[words] = told.get(words, frozenset()) | measured
    return told


def _pieces(words: list[_Word], others: list[_Word]) -> list[Piece]:
    left = Counter(word.key for word in others)
    there = frozenset(left)
    names = frozenset().union(*(word.forms for word in others))
    pieces = []
    for word in words:
        if word.kind == "word":
            common = left[word.key] > 0
            left[word.key] -= common
        else:
            common = word.key in there or not names.isdisjoint(word.forms)
        pieces.append(Piece(word.start, word.end, "common" if common else word.kind, word.measures))
    return pieces


class _FullName(NamedTuple):
    """A name of which both passages have something, and the places of what else it has."""

    shared: frozenset[str]
    else_at: tuple[int, ...]


def _full_names(passage: str, words: list[_Word], pieces: list[Piece]) -> list[_FullName]:
    """The names that only a part of stands in the other passage too."""
    runs: list[list[int]] = []
    last = -1
    for number, word in enumerate(words):
        if word.kind == "name":
            if last >= 0 and _join(passage, words, last, number):
                runs[-1].append(number)
            else:
                runs.append([number])
            last = number
    found = []
    for run in runs:
        shared = [words[at].forms for at in run if pieces[at].kind == "common"]
        else_at = tuple(at for at in run if pieces[at].kind == "name")
        if shared:
            found.append(_FullName(frozenset().union(*shared), else_at))
    return found


def _join(passage: str, words: list[_Word], one: int, other: int) -> bool:
    """Whether two words belong to one name: nothing but "al-" and the like stands between them."""
    between = passage[words[one].end : words[other].start]
    return len(between) <= _BETWEEN and between.replace("-", " ").strip().casefold() in _PARTICLES


def _without_first_names(
    pieces: list[Piece], mine: list[_FullName], theirs: list[_FullName]
) -> list[Piece]:
    """Where the other passage has a surname alone, a first name is no difference."""
    pieces = list(pieces)
    for name in mine:
        if not any(other.else_at and name.shared & other.shared for other in theirs):
            for at in name.else_at:
                pieces[at] = pieces[at]._replace(kind="word")
    return pieces


def _words(passage: str, running: RunningText) -> list[_Word]:
    found = list(tokens(passage))
    headline = mostly_capitals(found)
    words: list[_Word] = []
    for number, token in enumerate(found):
        after = passage[token.start - 1 : token.start] if number else ""
        if after not in _APOSTROPHES or not after or len(token.text) > 1:
            word = _word(found, number)
            if word.kind == "number":
                word = _measured(passage, found, number, word)
            if (
                word.kind == "name" and not _is_name(passage, found, number, running, headline)
            ) or (word.kind == "stance" and _denies_nothing(found, number)):
                word = word._replace(kind="word")
            words.append(word)
        elif token.text == "t" and words and passage[words[-1].end - 1] == "n":
            words[-1] = _Word(words[-1].start, token.end, "not", "stance")
    return words


def _measured(passage: str, found: list[Token], number: int, word: _Word) -> _Word:
    """A number with what it measures; that of an entry in a list is none."""
    if is_list_number(passage, found[number]):
        return word._replace(kind="word")
    return word._replace(measures=measures(passage, found, number))


def _denies_nothing(found: list[Token], number: int) -> bool:
    before, word, after, then = (
        lexeme(found[at].text).folded if 0 <= at < len(found) else ""
        for at in range(number - 1, number + 3)
    )
    return is_turn_of_phrase(before, word, after, then)


def _is_name(
    passage: str, found: list[Token], number: int, running: RunningText, headline: bool
) -> bool:
    """Whether a capital makes a name; one that every word there would have does not."""
    stem = lexeme(found[number].text).stem
    if stem in running.nouns or concept_named(lexeme(found[number].text).folded):
        return False
    if headline:
        return stem in running.names and stem not in running.others
    if number and passage[found[number - 1].end : found[number].start].strip(" -‐") == "":
        return True
    if stem in running.others or (not number and lexeme(found[0].text).folded in _OPENERS):
        return False
    return bool(number) or _names_on(found)


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
    """A word in letters: a number, a month or day, a denial, a name, or any other."""
    token = found[number]
    word = lexeme(token.text)
    kind: Kind = "word"
    key = word.stem or word.folded
    if word.number is not None:
        key, kind = number_key(word.number * _factor(found, number + 1)), "number"
    elif word.is_percent:
        key, kind = PERCENT, "number"
    elif word.times is not None:
        key, kind = f"times {word.times}", "number" if _is_figure(found, number - 1) else "word"
    elif word.month is not None and _is_month(found, number, word):
        key, kind = f"month {word.month}", "number"
    elif is_roughly(word.folded) and _is_figure(found, number + 1):
        key, kind = "roughly", "stance"
    elif stance_of(word.folded) is not None:
        key, kind = stance_key(word.folded), "stance"
    elif (day := weekday_named(word.folded)) is not None:
        key, kind = f"day {day}", "number"
    elif word.name and word.folded not in GENERAL_WORDS:
        kind = "name"
    return _Word(token.start, token.end, key, kind, _forms(word))


def _forms(word: Lexeme) -> frozenset[str]:
    """All that a name may be known by: the stem, the sound, the country of a people."""
    forms = {word.stem, f"={people(word.folded)}", word.name and f"@{word.name}"}
    return frozenset(forms - {""}) if word.stem else frozenset()


def _is_figure(found: list[Token], number: int) -> bool:
    if not 0 <= number < len(found):
        return False
    token = found[number]
    return token.kind == "number" or (
        token.kind == "word" and lexeme(token.text).number is not None
    )


def _is_month(found: list[Token], number: int, word: Lexeme) -> bool:
    """Whether a word that may be a month is one: "may" only beside a day or a year."""
    beside = [found[at] for at in (number - 1, number + 1) if 0 <= at < len(found)]
    if not is_doubtful(word.folded) or any(token.kind == "number" for token in beside):
        return True
    introduced = number > 0 and found[number - 1].text in _BEFORE_MONTHS
    return introduced and found[number].text[0].isupper()


def _factor(found: list[Token], number: int) -> int:
    """What the word at ``number`` multiplies the number before it by."""
    if number < len(found) and found[number].kind == "word":
        return lexeme(found[number].text).times or 1
    return 1


def _names_on(found: list[Token]) -> bool:
    """Whether the word after the first is capitalised too, so that the first is part of a name."""
    return len(found) > 1 and found[1].kind == "word" and bool(lexeme(found[1].text).name)
