"""The command ``sidelight``: finds out what is asked for, and has it done.

A command is a module in ``tui.commands`` with two functions, ``arguments(parser)`` and
``run(args) -> int``; it is imported when its name is the first word on the command line. Without
such a word the reader opens. The exit status is 0 where all is well, 1 where the command ran and
what was asked about does not hold, 2 where it could not run.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from types import MappingProxyType
from typing import NoReturn

from tui.output import complain, let_go_of_output, prepare_streams

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "text": "print a document's text, exactly",
        "sentences": "print a document's sentences and where they stand",
        "search": "find words and phrases in documents and annotations",
        "index": "bring the search index up to date",
        "annotate": "mark a passage, with tags and a note",
        "list": "list annotations",
        "check": "see whether every annotation still has its place",
        "export": "write annotations as Markdown, CSV, JSON Lines or a web page",
        "import": "add annotations from JSON Lines",
        "tidy": "remove kept texts that no annotation needs",
    }
)
"""Every command by its name, and what it does."""

_MODULES = {"import": "import_file"}  # Python would not import a module called so
CANNOT_RUN = 2
_INTERRUPTED = 130  # 128 and the signal's number, as shells have it
_OPTIONS_WITH_VALUE = ("--author", "--encoding")


def main() -> int:
    """Runs the command line of this process; gives the exit status."""
    prepare_streams()
    try:
        status = run(sys.argv[1:])
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:  # whoever read the output has seen enough, as `head` does
        let_go_of_output()
        return 0
    except KeyboardInterrupt:
        return _INTERRUPTED
    except _refusals() as error:
        complain(str(error))
        return CANNOT_RUN
    except OSError as error:
        let_go_of_output()
        complain(f"{error.filename or 'standard output'}: {error.strerror or error}")
        return CANNOT_RUN
    return status


def run(argv: Sequence[str]) -> int:
    """Carries out what ``argv`` asks for; gives the exit status."""
    place = _command_place(argv)
    name = "" if place is None else argv[place]
    if place is not None and name in COMMANDS:
        argv = [*argv[:place], *argv[place + 1 :]]
        command = import_module(f"tui.commands.{_MODULES.get(name, name)}")
        parser = _Parser(f"sidelight {name}", COMMANDS[name])
    else:
        command = import_module("tui.commands.read")
        parser = _reader_parser()
    command.arguments(parser)
    status: int = command.run(parser.parse_args(argv))
    return status


class _Parser(argparse.ArgumentParser):
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


def _reader_parser() -> _Parser:
    width = max(map(len, COMMANDS))
    listed = "\n".join(f"  {name:{width}}  {summary}" for name, summary in COMMANDS.items())
    parser = _Parser(
        "sidelight",
        "open documents side by side, to read closely, search, mark and tag",
        f"commands, each with its own --help:\n{listed}\n\n"
        "A file with the name of a command is opened as ./NAME.",
    )
    parser.usage = (
        "sidelight [PATH...] [--author NAME] [--encoding NAME]\n       sidelight COMMAND ..."
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


def _command_place(argv: Sequence[str]) -> int | None:
    """The index of the first word that is neither an option nor an option's value, if any."""
    skip = False
    for index, word in enumerate(argv):
        if skip:
            skip = False
        elif word == "--":
            return None
        elif word in _OPTIONS_WITH_VALUE:
            skip = True
        elif word == "-" or not word.startswith("-"):
            return index
    return None


def _refusals() -> tuple[type[Exception], ...]:
    """What the packages raise for bad input; asked for only when something was raised."""
    from annotations.errors import SaveFailed, UnreadableAnnotations
    from annotations.importing import ImportRefused
    from documents.errors import CannotOpen, SettingsError
    from tui.output import Refused

    return (Refused, CannotOpen, SettingsError, UnreadableAnnotations, SaveFailed, ImportRefused)
