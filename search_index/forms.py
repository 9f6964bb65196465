"""Other forms of a word: accents left off or put on, and the endings of English."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from documents.spans import Span
from search_index.folding import fold
from search_index.matching import TextSubject
from search_index.patterns import pattern
from search_index.query import Term, Words
from search_index.texts import SearchText

_MARKS = "\u0300-\u036f"
_VOWELS = ("", *"aeiou")
_marks = re.compile(f"[{_MARKS}]")
_word = re.compile(r"(?=\D)\w+")


class _Unaccented(dict[int, str]):
    """For ``str.translate``: each letter without its accents, one character for one."""

    def __missing__(self, code: int) -> str:
        letter = self[code] = unicodedata.normalize("NFD", chr(code))[0]
        return letter


_unaccented = _Unaccented()


@lru_cache(maxsize=65536)
def form_key(folded: str) -> str:
    """What the forms of a word, which is folded, have in common."""
    plain = _marks.sub("", folded.translate(_unaccented))
    if not plain.isascii():
        return plain
    from search_index.quiet_whoosh import stem

    key = str(stem(plain))
    # Porter's algorithm leaves the y of "try", but not that of "tries".
    return key[:-1] + "i" if key.endswith("y") and key[-2:-1] not in _VOWELS else key


class FormPattern:
    """Finds a word in any of its forms. A phrase or a prefix has none."""

    def __init__(self, term: Term) -> None:
        written = term.text if isinstance(term, Words) and not term.prefix else ""
        word = unicodedata.normalize("NFC", fold(written))
        self._key = form_key(word) if _word.fullmatch(word) else ""
        # An ending may change a stem's last letters: try, tries; sensible, sensibility.
        beginning = self._key[: max(2, len(self._key) - 2)]
        letters = f"[{_MARKS}]*".join(map(re.escape, beginning))
        self._regex = re.compile(rf"(?<![\w{_MARKS}]){letters}[\w{_MARKS}]*")

    def find(self, folded: str) -> Iterator[Span]:
        """The places of the word in a folded text, whatever its form."""
        if not self._key:
            return
        plain = folded if folded.isascii() else folded.translate(_unaccented)
        for found in self._regex.finditer(plain):
            if form_key(found.group()) == self._key:
                yield Span(*found.span())


@lru_cache(maxsize=256)
def form_pattern(term: Term) -> FormPattern:
    """The pattern of a term's forms, kept for the next time it is asked for."""
    return FormPattern(term)


def form_places(
    terms: tuple[Term, ...], text: SearchText, *, shown: bool
) -> dict[Term, list[Span]]:
    """Where the terms stand in any form, each place once.

    Without the places of the terms as written where those are ``shown`` already.
    """
    places: dict[Term, list[Span]] = {}
    found: set[Span] = set()
    for term in terms:
        written = [p for p in pattern(term).find(text.text, text.folded) if p not in found]
        found.update(written)
        if written and not shown:
            places[term] = written
    taken = {offset for span in found for offset in range(*span)}
    for term in terms:
        for span in form_pattern(term).find(text.folded):
            if taken.isdisjoint(range(*span)):
                places.setdefault(term, []).append(span)
                taken.update(range(*span))
    return places


class FormSubject(TextSubject):
    """A text that satisfies a query with words in any form."""

    def has(self, term: Term) -> bool:
        """Whether the word or phrase, or another form of the word, stands in the text."""
        return super().has(term) or any(form_pattern(term).find(self.text.folded))
