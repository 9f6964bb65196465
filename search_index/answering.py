"""Which documents and annotations answer a query, and how often each term stands in them.

The index narrows down what has to be read, and counts words and phrases where it knows them;
whatever it does not know is read. Which of both happened makes no difference to what is found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import NamedTuple

from search_index.engine import Evidence
from search_index.finding.about import About, date_matches, path_matches
from search_index.finding.matching import TextSubject, cheapest_first, matches, needles
from search_index.marks import MarkHits, Marks
from search_index.narrowing import Bounds, Narrowing
from search_index.queries.query import (
    ANYTHING,
    OF_DOCUMENTS,
    OF_PATHS,
    Field,
    FieldName,
    Node,
    Term,
    closer,
    terms_of_hits,
    wanted_terms,
)
from search_index.ranking import Tally, best, empty_tally, scores
from search_index.snapshot import Record
from search_index.tallying import Counting, places_apart, tallied
from search_index.texts import Texts
from search_index.time_limits import look_at_the_time
from search_index.view import View

_NONE = Bounds(frozenset(), frozenset())


class Cancelled(Exception):
    """The answer is no longer wanted."""


class Findings:
    """What answers a query.

    ``tallies`` are those of its terms, ``places`` says in how many places of each document any of
    them stands, and ``marks`` are annotations by document. Documents go by their numbers in the
    view.
    """

    def __init__(self, terms: tuple[Term, ...], view: View) -> None:
        self.terms = terms
        self.view = view
        self.tallies: dict[Term, Tally] = {}
        self.places: Mapping[int, int] = {}
        self.marks: dict[str, MarkHits] = {}
        self.told: Term | None = None
        """The term of which the index told all that there is to know of the texts."""

    @property
    def total(self) -> int:
        """The number of hits."""
        return sum(self.places.values()) + sum(len(marks.placed) for marks in self.marks.values())

    @property
    def documents(self) -> set[int]:
        """The documents with hits."""
        return self.places.keys() | {self.view.number(path) for path in self.marks}

    def ranked(self, most: int | None = None) -> list[tuple[str, float]]:
        """The paths of the documents with hits, ``most`` of them, and their scores, best first."""
        if self.marks or self.told is None:
            ranked = self._ranked(most)
        else:
            ranked = self.view.ranked(self.told, most, self._ranked)
        return [(self.view.keys[number], score) for number, score in ranked]

    def _ranked(self, most: int | None) -> list[tuple[int, float]]:
        found = scores(self._with_notes(), self.view.lengths, None if self.marks else most)
        for path in self.marks:
            found.setdefault(self.view.number(path), 0.0)
        return best(found, most)

    def _with_notes(self) -> Mapping[Term, Tally]:
        if not self.marks:
            return self.tallies
        noted: dict[Term, dict[int, int]] = {}
        for path, marks in self.marks.items():
            for term, count in marks.noted.items():
                if count:
                    noted.setdefault(term, {})[self.view.number(path)] = count
        found = {}
        for term in self.terms:
            counts, titled, _, nearer = self.tallies.get(term) or empty_tally(term)
            pairs = zip(nearer, closer(term), strict=True)
            nearer = [held | noted.get(each, {}).keys() for held, each in pairs]
            found[term] = Tally(counts, titled, noted.get(term, {}), nearer)
        return found


class Sources(NamedTuple):
    """Where answers come from."""

    view: View
    texts: Texts
    marks: Marks

    def about(self, path: str) -> About:
        """What a query can ask of a document as a whole."""
        return About(path, self.texts.source(path), partial(self.texts.get, path))

    def evidence(self, term: Term) -> Evidence | None:
        """What the view tells of a term. Raises TookTooLong and ``search_index.view.Damaged``."""
        look_at_the_time()
        return self.view.evidence(term)

    def titled(self, paths: Iterable[str]) -> frozenset[int]:
        """The numbers of the paths that have a title on record, whatever stands in their texts."""
        source = self.texts.source
        return frozenset(number for number, path in enumerate(paths) if source(path).title)

    def fitting(self, field: Field, paths: Iterable[str], first: int = 0) -> frozenset[int]:
        """The numbers, from ``first`` on, of the paths that fit a field that asks for paths."""
        term, source = field.term, self.texts.source
        if field.name is FieldName.DATE:
            fits = (date_matches(term, path, source(path)) for path in paths)
        else:
            fits = (path_matches(term, path) for path in paths)
        return frozenset(number for number, fit in enumerate(fits, first) if fit)


def find(root: Node, sources: Sources, check: Callable[[], None]) -> Findings:
    """What answers the query ``root``.

    ``check`` is called before each document that is read, and may raise Cancelled. Raises
    ``search_index.view.Damaged`` where the index turns out not to be readable, TookTooLong where
    there is a limit to the time, and Refused where an expression takes too much memory.
    """
    root = cheapest_first(root)
    findings = Findings(terms_of_hits(root), sources.view)
    if findings.terms:
        _find_texts(root, sources, findings, check)
    findings.marks = sources.marks.answering(root, possible_records(root, sources))
    return findings


def find_texts(root: Node, sources: Sources, check: Callable[[], None]) -> Findings:
    """As ``find``, in texts alone: what is noted about them does not count."""
    findings = Findings(terms_of_hits(root), sources.view)
    _find_texts(cheapest_first(root), sources, findings, check)
    return findings


def find_forms(
    root: Node, sources: Sources, check: Callable[[], None], found: Findings
) -> Findings:
    """What satisfies the query with words in any form, beyond what was ``found``."""
    findings = Findings(found.terms, found.view)
    if not wanted_terms(root):
        return findings
    from search_index.finding.forms import FormSubject, form_places

    counting = Counting()
    for number, path in enumerate(sources.view.snapshot.documents):
        check()
        text = sources.texts.get(path)
        if text is None or not matches(root, FormSubject(text, sources.about(path))):
            continue
        for term, spans in form_places(found.terms, text, shown=number in found.places).items():
            counting.add(term, number, len(spans), titled=False)
            counting.places[number] = counting.places.get(number, 0) + len(spans)
    findings.tallies, findings.places = counting.tallies, counting.places
    return findings


def _find_texts(
    root: Node, sources: Sources, findings: Findings, check: Callable[[], None]
) -> None:
    view = sources.view
    paths = view.paths
    if isinstance(root, Term) and (told := _told(root, sources)):
        findings.told, findings.places = root, told.counts
        findings.tallies = {root: Tally(told.counts, told.titled)}
        return

    def field_bounds(field: Field) -> Bounds:
        """Texts have no tags, notes or statuses; which paths fit is known for certain."""
        if field.name in OF_PATHS:
            fitting = sources.fitting(field, paths)
            return Bounds(fitting, fitting)
        if field.name is FieldName.TITLE and field.term != ANYTHING:
            by_text = narrowing.bounds(field.term).possible
            return Bounds(frozenset(), by_text | sources.titled(paths))
        if field.name in OF_DOCUMENTS:
            return Bounds(frozenset(), view.documents.everything)
        return _NONE

    narrowing = Narrowing(view.documents, sources.evidence, field_bounds)
    certain, possible = narrowing.bounds(root)
    nearer = [each for term in findings.terms for each in closer(term)]
    counted = tallied((*findings.terms, *nearer), sources.evidence)
    apart = places_apart({t: counted[t] for t in findings.terms if counted}, sources.evidence)
    counting = Counting()
    if apart:
        unsure = frozenset[int]().union(*(each.unsure for each in (counted | apart).values()))
        sure = certain & view.documents.known if view.documents.unknown else certain
        sure = sure - unsure if unsure else sure
        possible = possible - sure if len(sure) < len(possible) else frozenset()
        counting.take(findings.terms, counted, apart, sure)
    wanted = needles(root)
    for number in sorted(possible):
        check()
        text = sources.texts.get(paths[number])
        if text is None or not all(map(text.folded.__contains__, wanted)):
            continue
        if matches(root, TextSubject(text, sources.about(paths[number]))):
            counting.count(findings.terms, number, text)
    findings.tallies, findings.places = counting.tallies, counting.places


def _told(term: Term, sources: Sources) -> Evidence | None:
    """What the index tells of a term, if no document has to be read for it, and none is else."""
    found = None if closer(term) or sources.view.documents.unknown else sources.evidence(term)
    if found is None or not found.exact or found.unsure:
        return None
    return found if max(found.counts, default=-1) < len(sources.view.paths) else None


def possible_records(root: Node, sources: Sources) -> list[Record]:
    """The annotation files that may hold an annotation that answers the query."""
    view = sources.view
    records = list(view.snapshot.records)
    if not records:
        return []
    first = view.first_record

    def somewhere(term: Term) -> Evidence | None:
        """The index knows files, not annotations: nothing is certain of any one of them."""
        found = sources.evidence(term)
        return found._replace(exact=False) if found else None

    def field_bounds(field: Field) -> Bounds:
        if field.name in OF_PATHS:
            fitting = sources.fitting(field, (record.path for record in records), first)
            return Bounds(fitting, fitting)
        if field.name in (FieldName.TAG, FieldName.NOTE) and field.term != ANYTHING:
            return narrowing.bounds(field.term)
        return Bounds(frozenset(), view.records.everything)

    narrowing = Narrowing(view.records, somewhere, field_bounds)
    possible = narrowing.bounds(root).possible
    return [record for number, record in enumerate(records, first) if number in possible]
