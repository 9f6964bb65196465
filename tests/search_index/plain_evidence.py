"""What a part of an index tells of a term, held against a plain reading of the texts."""

from __future__ import annotations

from collections.abc import Sequence

from search_index.engine import Evidence
from search_index.finding.patterns import pattern
from search_index.folding import Searched
from search_index.queries.query import Term
from search_index.titles import headline_span


def is_sure(found: Evidence, texts: Sequence[str], term: Term) -> bool:
    """Whether the part is sure of the term; what it says must be so, of texts not left open."""
    plain = [Searched(text) for text in texts]
    told = [number for number in range(len(texts)) if number not in found.unsure]
    places = {n: list(pattern(term).find(plain[n].plain, plain[n].folded)) for n in told}
    expected = {number: len(spans) for number, spans in places.items() if spans}
    counts = {number: count for number, count in found.counts.items() if number in places}
    assert expected.keys() <= counts.keys()
    if found.exact:
        assert counts == expected
        titled = {n for n in expected if places[n][0].start < headline_span(plain[n].plain).end}
        assert found.titled & places.keys() == titled
    return found.exact and bool(told or not texts)
