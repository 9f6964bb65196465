"""The command ``sidelight``: finds out what is asked for, and has it done.

A command is a module in ``tui.commands`` with two functions, ``arguments(parser)`` and
``run(args) -> int``; it is imported when its name is the first word on the command line. Without
such a word the reader opens. The exit status is 0 where all is well, 1 where the command ran and
what was asked about does not hold, 2 where it could not run.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from types import MappingProxyType

from tui import __version__
from tui.output import (
    CANNOT_RUN,
    Refused,
    complain,
    complain_of_all,
    let_go_of_output,
    prepare_streams,
    say,
)

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "text": "print a document's text, exactly",
        "sentences": "print a document's sentences and where they stand",
        "search": "find words and phrases in documents and annotations",
        "concordance": "list every hit on its line, or the words that stand near",
        "echoes": "find what other documents tell of the same thing as a sentence",
        "index": "bring the search index up to date",
        "annotate": "mark a passage, with tags and a note",
        "list": "list annotations",
        "check": "see whether every annotation still has its place",
        "agreement": "compare the authors: how far they agree, and where they differ",
        "export": "write annotations as Markdown, CSV, JSON Lines or a web page",
        "import": "add annotations from JSON Lines",
        "tag": "rename a tag on all your annotations, or merge two",
        "tidy": "remove kept texts that no annotation needs",
        "forget": "remove what is kept of a workspace outside it, such as the search index",
    }
)
"""Every command by its name, and what it does."""

_MODULES = {"import": "import_file"}  # Python would not import a module called so
_ASKING = ("search", "concordance")  # what they take may begin with a dash
_INTERRUPTED = 130  # 128 and the signal's number, as shells have it
_MANY = 100_000
"""Objects that a command may make before the collector looks at them: most commands make fewer."""
_OPTIONS_WITH_VALUE = ("--author", "--encoding")


def main() -> int:
    """Runs the command line of this process; gives the exit status."""
    try:
        return _run_told()
    finally:
        gc.freeze()  # the process ends: nobody need look through all it made for what to free


def _run_told() -> int:
    """Runs what the process was asked for, and tells of what goes wrong."""
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
    except SystemExit:  # all was said: spares the import of what else it may be
        raise
    except _refusals() as error:
        complain_of_all(map(str, getattr(error, "mistakes", (error,))))
        return CANNOT_RUN
    except OSError as error:
        let_go_of_output()
        complain(f"{error.filename or 'standard output'}: {error.strerror or error}")
        return CANNOT_RUN
    return status


def run(argv: Sequence[str]) -> int:
    """Carries out what ``argv`` asks for; gives the exit status."""
    place = _command_place(argv)
    if place is None or argv[place] not in COMMANDS:
        if place is not None:
            _refuse_misspelt(argv[place])
        return _read(argv)
    gc.set_threshold(_MANY)
    from tui.parsing import Parser

    name = argv[place]
    command = import_module(f"tui.commands.{_MODULES.get(name, name)}")
    parser = Parser(f"sidelight {name}", COMMANDS[name])
    command.arguments(parser)
    words = [*argv[:place], *argv[place + 1 :]]
    parse = parser.parse_with_query if name in _ASKING else parser.parse_intermixed_args
    status: int = command.run(parse(words))
    return status


def _read(argv: Sequence[str]) -> int:
    """Opens the reader. Where only paths are given there is nothing to parse, or to import for."""
    if list(argv) == ["--version"]:
        say(f"sidelight {__version__}")
        return 0
    gc.disable()  # no collection while modules are read; the reader takes it up again
    from tui.commands import read

    if all(word == "-" or not word.startswith("-") for word in argv):
        return read.read(argv)
    from tui.parsing import reader_parser

    parser = reader_parser(COMMANDS)
    read.arguments(parser)
    return read.run(parser.parse_args(argv))


def _refuse_misspelt(word: str) -> None:
    """Raises Refused for a word that is no file, and nearly a command."""
    import os

    if word == "-" or os.path.lexists(word):
        return
    from difflib import get_close_matches

    if near := get_close_matches(word, COMMANDS, n=1, cutoff=0.7):
        raise Refused(f"there is no file {word}; did you mean: sidelight {near[0]}")


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
