"""tantivy, with its own tokenizer, BM25 and snippets, one thread writing."""

from __future__ import annotations

import importlib
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.search.asked import Asked
from benchmarks.search.engines import Answer, text_of

_SNIPPET_CHARACTERS = 200
"""About as many as the other engines' snippets have."""

_EVERYTHING = 10_000_000


class Tantivy:
    """An index of the paths and texts, both stored."""

    def __init__(self, root: Path, place: Path) -> None:
        self._root = root
        self._tantivy: Any = importlib.import_module("tantivy")
        fields = self._tantivy.SchemaBuilder()
        fields.add_text_field("path", stored=True, tokenizer_name="raw")
        fields.add_text_field("body", stored=True)
        self._schema = fields.build()
        self._index = self._tantivy.Index(self._schema, path=str(place))
        self._searcher: Any = None

    def open(self) -> None:
        """Opens the index."""
        self._index.reload()
        self._searcher = self._index.searcher()

    def index(self, documents: Sequence[str]) -> None:
        """Indexes with one thread, and waits for its merges."""
        writer = self._index.writer(num_threads=1)
        make = self._tantivy.Document
        for document in documents:
            writer.add_document(make(path=document, body=text_of(self._root, document)))
        writer.commit()
        writer.wait_merging_threads()

    def ask(self, asked: Asked, limit: int) -> list[Answer]:
        """The best by BM25, with tantivy's own snippets; it makes none for beginnings of words."""
        query = self._query(asked)
        snippets = self._tantivy.SnippetGenerator.create(
            self._searcher, query, self._schema, "body"
        )
        snippets.set_max_num_chars(_SNIPPET_CHARACTERS)
        answers = []
        for _, address in self._searcher.search(query, limit, count=False).hits:
            found = self._searcher.doc(address)
            snippet = snippets.snippet_from_doc(found).to_html()
            answers.append(Answer(found["path"][0], snippet or _around(found["body"][0], asked)))
        return answers

    def documents(self, asked: Asked) -> set[str]:
        """All documents that match."""
        found = self._searcher.search(self._query(asked), _EVERYTHING).hits
        return {self._searcher.doc(address)["path"][0] for _, address in found}

    def _query(self, asked: Asked) -> Any:
        query, schema = self._tantivy.Query, self._schema
        *whole, last = asked.words
        if asked.phrase:
            make = query.phrase_prefix_query if asked.open else query.phrase_query
            return make(schema, "body", [*asked.words])
        parts = [query.term_query(schema, "body", word) for word in whole]
        if asked.open:
            parts.append(query.regex_query(schema, "body", f"{last}.*"))
        else:
            parts.append(query.term_query(schema, "body", last))
        occur = self._tantivy.Occur.Should if asked.either else self._tantivy.Occur.Must
        return parts[0] if len(parts) == 1 else query.boolean_query([(occur, p) for p in parts])


def _around(text: str, asked: Asked) -> str:
    """What stands around the first word that begins as the last one asked for."""
    found = re.search(rf"\b{asked.words[-1]}\w*", text, re.IGNORECASE)
    if found is None:
        return ""
    before = text[max(0, found.start() - _SNIPPET_CHARACTERS // 2) : found.start()]
    after = text[found.end() : found.end() + _SNIPPET_CHARACTERS // 2]
    return f"{before}<b>{found[0]}</b>{after}"
