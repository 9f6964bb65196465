"""What a part of an index tells of a term, held against a plain reading of the texts."""

from __future__ import annotations

from collections.abc import Sequence

from search_index.engine import Evidence
from search_index.finding.patterns import pattern
from search_index.folding import fold
from search_index.queries.query import Term
from search_index.titles import headline_span


def is_sure(found: Evidence, texts: Sequence[str], term: Term) -> bool:
    """Whether the part is sure of the term; what it says must be so."""
    places = [list(pattern(term).find(text, fold(text))) for text in texts]
    counts = {number: len(spans) for number, spans in enumerate(places) if spans}
    assert counts.keys() <= found.counts.keys()
    if found.exact:
        assert found.counts == counts
        assert found.titled == {
            number
            for number in counts
            if places[number][0].start < headline_span(texts[number]).end
        }
    return found.exact
