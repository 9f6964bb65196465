"""Some texts as they are, folded, and what can be told from them with plain string searches."""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import compress, islice, repeat
from operator import not_

from search_index.engine import Completion, Evidence, TokenTexts
from search_index.in_memory.counting import counted, found, holding, together
from search_index.in_memory.initials import initials, initials_of_headline
from search_index.in_memory.word_places import PlacesLately
from search_index.lately import Lately
from search_index.letters import ASCII_GAP, GAP, behind_border, border_after
from search_index.terms import PIECE, Needed
from search_index.text_places import TextPlaces
from search_index.time_limits import look_at_the_time, timed
from search_index.titles import LONGEST, headline_span

_MANY = 100_000
"""Places from which on they are better counted again than kept and gone through."""
_A_FEW = 64
"""Texts that tell how many places there may be."""


class FoldedTexts:
    """Texts that were read, as a part of an index: counting in all at once, they are told sooner.

    It is made of nothing but what is in memory anyway, so that it is there at once.
    """

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._are_ascii = True
        self._headlines: dict[int, int] = {}  # where they end, as far as that was asked
        self._initials: list[str] = []  # empty where they were not written, or there are none
        self._titles: list[int] = []  # how many of them are those of headlines
        self._lately: Lately | None = None
        self._places = PlacesLately()
        self.cost = 0
        """The bytes of memory that the texts take, whoever else has them."""

    @property
    def size(self) -> int:
        """How many texts there are."""
        return len(self._texts)

    def add(self, folded: str) -> None:
        """Takes in one more text, which is folded."""
        self._texts.append(folded)
        self._places = PlacesLately()
        self._initials.append("")
        self._titles.append(0)
        self._lately = None
        self._are_ascii = self._are_ascii and folded.isascii()
        self.cost += sys.getsizeof(folded)

    def only(self, texts: Sequence[int]) -> FoldedTexts:
        """Some of the texts, in this order."""
        fewer = FoldedTexts()
        fewer.take(self, texts)
        if self._lately is not None:
            numbers = {text: number for number, text in enumerate(texts)}
            fewer._lately = self._lately.only(numbers, len(texts))
        return fewer

    def take(self, other: FoldedTexts, texts: Sequence[int]) -> None:
        """Takes in texts of another's."""
        self._lately, self._places = None, PlacesLately()
        for mine, theirs in ((self._texts, other._texts), (self._initials, other._initials)):
            mine += map(theirs.__getitem__, texts)
            self.cost += sum(map(sys.getsizeof, map(theirs.__getitem__, texts)))
        self._titles += map(other._titles.__getitem__, texts)
        self._are_ascii = self._are_ascii and other._are_ascii

    def write_initials(self) -> Iterator[None]:
        """Writes down what tells the words with one letter soon: a text for each step."""
        for text, folded in enumerate(self._texts):
            if not self._initials[text] and folded.isascii():
                self._initials[text] = written = initials(folded)
                self._titles[text] = initials_of_headline(folded)
                self.cost += sys.getsizeof(written)
                yield

    def get_ready(self) -> None:
        """All is there."""

    def evidence(self, wanted: Needed) -> Evidence:
        """Where something may stand, which is anywhere if that cannot be told."""
        if wanted.words:
            if self._lately is None:
                self._lately = Lately(self.size)
            return self._lately.found(wanted) or self._lately.keep(wanted, self._counted(wanted))
        terms = (term.removeprefix(PIECE) for term in (*wanted.terms, wanted.prefix))
        texts = self._holding(filter(None, terms), range(self.size))
        return Evidence(dict.fromkeys(texts, 1), exact=False)

    def completions(self, prefix: str) -> Iterable[Completion]:
        """None: what is not written as words yet is told from the texts."""
        return ()

    def token_texts(self, wanted: Sequence[Needed], texts: Sequence[int]) -> TokenTexts | None:
        """Nothing is kept for that."""
        return None

    def _holding(self, words: Iterable[str], texts: Collection[int]) -> Collection[int]:
        for word in dict.fromkeys(words):
            look_at_the_time()
            texts = holding(self._texts, word, texts)
        return texts

    def _counted(self, wanted: Needed) -> Evidence:
        if wanted.prefix and wanted.words == (wanted.prefix,) and len(wanted.prefix) == 1:
            others = compress(range(self.size), map(not_, self._initials))
            written = counted(self._initials, wanted.prefix, self._titles, range(self.size))
            return together([written, self._found_in([*others], wanted)])
        if before := self._places.around(wanted.words[0], begun=wanted.words == (wanted.prefix,)):
            return self._told(self._chosen(before, wanted), wanted)
        lately = self._lately.among(wanted) if self._lately else None
        texts = self._holding(wanted.words, range(self.size) if lately is None else lately)
        if len(wanted.words) > 1 or self._are_many(texts, wanted):
            return self._found_in(texts, wanted)
        return self._told(self._searched(texts, wanted), wanted)

    def _are_many(self, texts: Collection[int], wanted: Needed) -> bool:
        """Whether something seems to stand in more places than it would pay to keep."""
        some = [*islice(texts, _A_FEW)]
        here = self._found(some, wanted.words, wanted.prefix != "")
        return sum(map(len, here)) * len(texts) > _MANY * len(some)

    def _searched(self, texts: Iterable[int], wanted: Needed) -> TextPlaces:
        """Where something stands in these texts."""
        each = [_expression(wanted.words, wanted.prefix != "", simple=it) for it in (False, True)]
        found = TextPlaces(array("I"), array("I"))
        for text in timed(texts):
            folded = self._texts[text]
            found.places.extend(map(re.Match.start, each[folded.isascii()].finditer(folded)))
            found.texts.extend(repeat(text, len(found.places) - len(found.texts)))
        return found

    def _chosen(self, before: TextPlaces, wanted: Needed) -> TextPlaces:
        """Where it stands, if that is at some of these places."""
        each = [_expression(wanted.words, wanted.prefix != "", simple=it) for it in (False, True)]
        texts = [*map(self._texts.__getitem__, before.texts)]
        if wanted.words == (wanted.prefix,):
            return before.only(map(str.startswith, texts, repeat(wanted.prefix), before.places))
        expressions = map(each.__getitem__, map(str.isascii, texts))
        matches = [*map(re.Pattern.match, expressions, texts, before.places)]
        found = before.only(matches)
        return found.only(_apart(found, map(re.Match.end, filter(None, matches))))

    def _told(self, found: TextPlaces, wanted: Needed) -> Evidence:
        """What these places tell, which are all; those of a word are kept."""
        if len(wanted.words) == 1:
            self._places.keep(wanted.words[0], found, begun=wanted.prefix != "")
        titled = (
            text
            for text, place in found.first.items()
            if (place < LONGEST or not self._texts[text][:1].isalnum())
            and place < self._headline(text)
        )
        return Evidence(found.counts, True, frozenset(titled))

    def _found_in(self, among: Collection[int], wanted: Needed) -> Evidence:
        """The same of what stands everywhere, or in few of these texts."""
        texts = self._holding(wanted.words, among)
        if not texts:
            return Evidence({}, True)
        words, begun = wanted.words, wanted.prefix != ""
        counts = found(list(texts), map(len, self._found(texts, words, begun)))
        in_headline = partial(self._is_in_headline, words, begun)
        return Evidence(counts, True, frozenset(filter(in_headline, counts)))

    def _found(
        self, texts: Iterable[int], words: tuple[str, ...], begun: bool
    ) -> Iterator[list[str]]:
        """What is found in each text by its expression; the loops are none of Python's."""
        here = map(self._texts.__getitem__, texts)
        in_ascii = _expression(words, begun, simple=True)
        if self._are_ascii:
            return map(in_ascii.findall, here)
        expressions = _expression(words, begun, simple=False), in_ascii
        read = list(here)
        each = map(expressions.__getitem__, map(str.isascii, read))
        return map(re.Pattern.findall, each, read)

    def _is_in_headline(self, words: tuple[str, ...], begun: bool, text: int) -> bool:
        """Whether what stands in a text does so first in its headline."""
        folded = self._texts[text]
        bound = self._headline_bound(text)
        # One that begins before the bound ends, with what is looked at behind it, before this.
        end = bound + len(words[0]) + 1 if len(words) == 1 else len(folded)
        simple = self._are_ascii or folded.isascii()
        first = _expression(words, begun, simple=simple).search(folded, 0, end)
        return first is not None and first.start() < bound and first.start() < self._headline(text)

    def _headline_bound(self, text: int) -> int:
        """Where the headline of a text ends at the latest."""
        folded = self._texts[text]
        if not folded[:1].isalnum():
            return self._headline(text)
        line_end = folded.find("\n", 0, LONGEST)
        return LONGEST if line_end < 0 else line_end

    def _headline(self, text: int) -> int:
        """Where the headline of a text ends."""
        if text not in self._headlines:
            self._headlines[text] = headline_span(self._texts[text]).end
        return self._headlines[text]


def _apart(found: TextPlaces, ends: Iterable[int]) -> Iterator[bool]:
    """Which of these do not overlap with one before in the same text."""
    last, reached = -1, 0
    for text, place, end in timed(zip(found.texts, found.places, ends, strict=True)):
        is_apart = text != last or place >= reached
        last, reached = text, end if is_apart else reached
        yield is_apart


@lru_cache(maxsize=64)
def _expression(words: tuple[str, ...], begun: bool, *, simple: bool) -> re.Pattern[str]:
    """Finds words that follow on each other, the last of them whole or not.

    One for texts that are all ASCII finds the same in them, more quickly.
    """
    first, *others = words
    gap = ASCII_GAP if simple else GAP
    more = "".join(f"{gap}{re.escape(word)}" for word in others)
    after = "" if begun else border_after(words[-1][-1], simple=simple)
    return re.compile(behind_border(first, simple=simple) + more + after)
