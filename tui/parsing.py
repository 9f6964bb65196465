"""Parsers of the command line. A reader who gives nothing but paths does not wait for argparse."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from typing import NoReturn

from tui import __version__
from tui.output import CANNOT_RUN, complain

NO_OPTION = "\0"
"""Stands before a word that argparse would take for an option: no argument can hold it itself."""


def operand(word: str) -> str:
    """A word of the command line without the mark that it is no option."""
    return word.removeprefix(NO_OPTION)


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

    def parse_with_query(self, words: Sequence[str]) -> argparse.Namespace:
        """As ``parse_intermixed_args``, where a query such as ``-apple`` is no option."""
        return self.parse_intermixed_args(self._with_operands_marked(words))

    def _with_operands_marked(self, words: Sequence[str]) -> list[str]:
        """The words, with a mark before each that begins with a dash and is no option.

        That is all behind ``--``, and before it what has one dash and is not ``-h``: there are no
        other short options. What follows an option that takes a value is left alone.
        """
        marked, before, options = [], "", True
        for word in words:
            if options and word == "--":
                options = False
                continue
            dashed = not options or (word[:2] not in ("--", "-") and word != "-h")
            dashed = dashed and word.startswith("-") and not self._takes_value(before)
            marked.append(NO_OPTION + word if dashed else word)
            before = word if options else ""
        return marked

    def _takes_value(self, word: str) -> bool:
        action = self._option_string_actions.get(word)
        return action is not None and action.nargs is None

    def error(self, message: str) -> NoReturn:
        """Ends the program with status 2."""
        message = message.replace(NO_OPTION, "").replace(repr(NO_OPTION)[1:-1], "")
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
        print(f"sidelight {__version__}")
        parser.exit()
