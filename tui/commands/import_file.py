"""``sidelight import FILE``: adds annotations, all of them or none."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from tui.commands.common import add_author, add_path, author_of, opened
from tui.output import Refused, complain_of_all, say

if TYPE_CHECKING:
    from documents.workspace import Workspace

_FORMATS = ("jsonl", "toml")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What to read, where to, and as whom."""
    parser.add_argument("file", metavar="FILE", help="the file; - reads standard input")
    add_path(parser, "the workspace the documents are in (default: that of the current folder)")
    parser.add_argument(
        "--format", choices=_FORMATS, help="jsonl, the default; toml, for a file named .toml"
    )
    add_author(parser)
    parser.epilog = (
        "One JSON object a line, as `sidelight export --format jsonl` writes them; of another\n"
        "program's, only document, start and end (in code points) are needed. A TOML file is a\n"
        "copy of your annotations, as sync tools leave them: what it has more is brought over."
    )


def run(args: argparse.Namespace) -> int:
    """Imports, and prints how many were added and how many were there already."""
    from annotations.importing import import_annotations
    from annotations.store import Store

    author = author_of(args)
    is_copy = (args.format or Path(args.file).suffix.lstrip(".")) == "toml"
    place = args.path or (_workspace_around(Path(args.file)) if is_copy else None)
    workspace = opened([place] if place else []).workspace
    if is_copy:
        return _bring_over(Path(args.file), workspace, author)
    with _stream(args.file) as stream:
        done = import_annotations(_lines(stream), workspace, Store(workspace), author)
    say(f"{done.added} added, {done.skipped} already here")
    return 0


def _workspace_around(file: Path) -> Path | None:
    """The workspace that a copy lies in, where the current folder's lacks its document."""
    from annotations.records import document_named_in
    from documents.discovery import ANNOTATIONS_FOLDER
    from documents.errors import CannotOpen
    from documents.workspace import open_workspace

    folders = [one for one in file.absolute().parents if one.name == ANNOTATIONS_FOLDER]
    around = next((one.parent for one in folders if (one / ".sidelight").is_file()), None)
    try:
        document = document_named_in(file.read_bytes()) if around else None
        here = open_workspace([]).workspace
        return None if not document or here.file(document).is_file() else around
    except (CannotOpen, OSError):
        return around


def _bring_over(file: Path, workspace: Workspace, author: str) -> int:
    """Merges a copy of the author's own annotations into them."""
    from annotations.copies import bring_over
    from annotations.store import Store
    from documents.discovery import ANNOTATIONS_FOLDER

    place = Path(os.path.realpath(file))
    if place.is_relative_to(workspace.root / ANNOTATIONS_FOLDER):
        whose = place.relative_to(workspace.root / ANNOTATIONS_FOLDER).parts[0]
        if whose != author:
            raise Refused(f"{file}: these are {whose}'s annotations; name --author {whose}")
    try:
        done = bring_over(file, workspace, Store(workspace), author)
    except OSError as error:
        raise Refused(f"{file}: {error.strerror}; name a file of annotations") from None
    say(f"{done.added} added, {done.changed} changed")
    complain_of_all(done.remarks)
    return 0


def _stream(name: str) -> BinaryIO | nullcontext[BinaryIO]:
    if name == "-":
        if sys.stdin is None:
            raise Refused("standard input is closed; name a file")
        return nullcontext(sys.stdin.buffer)
    try:
        return Path(name).open("rb")
    except OSError as error:
        raise Refused(f"{name}: {error.strerror}; name a file of JSON Lines") from None


def _lines(stream: BinaryIO) -> Iterator[str]:
    """The lines in UTF-8. Only a line feed ends one: a text may hold U+2028."""
    from annotations.importing import ImportRefused

    for number, line in enumerate(stream, 1):
        try:
            yield line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError:
            raise ImportRefused(number, "it is not in UTF-8; save the file so") from None
