"""Words without their accents, as many people type them."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from documents.lazy_regex import lazy_regex

MARKS = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
"""Marks that may be left off: accents, the vowels of Hebrew and Arabic; for a set of a regex."""
_marks = lazy_regex(f"[{MARKS}]")
_ACCENTED = (*range(0xC0, 0x250), *range(0x450, 0x460))
"""Letters of Latin and Cyrillic, of which some have accents."""

# Letters by themselves, whatever their shape: и is no й without its sign.
_WHOLE = {ord(letter): letter for letter in "йїўѓќ"}
# Letters of Arabic that are often written one for the other; the last two are the Persian ones.
_ALIKE = {0x671: "\u0627", 0x649: "\u064a", 0x629: "\u0647", 0x6CC: "\u064a", 0x6A9: "\u0643"}


class _Unaccented(dict[int, str]):
    def __missing__(self, code: int) -> str:
        apart = unicodedata.normalize("NFD", chr(code))
        whole = not all(map(unicodedata.combining, apart[1:]))  # a Korean syllable
        letter = self[code] = chr(code) if whole else apart[0]
        return letter


UNACCENTED = _Unaccented(_WHOLE | _ALIKE)
"""For ``str.translate``: each letter without its accents, one character for one."""


def without_accents(word: str) -> str:
    """The word without accents and points; its letters are not changed otherwise."""
    return _marks.sub("", word.translate(UNACCENTED))


def unaccented(folded: str) -> str:
    """A folded word as people type it who leave accents off: ``ss`` for ``ß``, too."""
    return without_accents(folded.replace("ё", "е").replace("ß", "ss"))


@lru_cache(maxsize=256)
def accented_letters(letter: str) -> tuple[str, ...]:
    """The folded letter without its accent, and those that have one more."""
    plain = unaccented(letter)[:1] or letter
    return (plain, *(one for one in map(chr, _ACCENTED) if _is_accented(one, plain)))


def _is_accented(letter: str, plain: str) -> bool:
    return letter.islower() and letter != plain and unaccented(letter) == plain
