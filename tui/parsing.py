"""Parsers of the command line. A reader who gives nothing but paths does not wait for argparse."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from typing import NoReturn

from tui.output import CANNOT_RUN, complain


class Parser(argparse.ArgumentParser):
    """A parser that says in one line what is wrong with the arguments."""

    def __init__(self, prog: str, description: str, epilog: str | None = None) -> None:
        super().__init__(
            prog,
            description=description[0].upper() + description[1:] + ".",
            epilog=epilog,
            allow_abbrev=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )

    def error(self, message: str) -> NoReturn:
        """Ends the program with status 2."""
        complain(f"{message} (see {self.prog} --help)")
        sys.exit(CANNOT_RUN)


def reader_parser(commands: Mapping[str, str]) -> Parser:
    """What takes the reader's own arguments; its help lists the ``commands`` and what they do."""
    width = max(map(len, commands))
    listed = "\n".join(f"  {name:{width}}  {summary}" for name, summary in commands.items())
    parser = Parser(
        "sidelight",
        "open documents side by side, to read closely, search, mark and tag",
        f"commands, each with its own --help:\n{listed}\n\n"
        "A file with the name of a command is opened as ./NAME.",
    )
    parser.usage = (
        "sidelight [PATH...] [--author NAME] [--encoding NAME] [--no-index]\n"
        "       sidelight COMMAND ..."
    )
    parser.add_argument("--version", action=_Version)
    return parser


class _Version(argparse.Action):
    """Prints the version and ends the program."""

    def __init__(self, option_strings: Sequence[str], dest: str) -> None:
        super().__init__(option_strings, dest, nargs=0, help="print the version and exit")

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        from importlib.metadata import version

        print(f"sidelight {version('sidelight')}")
        parser.exit()
