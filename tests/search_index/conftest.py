"""Workspaces to search, away from the folders of whoever runs the tests."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from documents.settings import Settings
from documents.workspace import Workspace

MakeWorkspace = Callable[[Mapping[str, str]], Workspace]


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own for each test; gives the folder that the index is kept in."""
    home = tmp_path_factory.mktemp("home")
    for name in ("STATE", "CACHE", "CONFIG"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    monkeypatch.setenv("HOME", str(home))
    return home / "cache"


@pytest.fixture
def make_workspace(tmp_path: Path) -> MakeWorkspace:
    """Makes a workspace from texts by path: ``make_workspace({"a.txt": "One."})``."""

    def make(texts: Mapping[str, str]) -> Workspace:
        root = tmp_path / "workspace"
        root.mkdir(exist_ok=True)
        for path, text in texts.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(text.encode("utf-8"))
        return Workspace(root, Settings())

    return make
