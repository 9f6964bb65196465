"""What stands among the annotation files that nobody gets to read.

Reading passes over what it cannot look into, so that the rest is shown. Whoever is about to
remove what no annotation needs must know of it.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from annotations.confinement import confined
from documents.discovery import ANNOTATIONS_FOLDER


@dataclass(slots=True)
class Survey:
    """The folders that hold annotation files, and a line for each thing that hides some."""

    folders: list[Path] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)


def survey(root: Path) -> Survey:
    """Looks through the annotations of the workspace at ``root``, as far as links stay inside."""
    found = Survey()
    _look(root, ANNOTATIONS_FOLDER, found, at_top=True)
    return found


def _look(root: Path, folder: str, found: Survey, *, at_top: bool = False) -> None:
    try:
        place = confined(root, folder)
        with os.scandir(place) as entries:
            there = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        found.hidden.append(f"{folder}: it cannot be looked into: {error.strerror}")
        return
    found.folders.append(place)
    for entry in there:
        if not (at_top and entry.name.startswith(".")):
            _look_at(root, entry, f"{folder}/{entry.name}", found, at_top=at_top)


def _look_at(
    root: Path, entry: os.DirEntry[str], path: str, found: Survey, *, at_top: bool
) -> None:
    """An author's folder may be a link; below it only links to files are followed."""
    try:
        is_folder, is_file = entry.is_dir(), entry.is_file()
    except OSError as error:
        found.hidden.append(f"{path}: it cannot be looked at: {error.strerror}")
        return
    if is_folder and (at_top or not entry.is_symlink()):
        _look(root, path, found)
    elif entry.is_symlink() and (is_folder or not is_file):
        found.hidden.append(f"{path}: a link that is not followed may lead to annotations")
