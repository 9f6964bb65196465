"""Names, whichever way they were carried over into the alphabet they stand in."""

from __future__ import annotations

from documents.lazy_regex import lazy_regex

_CYRILLIC = (
    "аa бb вv гg дd еe ёe жzh зz иi йi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch"
    " ъ ыy ь эe юyu яya іi їyi єye ґg"
)
_GREEK = "αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χkh ψps ωo"
_LETTERS = {ord(pair[0]): pair[1:] for pair in (*_CYRILLIC.split(), *_GREEK.split())}
_SOUNDS = (
    *(("shch", "s"), ("tsch", "c"), ("sch", "s"), ("tch", "c"), ("zh", "s"), ("sh", "s")),
    *(("ch", "c"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("ts", "z")),
    *(("x", "ks"), ("q", "k"), ("w", "v"), ("z", "s"), ("ck", "k"), ("ou", "u"), ("oo", "u")),
)
_ENOUGH = 4
"""Consonants that tell a name without its vowels."""

_vowels = lazy_regex(r"(?<!^)[aeiouyjh]")
_first_vowels = lazy_regex(r"^[aeiouyj]+")
_last_vowels = lazy_regex(r"([aeiouyj])[aeiouyj]+$")
_doubled = lazy_regex(r"([^aeiou])\1+")


def in_latin(folded: str) -> str:
    """A folded word of another European alphabet in Latin letters; others stay as they are."""
    return folded if folded.isascii() else folded.translate(_LETTERS)


def name_key(folded: str) -> str:
    """What the spellings of a name have in common; ``folded`` without accents.

    A long name is known by its consonants, a short one needs its vowels.
    """
    sounds = in_latin(folded)
    for written, sound in _SOUNDS:
        if written in sounds:
            sounds = sounds.replace(written, sound)
    sounds = _doubled.sub(r"\1", sounds)
    consonants = _vowels.sub("", _first_vowels.sub("a", sounds))
    if len(consonants) >= _ENOUGH:
        return consonants
    return _last_vowels.sub(r"\1", sounds)
