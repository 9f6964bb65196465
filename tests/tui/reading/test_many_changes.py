"""The texts that changes to many documents are saved on."""

from __future__ import annotations

from pathlib import Path

import pytest

from documents.settings import Settings
from documents.workspace import Workspace
from tui.reading.many_changes import readable_texts
from tui.session import Session

PATHS = ["a.txt", "b.txt", "c.txt"]


@pytest.fixture
def session(tmp_path: Path) -> Session:
    for path in PATHS:
        (tmp_path / path).write_text(f"The text of {path}.", encoding="utf-8")
    return Session(Workspace(tmp_path, Settings()), "mk")


def test_what_cannot_be_read_is_told_and_the_others_are_there(session: Session) -> None:
    texts, problems = readable_texts(session, [*PATHS, "gone.txt"])
    assert {path: text.text for path, text in texts.items()} == {
        path: f"The text of {path}." for path in PATHS
    }
    assert len(problems) == 1
    assert "gone.txt" in problems[0]


def test_what_has_changed_since_is_read_again_and_nothing_else(session: Session) -> None:
    before, _ = readable_texts(session, PATHS)
    (session.workspace.root / "b.txt").write_text("Another text altogether.", encoding="utf-8")
    (session.workspace.root / "c.txt").unlink()
    texts, problems = readable_texts(session, PATHS, before=before)
    assert texts["a.txt"] is before["a.txt"]
    assert texts["b.txt"].text == "Another text altogether."
    assert "c.txt" not in texts
    assert len(problems) == 1


def test_of_a_document_that_was_opened_meanwhile_it_is_the_text_that_is_open(
    session: Session,
) -> None:
    before, _ = readable_texts(session, PATHS)
    there = session.documents.at("a.txt")
    texts, _ = readable_texts(session, PATHS, before=before)
    assert texts["a.txt"] is there
