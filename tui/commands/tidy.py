"""``sidelight tidy``: removes the kept texts that no annotation needs any more."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from tui.commands.common import add_json, add_path, opened
from tui.output import complain, complain_of_all, say, say_json

if TYPE_CHECKING:
    from annotations.kept_texts import KeptText
    from annotations.tidying import Tidied


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where, and whether to do it."""
    add_path(parser, "the workspace, or anything in it (default: that of the current folder)")
    parser.add_argument("--dry-run", action="store_true", help="only say what would be removed")
    add_json(parser)
    parser.epilog = (
        "Kept texts are what annotations of changed documents are followed by. Where annotations\n"
        "are shared, tidy when everyone's are here: a text that only an absent one needs goes too."
    )


def run(args: argparse.Namespace) -> int:
    """Prints each text that is removed, by its SHA-256 and size, then how many there were."""
    from annotations.store import Store
    from annotations.tidying import CannotTidy, tidy

    workspace = opened([args.path] if args.path else []).workspace
    try:
        done = tidy(Store(workspace), dry_run=args.dry_run)
    except CannotTidy as error:
        for reason in error.reasons:
            complain(f"nothing was removed: {reason}")
        return 2
    for text in done.texts:
        _say_text(text, workspace.root, args)
    if not args.json:
        say(_summary(done, dry_run=args.dry_run))
    complain_of_all(done.problems)
    return 2 if done.problems else 0


def _say_text(text: KeptText, root: Path, args: argparse.Namespace) -> None:
    if not args.json:
        say(f"{text.digest}  {text.size} bytes")
        return
    inside = text.file.is_relative_to(root)
    file = os.fspath(text.file.relative_to(root) if inside else text.file)
    removed = not args.dry_run
    say_json({"text": text.digest, "bytes": text.size, "file": file, "removed": removed})


def _summary(done: Tidied, *, dry_run: bool) -> str:
    verb = "to remove" if dry_run else "removed"
    parts = [f"{_count(len(done.texts), 'text')} {verb}, {done.needed} needed"]
    if done.leftovers:
        parts.append(f"{_count(done.leftovers, 'unfinished file')} {verb}")
    return "; ".join(parts)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
