"""The files of a workspace, without the ones nobody means to read."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from documents.discovery import is_own
from documents.ignoring import IgnorePatterns

_JUNK = frozenset(
    (
        "node_modules",
        "__pycache__",
        "__MACOSX",
        "$RECYCLE.BIN",
        "System Volume Information",
        "Thumbs.db",
        "desktop.ini",
        "Icon\r",
    )
)
_DIGITS = re.compile(r"(\d+)")
_NameKey: TypeAlias = list[str | int]


class Listed(NamedTuple):
    """A file of a listing: its path relative to the root, and where it is."""

    path: str
    file: str


def list_files(root: str, ignored: IgnorePatterns, *, below: str = "") -> Iterator[Listed]:
    """The regular files in the folder ``root``, or in its folder ``below``, in no order.

    Left out are hidden files and folders, what programs leave lying about (ours in any workspace
    below among it), what ``ignored`` names, folders that cannot be listed, linked folders, and
    links that lead out of ``root``.
    """
    folders = [f"{below}/" if below else ""]
    while folders:
        for each in list_folder(root, folders.pop(), ignored):
            if isinstance(each, Listed):
                yield each
            else:
                folders.append(each)


def list_folder(root: str, folder: str, ignored: IgnorePatterns) -> Iterator[Listed | str]:
    """What ``list_files`` lists of one folder: its files, and the folders in it.

    Folders are named by their paths from ``root``, with a slash at the end; ``root`` itself is "".
    """
    for entry in _entries(f"{root}/{folder}"):
        path = f"{folder}{entry.name}"
        if _is_junk(entry.name) or is_own(entry.name, entry.path):
            continue
        is_folder = entry.is_dir(follow_symlinks=False)
        if ignored.ignores(path, is_folder=is_folder):
            continue
        if is_folder:
            yield path + "/"
        elif _is_inside(entry, root):
            yield Listed(path, entry.path)


def _entries(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:  # it has gone, or may not be read: then it has no documents
        return []


def _is_junk(name: str) -> bool:
    return name.startswith((".", "~$")) or name.endswith("~") or name in _JUNK


def _is_inside(entry: os.DirEntry[str], root: str) -> bool:
    """Whether the entry is a regular file, or a link to one below ``root``."""
    try:
        if not entry.is_symlink():
            return entry.is_file(follow_symlinks=False)
        return entry.is_file() and is_below(os.path.realpath(entry.path), root)
    except OSError:
        return False


def is_below(file: str, root: str) -> bool:
    """Whether the real path ``file`` lies in the folder with the real path ``root``."""
    return file.startswith(root.rstrip(os.sep) + os.sep)


def natural_order(path: str) -> tuple[tuple[_NameKey, ...], str]:
    """A key that sorts paths as people do: by folder, case apart, and 2 before 10."""
    folder, slash, name = path.rpartition("/")
    return (*_folder_key(folder), _name_key(name)) if slash else (_name_key(name),), path


@lru_cache(maxsize=1024)
def _folder_key(folder: str) -> tuple[_NameKey, ...]:
    return tuple(_name_key(name) for name in folder.split("/"))


def _name_key(name: str) -> _NameKey:
    """The words of a name and the numbers between them, in turn."""
    key: _NameKey = [*_DIGITS.split(name.casefold())]
    key[1::2] = map(int, key[1::2])
    return key
