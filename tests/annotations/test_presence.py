"""Whether there are annotations is known without reading any."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotations.presence import may_have_annotations
from annotations.safety_copies import SafetyCopies


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    (tmp_path / "workspace").mkdir()
    return tmp_path / "workspace"


def test_a_workspace_without_the_folder_has_none(root: Path) -> None:
    assert not may_have_annotations(root)


def test_the_folder_tells_of_them(root: Path) -> None:
    (root / "annotations").mkdir()
    assert may_have_annotations(root)


def test_copies_tell_of_those_that_are_gone(root: Path) -> None:
    SafetyCopies(root).keep("annotations/kim/a.txt.toml", b"schema = 1\n", b"")
    assert may_have_annotations(root)
