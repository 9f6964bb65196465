"""The engine that keeps an index with Whoosh; see ``search_index.engine``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from search_index.engine import Progress, Summary
from search_index.whoosh_engine.index import Index

if TYPE_CHECKING:
    from search_index.indexing.corpus import Corpus


def open_index(folder: Path) -> Index:
    """The index in ``folder``, for one thread."""
    return Index(folder)


def update(
    folder: Path, corpus: Corpus, *, rebuild: bool, progress: Callable[[Progress], None]
) -> Summary:
    """Brings the index in ``folder`` up to date, or makes it anew. Raises OSError."""
    from search_index.whoosh_engine.building import Builder

    return Builder(folder, corpus, rebuild=rebuild).run(progress)
