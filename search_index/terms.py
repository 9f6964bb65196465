"""What the index holds of a text, and what it must hold for a word to stand there.

The terms of a text are its runs of word characters, case taken out. Where a script is written
without spaces, or marks stand among the letters, a word may stand inside such a run; of those the
single characters and all pairs of neighbours are the terms. So every text in which a word stands,
as ``search_index.finding.patterns`` says, has all the terms that ``needed`` names for it: the index
never hides a hit.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from operator import add

from search_index.finding.patterns import UNSPACED
from search_index.finding.wildcards import begins
from search_index.folding import fold
from search_index.queries.query import Fuzzy, Near, OneOf, Term, Wild, Words

MAX_LENGTH = 48
"""Longer terms are cut, so that no base64 makes the index large."""

# No word holds these, so that what they mark is never taken for one.
_BEGINNING = "\0"  # follows the beginning of a run that goes on in an unspaced script
PIECE = "\1"
"""Goes before a character or a pair of neighbours from inside a run, which makes it a term."""
UNTOLD = "\2"
"""A term of the texts of which the others do not tell all words: such as stand inside others, are
too long, or are joined by the signs that stand for letters in queries."""

MARKED = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0711"
    "\u0730-\u074a\u07a6-\u07b0\u07eb-\u07f3\u0816-\u082d\u0859-\u085b\u0898-\u0963\u0966-\u0dff"
    "\u0f00-\u0fff\u135d-\u135f\u1700-\u1c7f\u1cd0-\u1cff\u1dc0-\u1dff\u20d0-\u20f0\u2cef-\u2cf1"
    "\u2d7f\u2de0-\u2dff\u302a-\u302f\ua66f-\ua67d\ua69e\ua69f\ua6f0\ua6f1\ua802-\uab2f\uabc0-\uabff"
    "\ufb1e\ufe00-\ufe0f\ufe20-\ufe2f\U00010a01-\U00010ae6\U00011000-\U00011fff"
)
"""The inside of a character class: scripts whose letters carry marks, and combining marks."""
_paired = re.compile(f"[{UNSPACED}{MARKED}]")
_run = re.compile(rf"[\w{UNSPACED}{MARKED}]+")
_word = re.compile(r"\w+")
_token = re.compile(r"\w+|[^\w\s]+")
_shape = re.compile(r"\**\w(?:[\w?*]*\w)?\**")
_wild_signs = re.compile(r"[?*]+(?=\w)")
_beginning = re.compile(rf"(?:(?![{UNSPACED}{MARKED}])\w)+")


def tokens_of(folded: str) -> list[str]:
    """The words of a text, which is folded, and the signs between them, in order.

    Two words of which one follows on the other have nothing but white space between them.
    """
    return _token.findall(folded)


def is_word(token: str) -> bool:
    """Whether a token is a word, and not signs."""
    return token[0].isalnum() or token[0] == "_"


def is_paired(word: str) -> bool:
    """Whether words may stand inside this one: its pieces are the terms, and not the word."""
    return _paired.search(word) is not None


def may_hold_paired(folded: str) -> bool:
    """Whether a text may hold words of which the pieces are the terms."""
    return not folded.isascii() and _paired.search(folded) is not None


def pieces_of(folded: str) -> Counter[str]:
    """The terms of those words of a text inside which words may stand, with their numbers."""
    found: Counter[str] = Counter()
    for word, count in Counter(filter(is_paired, _word.findall(folded))).items():
        if begun := begun_by(word):
            found[begun] += count
    for run in filter(is_paired, _run.findall(folded)):
        found.update(_pieces(run))
    return found


def terms_of(folded: str) -> Counter[str]:
    """The terms of a text, which is folded, and how often each stands in it."""
    words = [token for token in tokens_of(folded) if is_word(token) and not is_paired(token)]
    terms = Counter(map(cut, words))
    terms.update(special_terms(folded, max(map(len, words), default=0)))
    return terms


def special_terms(folded: str, longest: int) -> Counter[str]:
    """The terms of a text that are none of its words, of which the ``longest`` has that length."""
    terms = pieces_of(folded) if may_hold_paired(folded) else Counter[str]()
    if terms or longest > MAX_LENGTH or _has_signs_in_words(folded):
        terms[UNTOLD] = 1
    return terms


def _has_signs_in_words(folded: str) -> bool:
    """Whether signs that stand for letters in queries stand between letters."""
    starts = (found.start() for found in _wild_signs.finditer(folded))
    return any(is_word(folded[start - 1]) for start in starts if start)


def begun_by(word: str) -> str:
    """The term that says how such a word begins, if it begins like any other; else nothing."""
    begun = _beginning.match(word)
    return begun.group()[:MAX_LENGTH] + _BEGINNING if begun else ""


def cut(word: str) -> str:
    """The term of a word, which may be too long to be one as it is."""
    return word[:MAX_LENGTH]


def _pieces(run: str) -> list[str]:
    return [PIECE + piece for piece in (*map(add, run, run[1:]), *_paired.findall(run))]


@dataclass(frozen=True, slots=True)
class Needed:
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
        found = replace(needed(Words(begun, prefix=True)), words=()) if begun else _NOTHING
        return replace(found, shape=term) if _fits_whole_words(fold(term.text)) else found
    if isinstance(term, Near):
        return replace(_NOTHING, near=term)
    if isinstance(term, OneOf):
        return replace(_NOTHING, one_of=tuple(map(needed, term.terms)))
    if isinstance(term, Fuzzy) and _word.fullmatch(term.text) and not is_paired(fold(term.text)):
        return Needed(frozenset(), alike=term)
    if not isinstance(term, Words):
        return _NOTHING
    parts = fold(term.text).split()
    runs = [run for part in parts for run in _run.findall(part)]
    terms = [piece for run in runs for piece in _needed_of(run)]
    words = tuple(parts) if parts == runs == terms and _are_whole(parts) else ()
    if not term.prefix or not runs or not parts[-1].endswith(runs[-1]) or is_paired(runs[-1]):
        return Needed(frozenset(terms), words=() if term.prefix else words)
    prefix = terms.pop()
    return Needed(frozenset(terms), prefix, words)


def _fits_whole_words(wild: str) -> bool:
    """Whether a wild word, which is folded, fits words of letters, each as a whole.

    A ``?`` at an edge, or beside a ``*`` there, may stand for such a sign beside the letters.
    """
    return _shape.fullmatch(wild) is not None and not is_paired(wild)


def _are_whole(words: list[str]) -> bool:
    return all(len(word) < MAX_LENGTH for word in words)


def _needed_of(run: str) -> list[str]:
    if not _paired.search(run):
        return [run[:MAX_LENGTH]]
    return [PIECE + pair for pair in map(add, run, run[1:])] or [PIECE + run]
