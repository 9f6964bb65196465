"""Stems of words by language, as Whoosh's stemmers make them.

English by Porter's algorithm, the others by those of the Snowball project.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from functools import cache

_VOWELS = ("", *"aeiou")
_NAMES = {
    "de": "GermanStemmer",
    "es": "SpanishStemmer",
    "fr": "FrenchStemmer",
    "it": "ItalianStemmer",
    "nl": "DutchStemmer",
    "pt": "PortugueseStemmer",
    "ru": "RussianStemmer",
}

Stemmer = Callable[[str], str]
"""From a word, which is folded, to its stem."""


@cache
def stemmer(language: str) -> Stemmer:
    """The stemmer of a language, by its code; of one without a stemmer, none changes anything."""
    if language == "en":
        return _english()
    if language not in _NAMES:
        return str
    with warnings.catch_warnings():  # its source draws them from newer Pythons
        warnings.simplefilter("ignore")
        from whoosh.lang import snowball

    stem: Stemmer = getattr(snowball, _NAMES[language])().stem
    return stem


def _english() -> Stemmer:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from whoosh.lang.porter import stem

    def english(word: str) -> str:
        key = str(stem(word)) if word.isascii() else word
        # Porter's algorithm leaves the y of "try", but not that of "tries".
        return key[:-1] + "i" if key.endswith("y") and key[-2:-1] not in _VOWELS else key

    return english
