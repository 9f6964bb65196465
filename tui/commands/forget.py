"""``sidelight forget``: removes what is kept of a workspace outside it."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from tui.commands.common import add_json, add_path
from tui.numbers import grouped
from tui.output import Refused, say, say_json

if TYPE_CHECKING:
    from annotations.forgetting import Kept

_PATIENCE = 10.0
"""Seconds to wait for a program that is bringing the index up to date."""

_SEVERAL = {
    "copy of an annotation file": "copies of annotation files",
    "text of a document": "texts of documents",
}
"""What more than one of a kind are called; others make one whole, in however many files."""

_BUSY = "another program is bringing it up to date; forget again when that is done"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where, and how much."""
    add_path(
        parser,
        "the workspace, or anything in it (default: that of the current folder); it may be "
        "gone by now",
    )
    parser.add_argument("--index", action="store_true", help="only the search index")
    parser.add_argument("--dry-run", action="store_true", help="only say what would be removed")
    add_json(parser)
    parser.epilog = (
        "The search index, reading places, words looked for, earlier queries, steps to undo\n"
        "and copies of your annotation files go. The workspace is left as it is, and so is\n"
        "what stands nowhere else: a note being written, annotations that have vanished from\n"
        "the workspace, texts that marks are followed by. Exit status 1: something was left.\n"
        "Close the reader first: one that is open writes down anew where you are."
    )


def run(args: argparse.Namespace) -> int:
    """Prints what goes, summed by kind, and what stays, a line each."""
    from annotations.forgetting import kept_in_state, remove_kept
    from search_index.indexing.forgetting import kept_index

    root = _root(args.path or Path())
    index = kept_index(root)
    state = [] if args.index else kept_in_state(root)
    try:
        if not args.dry_run:
            index = _forgotten(root, index)
            remove_kept(root, state)
    except OSError as error:
        where = os.fsdecode(error.filename or root)
        raise Refused(f"{where}: it cannot be removed: {error.strerror}") from None
    kept = [*index, *state]
    if args.json:
        _say_json(kept, args)
    else:
        _say_sums(
            [one for one in kept if not one.stays], "to remove" if args.dry_run else "removed"
        )
        _say_left(one for one in kept if one.stays)
    if not kept:
        _refuse_missing(args.path)
        if not args.json:
            say("nothing is kept of this workspace")
    return 1 if any(one.stays for one in kept) else 0


def _root(path: Path) -> Path:
    """The workspace around ``path``; where that is gone, it was a workspace itself."""
    from documents.discovery import find_workspace, place_of

    if not os.path.lexists(path):
        return path.resolve()
    return find_workspace([place_of(path)]).root


def _refuse_missing(path: Path | None) -> None:
    """Raises Refused for a path that is not there: it may be mistyped."""
    if path is not None and not os.path.lexists(path):
        raise Refused(
            f"{path}: there is no such file or folder, and nothing is kept of a workspace there; "
            "check its name"
        )


def _forgotten(root: Path, index: list[Kept]) -> list[Kept]:
    from search_index.indexing.forgetting import forget_index

    return index if forget_index(root, _PATIENCE) else [one._replace(stays=_BUSY) for one in index]


def _say_json(kept: Iterable[Kept], args: argparse.Namespace) -> None:
    for one in kept:
        file, removed = os.fspath(one.file), not (one.stays or args.dry_run)
        reason = {"reason": one.stays} if one.stays else {}
        told = {"what": one.what, "file": file, "bytes": one.size, "removed": removed}
        say_json({**told, **reason})


def _say_sums(gone: Iterable[Kept], verb: str) -> None:
    """A line for each kind: of undone work alone there may be hundreds of files."""
    sizes: dict[str, list[int]] = {}
    for one in gone:
        sizes.setdefault(one.what, []).append(one.size)
    for what, each in sizes.items():
        several = _SEVERAL.get(what) if len(each) > 1 else None
        named = f"{grouped(len(each))} {several}" if several else what
        say(f"{verb}: {named}, {grouped(sum(each))} bytes")


def _say_left(left: Iterable[Kept]) -> None:
    for one in left:
        say(f"left: {one.what}, {one.file}: {one.stays}")
