"""Arguments that several commands take, and what they mean."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.output import Refused, complain_of_all

if TYPE_CHECKING:
    import argparse

    from annotations.collection import Collected
    from annotations.filters import Filter
    from annotations.model import Anchor
    from annotations.store import Store
    from documents.document import Document
    from documents.workspace import Opened, Workspace

_STANDARD_INPUT = "-"
_KEPT_TO = "a file or folder to keep to (default: the whole workspace of the current folder)"
_SECONDS = 10.0
"""For an answer: at a prompt one waits longer than while one types."""


class Scope(NamedTuple):
    """A workspace, and the paths of the documents in it that are meant; None means all."""

    workspace: Workspace
    store: Store
    paths: list[str] | None


class One(NamedTuple):
    """One document, read from its workspace."""

    workspace: Workspace
    store: Store
    document: Document


def add_file(parser: argparse.ArgumentParser, *, or_standard_input: bool = False) -> None:
    """FILE, one document, and ``--encoding``."""
    what = "the document; - reads standard input" if or_standard_input else "the document"
    parser.add_argument("file", type=Path, metavar="FILE", help=what)
    add_encoding(parser)


def add_path(parser: argparse.ArgumentParser, what: str = _KEPT_TO) -> None:
    """PATH, a file or folder, which may be left out; ``what`` says what it is for."""
    parser.add_argument("path", type=_path, nargs="?", metavar="PATH", help=what)


def add_encoding(parser: argparse.ArgumentParser) -> None:
    """``--encoding``."""
    parser.add_argument(
        "--encoding",
        type=_encoding,
        metavar="NAME",
        help="read the text in this encoding, such as windows-1251, whatever its bytes suggest",
    )


def add_author(parser: argparse.ArgumentParser) -> None:
    """``--author`` for commands that write."""
    parser.add_argument(
        "--author",
        metavar="NAME",
        help="whose annotations are written (default: the author in config.toml, else your login)",
    )


def add_no_index(parser: argparse.ArgumentParser) -> None:
    """``--no-index``."""
    parser.add_argument(
        "--no-index",
        action="store_true",
        help="keep no search index, which holds the words of the texts, outside the workspace",
    )


def add_seconds(parser: argparse.ArgumentParser) -> None:
    """``--seconds``."""
    parser.add_argument(
        "--seconds",
        type=_seconds,
        default=_SECONDS,
        metavar="N",
        help=f"give up on a query that takes longer, reading the texts apart ({_SECONDS:g})",
    )


def add_json(parser: argparse.ArgumentParser) -> None:
    """``--json``."""
    parser.add_argument("--json", action="store_true", help="print JSON, one object a line")


def add_filters(parser: argparse.ArgumentParser) -> None:
    """The options that say which annotations are wanted; each may be given more than once."""
    group = parser.add_argument_group("which annotations (an option given twice admits either)")
    group.add_argument("--tag", action="append", metavar="T", help="with this tag, or one under it")
    group.add_argument("--status", action="append", metavar="S", help="with this status")
    group.add_argument("--author", action="append", metavar="A", help="by this author")
    group.add_argument(
        "--anchor",
        action="append",
        metavar="STATE",
        choices=[*_anchors()],
        help=f"by how they sit on today's text: {', '.join(_anchors())} (an orphan is lost)",
    )


def filter_of(args: argparse.Namespace) -> Filter:
    """What ``add_filters`` was told."""
    from annotations.authors import author_name
    from annotations.filters import Filter

    anchors = _anchors()
    return Filter(
        tags=tuple(args.tag or ()),
        statuses=tuple(args.status or ()),
        authors=tuple(author_name(name) for name in args.author or ()),
        anchors=tuple(anchors[name] for name in args.anchor or ()),
    )


def _anchors() -> dict[str, Anchor]:
    """The states by their names, and then by the words in which they are told."""
    from annotations.model import Anchor

    return {str(one): one for one in Anchor} | {one.word: one for one in Anchor}


def author_of(args: argparse.Namespace) -> str:
    """Whose annotations are to be written; raises SettingsError where config.toml is broken."""
    from tui.commands.authors import author_named
    from tui.config import load_config

    return author_named(args.author, load_config)


def opened(paths: Sequence[Path], *, list_folders: bool = True) -> Opened:
    """The workspace of ``paths``; what its settings file says in vain is told. As open_workspace.

    Raises CannotOpen and SettingsError.
    """
    from documents.workspace import open_workspace

    found = open_workspace(paths, list_folders=list_folders)
    complain_of_all(found.workspace.settings.warnings)
    return found


def scope_of(path: Path | None) -> Scope:
    """The workspace around ``path``, and what it selects there.

    Raises CannotOpen, and Refused where there is neither a document nor an annotation.
    """
    from annotations.store import Store

    workspace, selected, _ = opened([path] if path else [], list_folders=False)
    store = Store(workspace)
    if path is None or path.resolve() == workspace.root:
        if workspace.is_empty() and not any(store.records()):
            raise Refused(nothing_to_read(workspace, path or Path()))
        return Scope(workspace, store, None)
    if not path.is_dir():
        return Scope(workspace, store, list(selected))
    folder = workspace.relative(path.resolve())
    documents, below = workspace.documents(folder), folder + "/"
    annotated = {document for _, document in store.records() if document.startswith(below)}
    paths = list(dict.fromkeys([*documents, *sorted(annotated)]))
    if not paths:
        raise Refused(nothing_to_read(workspace, path))
    return Scope(workspace, store, paths)


def nothing_to_read(workspace: Workspace, folder: Path) -> str:
    """Says that a folder holds no document, and what it holds that cannot be read yet."""
    line = f"{folder}: this folder holds no document that can be opened"
    unopenable = workspace.contents().unopenable
    if unopenable:
        path, reason = unopenable[0]
        return f"{line} ({path}: {reason})"
    return f"{line}; name a file, or a folder with texts in it"


def collected(scope: Scope) -> Collected:
    """Every annotation in the scope, placed on today's texts."""
    from annotations.collection import collect

    return collect(scope.workspace, scope.store, scope.paths)


def is_incomplete(scope: Scope, found: Collected) -> bool:
    """Whether something that is there could not be read.

    A document that is gone is no such thing, and neither is a copy that a sync tool left: what they
    mean for the annotations is told by ``found`` itself.
    """
    if not found.problems:
        return False
    meant = [one for one in scope.store.records() if scope.paths is None or one[1] in scope.paths]
    return any(_is_damaged(scope, *record) for record in meant)


def _is_damaged(scope: Scope, author: str, path: str) -> bool:
    from annotations.store import UnreadableAnnotations
    from documents.errors import CannotOpen

    try:
        file = scope.store.read(author, path)
        if os.path.lexists(scope.workspace.file(path)):
            scope.workspace.read(path, file.encoding or None)
    except (UnreadableAnnotations, CannotOpen):
        return True
    return bool(file.problems)


def document_to_print(file: Path, encoding: str | None, command: str) -> Document:
    """The document in ``file``, or what is piped into ``command``. Raises CannotOpen, Refused."""
    if str(file) != _STANDARD_INPUT:
        return open_one(file, encoding).document
    from documents.document import Document
    from tui.commands.standard_input import text_of_standard_input

    text = text_of_standard_input(encoding, f"sidelight {command} -")
    return Document("(standard input)", text)


def open_one(file: Path, encoding: str | None) -> One:
    """The document in ``file``, in ``encoding``, else in the one on record; raises CannotOpen."""
    from annotations.store import Store
    from documents.errors import CannotOpen

    if str(file) == _STANDARD_INPUT and not file.exists():
        raise Refused("what comes by standard input has no file to mark; save it to one first")
    if file.is_dir():
        raise CannotOpen(file, "it is a folder", "name a file in it")
    workspace, selected, _ = opened([file])
    store = Store(workspace)
    path = selected[0]
    return One(workspace, store, workspace.read(path, encoding or store.recorded_encoding(path)))


def one_of(names: Iterable[str]) -> str:
    """Names for a message: ``open, supported or disputed``."""
    *others, last = names
    return f"{', '.join(others)} or {last}" if others else last


def _path(word: str) -> Path:
    from tui.parsing import operand

    return Path(operand(word))


def _seconds(text: str) -> float:
    import argparse

    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not seconds > 0:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number above 0")
    return seconds


def _encoding(name: str) -> str:
    """An encoding of texts that Python knows: what reads bytes into bytes is none."""
    import argparse
    import io

    try:
        io.TextIOWrapper(io.BytesIO(), encoding=name)
    except (LookupError, ValueError):  # ValueError: a NUL in the name
        reason = f'no encoding is called "{name}"; try windows-1252'
        raise argparse.ArgumentTypeError(reason) from None
    return name
