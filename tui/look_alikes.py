"""Letters that a reader who types takes for the same: of another case, with or without accents.

A letter is turned into a set of characters for a regular expression. Sets are searched as fast as
``re.IGNORECASE`` searches, and say exactly what they match.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache

_MARKS = "\u0300-\u036f"
_MOST_MARKS = 4
LONGEST_LETTER = 1 + _MOST_MARKS
"""Code points that one typed character matches at most."""

# The letters of each script that has accented ones: Latin, Greek, Cyrillic.
_SCRIPTS = (
    ((0x41, 0x250), (0x1E00, 0x1F00)),
    ((0x370, 0x400), (0x1F00, 0x2000)),
    ((0x400, 0x530),),
)
_LONG = 48
"""Letters from which on the accents must be as they are typed: sets of many letters take time."""
# Letters with strokes and without dots, which do not decompose. The Cyrillic short i is no i with
# an accent to those who write it.
_STROKES = {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ŧ": "t", "ı": "i"}
_THEMSELVES = frozenset("йЙ")
# Where Unicode has a letter a second time, for other standards' sake (a canonical singleton).
_TWICE = (
    (0x340, 0x388),
    (0x1F71, 0x2002),
    (0x2126, 0x232B),
    (0xF900, 0xFADA),
    (0x2F800, 0x2FA1E),
)
_TYPOGRAPHIC: Mapping[str, str] = {
    "'": "'‘’‚‛ʼ′",
    '"': '"“”„‟«»″',
    "-": "-\u2010\u2011‒–—−",
}


class LookAlikes:
    """What each letter of some words stands for: in them, capitals and accents may matter."""

    def __init__(self, words: str) -> None:
        words = unicodedata.normalize("NFC", words)
        self._any_case = not any(c.isupper() for c in words)
        self._any_accent = all(base(c) == _one(c) for c in words if c.isalpha())
        self._any_accent &= not any(unicodedata.combining(c) for c in words)
        self._any_accent &= len(words) < _LONG

    def pattern(self, word: str) -> str:
        """A regular expression for a word; nothing in it groups or repeats beyond a few marks."""
        return "".join(map(self._of_letter, unicodedata.normalize("NFC", word)))

    def _of_letter(self, letter: str) -> str:
        if letter in _TYPOGRAPHIC:
            return _set(_TYPOGRAPHIC[letter])
        if not letter.isalpha():
            return _set(_with_seconds([letter]))
        if self._any_accent:
            alike = _with_seconds([*_accented(letter), letter, *_cases(letter)])
            kept = (
                alike if self._any_case else [c for c in alike if c.isupper() == letter.isupper()]
            )
            return f"{_set(kept)}[{_MARKS}]{{0,{_MOST_MARKS}}}"
        return self._as_written(letter)

    def _as_written(self, letter: str) -> str:
        """A letter with the accents it has, composed or not."""
        cases = _with_seconds(_cases(letter) if self._any_case else [letter])
        plain = _set(cases)
        apart = {unicodedata.normalize("NFD", c) for c in cases} - set(cases)
        return f"(?:{'|'.join([plain, *map(re.escape, sorted(apart))])})" if apart else plain


@cache
def base(letter: str) -> str:
    """A letter in its common case, without its accents."""
    small = _one(letter)
    if small in _THEMSELVES:
        return small
    apart = unicodedata.normalize("NFD", small)
    if len(apart) > 1 and all(unicodedata.combining(c) for c in apart[1:]):
        small = apart[0]
    return _STROKES.get(small, small)


def _one(letter: str) -> str:
    """A letter in its common case, where that is one letter too."""
    folded = letter.upper().lower()
    return folded if len(folded) == 1 else letter.lower() if len(letter.lower()) == 1 else letter


def _accented(letter: str) -> str:
    """All letters that are the same but for case and accents."""
    for script in _SCRIPTS:
        if any(first <= ord(letter) < stop for first, stop in script):
            return _alike(script).get(base(letter), "")
    return ""


@cache
def _alike(script: tuple[tuple[int, int], ...]) -> Mapping[str, str]:
    """For each letter of a script without accents, those with them."""
    alike: dict[str, str] = {}
    for first, stop in script:
        for letter in map(chr, range(first, stop)):
            if letter.isalpha():
                alike[base(letter)] = alike.get(base(letter), "") + letter
    return alike


@cache
def _seconds() -> Mapping[str, str]:
    """For each letter that Unicode has twice, the others that are canonically the same."""
    seconds: dict[str, str] = {}
    for first, stop in _TWICE:
        for letter in map(chr, range(first, stop)):
            same = unicodedata.normalize("NFC", letter)
            if same != letter and len(same) == 1:
                seconds[same] = seconds.get(same, "") + letter
    return seconds


def _with_seconds(letters: Iterable[str]) -> list[str]:
    """Letters, and those that are canonically the same."""
    seconds = _seconds()
    return [each for letter in letters for each in letter + seconds.get(letter, "")]


def _cases(letter: str) -> list[str]:
    """A letter and the same one in other cases."""
    cases = (letter, letter.lower(), letter.upper(), letter.title(), _one(letter))
    return sorted({case for case in cases if len(case) == 1})


def _set(letters: Iterable[str]) -> str:
    unique = sorted(set(letters))
    return re.escape(unique[0]) if len(unique) == 1 else f"[{''.join(map(re.escape, unique))}]"
