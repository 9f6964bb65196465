"""Which documents and annotations answer a query, and how often each term stands in them.

The index narrows down what has to be read, and counts plain words where it knows them; whatever
it does not know is read. Which of both happened makes no difference to what is found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache

from documents.spans import Span
from search_index.index import Evidence, Index
from search_index.marks import MarkHits, Marks
from search_index.matching import TextSubject, matches, path_matches
from search_index.narrowing import Bounds, Narrowing
from search_index.patterns import pattern
from search_index.query import Field, FieldName, Node, Term, wanted_terms
from search_index.ranking import Tally, scores
from search_index.snapshot import Record, Snapshot
from search_index.texts import SearchText, Texts

_NONE = Bounds(frozenset(), frozenset())


class Cancelled(Exception):
    """The answer is no longer wanted."""


@dataclass(slots=True)
class Findings:
    """What answers a query: tallies of texts, and annotations, each by document."""

    terms: tuple[Term, ...]
    searched: int
    indexed: bool
    tallies: dict[str, Tally] = field(default_factory=dict)
    marks: dict[str, MarkHits] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """The number of hits."""
        texts = sum(tally.total for tally in self.tallies.values())
        return texts + sum(len(marks.placed) for marks in self.marks.values())

    @property
    def documents(self) -> set[str]:
        """The documents with hits."""
        return self.tallies.keys() | self.marks.keys()

    def ranked(self) -> list[tuple[str, float]]:
        """The documents with hits and their scores, best first."""
        both = {path: self.tallies.get(path) or Tally(1) for path in self.tallies | self.marks}
        for path, marks in self.marks.items():
            both[path].notes = marks.noted
        frequencies = {
            term: sum(tally.weight(term) > 0 for tally in both.values()) for term in self.terms
        }
        found = scores(both, self.searched, frequencies)
        return sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))


@dataclass(frozen=True, slots=True)
class Sources:
    """Where answers come from."""

    snapshot: Snapshot
    index: Index
    texts: Texts
    marks: Marks


def find(root: Node, sources: Sources, check: Callable[[], None]) -> Findings:
    """What answers the query ``root``.

    ``check`` is called before each document, and may raise Cancelled. Raises
    ``search_index.index.Damaged`` where the index turns out not to be readable.
    """
    current = sources.index.current(sources.snapshot)
    known = {key: entry.length for key, entry in current.items() if not entry.scanned}
    evidence = cache(sources.index.evidence) if known else _no_evidence
    documents = sources.snapshot.documents
    findings = Findings(
        wanted_terms(root), len(documents), indexed=current.keys() >= documents.keys()
    )
    if findings.terms:
        _find_texts(root, sources, known, evidence, findings, check)
    records = _possible_records(root, sources.snapshot, known, evidence)
    findings.marks = sources.marks.answering(root, records)
    return findings


def find_forms(
    root: Node, sources: Sources, check: Callable[[], None], found: Findings
) -> Findings:
    """What satisfies the query with words in any form, beyond what was ``found``."""
    findings = Findings(found.terms, found.searched, found.indexed)
    if not found.terms:
        return findings
    from search_index.forms import FormSubject, form_places

    for path in sources.snapshot.documents:
        check()
        text = sources.texts.get(path)
        if text is None or not matches(root, FormSubject(path, text)):
            continue
        places = form_places(found.terms, text, shown=path in found.tallies)
        counts = {term: len(spans) for term, spans in places.items()}
        if counts:
            findings.tallies[path] = Tally(len(text.text), counts)
    return findings


def _no_evidence(_: Term) -> Evidence | None:
    return None


def _find_texts(
    root: Node,
    sources: Sources,
    known: dict[str, int],
    evidence: Callable[[Term], Evidence | None],
    findings: Findings,
    check: Callable[[], None],
) -> None:
    everything = frozenset(sources.snapshot.documents)
    narrowing = Narrowing(everything, everything & known.keys(), evidence, _text_field(everything))
    certain, possible = narrowing.bounds(root)
    counted = _counted(findings.terms, evidence)
    for path in sources.snapshot.documents:
        if path not in possible:
            continue
        check()
        if counted and path in certain and path in known:
            tally: Tally | None = _tally_counted(counted, path, known[path])
        else:
            tally = _tally_read(root, findings.terms, path, sources.texts.get(path))
        if tally and tally.counts:
            findings.tallies[path] = tally


def _text_field(paths: Iterable[str]) -> Callable[[Field], Bounds]:
    """Texts have no tags, notes or statuses; which paths fit is known for certain."""

    def bounds(field: Field) -> Bounds:
        if field.name is not FieldName.DOC:
            return _NONE
        fitting = frozenset(path for path in paths if path_matches(field.term, path))
        return Bounds(fitting, fitting)

    return bounds


def _counted(
    terms: tuple[Term, ...], evidence: Callable[[Term], Evidence | None]
) -> dict[Term, Evidence]:
    """The evidence for the terms where it tells how often each stands in a text; else nothing."""
    if len(terms) > 1 and any(term.prefix for term in terms):
        return {}  # one place may answer to two terms, but is one hit
    found = {term: evidence(term) for term in terms}
    exact = {term: each for term, each in found.items() if each and each.exact}
    return exact if len(exact) == len(terms) else {}


def _tally_counted(counted: dict[Term, Evidence], path: str, length: int) -> Tally:
    counts = {term: evidence.counts.get(path, 0) for term, evidence in counted.items()}
    return Tally(length, {term: count for term, count in counts.items() if count})


def _tally_read(
    root: Node, terms: Iterable[Term], path: str, text: SearchText | None
) -> Tally | None:
    """The tally of a text that was read; None where it is not what the query asks for."""
    if text is None or not matches(root, TextSubject(path, text)):
        return None
    tally = Tally(len(text.text))
    taken: set[Span] = set()
    for term in terms:
        found = set(pattern(term).find(text.text, text.folded)) - taken
        if found:
            tally.counts[term] = len(found)
            taken |= found
    return tally


def _possible_records(
    root: Node,
    snapshot: Snapshot,
    known: dict[str, int],
    evidence: Callable[[Term], Evidence | None],
) -> list[Record]:
    """The annotation files that may hold an annotation that answers the query."""
    paths = {record.key: record.path for record in snapshot.records}
    everything = frozenset(paths)

    def somewhere(term: Term) -> Evidence | None:
        """The index knows files, not annotations: nothing is certain of any one of them."""
        found = evidence(term)
        return Evidence(found.counts, exact=False) if found else None

    def field_bounds(field: Field) -> Bounds:
        if field.name is FieldName.DOC:
            fitting = frozenset(key for key in paths if path_matches(field.term, paths[key]))
            return Bounds(fitting, fitting)
        if field.name is FieldName.STATUS or not field.term.text:
            return Bounds(frozenset(), everything)
        return narrowing.bounds(field.term)

    narrowing = Narrowing(everything, everything & known.keys(), somewhere, field_bounds)
    possible = narrowing.bounds(root).possible
    return [record for record in snapshot.records if record.key in possible]
