"""The text of a TOML file, cut into its tables and statements, so that single ones can change.

A parser gives the values and forgets where they stood; a person's comments and layout live in
what it forgets. This scanner knows just enough of TOML 1.1 (https://toml.io/en/v1.1.0) to find
where tables and statements begin and end in a file that a parser accepts. It runs first, in linear
time, and refuses what would cost a parser its memory: very long keys, very deep nesting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from annotations.steps import Step, at_once
from documents.lazy_regex import lazy_regex

MOST_KEY_PARTS = 32
LONGEST_KEY = 2000
"""In characters: of a table's header or of a statement's key, with its dots and quotes."""
DEEPEST_NESTING = 64

# Only single characters are repeated possessively: of groups, Python before 3.11.5 gets it wrong.
_WS = r"[ \t]*+"
_END = r"(?:\r?\n|\Z)"
_COMMENT = r"(?:#[^\n]*+)?"  # takes the CR of a CRLF with it, so what follows must allow for that
_BASIC = r'"(?!"")[^"\\\n]*+(?:\\.[^"\\\n]*+)*"'
_LITERAL = r"'(?!'')[^'\n]*+'"
_BASIC_LINES = r'"""[^"\\]*+(?:(?:\\[\s\S]|"(?!""))[^"\\]*+)*"{3,5}'
_LITERAL_LINES = r"'''[^']*+(?:'(?!'')[^']*+)*'{3,5}"
_STRING = rf"(?:{_BASIC_LINES}|{_LITERAL_LINES}|{_BASIC}|{_LITERAL})"
_PART = rf"(?:[A-Za-z0-9_-]++|{_BASIC}|{_LITERAL})"
_KEY = rf"{_PART}(?:{_WS}\.{_WS}{_PART})*"
_BARE_VALUE = r"[^\s\"'\[\]{},#][^\"'\[\]{},#\r\n]*+"
_STRINGS = rf"\[(?:\s*+{_BASIC}\s*+,?)*\s*+\]"
_SIMPLE = r"[^\"'{}\[\]#.\r\n]*+"  # without dots: what is dotted has its parts counted elsewhere
_ENTRIES = rf"\[(?:\s*+\{{{_SIMPLE}(?:{_BASIC}{_SIMPLE})*\}}\s*+,?)*\s*+\]"
_PLAIN_VALUE = rf"(?:{_BASIC}|{_LITERAL}|{_BARE_VALUE}|{_STRINGS}|{_ENTRIES})"

_TRIVIA = rf"(?:{_WS}{_COMMENT}\r?\n)*"
_PLAIN = rf"{_WS}[A-Za-z0-9_-]{{1,200}}+{_WS}={_WS}{_PLAIN_VALUE}{_WS}{_COMMENT}{_END}"

_PLAIN_RUN = lazy_regex(rf"(?:{_TRIVIA}{_PLAIN})*")
_TRIVIA_RUN = lazy_regex(rf"{_TRIVIA}(?:{_WS}{_COMMENT}\Z)?")
_HEADER = lazy_regex(rf"{_WS}(\[\[?){_WS}({_KEY}){_WS}\]\]?+{_WS}{_COMMENT}{_END}")
_OPENS_TABLE = lazy_regex(rf"{_WS}\[")
_ASSIGNMENT = lazy_regex(rf"{_WS}({_KEY}){_WS}={_WS}")
_LINE_END = lazy_regex(rf"{_WS}({_COMMENT}){_END}")
_LIKE_A_KEY = lazy_regex(rf"{_WS}\[{{0,2}}{_WS}({_KEY})")
_BARE = lazy_regex(_BARE_VALUE)
_TOKEN = lazy_regex(rf"{_STRING}|#[^\n]*+|[\[\]{{}}]|[,=]|\.|[^\"'\[\]{{}}#,=.]++")
_BARE_KEY = lazy_regex(r"[A-Za-z0-9_-]++(?:\.[A-Za-z0-9_-]++)*")
_PARTS = lazy_regex(_PART)
_COMMENTS_LAST = lazy_regex(r"(?:^[ \t]*#[^\n]*(?:\n|\Z))*\Z", re.MULTILINE)


class ScanError(Exception):
    """A place the scanner cannot pass; ``position`` is an index into the text.

    ``bounds`` tells a text that goes beyond the limits from one that is not TOML.
    """

    def __init__(self, position: int, reason: str, *, bounds: bool) -> None:
        super().__init__(position, reason)
        self.position = position
        self.reason = reason
        self.bounds = bounds


@dataclass(frozen=True, slots=True)
class Statement:
    """``key = value``: its key's parts, and where it stands in the text that was scanned.

    ``[start, end)`` are its whole lines, ``[value_start, value_end)`` its value, and ``comment``
    is what follows the value on its line.
    """

    key: tuple[str, ...]
    start: int
    value_start: int
    value_end: int
    comment: str
    end: int


@dataclass(frozen=True, slots=True)
class Table:
    """One table, from its header to its last statement, with the blank lines and comments before.

    ``attached`` are the comments directly above the header, ``floating`` what comes before those;
    ``body`` begins with the header.
    """

    path: tuple[str, ...]
    is_array: bool
    floating: str
    attached: str
    body: str

    @property
    def text(self) -> str:
        """The table as it stands in the file."""
        return self.floating + self.attached + self.body


@dataclass(frozen=True, slots=True)
class Layout:
    """A file's text in its parts: joined in this order, they are the text again."""

    root: str
    tables: tuple[Table, ...]
    tail: str

    @property
    def text(self) -> str:
        """The whole file."""
        return "".join([self.root, *[table.text for table in self.tables], self.tail])


def split(text: str, step: Step = at_once) -> Layout:
    """Cuts ``text`` into its tables; ``step`` is called between them. Raises ScanError."""
    root_end, position = _statements_end(text, 0)
    tables: list[Table] = []
    above = root_end
    while position < len(text):
        step()
        header = _HEADER.match(text, position)
        if header is None:
            raise _cannot_pass(text, position)
        _check_key(header[2], header.start(2))
        body_end, following = _statements_end(text, header.end())
        floating, attached = _comments_apart(text[above:position])
        body = text[position:body_end]
        tables.append(Table(key_path(header[2]), header[1] == "[[", floating, attached, body))
        above, position = body_end, following
    return Layout(text[:root_end], tuple(tables), text[above:])


def statements(text: str) -> Iterator[Statement]:
    """The statements of a piece of TOML, which may begin with a table's header. Raises ScanError.

    Keys are as written there: without the table's own path.
    """
    position = _trivia_end(text, 0)
    if header := _HEADER.match(text, position):
        position = _trivia_end(text, header.end())
    while position < len(text):
        statement = _statement(text, position)
        yield statement
        position = _trivia_end(text, statement.end)


def key_path(key: str) -> tuple[str, ...]:
    """The parts of a key as it is written: ``a."b.c"`` is ``("a", "b.c")``. Raises ScanError."""
    if _BARE_KEY.fullmatch(key):
        return tuple(key.split("."))
    import tomli

    parts: list[str] = []
    try:
        value: Any = tomli.loads(f"{key} = 0")
    except tomli.TOMLDecodeError as error:
        raise ScanError(0, error.msg, bounds=False) from None
    while isinstance(value, dict):
        part, value = next(iter(value.items()))
        parts.append(part)
    return tuple(parts)


def comments(text: str) -> list[str]:
    """The comments of a piece of TOML, each from its ``#`` to the end of its line."""
    return [token[0].rstrip("\r") for token in _TOKEN.finditer(text) if token[0].startswith("#")]


def _statements_end(text: str, position: int) -> tuple[int, int]:
    """Where the statements from ``position`` on end, and where the next header then begins."""
    end = position
    while True:
        run = _PLAIN_RUN.match(text, end)
        end = run.end() if run else end
        following = _trivia_end(text, end)
        if following >= len(text) or _OPENS_TABLE.match(text, following):
            return end, following
        end = _statement(text, following).end


def _trivia_end(text: str, position: int) -> int:
    match = _TRIVIA_RUN.match(text, position)
    return match.end() if match else position


def _comments_apart(trivia: str) -> tuple[str, str]:
    """Cuts the lines before a header into those further up and the comments right above it."""
    match = _COMMENTS_LAST.search(trivia)
    cut = match.start() if match else len(trivia)
    return trivia[:cut], trivia[cut:]


def _statement(text: str, position: int) -> Statement:
    assignment = _ASSIGNMENT.match(text, position)
    if assignment is None:
        raise _cannot_pass(text, position)
    _check_key(assignment[1], assignment.start(1))
    value_end = _value_end(text, assignment.end())
    line_end = _LINE_END.match(text, value_end)
    if line_end is None:
        raise _cannot_pass(text, value_end)
    return Statement(
        key_path(assignment[1]),
        position,
        assignment.end(),
        value_end,
        line_end[1].rstrip("\r"),
        line_end.end(),
    )


def _value_end(text: str, position: int) -> int:
    """Where the value at ``position`` ends; within brackets, comments and lines are passed over."""
    depth = dots = 0
    reached = position
    for token in _TOKEN.finditer(text, position):
        if token.start() != reached:
            break
        reached, what = token.end(), token[0]
        if what in "[{":
            depth += 1
        elif what in "]}":
            depth -= 1
        dots = dots + 1 if what == "." else 0 if what in ",=[]{}" else dots
        if depth > DEEPEST_NESTING:
            raise ScanError(token.start(), "values are nested too deeply", bounds=True)
        if dots > MOST_KEY_PARTS:
            raise ScanError(token.start(), f"a key has over {MOST_KEY_PARTS} parts", bounds=True)
        if depth <= 0:
            return _scalar_end(text, position, token)
    raise _cannot_pass(text, reached)


def _scalar_end(text: str, position: int, token: re.Match[str]) -> int:
    """The end of the value that ``token`` closes, or that it begins if that is a bare one."""
    if token[0][0] in "\"']}":
        return token.end()
    bare = _BARE.match(text, position)
    if bare is None:
        raise _cannot_pass(text, position)
    return position + len(bare[0].rstrip())


def _check_key(key: str, position: int) -> None:
    if len(key) > LONGEST_KEY:
        raise ScanError(position, f"a key is longer than {LONGEST_KEY} characters", bounds=True)
    if key.count(".") >= MOST_KEY_PARTS and len(_PARTS.findall(key)) > MOST_KEY_PARTS:
        raise ScanError(position, f"a key has over {MOST_KEY_PARTS} parts", bounds=True)


def _cannot_pass(text: str, position: int) -> ScanError:
    """The error for ``position``; a key that goes on and on is beyond bounds, closed or not."""
    if like := _LIKE_A_KEY.match(text, position):
        try:
            _check_key(like[1], like.start(1))
        except ScanError as error:
            return error
    return ScanError(position, "this is not TOML", bounds=False)
