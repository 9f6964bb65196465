"""TOML from anybody's hand: parsed within bounds, and its keys found again in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

_MOST_PARTS = 32
# Lines of hundreds of dotted parts cost a parser quadratic time; no person writes so many.
_TOO_MANY_PARTS = re.compile(
    rf"""(?<![\w-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){{{_MOST_PARTS}}}"""
)
_ASSIGNED = re.compile(r"[ \t]*([^\s=#\[][^=]*?)[ \t]*=")


class TomlMistake(Exception):
    """What keeps a text from being read as TOML; ``line`` and ``column`` count from 1."""

    def __init__(self, line: int, column: int, reason: str) -> None:
        super().__init__(line, column, reason)
        self.line = line
        self.column = column
        self.reason = reason


def parse_toml(text: str) -> dict[str, Any]:
    """The tables of ``text``; raises TomlMistake where it is not TOML or too deep to be meant."""
    import tomli

    if match := _TOO_MANY_PARTS.search(text):
        line = text.count("\n", 0, match.start()) + 1
        raise TomlMistake(line, 1, f"a key has more than {_MOST_PARTS} parts")
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        raise TomlMistake(error.lineno, error.colno, error.msg) from None
    except RecursionError:
        raise TomlMistake(1, 1, "values are nested too deeply") from None


def place_of(text: str, path: Sequence[str | int]) -> tuple[int, int]:
    """The line and column, from 1, where the key at ``path`` is written in ``text``.

    A number in ``path`` counts the tables of an array from 0: ``("tag", 1, "hue")``. A key inside
    an inline value is found where that value is assigned. A scan by lines, good enough for telling
    a person where to look: it does not know the inside of a multi-line string.
    """
    wanted = tuple(path)
    best, place = 0, (1, 1)
    for found, line, column in _keys(text):
        if len(found) > best and found == wanted[: len(found)]:
            best, place = len(found), (line, column)
    return place


def _keys(text: str) -> Iterator[tuple[tuple[str | int, ...], int, int]]:
    table: tuple[str | int, ...] = ()
    seen: dict[tuple[str | int, ...], int] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        column = len(line) - len(line.lstrip()) + 1
        if line.lstrip().startswith("[["):
            table = _path(line)
            seen[table] = seen.get(table, -1) + 1
            table = (*table, seen[table])
            yield table, number, column
        elif line.lstrip().startswith("["):
            table = _path(line)
            yield table, number, column
        elif match := _ASSIGNED.match(line):
            yield table + _path(match[1] + " = 0"), number, column


def _path(line: str) -> tuple[str, ...]:
    """The key of one line, as its parts."""
    import tomli

    path: list[str] = []
    try:
        value: Any = tomli.loads(line)
    except (tomli.TOMLDecodeError, RecursionError):
        return ()
    while isinstance(value, dict) and value:
        key, value = next(iter(value.items()))
        path.append(key)
    return tuple(path)
