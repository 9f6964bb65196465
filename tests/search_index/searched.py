"""Workspaces that are searched, indexed or not, and words to ask them for."""

from __future__ import annotations

import random
from collections.abc import Iterator

from plain_scan import WORDS

from annotations.store import Store
from documents.workspace import Workspace
from search_index.indexing.updating import update_index
from search_index.search import Searcher


def queries(seed: int, count: int = 40) -> Iterator[str]:
    """One word or two, of those that are hard to find."""
    chance = random.Random(seed)
    for _ in range(count):
        yield " ".join(chance.choices(WORDS, k=chance.choice((1, 1, 1, 2))))


def index(workspace: Workspace) -> None:
    """Brings the index up to date."""
    assert not update_index(workspace, Store(workspace)).problem


def searcher_of(workspace: Workspace) -> Searcher:
    """A searcher as a thread of the program has it."""
    return Searcher(workspace, Store(workspace))
