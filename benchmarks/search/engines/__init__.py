"""The engines, each behind the same few calls."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from benchmarks.search.asked import Asked

SNIPPET_WORDS = 30


class Answer(NamedTuple):
    """A hit: the document's path, and the words around what was found in it, which are marked."""

    document: str
    snippet: str


class Engine(Protocol):
    """Searches the texts below a folder with an index that it keeps at a place of its own."""

    def __init__(self, root: Path, place: Path) -> None: ...

    def index(self, documents: Sequence[str]) -> None:
        """Indexes the documents, whose paths are relative to the root, in this process."""

    def open(self) -> None:
        """Opens the index that this or another process made."""

    def ask(self, asked: Asked, limit: int) -> list[Answer]:
        """The best hits."""

    def documents(self, asked: Asked) -> set[str]:
        """All documents in which there are hits."""


_CLASSES = {
    "Sidelight": "sidelight.Sidelight",
    "FTS5": "fts5.Fts5",
    "tantivy": "with_tantivy.Tantivy",
    "Whoosh": "stock_whoosh.StockWhoosh",
}
ENGINES = tuple(_CLASSES)


def can_run(name: str) -> bool:
    """Whether what the engine needs is installed."""
    return name != "tantivy" or importlib.util.find_spec("tantivy") is not None


def engine(name: str, root: Path, place: Path) -> Engine:
    """One of ``ENGINES``."""
    module, _, kind = _CLASSES[name].partition(".")
    made: type[Engine] = getattr(importlib.import_module(f"{__name__}.{module}"), kind)
    place.mkdir(parents=True, exist_ok=True)
    return made(root, place)


def text_of(root: Path, document: str) -> str:
    """What the engines index: bytes that are not UTF-8 do not matter to a benchmark."""
    return (root / document).read_text(encoding="utf-8", errors="replace")
