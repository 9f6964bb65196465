"""Some texts as strings in which each word is a character, and what can be told from them.

The loops over texts are none of Python's: there are thousands of texts, and this is done while
somebody types.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Collection, Container, Iterable, Sequence
from functools import cached_property
from itertools import compress

from search_index.edits import within
from search_index.engine import Completion, Evidence, TokenTexts
from search_index.folding import fold
from search_index.in_memory.counting import counted, found, holding, together
from search_index.in_memory.lettering import LONGEST, PER_TOKEN, Lettering
from search_index.lately import Lately
from search_index.queries.query import Fuzzy
from search_index.terms import MAX_LENGTH, PIECE, Needed, is_paired
from search_index.titles import headline_span

LARGEST = 500_000
"""Code points of the longest text that is taken: its words all have characters then."""
_FEW = 4
"""Words with one beginning that are looked for one by one."""


class WordStreams:
    """Texts, which go by the order in which they were added. A part of an index."""

    def __init__(self, lettering: Lettering) -> None:
        self.lettering = lettering
        self._words: list[str] = []  # of each text, a character a token
        self._beginnings: tuple[list[str], ...] = tuple([] for _ in range(LONGEST))
        self._headlines: list[int] = []  # the tokens up to the end of the headline
        self._begun_last: tuple[tuple[str, str], Evidence] = ("", ""), Evidence({}, True)
        self.cost = 0
        """About how many bytes of memory they take."""

    @property
    def size(self) -> int:
        """How many texts there are."""
        return len(self._words)

    def add(self, folded: str) -> None:
        """Takes in one more text, which is folded."""
        written = self._written_for(folded)
        for at, kept in enumerate(self._streams()):
            kept.append(stream := written[at::PER_TOKEN])
            self.cost += sys.getsizeof(stream)
        headline = folded[: headline_span(folded).end]
        self._headlines.append(len(self._written_for(headline)) // PER_TOKEN)

    def _written_for(self, folded: str) -> str:
        return "".join(map(self.lettering.__getitem__, folded.split()))

    def _streams(self) -> tuple[list[str], ...]:
        return self._words, *self._beginnings

    def only(self, texts: Sequence[int]) -> WordStreams:
        """Some of the texts, in this order."""
        fewer = WordStreams(self.lettering)
        fewer.take(self, texts)
        return fewer

    def take(self, other: WordStreams, texts: Sequence[int]) -> None:
        """Takes in texts of another's, written with the same letters."""
        for kept, given in zip(self._streams(), other._streams(), strict=True):
            kept += map(given.__getitem__, texts)
            self.cost += sum(map(sys.getsizeof, map(given.__getitem__, texts)))
        self._headlines += map(other._headlines.__getitem__, texts)

    def get_ready(self) -> None:
        """All is there."""

    def evidence(self, wanted: Needed) -> Evidence:
        """Where something may stand, which is anywhere if that cannot be told."""
        if wanted.words:
            return self._lately.found(wanted) or self._lately.keep(wanted, self._counted(wanted))
        texts = self._alike(wanted.alike) if wanted.alike else self._holding(wanted)
        return Evidence(dict.fromkeys(texts, 1), exact=False)

    def completions(self, prefix: str) -> Iterable[Completion]:
        """All words with this beginning, in the order of their code points."""
        for word in sorted(self.lettering.beginning_with(prefix)):
            if number := self._frequencies[self.lettering.letter(word)]:
                yield Completion(word, number)

    def token_texts(self, wanted: Sequence[Needed], texts: Sequence[int]) -> TokenTexts | None:
        """Nothing is kept for that."""
        return None

    @cached_property
    def _frequencies(self) -> Counter[str]:
        return Counter("".join(self._words))

    @cached_property
    def _has_paired(self) -> bool:
        """Whether words may stand inside others."""
        return any(map(is_paired, self.lettering.tokens))

    @cached_property
    def _lately(self) -> Lately:
        return Lately(self.size)

    def _counted(self, wanted: Needed) -> Evidence:
        """Where the words follow on each other; the last is the beginning of one or not."""
        *before, last = wanted.words
        whole = self._written(before if wanted.prefix else wanted.words)
        if whole is None:
            return Evidence({}, True)
        lately = self._lately.among(wanted)
        among = range(self.size) if lately is None else lately
        if not wanted.prefix:
            return counted(self._words, whole, self._headlines, among)
        if len(last) <= LONGEST:
            return self._begun_shortly(whole, last, among)
        return self._begun(whole, last, among)

    def _written(self, words: Iterable[str]) -> str | None:
        """The characters of some words; None where one of them stands nowhere."""
        letters = [self.lettering.letter(word) for word in words]
        return "".join(letters) if all(letters) else None

    def _begun_shortly(self, whole: str, prefix: str, among: Collection[int]) -> Evidence:
        """Where a word with this beginning, which is short, follows on the characters ``whole``."""
        streams = self._beginnings[len(prefix) - 1]
        letter = self.lettering.beginnings[len(prefix) - 1].get(prefix)
        if letter is None:
            return Evidence({}, True)
        if not whole:
            return counted(streams, letter, self._headlines, among)
        counts, titled = dict[int, int](), set[int]()
        for text in holding(self._words, whole, among):
            if places := _followed(self._words[text], whole, streams[text], letter):
                counts[text] = len(places)
                if places[0] < self._headlines[text]:
                    titled.add(text)
        return Evidence(counts, True, frozenset(titled))

    def _begun(self, whole: str, prefix: str, among: Collection[int]) -> Evidence:
        """Where a word with this beginning follows on the characters ``whole``."""
        letters = "".join(map(self.lettering.letter, self.lettering.beginning_with(prefix)))
        if not letters:
            return Evidence({}, True)
        if self._begun_last[0] != (whole, letters):  # else no other words begin so
            self._begun_last = (whole, letters), self._any(whole, letters, prefix, among)
        return self._begun_last[1]

    def _any(self, whole: str, letters: str, prefix: str, among: Collection[int]) -> Evidence:
        """Where any of the words that begin so follows on the characters ``whole``."""
        words, titles = self._words, self._headlines
        if not whole and len(letters) <= _FEW:
            return together([counted(words, each, titles, among) for each in letters])
        texts = self._holding_beginning(prefix, among)
        if not whole:
            return self._beginning_longer(letters, prefix[:LONGEST], texts)
        texts = holding(words, whole, texts)
        expression = re.compile(f"{whole}[{letters}]")
        counts = found(texts, map(len, map(expression.findall, map(words.__getitem__, texts))))
        search = expression.search
        titled = (text for text in counts if search(words[text], 0, titles[text] + len(whole)))
        return Evidence(counts, True, frozenset(titled))

    def _beginning_longer(self, letters: str, head: str, texts: Iterable[int]) -> Evidence:
        """Where any of those words stands that begin with ``head``, as words in the texts do."""
        letter, wanted = self.lettering.beginnings[LONGEST - 1][head], frozenset(letters)
        counts, titled = dict[int, int](), set[int]()
        for text in texts:
            places = _chosen(self._beginnings[LONGEST - 1][text], letter, self._words[text], wanted)
            if places:
                counts[text] = len(places)
                if places[0] < self._headlines[text]:
                    titled.add(text)
        return Evidence(counts, True, frozenset(titled))

    def _holding_beginning(self, prefix: str, among: Collection[int]) -> list[int]:
        """Those ``among`` the texts that hold a word which begins like ``prefix`` at least."""
        at = min(len(prefix), LONGEST) - 1
        letter = self.lettering.beginnings[at].get(prefix[:LONGEST])
        return [] if letter is None else holding(self._beginnings[at], letter, among)

    def _holding(self, wanted: Needed) -> Iterable[int]:
        """The texts that hold all the words that must stand in them."""
        everything = range(self.size)
        held: list[Iterable[int]] = [everything]
        for term in filter(_is_token, wanted.terms):
            letter = self.lettering.letter(term)
            held.append(holding(self._words, letter, everything) if letter else [])
        if wanted.prefix and _is_token(wanted.prefix):
            held.append(self._holding_beginning(wanted.prefix, everything))
        return set(held[0]).intersection(*held[1:])

    def _alike(self, fuzzy: Fuzzy) -> Iterable[int]:
        """The texts that hold a word like this one; all where words may stand inside words."""
        if self._has_paired:
            return range(self.size)
        word, edits = fold(fuzzy.text), fuzzy.edits
        alike = (each for each in self.lettering.tokens if within(word, each, edits))
        letters = "".join(map(self.lettering.letter, alike))
        if not letters:
            return ()
        search = re.compile(f"[{letters}]").search
        return compress(range(self.size), map(search, self._words))


def _followed(words: str, whole: str, beginnings: str, letter: str) -> list[int]:
    """Where ``whole`` is followed by a word that has this beginning."""
    places = []
    size, last = len(whole), len(words) - len(whole)
    place = words.find(whole, 0)
    while -1 < place < last:
        if beginnings[place + size] == letter:
            places.append(place)
            place += size
        place = words.find(whole, place + 1)
    return places


def _chosen(beginnings: str, letter: str, words: str, wanted: Container[str]) -> list[int]:
    """The places of a beginning at which one of the words stands."""
    places = []
    place = beginnings.find(letter)
    while place >= 0:
        if words[place] in wanted:
            places.append(place)
        place = beginnings.find(letter, place + 1)
    return places


def _is_token(term: str) -> bool:
    """Whether a term stands for a word as a whole, and not for pieces of one, or a part."""
    return len(term) < MAX_LENGTH and not term.startswith(PIECE)
