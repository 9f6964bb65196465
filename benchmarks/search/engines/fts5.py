"""SQLite's full-text search."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from benchmarks.search.asked import Asked
from benchmarks.search.engines import SNIPPET_WORDS, Answer, text_of


class Fts5:
    """One table with the texts in it, which the snippets are made from.

    Accents count, as they do in the other engines.
    """

    def __init__(self, root: Path, place: Path) -> None:
        self._root = root
        self._file = place / "texts.db"
        self._database: sqlite3.Connection | None = None

    @property
    def database(self) -> sqlite3.Connection:
        """The open database."""
        self._database = self._database or sqlite3.connect(self._file)
        return self._database

    def open(self) -> None:
        """Opens the index."""
        self.database.execute("SELECT count(*) FROM texts_docsize").fetchone()

    def index(self, documents: Sequence[str]) -> None:
        """Indexes in one transaction, that nothing is waited for to reach the disk in."""
        self.database.execute("PRAGMA synchronous = OFF")
        self.database.execute(
            "CREATE VIRTUAL TABLE texts USING "
            "fts5(path UNINDEXED, body, tokenize = 'unicode61 remove_diacritics 0')"
        )
        self.database.executemany(
            "INSERT INTO texts VALUES (?, ?)",
            ((document, text_of(self._root, document)) for document in documents),
        )
        self.database.commit()

    def ask(self, asked: Asked, limit: int) -> list[Answer]:
        """The best by BM25, with SQLite's own snippets."""
        query = "SELECT path, snippet(texts, 1, '[', ']', '…', ?) FROM texts WHERE texts MATCH ?"
        found = self.database.execute(
            f"{query} ORDER BY rank LIMIT ?", (SNIPPET_WORDS, _match(asked), limit)
        )
        return [Answer(*row) for row in found]

    def documents(self, asked: Asked) -> set[str]:
        """All documents that match."""
        found = self.database.execute(
            "SELECT path FROM texts WHERE texts MATCH ?", (_match(asked),)
        )
        return {path for (path,) in found}


def _match(asked: Asked) -> str:
    star = "*" if asked.open else ""
    if asked.phrase:
        return f'body: "{" ".join(asked.words)}"{star}'
    joint = " OR " if asked.either else " "
    return "body: (" + joint.join(f'"{word}"' for word in asked.words) + star + ")"
