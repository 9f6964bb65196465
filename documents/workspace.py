"""The workspace: a folder whose documents are read together."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from documents.decoding import HEAD
from documents.discovery import (
    Place,
    find_workspace,
    follow_out,
    place_of,
    workspaces_left_out,
)
from documents.document import Document
from documents.errors import CannotOpen
from documents.ignoring import IgnorePatterns
from documents.kinds import BINARY, Format, Unopenable, type_by_bytes, type_by_name
from documents.listing import Listed, is_below, list_files, list_folder, natural_order
from documents.opening import read_bytes
from documents.reading import begin_document, format_of, read_document
from documents.settings import Settings, load_settings
from documents.sources import Source

_NO_SOURCE = Source()


class Contents(NamedTuple):
    """What a folder holds: documents, and files that cannot be opened, each with the reason.

    Those of types that may be texts stand before those that are none.
    """

    documents: list[str]
    unopenable: list[tuple[str, str]]


class Workspace:
    """The documents of one folder, named by their paths relative to it.

    ``only`` restricts them to those paths, for files that have no more than the folder in common.
    Nothing is remembered between calls: each looks at the folder as it is.
    """

    def __init__(self, root: Path, settings: Settings, only: frozenset[str] | None = None) -> None:
        self.root = root.resolve()
        self.settings = settings
        self.only = only
        self._ignored = IgnorePatterns(settings.ignore)

    def __repr__(self) -> str:
        return f"Workspace({str(self.root)!r})"

    def without_index(self) -> Workspace:
        """The same workspace, of which no search index is to be kept."""
        return Workspace(self.root, self.settings._replace(keep_index=False), self.only)

    def documents(self, below: str = "") -> list[str]:
        """The paths of what can be opened, in natural order; in the folder ``below``, if given.

        Names tell the type of most files; of the others the first bytes are read.
        """
        return self.contents(below).documents

    def contents(self, below: str = "") -> Contents:
        """What can be opened and what cannot, both in natural order; in ``below``, if given."""
        found = {each.path: kind for each, kind in self._typed(below)}
        documents, later, never = [], [], []
        in_order = sorted(found)  # nearly, which spares most of the comparisons of long keys
        for path in sorted(in_order, key=natural_order):
            kind = found[path]
            if isinstance(kind, Format):
                documents.append(path)
            elif kind == BINARY:
                never.append((path, kind.reason))
            else:
                later.append((path, f"{kind.reason}; {kind.mend}"))
        return Contents(documents, later + never)

    def folder(self, folder: str) -> Iterator[tuple[str, bool]]:
        """The documents in one folder, and the folders in it to look into, in no order.

        With each path comes whether it is a document. Folders have a slash at the end of their
        paths; the workspace's own is "". What ``only`` says does not count here.
        """
        for each in list_folder(str(self.root), folder, self._ignored):
            if isinstance(each, str):
                yield each, False
            elif isinstance(_type(each), Format):
                yield each.path, True

    def is_empty(self) -> bool:
        """Whether there is no document at all; quicker than listing them."""
        return not any(isinstance(kind, Format) for _, kind in self._typed(""))

    def file(self, path: str) -> Path:
        """The file of the document ``path``, which need not exist.

        Raises CannotOpen where the path, or a link on its way, leads out of the workspace.
        """
        file = self.root / path
        try:
            inside = is_below(os.path.realpath(file), str(self.root))
        except ValueError:  # a NUL in the path
            inside = False
        if not inside or ".." in path.split("/") or path.startswith("/"):
            reason = f"it is not in the workspace {self.root}"
            raise CannotOpen(path, reason, "name a file in it")
        return file

    def read(self, path: str, encoding: str | None = None) -> Document:
        """The document ``path``; raises CannotOpen. ``encoding`` overrides its bytes' looks."""
        return read_document(self.file(path), path, encoding=encoding)

    def begin(self, path: str, encoding: str | None = None, *, reach: int = 0) -> Document:
        """As ``read``, but of a large file the beginning alone, to beyond ``reach``."""
        return begin_document(self.file(path), path, encoding=encoding, reach=reach)

    def relative(self, file: Path) -> str:
        """The path that ``file`` goes by here; raises CannotOpen where it is not inside."""
        place = Path(os.path.realpath(file.parent), file.name)
        if not place.is_relative_to(self.root):
            raise CannotOpen(file, f"it is not in the workspace {self.root}", "name a file in it")
        return place.relative_to(self.root).as_posix()

    def source(self, path: str) -> Source:
        """Where the document ``path`` comes from; an empty Source where the settings are silent."""
        return self.settings.sources.get(path, _NO_SOURCE)

    def _typed(self, below: str) -> Iterator[tuple[Listed, Format | Unopenable]]:
        for each in self._files(below):
            yield each, _type(each)

    def _files(self, below: str) -> Iterable[Listed]:
        if self.only is not None:
            within = f"{below}/" if below else ""
            named = (p for p in self.only if p.startswith(within))
            return [Listed(p, str(self.root / p)) for p in named if (self.root / p).is_file()]
        return list_files(str(self.root), self._ignored, below=below)


def _type(file: Listed) -> Format | Unopenable:
    if kind := type_by_name(file.path):
        return kind
    try:
        return type_by_bytes(read_bytes(Path(file.file), HEAD))
    except CannotOpen as error:  # it may not be read, or has gone
        return Unopenable(error.reason, error.mend)


class Opened(NamedTuple):
    """A workspace, and the documents in it that the given paths select, in their order.

    ``left_out`` are workspaces further down that the paths lie in; what is marked there is not in
    this one.
    """

    workspace: Workspace
    selected: tuple[str, ...]
    left_out: tuple[Path, ...] = ()


def open_workspace(paths: Sequence[Path], *, list_folders: bool = True) -> Opened:
    """The workspace of the files and folders in ``paths``, or of the current folder if empty.

    A folder selects the documents in it, unless folders are not to be listed. Raises CannotOpen
    where a path leads nowhere, a file is no document, or no folder can be the workspace, and
    SettingsError where its settings are wrong.
    """
    places = [place_of(path) for path in paths or (Path(),)]
    found = find_workspace(places)
    inside = [follow_out(place, found.root) for place in places]
    if inside != places:
        places, found = inside, find_workspace(inside)
    workspace = Workspace(found.root, load_settings(found.root))
    chosen = [place for place in places if list_folders or place.real != place.folder]
    selected = tuple(dict.fromkeys(path for place in chosen for path in _select(workspace, place)))
    if found.common_only:
        workspace = Workspace(found.root, workspace.settings, frozenset(selected))
    return Opened(workspace, selected, tuple(workspaces_left_out(places, found.root)))


def _select(workspace: Workspace, place: Place) -> list[str]:
    path = place.real.relative_to(workspace.root).as_posix()
    if place.real == place.folder:
        return workspace.documents("" if path == "." else path)
    format_of(place.given, read_bytes(place.real, HEAD))
    return [path]
