"""``sidelight [PATH…]``: opens the reader."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from documents.errors import CannotOpen
from tui.commands.authors import author_named
from tui.output import Refused, complain_of_all
from tui.pane.geometry import MOST_PANES

if TYPE_CHECKING:
    import argparse

    from documents.document import Document
    from documents.workspace import Opened, Workspace

_STANDARD_INPUT = "-"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The paths, and whose reading it is."""
    from tui.commands.common import add_author, add_encoding, add_no_index

    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="files to open side by side, or a folder (default: the current one); - reads "
        "standard input",
    )
    add_author(parser)
    add_encoding(parser)
    add_no_index(parser)


def run(args: argparse.Namespace) -> int:
    """Opens the reader as the arguments ask."""
    return read(args.paths, author=args.author, encoding=args.encoding, no_index=args.no_index)


def read(
    paths: Sequence[str],
    *,
    author: str | None = None,
    encoding: str | None = None,
    no_index: bool = False,
) -> int:
    """Checks everything that can be checked, then hands the terminal to the reader."""
    from tui.config import load_config

    config = load_config()
    author = author_named(author, lambda: config)
    opened = _opened(paths)
    if no_index or not config.keep_index:
        opened = opened._replace(workspace=opened.workspace.without_index())
    if not (sys.stdout and sys.stdout.isatty()):
        raise Refused("the reader needs a terminal; to print a text, use: sidelight text FILE")
    text = None
    if _STANDARD_INPUT in paths:
        from tui.commands.standard_input import text_before_keys

        text = text_before_keys(encoding)
    named = _named(paths, opened)
    documents = _begin_reading(opened.workspace, named, encoding)
    from tui import app

    warnings = (*config.warnings, *opened.workspace.settings.warnings)
    complain_of_all(warnings)  # stays to be read above the prompt
    return app.run(
        opened,
        named=named,
        documents=documents(),
        author=author,
        config=config,
        encoding=encoding,
        stdin_text=text,
    )


def _begin_reading(
    workspace: Workspace, named: Sequence[str], encoding: str | None
) -> Callable[[], dict[str, Document]]:
    """Reads the documents in a thread while the reader's modules are read; gives what waits for it.

    A document that cannot be opened is left out: the reader will say why.
    """
    documents: dict[str, Document] = {}

    def read() -> None:
        for path in dict.fromkeys(named[:MOST_PANES]):
            with suppress(CannotOpen):
                documents[path] = workspace.begin(path, encoding)

    thread = Thread(target=read, name="open", daemon=True)
    thread.start()

    def wait() -> dict[str, Document]:
        thread.join()
        return documents

    return wait


def _named(given: Sequence[str], opened: Opened) -> list[str]:
    """The documents that are files of their own among the paths, in their order.

    A file given twice stands in two panes.
    """
    files = [Path(path) for path in given if path != _STANDARD_INPUT and not Path(path).is_dir()]
    return [_path_of(file, opened) for file in files]


def _path_of(file: Path, opened: Opened) -> str:
    """The document a file is; a link may be read for what it leads to."""
    from documents.errors import CannotOpen

    try:
        path = opened.workspace.relative(file)
    except CannotOpen:
        path = ""
    return path if path in opened.selected else opened.workspace.relative(file.resolve())


def _opened(given: Sequence[str]) -> Opened:
    """What the paths select; for standard input alone, a workspace without documents."""
    from documents.settings import Settings
    from documents.workspace import Opened, Workspace, open_workspace

    paths = [Path(path) for path in given if path != _STANDARD_INPUT]
    if given and not paths:
        return Opened(Workspace(Path(), Settings(), only=frozenset()), ())
    opened = open_workspace(paths)
    if not opened.selected:
        from tui.commands.common import nothing_to_read

        raise Refused(nothing_to_read(opened.workspace, paths[0] if paths else Path()))
    _one_may_be_read(opened)
    return opened


def _one_may_be_read(opened: Opened) -> None:
    """Raises CannotOpen, which says why, where not one of the documents selected may be read."""
    import os

    files = (opened.workspace.root / path for path in opened.selected)
    if not any(os.access(file, os.R_OK) for file in files):
        opened.workspace.begin(opened.selected[0])
