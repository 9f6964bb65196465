"""Documents are read to compare their authors, and again only where they have changed."""

from __future__ import annotations

from pathlib import Path
from queue import Queue

import pytest
from at_the_screen import add_as

from annotations.agreement.comparison import Comparison
from documents.document import Document
from documents.workspace import Workspace, open_workspace
from tui.comparing import Comparer
from tui.session import Session

LONG = 30.0
"""Seconds to wait at most, on a busy machine."""


def test_a_document_is_read_again_only_when_it_has_changed(
    seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for author in ("anna", "ben"):
        add_as(author, seeds, "A question of harbours", "doubt")
    session = Session(open_workspace([seeds]).workspace, "anna")
    session.adopt(session.load(), lambda path: False)
    reads: list[str] = []
    read = Workspace.read

    def noted(workspace: Workspace, path: str, encoding: str | None = None) -> Document:
        reads.append(path)
        return read(workspace, path, encoding)

    monkeypatch.setattr(Workspace, "read", noted)
    told: Queue[Comparison] = Queue()
    comparer = Comparer(session, told.put)
    for _ in range(2):
        comparer.ask()
        assert told.get(timeout=LONG).documents == ("call.txt",)
    assert reads == ["call.txt"]
    (seeds / "call.txt").write_text((seeds / "call.txt").read_text() + "\nOne more line.\n")
    comparer.ask()
    told.get(timeout=LONG)
    comparer.close()
    assert reads == ["call.txt", "call.txt"]
