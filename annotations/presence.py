"""Whether there are annotations at all: asked before anything is imported that reads them."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from documents.discovery import ANNOTATIONS_FOLDER
from documents.places import state_folder, workspace_folder, workspace_place

COPIES_FOLDER = "copies"
"""Where the copies of annotation files are, in the workspace's part of the state folder."""

NOTES = "notes"
"""Where notes are kept there while they are written."""


def may_have_annotations(root: Path) -> bool:
    """Whether annotations of the workspace at ``root`` are there, or once were saved from here."""
    if (root / ANNOTATIONS_FOLDER).is_dir():
        return True
    with suppress(OSError):
        return (workspace_place(state_folder(), root) / COPIES_FOLDER).is_dir()
    return False


def may_have_drafts(root: Path) -> bool:
    """Whether notes were being written on the workspace at ``root`` when a program was killed."""
    try:
        folder = state_folder()
        return folder.is_dir() and any((workspace_folder(folder, root) / NOTES).iterdir())
    except OSError:
        return False
