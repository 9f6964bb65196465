"""What the index holds of a text, and what it must hold for a word to stand there.

The terms of a text are its words, case taken out (``search_index.letters`` says what a word is).
What is written in a script without spaces may be found at any place in it: of that the single
characters and all pairs of neighbours are the terms. So every text in which a word stands, as
``search_index.finding.patterns`` says, has all the terms that ``needed`` names for it: the index
never hides a hit.
"""

from __future__ import annotations

from collections import Counter
from operator import add
from typing import NamedTuple

from documents.lazy_regex import lazy_regex
from search_index.finding.wildcards import begins
from search_index.folding import fold
from search_index.letters import (
    LETTER,
    MARKS,
    RAISED,
    SIGN,
    UNSPACED,
    WORD,
    is_one_word,
    is_simple,
    is_unspaced,
)
from search_index.queries.query import Fuzzy, Near, OneOf, Term, Wild, Words

MAX_LENGTH = 48
"""Longer terms are cut, so that no base64 makes the index large."""

# No word holds these, so that what they mark is never taken for one.
PIECE = "\1"
"""Goes before a character or a pair of neighbours of an unspaced script, which makes it a term."""
UNTOLD = "\2"
"""A term of the texts of which the others do not tell all words: such as are written without
spaces, are too long, or are joined by the signs that stand for letters in queries."""

_token = lazy_regex(rf"{WORD}|[{UNSPACED}]+|(?<![{RAISED}])(?![{RAISED}]+(?:\s|\Z)){SIGN}+")
_simple_token = lazy_regex(r"\w+|[^\w\s]+")
_simple_piece = lazy_regex(r"\w+")
_piece = lazy_regex(rf"{WORD}|[{UNSPACED}]+")
_stretch = lazy_regex(f"[{UNSPACED}]+")
_first = lazy_regex(rf"{LETTER}|[{MARKS}{UNSPACED}]")
_wild_signs = lazy_regex(rf"[?*]+(?=[\w{MARKS}])")
_shape = lazy_regex(rf"(?:[?*]|{LETTER}|[{MARKS}])+")


def tokens_of(folded: str) -> list[str]:
    """The words of a text, which is folded, and what stands between them, in order.

    That are signs, and stretches of a script without spaces. Two words of which one follows on the
    other have nothing between them but white space, and figures before it that point to a note.
    """
    return (_simple_token if is_simple(folded) else _token).findall(folded)


def is_word(token: str) -> bool:
    """Whether a token is a word, or in a script without spaces, and not signs."""
    first = token[0]
    return (first.isascii() and first.isalnum()) or _first.match(first) is not None


def is_paired(token: str) -> bool:
    """Whether words may stand inside this token: its pieces are the terms, and not itself."""
    return is_unspaced(token)


def pieces_of(folded: str) -> Counter[str]:
    """The terms of what in a text is written without spaces, with their numbers."""
    found: Counter[str] = Counter()
    if not is_simple(folded):
        for stretch in _stretch.findall(folded):
            found.update(PIECE + piece for piece in (*map(add, stretch, stretch[1:]), *stretch))
    return found


def terms_of(folded: str) -> Counter[str]:
    """The terms of a text, which is folded, and how often each stands in it."""
    words = [token for token in tokens_of(folded) if is_word(token) and not is_paired(token)]
    terms = Counter(map(cut, words))
    terms.update(special_terms(folded, max(map(len, words), default=0)))
    return terms


def special_terms(folded: str, longest: int) -> Counter[str]:
    """The terms of a text that are none of its words, of which the ``longest`` has that length."""
    terms = pieces_of(folded)
    if terms or longest > MAX_LENGTH or _has_signs_in_words(folded):
        terms[UNTOLD] = 1
    return terms


def _has_signs_in_words(folded: str) -> bool:
    """Whether signs that stand for letters in queries stand between letters."""
    if "?" not in folded and "*" not in folded:
        return False
    starts = (found.start() for found in _wild_signs.finditer(folded))
    return any(is_word(folded[start - 1]) for start in starts if start)


def cut(word: str) -> str:
    """The term of a word, which may be too long to be one as it is."""
    return word[:MAX_LENGTH]


class Needed(NamedTuple):
    """What a text must hold for a word or phrase to stand in it.

    All of ``terms``, and if ``prefix`` is not empty, a term that begins with it. ``words``, where
    there are any, say more: wherever they follow on each other, in that order and with nothing but
    white space between them, the word or phrase stands; of the last, ``prefix`` is the beginning.
    ``alike`` is what a word of the text must be like, ``shape`` what one must fit: wherever one is
    or does, it stands, but in texts that hold UNTOLD. Of what must be ``near`` each other the
    places are those that have one of the other side near. ``one_of`` are several: a place of any
    is a place.
    """

    terms: frozenset[str]
    prefix: str = ""
    words: tuple[str, ...] = ()
    alike: Fuzzy | None = None
    shape: Wild | None = None
    near: Near | None = None
    one_of: tuple[Needed, ...] = ()


_NOTHING = Needed(frozenset())


def needed(term: Term) -> Needed:
    """What the index must hold of a text for ``term`` to stand in it, as far as can be told."""
    if isinstance(term, Wild):
        begun = begins(fold(term.text))
        found = needed(Words(begun, prefix=True))._replace(words=()) if begun else _NOTHING
        return found._replace(shape=term) if _fits_whole_words(fold(term.text)) else found
    if isinstance(term, Near):
        return _NOTHING._replace(near=term)
    if isinstance(term, OneOf):
        return _NOTHING._replace(one_of=tuple(map(needed, term.terms)))
    if isinstance(term, Fuzzy) and is_one_word(fold(term.text)):
        return Needed(frozenset(), alike=term)
    if not isinstance(term, Words):
        return _NOTHING
    parts = fold(term.text).split()
    pieces = [piece for part in parts for piece in _pieces_in(part)]
    words = tuple(parts) if parts == pieces and _are_whole(parts) else ()
    last = pieces[-1] if pieces else ""
    if not term.prefix or not last or not parts[-1].endswith(last) or is_paired(last):
        return Needed(_all_of(pieces), words=() if term.prefix else words)
    return Needed(_all_of(pieces[:-1]), cut(last), words)


def _pieces_in(part: str) -> list[str]:
    """The words of what has no white space in it, and what is written there without spaces."""
    return (_simple_piece if is_simple(part) else _piece).findall(part)


def _fits_whole_words(wild: str) -> bool:
    """Whether a wild word, which is folded, fits words of letters, each as a whole.

    A ``?`` at an edge, or beside a ``*`` there, may stand for such a sign beside the letters.
    """
    inside = wild.strip("*")
    is_of_letters = inside != "" and _shape.fullmatch(wild) is not None
    return is_of_letters and "?" not in (inside[0], inside[-1])


def _are_whole(words: list[str]) -> bool:
    return not any(len(word) >= MAX_LENGTH or is_paired(word) for word in words)


def _all_of(found: list[str]) -> frozenset[str]:
    """The terms of words, and of what is written without spaces."""
    return frozenset(term for each in found for term in _needed_of(each))


def _needed_of(found: str) -> list[str]:
    if not is_paired(found):
        return [cut(found)]
    return [PIECE + pair for pair in map(add, found, found[1:])] or [PIECE + found]
