"""Which annotation files there are in a workspace."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from annotations.confinement import confined
from annotations.durable import read_regular
from annotations.paths import SUFFIX, annotation_path, document_path, is_cut
from documents.discovery import ANNOTATIONS_FOLDER
from documents.lazy_regex import lazy_regex

# Syncthing, Dropbox and its like, Nextcloud, Unison: what each makes of a file changed twice.
_SYNCED = lazy_regex(
    r"\.sync-conflict-\d{8}-\d{6}|\((?:.* )?conflicted copy|\((?:case )?conflict\b", re.I
)
# What git, patch, Subversion and merge tools leave beside a file that was merged.
_MERGED = lazy_regex(
    r"\.toml\.(?:orig|rej|mine|theirs|ours|r\d+|merge-(?:left|right)\.r\d+)\Z"
    r"|[._](?:BACKUP|BASE|LOCAL|REMOTE)[._]\d+\.toml\Z"
)
# Google Drive, iCloud and file managers: the name with a number or a word.
_COPIED = lazy_regex(r"(?:Copy of )?(.+?)(?: \(\d{1,3}\)| \d{1,2}|(?: -)? [Cc]opy(?: \d+)?)?")
_TOML = lazy_regex(re.escape(SUFFIX) + r"\Z")
_LARGEST = 64 * 1024 * 1024  # bytes


class Record(NamedTuple):
    """An annotation file, by its path from the workspace; ``path`` is its document's, if known."""

    author: str
    file: str
    path: str | None


def authors(root: Path) -> list[str]:
    """The folders that can hold somebody's annotations."""
    try:
        folder = confined(root, ANNOTATIONS_FOLDER)
        with os.scandir(folder) as entries:
            return sorted(e.name for e in entries if _is_author(e))
    except OSError:
        return []


def _is_author(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir() and not entry.name.startswith(".")
    except OSError:  # a link that leads round in a circle; the others are read all the same
        return False


def records(root: Path) -> Iterator[Record]:
    """Every annotation file, author by author, in the order of their names."""
    for author in authors(root):
        yield from records_of(root, author)


def records_of(
    root: Path, author: str, hidden: Callable[[OSError], object] = lambda error: None
) -> Iterator[Record]:
    """An author's annotation files; ``hidden`` hears of what cannot be looked into."""
    for file in _files(root, f"{ANNOTATIONS_FOLDER}/{author}", hidden=hidden):
        written = _written_path(root, file) if is_cut(file) else None
        yield Record(author, file, document_path(file, written))


def leftovers(root: Path) -> Iterator[str]:
    """A line for each file that a merge has left among the annotation files."""
    for author in authors(root):
        for file in _files(root, f"{ANNOTATIONS_FOLDER}/{author}", _MERGED):
            yield f"{file}: a merge left this file; see that nothing is missing and delete it"


def stray(record: Record, is_document: Callable[[str], bool]) -> str:
    """What is odd about a file that is about no document, in words; empty if nothing is."""
    if _MERGED.search(record.file):  # told with the others
        return ""
    if _SYNCED.search(record.file):
        reason = "a sync tool left this copy of annotations changed in two places"
    elif record.path is None:
        return f"{record.file}: its name is not that of any document"
    elif original := _original(record.path, is_document):
        reason = f"this looks like a copy of the annotations of {original}"
    else:
        return ""
    return f"{record.file}: {reason}; bring it over with `sidelight import`, and delete it"


def is_copy(record: Record, is_document: Callable[[str], bool]) -> bool:
    """Whether the file is a copy of another: what is in it is not there twice."""
    if record.path is None:
        return False
    looks_so = _SYNCED.search(record.file) or _MERGED.search(record.file)
    likely = looks_so or _original(record.path, lambda path: True)
    if not likely or is_document(record.path):
        return False
    return bool(looks_so or _original(record.path, is_document))


def _original(path: str, is_document: Callable[[str], bool]) -> str:
    """The document that a copy of its annotations is named after; empty where none is."""
    folder, slash, name = path.rpartition("/")
    match = _COPIED.fullmatch(name)
    original = folder + slash + match[1] if match else path
    return original if original != path and is_document(original) else ""


def _files(
    root: Path,
    folder: str,
    wanted: re.Pattern[str] = _TOML,
    hidden: Callable[[OSError], object] = lambda error: None,
) -> Iterator[str]:
    """The TOML files below ``folder``; links are followed to files, and only inside."""
    try:
        with os.scandir(confined(root, folder)) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        hidden(error)
        return
    for entry in entries:
        path = f"{folder}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _files(root, path, wanted, hidden)
        elif wanted.search(entry.name) and not entry.name.startswith(".sidelight-"):
            yield path


def _written_path(root: Path, file: str) -> str | None:
    """The path that a file's ``[document]`` table names."""
    try:
        return document_named_in(read_regular(confined(root, file), _LARGEST))
    except OSError:
        return None


def document_named_in(data: bytes) -> str | None:
    """The path that the ``[document]`` table of an annotation file names, if it can be read."""
    import tomli

    from annotations.toml_text import ScanError, split

    try:
        tables = split(data.decode("utf-8-sig")).tables
        found = [table.body for table in tables if table.path == ("document",)]
        path = tomli.loads("".join(found)).get("document", {}).get("path")
    except (ValueError, ScanError, RecursionError):
        return None
    return path if isinstance(path, str) else None


def states(root: Path, paths: Iterable[str]) -> Iterator[tuple[str, int, int, int]]:
    """The name, size, time and inode of every author's file on these documents."""
    wanted = list(paths)
    for author in authors(root):
        for path in wanted:
            file = root / annotation_path(author, path)
            with suppress(OSError, ValueError):
                found = file.lstat()
                yield str(file), found.st_size, found.st_mtime_ns, found.st_ino


def folders(root: Path, paths: Iterable[str]) -> dict[str, int]:
    """The folders of every author's files on these documents, from ``root``, and their times.

    A time is another when something came there, or went.
    """
    found: dict[str, int] = {}
    wanted = list(paths)
    for author in authors(root):
        for folder in {annotation_path(author, path).rpartition("/")[0] for path in wanted}:
            with suppress(OSError):
                found[folder] = confined(root, folder).stat().st_mtime_ns
    return found


def records_in(root: Path, folder: str) -> Iterator[Record]:
    """The annotation files in one folder, not further down. Raises OSError."""
    author = folder.split("/")[1]
    for name in sorted(entry.name for entry in confined(root, folder).iterdir()):
        if _TOML.search(name) and not name.startswith(".sidelight-"):
            file = f"{folder}/{name}"
            yield Record(author, file, None if is_cut(file) else document_path(file))
