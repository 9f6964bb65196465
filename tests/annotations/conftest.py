"""Workspaces to annotate in, away from the folders of whoever runs the tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from one_document import FILE, PATH, TEXT

from documents.document import Document
from documents.settings import Settings
from documents.workspace import Workspace

MakeWorkspace = Callable[..., Workspace]


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own for each test; gives the folder that private texts are kept in."""
    home = tmp_path_factory.mktemp("home")
    for name in ("STATE", "CACHE", "CONFIG"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    monkeypatch.setenv("HOME", str(home))
    return home / "state"


@pytest.fixture
def make_workspace(tmp_path: Path) -> MakeWorkspace:
    """Makes a workspace from texts by path: ``make_workspace({"a.txt": "One."})``."""

    def make(texts: dict[str, str], settings: Settings | None = None) -> Workspace:
        root = tmp_path / "workspace"
        for path, text in texts.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(text.encode("utf-8"))
        return Workspace(root, settings or Settings())

    return make


@pytest.fixture
def workspace(make_workspace: MakeWorkspace) -> Workspace:
    """A workspace with one document."""
    return make_workspace({PATH: TEXT})


@pytest.fixture
def document(workspace: Workspace) -> Document:
    """The first document of the workspace."""
    return workspace.read(next(iter(workspace.documents())))


@pytest.fixture
def file(workspace: Workspace) -> Path:
    """Where its annotations are."""
    return workspace.root / FILE
