"""Which folder is the workspace of the paths given."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from documents.errors import CannotOpen, cannot_open
from documents.settings import SETTINGS_FILE

ANNOTATIONS_FOLDER = "annotations"
ANNOTATIONS_MARKER = ".sidelight"
"""The file that marks an ``annotations`` folder as ours."""

_FOLDERS_LOOKED_AT = 50
_HEAD = 2000  # bytes; a document's path can be long
_OWN_FOLDER = "put what you read into a folder of its own and open that"


class Place(NamedTuple):
    """A path that was given: where it really is, and the folder it stands for."""

    given: Path
    real: Path
    folder: Path


class Found(NamedTuple):
    """The workspace's folder, and whether it is merely what unrelated paths have in common."""

    root: Path
    common_only: bool


def place_of(given: Path) -> Place:
    """Where a path leads; a file that is a link stands where the link stands.

    Raises CannotOpen where there is nothing, or a folder that may not be listed.
    """
    try:
        if given.is_dir():
            folder = given.resolve()
            os.scandir(folder).close()  # one that may not be listed must not pass for empty
            return Place(given, folder, folder)
        given.stat()
        folder = given.parent.resolve()
        return Place(given, folder / given.name, folder)
    except (OSError, RuntimeError) as error:  # RuntimeError: links in a circle
        raise cannot_open(given, error) from None


def follow_out(place: Place, root: Path) -> Place:
    """The same place, or the file it links to where that is not below ``root``."""
    real = Path(os.path.realpath(place.real))
    return place if real.is_relative_to(root) else Place(place.given, real, real.parent)


def _is_authors(folder: Path) -> bool:
    """Whether the first file that could hold annotations does."""
    from itertools import islice

    for place, _, names in islice(os.walk(folder), _FOLDERS_LOOKED_AT):
        for name in names:
            if name.endswith(".toml"):
                return _begins_like_annotations(Path(place, name))
    return False


def _begins_like_annotations(file: Path) -> bool:
    try:
        with file.open("rb") as stream:
            head = stream.read(_HEAD)
    except OSError:
        return False
    return b"schema = " in head and b"[document]" in head and b"sha256 = " in head


def find_workspace(places: Sequence[Place]) -> Found:
    """The workspace that holds all of ``places``; raises CannotOpen where there can be none."""
    try:
        common = Path(os.path.commonpath([place.folder for place in places]))
    except ValueError:  # drives of their own
        raise CannotOpen(places[0].given, "these files share no folder", _OWN_FOLDER) from None
    marked = next((folder for folder in _folders_up_from(common) if _is_marked(folder)), None)
    root = marked or common
    if root == Path(root.anchor) or root == _home():
        reason = f"{root} is no folder to keep annotations in"
        raise CannotOpen(places[0].given, reason, _OWN_FOLDER)
    return Found(root, common_only=marked is None and not _is_one_place(places, common))


def _is_one_place(places: Sequence[Place], common: Path) -> bool:
    """Whether the paths lie side by side in ``common``, or it is itself among them."""
    return all(p.folder == common for p in places) or any(p.real == common for p in places)


def _folders_up_from(folder: Path) -> Iterator[Path]:
    """``folder`` and those above it, up to a mount point, and below the home folder and the top."""
    home = _home()
    for each in (folder, *folder.parents):
        if each in (home, Path(each.anchor)):
            return
        yield each
        if os.path.ismount(each):
            return


def _is_marked(folder: Path) -> bool:
    marker = folder / ANNOTATIONS_FOLDER / ANNOTATIONS_MARKER
    try:
        return (folder / SETTINGS_FILE).is_file() or marker.is_file()
    except PermissionError:  # what may not be looked into cannot be worked in
        return False


def is_own(name: str, file: str) -> bool:
    """Whether a file or folder is what a workspace keeps for itself, and no document.

    A reader's annotations are known without the marker as well, which gets lost in copying as
    hidden files do.
    """
    if name == ANNOTATIONS_FOLDER:
        return Path(file, ANNOTATIONS_MARKER).is_file()
    if file.endswith(f"/{ANNOTATIONS_FOLDER}/{name}"):
        return _is_authors(Path(file))
    return name == SETTINGS_FILE


def workspaces_left_out(places: Sequence[Place], root: Path) -> list[Path]:
    """The workspaces below ``root`` that the paths lie in, or are: ``root`` takes their place."""
    found = (
        next((each for each in _folders_up_from(place.folder) if _is_marked(each)), root)
        for place in places
    )
    return [each for each in dict.fromkeys(found) if each != root and each.is_relative_to(root)]


def _home() -> Path | None:
    try:
        return Path.home().resolve()
    except (OSError, RuntimeError):  # nobody's home: there is nothing to keep out of
        return None
