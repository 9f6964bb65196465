"""Other forms of a word: its inflections, by the language of the text, and accents left off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from documents.lazy_regex import lazy_regex
from documents.spans import Span
from search_index.finding.accents import MARKS, UNACCENTED, without_accents
from search_index.finding.matching import TextSubject
from search_index.finding.stemmers import stemmer
from search_index.folding import fold
from search_index.letters import GOING_ON, WORD, border_before
from search_index.queries.query import Term, Words
from search_index.texts import SearchText
from search_index.time_limits import look_at_the_time, timed

_DEFAULT = "en"
"""The language of a text of which none is told, for the sake of headlines and lists."""
_word = lazy_regex(rf"(?=\D){WORD}")


@lru_cache(maxsize=65536)
def form_keys(folded: str, language: str) -> frozenset[str]:
    """What a word, which is folded, has in common with its other forms: one of these is enough."""
    word = folded.replace("ё", "е").replace("ß", "ss")
    plain = without_accents(word)
    stem = stemmer(language or _DEFAULT)
    return frozenset({plain, without_accents(stem(word)), without_accents(stem(plain))})


def _beginning(words: frozenset[str]) -> str:
    """What all of the words begin with."""
    first, last = min(words, default=""), max(words, default="")
    length = len(first)
    while not last.startswith(first[:length]):
        length -= 1
    return first[:length]


class FormPattern:
    """Finds a word in any of its forms. A phrase has none.

    Of the beginning of a word these are the forms of the word that it is as it stands.
    """

    def __init__(self, term: Term, language: str) -> None:
        written = term.text if isinstance(term, Words) else ""
        word = fold(written)
        self._language = language
        self._keys = form_keys(word, language) if _word.fullmatch(word) else frozenset()
        # An ending may change a stem's last letters: try, tries; sensible, sensibility.
        common = _beginning(self._keys)
        letters = f"[{MARKS}]*".join(map(re.escape, common[: max(2, len(common) - 2)]))
        letters = letters.replace(f"s[{MARKS}]*s", f"(?:s[{MARKS}]*s|ß)")
        self._regex = re.compile(f"{border_before('a')}{letters}{GOING_ON}")

    def find(self, folded: str) -> Iterator[Span]:
        """The places of the word in a folded text, whatever its form."""
        if not self._keys:
            return
        plain = folded if folded.isascii() else folded.translate(UNACCENTED)
        for found in self._regex.finditer(plain):
            start, end = found.span()
            if not self._keys.isdisjoint(form_keys(folded[start:end], self._language)):
                yield Span(start, end)


@lru_cache(maxsize=256)
def form_pattern(term: Term, language: str) -> FormPattern:
    """The pattern of a term's forms in a language, kept for the next time it is asked for."""
    return FormPattern(term, language)


def form_places(
    terms: tuple[Term, ...], text: SearchText, *, shown: bool
) -> dict[Term, list[Span]]:
    """Where the terms stand in any form, each place once.

    Without the places of the terms as written where those are ``shown`` already.
    """
    places: dict[Term, list[Span]] = {}
    found: set[Span] = set()
    for term in terms:
        look_at_the_time()
        written = [place for place in text.places(term) if place not in found]
        found.update(written)
        if written and not shown:
            places[term] = written
    taken = {offset for span in found for offset in range(*span)}
    for term in terms:
        found_forms = form_pattern(term, text.language).find(text.folded)
        for span in map(text.searched.place, timed(found_forms)):
            if taken.isdisjoint(range(*span)):
                places.setdefault(term, []).append(span)
                taken.update(range(*span))
    return places


class FormSubject(TextSubject):
    """A text that satisfies a query with words in any form."""

    def has(self, term: Term) -> bool:
        """Whether the word or phrase, or another form of the word, stands in the text."""
        return super().has(term) or self._in_any_form(term)

    def _in_any_form(self, term: Term) -> bool:
        return any(form_pattern(term, self.text.language).find(self.text.folded))
