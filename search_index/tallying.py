"""How often the terms of a query stand in documents, and in how many places all together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from documents.spans import Span
from search_index.engine import Evidence
from search_index.queries.query import OneOf, Term, begins_words, closer
from search_index.ranking import Tally, empty_tally
from search_index.terms import needed
from search_index.texts import SearchText
from search_index.time_limits import look_at_the_time


class Counting:
    """Counts terms in documents, and the places of all of them together."""

    def __init__(self) -> None:
        self.tallies: dict[Term, Tally] = {}
        self.places: dict[int, int] = {}

    def take(
        self,
        terms: Iterable[Term],
        counted: Mapping[Term, Evidence],
        apart: Mapping[Term, Evidence],
        sure: frozenset[int],
    ) -> None:
        """The index's counts of terms, in the documents that are ``sure`` to answer the query.

        Places are those of the terms that stand ``apart`` from each other.
        """
        for term in terms:
            look_at_the_time()
            evidence = counted[term]
            counts = _within(evidence.counts, sure)
            nearer = [set(sure.intersection(counted[each].counts)) for each in closer(term)]
            self.tallies[term] = Tally(counts, set(evidence.titled & sure), closer=nearer)
        for term, evidence in apart.items():
            tally = self.tallies.get(term)
            self._add_places(tally.counts if tally else _within(evidence.counts, sure))

    def _add_places(self, counts: Mapping[int, int]) -> None:
        if not self.places:
            self.places = dict(counts)
            return
        for number, count in counts.items():
            self.places[number] = self.places.get(number, 0) + count

    def count(self, terms: Iterable[Term], number: int, text: SearchText) -> None:
        """The terms in a text that was read."""
        taken: set[Span] = set()
        for term in terms:
            look_at_the_time()
            if found := text.places(term):
                self.add(term, number, len(found), titled=found[0].start < text.headline.end)
                taken.update(found)
                for held, each in zip(self.tallies[term].closer, closer(term), strict=True):
                    if text.places(each):
                        assert isinstance(held, set)
                        held.add(number)
        if taken:
            self.places[number] = len(taken)

    def add(self, term: Term, number: int, count: int, *, titled: bool) -> None:
        """So many places of a term in a document."""
        if term not in self.tallies:
            self.tallies[term] = empty_tally(term)
        tally = self.tallies[term]
        assert isinstance(tally.counts, dict)
        assert isinstance(tally.titled, set)
        tally.counts[number] = count
        if titled:
            tally.titled.add(number)


def _within(counts: Mapping[int, int], sure: frozenset[int]) -> dict[int, int]:
    """The counts in the documents that are sure."""
    if sure.issuperset(counts):
        return dict(counts)
    return {number: counts[number] for number in sure.intersection(counts)}


def tallied(
    terms: tuple[Term, ...], evidence: Callable[[Term], Evidence | None]
) -> dict[Term, Evidence]:
    """The evidence for the terms where it tells how often each stands in a text; else nothing."""
    found = {term: evidence(term) for term in terms}
    exact = {term: each for term, each in found.items() if each and each.exact}
    return exact if len(exact) == len(terms) else {}


def places_apart(
    counted: Mapping[Term, Evidence], evidence: Callable[[Term], Evidence | None]
) -> dict[Term, Evidence]:
    """Terms no two of which share a place, but which together have all places; or nothing.

    What is near something has the places of others. A word that is no more than one that may be in
    a text stands in none that is sure.
    """
    wanted = {term: needed(term) for term in counted}
    if len(counted) == 1 or all(each.words for each in wanted.values()):
        return {term: counted[term] for term in _not_begun({t: wanted[t].words for t in counted})}
    if any(each.near for each in wanted.values()):
        return {}
    phrases = {term: each.words for term, each in wanted.items() if len(each.words) > 1}
    one_of = OneOf(tuple(t for t, n in wanted.items() if n.alike or n.shape or len(n.words) == 1))
    found = evidence(one_of) if one_of.terms else Evidence({}, True)
    if found is None:
        return {}
    return {one_of: found} | {term: counted[term] for term in _not_begun(phrases)}


def _not_begun(words: Mapping[Term, tuple[str, ...]]) -> list[Term]:
    """The terms, of such words, without those of which each place is one of a beginning there."""
    begun = {each for term, each in words.items() if begins_words(term)}

    def is_begun(term: Term) -> bool:
        if not words[term]:
            return False
        *before, last = words[term]
        shorter = range(1, len(last) + (not begins_words(term)))
        return any((*before, last[:length]) in begun for length in shorter)

    return [term for term in words if not is_begun(term)]
