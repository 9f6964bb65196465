"""Where the index of a workspace lies, whichever engine keeps it."""

from __future__ import annotations

from pathlib import Path

from documents.places import cache_folder, workspace_place
from documents.workspace import Workspace

LOCK = "search.lock"
"""What a builder holds, beside the folder of the index."""


def index_folder(workspace: Workspace) -> Path:
    """The folder of the workspace's index, which need not exist; nothing is made."""
    return index_place(workspace.root) / "search"


def index_place(root: Path) -> Path:
    """The folder that holds the index of the workspace at ``root``, and the lock of its builder."""
    return workspace_place(cache_folder(), root)
