"""``sidelight export``: writes annotations in a format that others read."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from annotations.exports import FORMATS
from tui.commands.common import add_filters, add_path, collected, filter_of, is_incomplete, scope_of
from tui.commands.ties import everything_for
from tui.output import Refused, complain_of_all

if TYPE_CHECKING:
    from documents.workspace import Workspace


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where, which, and in what form."""
    add_path(parser)
    parser.add_argument(
        "--format", required=True, choices=list(FORMATS), help="one of " + ", ".join(FORMATS)
    )
    parser.add_argument(
        "--output", type=Path, metavar="FILE", help="write to FILE (default: standard output)"
    )
    add_filters(parser)
    parser.epilog = (
        "In CSV an apostrophe stands before text that a spreadsheet would compute (=, +, -, @);\n"
        "csv-excel is csv with the byte-order mark that Excel knows UTF-8 by. In jsonl every\n"
        "character is as it was, and `sidelight import` reads it."
    )


def run(args: argparse.Namespace) -> int:
    """Writes the export, whole or not at all where it goes to a file."""
    from annotations.exports import export

    wanted = filter_of(args)
    scope = scope_of(args.path)
    if args.output:
        check_output(args.output, args.format, scope.workspace)
    found = collected(scope)
    chosen = [placed for placed in found.annotations if wanted.admits(placed)]
    everything = everything_for(scope, found, either_end=True)
    pieces = export(args.format, chosen, scope.workspace, everything)
    if args.output:
        write(args.output, pieces)
    elif sys.stdout is not None:
        _print(pieces)
    complain_of_all(found.problems)
    return 2 if is_incomplete(scope, found) else 0


def _print(pieces: Iterator[str]) -> None:
    """Every format is in UTF-8; a terminal is shown what it may see."""
    from tui.visible import printable

    tty = sys.stdout.isatty()
    for piece in pieces:
        sys.stdout.write(printable(piece, tty=tty))


def write(file: Path, pieces: Iterator[str]) -> None:
    """Replaces the file by the whole export; a pipe or device is written to as it comes."""
    from annotations.durable import write_durably

    data = "".join(pieces).encode("utf-8")
    try:
        target = file.resolve()
        if target.exists() and not target.is_file():
            target.write_bytes(data)
        else:
            write_durably(target, data)
    except OSError as error:
        reason = error.strerror or str(error)
        raise Refused(f"{file}: {reason}; name a file that can be written") from None


def check_output(file: Path, format: str, workspace: Workspace) -> None:
    """Refuses to write over a text or over annotations; an earlier export may be replaced."""
    target = file.resolve()
    if target.is_dir():
        raise Refused(f"{file} is a folder; name a file")
    if not target.parent.is_dir():
        raise Refused(f"{file}: there is no folder {file.parent}; make it first")
    if not target.is_relative_to(workspace.root):
        return
    path = target.relative_to(workspace.root).as_posix()
    if path.startswith("annotations/") or path == "sidelight.toml":
        raise Refused(f"{file} is where Sidelight keeps what is yours; name another file")
    if path in workspace.documents() and not _is_export(target, format):
        raise Refused(f"{file} is one of the documents; name another file")


def _is_export(file: Path, format: str) -> bool:
    from annotations.exports import opening_of

    opening = opening_of(format).encode("utf-8")
    with file.open("rb") as stream:
        return stream.read(len(opening)) == opening
