"""What the commands print: plain text or JSON Lines on standard output, complaints on the other.

A pipe or a file gets UTF-8 and the characters as they are, a terminal one visible character for
each that it would obey or hide. File names that are not UTF-8 leave as the bytes they came as.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Mapping

from tui.visible import printable, visible

CANNOT_RUN = 2
"""The exit status of a command that could not run."""


class Refused(Exception):
    """A command that cannot be carried out; ``str()`` is the line that says why, and the mend."""


def prepare_streams() -> None:
    """Sets standard output and error up for every command; a stream may be closed."""
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, io.TextIOWrapper):
            continue
        if stream.isatty():
            stream.reconfigure(errors="backslashreplace", newline="")
        else:
            stream.reconfigure(encoding="utf-8", errors="surrogateescape", newline="")


def say(text: str = "", *, end: str = "\n") -> None:
    """Prints text to standard output."""
    if sys.stdout is not None:
        sys.stdout.write(printable(text, tty=sys.stdout.isatty()) + end)


def say_json(value: Mapping[str, object]) -> None:
    """Prints an object as one line of JSON, control and invisible characters escaped."""
    from annotations.json_line import json_line

    if sys.stdout is not None:
        sys.stdout.write(json_line(value) + "\n")


def complain(problem: str) -> None:
    """Says on standard error, in one line, what is wrong."""
    if sys.stderr is not None:
        sys.stderr.write(f"sidelight: {visible(problem)}\n")


def complain_of_all(problems: Iterable[str]) -> None:
    """Says each problem on a line of its own."""
    for problem in problems:
        complain(problem)


def on_one_line(text: str) -> str:
    """The text with its line ends, and the white space around them, as single spaces."""
    return " ".join(line.strip() for line in text.splitlines() if line.strip())


def quoted(name: str) -> str:
    """The name in double quotes, those in it escaped, as a shell and TOML read it."""
    escaped = name.replace("\\", r"\\").replace('"', r"\"")
    return f'"{escaped}"'


def let_go_of_output() -> None:
    """Drops what standard output still holds, after its reader has gone away.

    Python writes it once more on its way out, and would complain that nobody listens.
    """
    if sys.stdout is not None:
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, sys.stdout.fileno())
