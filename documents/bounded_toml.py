"""TOML from anybody's hand: parsed within bounds, and its keys found again in the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from documents.lazy_regex import lazy_regex

_MOST_PARTS = 32
# Lines of hundreds of dotted parts cost a parser quadratic time; no person writes so many.
_TOO_MANY_PARTS = lazy_regex(
    rf"""(?<![\w-])(?:(?:[\w-]+|"[^"\n]*"|'[^'\n]*')[ \t]*\.[ \t]*){{{_MOST_PARTS}}}"""
)
_PART = r"""(?:[\w-]+|"(?:[^"\\]|\\.)*"|'[^']*')"""
_ASSIGNED = lazy_regex(rf"[ \t]*({_PART}(?:[ \t]*\.[ \t]*{_PART})*)[ \t]*=[ \t]*")


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
        raise _mistake(text, error.lineno, error.colno, error.msg) from None
    except RecursionError:
        raise TomlMistake(1, 1, "values are nested too deeply") from None


def _mistake(text: str, number: int, column: int, reason: str) -> TomlMistake:
    """What a parser stopped at, in plain words; a key set twice is pointed at itself."""
    from documents.toml_mistakes import explained

    lines = text.split("\n")
    if reason.startswith("Cannot "):
        found = _set_twice(text, number)
        if found is not None:
            return found
    line = lines[number - 1] if number <= len(lines) else ""
    return TomlMistake(number, column, explained(line.rstrip("\r"), column, reason))


def _set_twice(text: str, until: int) -> TomlMistake | None:
    """The last key or table up to the line ``until``, if it stands further up as well."""
    keys = [key for key in _keys(text) if key.line <= until]
    last = keys[-1] if keys else None
    first = next((key for key in keys if last and key.path == last.path), None)
    if last is None or first is None or first is last or not last.path:
        return None
    name = ".".join(map(str, last.path))
    if last.table and first.table:
        reason = f"[{name}] stands twice; put all of it below line {first.line}"
    else:
        own = name if last.table else last.path[-1]
        reason = f'"{own}" is set twice, here and in line {first.line}; leave one of them'
    return TomlMistake(last.line, last.column, reason)


def place_of(text: str, path: Sequence[str | int], *, value: bool = False) -> tuple[int, int]:
    """The line and column, from 1, where the key at ``path``, or its value, begins in ``text``.

    A number in ``path`` counts the tables of an array from 0: ``("tag", 1, "hue")``. A key inside
    an inline value is found where that value is assigned. A scan by lines, good enough for telling
    a person where to look: it does not know the inside of a multi-line string.
    """
    return places_of(text, (path,), value=value)[0]


def places_of(
    text: str, paths: Iterable[Sequence[str | int]], *, value: bool = False
) -> list[tuple[int, int]]:
    """As ``place_of``, of several keys in one scan."""
    keys = list(_keys(text))
    return [_place(keys, tuple(path), value) for path in paths]


def _place(keys: Sequence[_Key], wanted: tuple[str | int, ...], value: bool) -> tuple[int, int]:
    best, place = 0, (1, 1)
    for key in keys:
        if len(key.path) > best and key.path == wanted[: len(key.path)]:
            best = len(key.path)
            place = key.line, key.value if value else key.column
    return place


class _Key(NamedTuple):
    """A key or a table's heading: where it and its value begin, in lines and columns from 1."""

    path: tuple[str | int, ...]
    line: int
    column: int
    value: int
    table: bool


def _keys(text: str) -> Iterator[_Key]:
    table: tuple[str | int, ...] = ()
    seen: dict[tuple[str | int, ...], int] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        column = len(line) - len(line.lstrip()) + 1
        if line.lstrip().startswith("[["):
            table = _path(line)
            seen[table] = seen.get(table, -1) + 1
            table = (*table, seen[table])
            yield _Key(table, number, column, column, table=True)
        elif line.lstrip().startswith("["):
            table = _path(line)
            yield _Key(table, number, column, column, table=True)
        elif match := _ASSIGNED.match(line):
            path = table + _path(match[1] + " = 0")
            yield _Key(path, number, column, match.end() + 1, table=False)


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
