"""Annotation files as they stand on disk, parsed no more often than they change."""

from __future__ import annotations

import threading
from collections import OrderedDict
from pathlib import Path

from annotations.confinement import confined
from annotations.durable import read_regular
from annotations.errors import UnreadableAnnotations
from annotations.paths import annotation_path
from annotations.toml_file import LARGEST_FILE, ParsedFile, parse

_REMEMBERED = 64  # files; one of ten thousand annotations takes some twenty megabytes


class ParsedFiles:
    """The annotation files of the workspace at ``root``.

    Each call reads the file; what was parsed last serves again while its bytes are the same.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._parsed: OrderedDict[str, ParsedFile] = OrderedDict()
        self._lock = threading.Lock()

    def read(self, author: str, path: str) -> ParsedFile | None:
        """What ``author`` wrote on the document at ``path``: None where there is no file.

        Raises UnreadableAnnotations.
        """
        name = file_name(author, path)
        try:
            data = read_regular(confined(self._root, name), LARGEST_FILE)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            reason = f"it cannot be read: {error.strerror}"
            raise UnreadableAnnotations(name, 0, 0, reason) from None
        if not data.strip():
            return None
        known = self._parsed.get(name)
        if known is None or known.data != data:
            known = parse(data, name, author, path, known)
            self.remember(name, known)
        return known

    def remember(self, name: str, parsed: ParsedFile) -> None:
        """Takes ``parsed`` for what now stands in the file ``name``."""
        with self._lock:
            self._parsed[name] = parsed
            self._parsed.move_to_end(name)
            while len(self._parsed) > _REMEMBERED:
                self._parsed.popitem(last=False)


def file_name(author: str, path: str) -> str:
    """The annotation file's path from the workspace; raises ValueError where there can be none."""
    if not author or author.startswith(".") or "/" in author or "\0" in author + path:
        raise ValueError(f"{author!r} is not the name of an author's folder")
    if path.startswith("/") or not all(s not in ("", ".", "..") for s in path.split("/")):
        raise ValueError(f"{path!r} is not the path of a document in a workspace")
    return annotation_path(author, path)
