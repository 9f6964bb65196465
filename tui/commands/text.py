"""``sidelight text FILE``: prints the document's text, exactly, and nothing else."""

from __future__ import annotations

import argparse

from tui.commands.common import add_file, open_one
from tui.output import say


def arguments(parser: argparse.ArgumentParser) -> None:
    """The file."""
    add_file(parser)


def run(args: argparse.Namespace) -> int:
    """Prints the text; offsets count in what is printed."""
    say(open_one(args.file, args.encoding).document.text, end="")
    return 0
