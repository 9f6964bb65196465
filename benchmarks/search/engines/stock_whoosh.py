"""Whoosh as its documentation uses it: the standard analyzer, one process, its highlighter."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.search.asked import Asked
from benchmarks.search.engines import Answer, text_of

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from whoosh import index as whoosh_index
    from whoosh import query as whoosh_query
    from whoosh.analysis import StandardAnalyzer
    from whoosh.fields import ID, TEXT, Schema

_ANALYZER = StandardAnalyzer()


class StockWhoosh:
    """An index of the paths and texts, both stored.

    The analyzer leaves out single letters and the commonest English words, of queries too.
    """

    def __init__(self, root: Path, place: Path) -> None:
        self._root = root
        self._place = place
        self._searcher: Any = None

    def open(self) -> None:
        """Opens the index."""
        self._searcher = whoosh_index.open_dir(str(self._place)).searcher()

    def index(self, documents: Sequence[str]) -> None:
        """Indexes with one process."""
        schema = Schema(path=ID(stored=True), body=TEXT(stored=True))
        made = whoosh_index.create_in(str(self._place), schema)
        writer = made.writer()
        for document in documents:
            writer.add_document(path=document, body=text_of(self._root, document))
        writer.commit()

    def ask(self, asked: Asked, limit: int) -> list[Answer]:
        """The best by BM25F, with Whoosh's own snippets."""
        found = self._searcher.search(_query(asked), limit=limit)
        found.fragmenter.surround = 80
        return [Answer(hit["path"], hit.highlights("body", top=1)) for hit in found]

    def documents(self, asked: Asked) -> set[str]:
        """All documents that match."""
        return {hit["path"] for hit in self._searcher.search(_query(asked), limit=None)}


def _query(asked: Asked) -> Any:
    *whole, last = asked.words
    terms = [token.text for token in _ANALYZER(" ".join(whole))]
    if asked.open:
        parts = [whoosh_query.Term("body", term) for term in terms]
        parts.append(whoosh_query.Prefix("body", last))
        sequence = asked.phrase and terms
        return (whoosh_query.Sequence if sequence else whoosh_query.And)(parts)
    terms += [token.text for token in _ANALYZER(last)]
    if asked.phrase and len(terms) > 1:
        return whoosh_query.Phrase("body", terms)
    joined = whoosh_query.Or if asked.either else whoosh_query.And
    return joined([whoosh_query.Term("body", term) for term in terms])
