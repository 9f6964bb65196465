"""``sidelight text FILE``: prints the document's text, exactly, and nothing else."""

from __future__ import annotations

import argparse

from tui.commands.common import add_file, document_to_print
from tui.output import say


def arguments(parser: argparse.ArgumentParser) -> None:
    """The file."""
    add_file(parser, or_standard_input=True)


def run(args: argparse.Namespace) -> int:
    """Prints the text; offsets count in what is printed."""
    say(document_to_print(args.file, args.encoding, "text").text, end="")
    return 0
