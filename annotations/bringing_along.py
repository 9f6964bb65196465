"""Annotations go along when the document they are about was renamed or moved.

Reading finds them where they are. Before something is saved under the new name, the whole file is
moved there: else a mark that is deleted would still stand in the file of the old name.
"""

from __future__ import annotations

import contextlib
from dataclasses import replace

from annotations import records
from annotations.confinement import confined
from annotations.durable import flush_folder, write_durably
from annotations.errors import UnreadableAnnotations
from annotations.parsed_files import ParsedFiles, file_name
from annotations.paths import written_path
from annotations.relocation import is_missing
from annotations.table_edits import CannotEdit, edit_table
from annotations.toml_file import ParsedFile
from annotations.toml_text import Layout
from documents.document import Document
from documents.workspace import Workspace


def bring_along(workspace: Workspace, files: ParsedFiles, author: str, document: Document) -> None:
    """Moves what ``author`` wrote on the same text, under a name that is gone, to ``document``.

    Only where there is no file for the new name, and one such file for old names. For a caller that
    has its turn in the workspace. Raises OSError and UnreadableAnnotations.
    """
    if files.read(author, document.path) is not None:
        return
    found = [
        path
        for path in _gone(workspace, author)
        if (digest := _digest(files, author, path)) and digest == document.digest
    ]
    if len(found) == 1 and (parsed := files.read(author, found[0])) is not None:
        old = confined(workspace.root, file_name(author, found[0]))
        new = confined(workspace.root, file_name(author, document.path))
        write_durably(new, _named(parsed, document.path))
        old.unlink()
        flush_folder(old.parent)


def _gone(workspace: Workspace, author: str) -> list[str]:
    """The documents that the author has marked and that are no longer there."""
    paths = (each.path for each in records.records(workspace.root) if each.author == author)
    return [path for path in paths if path is not None and is_missing(workspace, path)]


def _digest(files: ParsedFiles, author: str, path: str) -> str:
    with contextlib.suppress(UnreadableAnnotations):
        parsed = files.read(author, path)
        return parsed.file.digest if parsed else ""
    return ""


def _named(parsed: ParsedFile, path: str) -> bytes:
    """The file with another path in its ``[document]`` table, if it has one that can be edited."""
    newline = "\r\n" if b"\r\n" in parsed.data[:4096] else "\n"
    before = {"path": written_path(parsed.file.path)}
    tables = list(parsed.layout.tables)
    for number, table in enumerate(tables):
        if table.path == ("document",):
            with contextlib.suppress(CannotEdit):
                after = {"path": written_path(path)}
                body = edit_table(table.body, before, after, ("path",), newline)
                tables[number] = replace(table, body=body)
    return Layout(parsed.layout.root, tuple(tables), parsed.layout.tail).text.encode("utf-8")
