"""``sidelight index``: brings the search index up to date."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from documents.settings import SETTINGS_FILE
from tui.commands.common import add_path, scope_of
from tui.numbers import counted, grouped
from tui.output import Refused, say

if TYPE_CHECKING:
    from documents.workspace import Workspace
    from search_index.engine import Progress

_PATIENCE = 60.0
"""Seconds to wait for another program that is indexing the same workspace."""
_ERASE_LINE = "\r\x1b[K"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where, and how thoroughly."""
    add_path(parser)
    parser.add_argument("--rebuild", action="store_true", help="start from nothing")
    parser.epilog = "Searching works without an index, and says the same; with one it is faster."


def run(args: argparse.Namespace) -> int:
    """Indexes the whole workspace; shows progress where somebody can see it."""
    from search_index.indexing.updating import update_index

    scope = scope_of(args.path)
    _refuse_if_unwanted(scope.workspace)
    tty = sys.stderr is not None and sys.stderr.isatty()
    try:
        summary = update_index(
            scope.workspace,
            scope.store,
            rebuild=args.rebuild,
            progress=_show if tty else None,
            patience=_PATIENCE,
        )
    finally:
        if tty:
            sys.stderr.write(_ERASE_LINE)
    if summary.problem:
        raise Refused(summary.problem)
    documents = counted(summary.documents, "document")
    say(f"{documents} in the index, {grouped(summary.indexed)} of them new or changed")
    return 0


def _refuse_if_unwanted(workspace: Workspace) -> None:
    """Raises Refused where settings say that no index is to be kept; they may be the reader's."""
    from tui.config import CONFIG_FILE, load_config

    if workspace.settings.keep_index and load_config().keep_index:
        return
    file = CONFIG_FILE if workspace.settings.keep_index else SETTINGS_FILE
    raise Refused(f"{file} says index = false: no index is kept, and searching works without")


def _show(progress: Progress) -> None:
    sys.stderr.write(f"{_ERASE_LINE}indexing {progress.done} of {progress.total}")
    sys.stderr.flush()
