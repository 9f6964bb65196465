"""Who names more files than go side by side is told where the others are."""

from __future__ import annotations

from pathlib import Path

import pytest

from documents.settings import Settings
from documents.workspace import Workspace
from tui.keys import Keymap, KeyReader
from tui.reading.crowd import crowd, elsewhere


@pytest.mark.parametrize(
    ("named", "in_sight", "words"),
    [
        (2, 2, ""),
        (4, 4, ""),
        (4, 2, "2 of 4 files fit side by side here: tab goes on to the next"),
        (6, 4, "4 of 6 files are open, as many as go side by side: o opens more"),
    ],
)
def test_what_is_told(named: int, in_sight: int, words: str) -> None:
    assert crowd(named, in_sight, KeyReader(Keymap())) == words


def test_whose_marks_are_not_shown(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path, Settings())
    assert elsewhere([tmp_path / "one", tmp_path / "two"], workspace) == (
        "The marks of one and two are not shown: opened together, marks are kept in "
        f"{tmp_path.name}"
    )
