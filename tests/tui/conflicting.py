"""Two programs that edit one annotation at the same time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from annotations.model import Annotation, Change, mark
from annotations.store import Store
from documents.workspace import open_workspace

AUTHOR = "mk"
PATH = "call.txt"
FIRST, LATER = (datetime(2026, 11, 21, hour, tzinfo=UTC) for hour in (19, 20))


def edit_twice(
    seeds: Path, words: str, here: dict[str, object], elsewhere: dict[str, object]
) -> Annotation:
    """Marks words, then edits that as two programs do that have not seen the other's edit."""
    workspace = open_workspace([seeds]).workspace
    store, document = Store(workspace), workspace.read(PATH)
    start = document.text.index(words)
    base = mark(
        document.text, start, start + len(words), tags=("claim",), status="open", moment=FIRST
    )
    base = replace(base, id=f"twice{start:04}")
    store.apply(AUTHOR, document, [Change(None, base)])
    theirs, ours = (
        replace(base, modified=LATER, **each)  # type: ignore[arg-type]
        for each in (elsewhere, here)
    )
    store.apply(AUTHOR, document, [Change(base, theirs)])
    file = store.apply(AUTHOR, document, [Change(base, ours)])
    return next(one for one in file.annotations if one.id == base.id)


def two_statuses(seeds: Path) -> Annotation:
    """A claim that was supported here and refuted elsewhere."""
    claim = "Unconfirmed reports say"
    return edit_twice(seeds, claim, {"status": "supported"}, {"status": "refuted"})


def two_notes(seeds: Path) -> Annotation:
    """A mark with two notes that were written at the same time."""
    notes = ({"note": "By which count?"}, {"note": "Ask the embassy."})
    return edit_twice(seeds, "“lost all meaning”", *notes)
