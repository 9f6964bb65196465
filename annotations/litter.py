"""What killed writers left in a workspace is found, and removed by whoever holds the lock."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from annotations.confinement import confined
from annotations.durable import sweep, temporary_files
from annotations.survey import survey
from documents.discovery import ANNOTATIONS_FOLDER


def has_litter(root: Path) -> bool:
    """Whether writers, at work or killed, have files in the workspace at ``root``."""
    for folder in _folders(root):
        with suppress(OSError):
            if temporary_files(folder):
                return True
    return False


def sweep_all(root: Path) -> None:
    """Removes it. Only for a caller that holds the lock all writers hold: then all are dead."""
    for folder in _folders(root):
        sweep(folder)


def _folders(root: Path) -> list[Path]:
    """Where annotation files and kept texts lie, as far as links stay inside."""
    folders = survey(root).folders
    with suppress(OSError):
        folders.append(confined(root, f"{ANNOTATIONS_FOLDER}/.texts"))
    return folders
