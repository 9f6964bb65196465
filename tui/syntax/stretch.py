"""The coloured runs of one stretch of text, as a lexer comes up with them."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from typing import Any

STYLES = (
    "heading",
    "strong",
    "emphasis",
    "code",
    "link",
    "comment",
    "keyword",
    "string",
    "number",
    "name",
    "operator",
)
"""The keys of the faces that a theme has for syntax."""

LONGEST_LINE = 10_000
"""In code points. Lexers match by regular expression, some in quadratic time of a line's length,
and a match cannot be interrupted: what follows a longer line is not coloured."""

Tokens = Iterable[tuple[int, Any, str]]


class Stretch:
    """The runs of ``text[start:end]``, known up to ``done``; offsets are of the whole text.

    ``lex`` makes tokens (offset, type, value) of a text with newlines as LF, lazily, and
    ``style_of`` the index in ``STYLES`` of a token's type, or None. A lexer that fails ends the
    stretch; what it found before is kept.
    """

    def __init__(
        self,
        text: str,
        start: int,
        end: int,
        lex: Callable[[str], Tokens],
        style_of: Callable[[Any], int | None],
    ) -> None:
        self.start = start
        self.end = end
        self.done = start
        self._style_of = style_of
        # A run is its start, its end (both from the stretch's start) and its style.
        self._starts = array("I")
        self._ends = array("I")
        self._styles = array("B")
        raw = text[start:end]
        lines = raw.replace("\r\n", "\n").replace("\r", "\n")
        lines = lines[: _overlong_line(lines)]
        self._crlfs = _crlfs(raw)
        self._crlfs_passed = 0
        self._tokens = iter(lex(lines))

    @property
    def finished(self) -> bool:
        """Whether nothing more will be found."""
        return self.done == self.end

    def step(self) -> None:
        """Take one token from the lexer."""
        try:
            at, kind, value = next(self._tokens)
        except Exception:  # a lexer is a stranger's code on a stranger's text
            self.close()
            return
        style = self._style_of(kind)
        start, end = self._raw_offset(at), self._raw_offset(at + len(value))
        if start >= self.done - self.start:  # else out of order, which no lexer should be
            if style is not None and start < end:
                self._add(start, end, style)
            self.done = self.start + end

    def close(self) -> None:
        """Look for nothing more."""
        self._tokens = iter(())
        self.done = self.end

    def runs(self, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """The runs in ``[start, end)``, cut to it, as far as they are known."""
        at = bisect_right(self._ends, max(0, start - self.start))
        while at < len(self._starts) and self.start + self._starts[at] < end:
            first, last = self.start + self._starts[at], self.start + self._ends[at]
            yield max(start, first), min(end, last), STYLES[self._styles[at]]
            at += 1

    def _add(self, start: int, end: int, style: int) -> None:
        if self._ends and self._ends[-1] == start and self._styles[-1] == style:
            self._ends[-1] = end
            return
        self._starts.append(start)
        self._ends.append(end)
        self._styles.append(style)

    def _raw_offset(self, offset: int) -> int:
        """The place in the raw text of one in the lexer's, which has LF for each CRLF.

        Places come in order, so the CRLFs before them need only be counted once.
        """
        while self._crlfs_passed < len(self._crlfs) and self._crlfs[self._crlfs_passed] < offset:
            self._crlfs_passed += 1
        return offset + self._crlfs_passed


def _overlong_line(lines: str) -> int:
    """Where the first line begins that is too long, else the length of all."""
    at = 0
    while at + LONGEST_LINE < len(lines):
        # If there is a newline in reach, no line up to the last one in reach is too long.
        newline = lines.rfind("\n", at, at + LONGEST_LINE + 1)
        if newline < 0:
            return at
        at = newline + 1
    return len(lines)


def _crlfs(raw: str) -> array[int]:
    """Where each CRLF's newline is once every CRLF is one newline."""
    return array("I", (m.start() - n for n, m in enumerate(re.finditer("\r\n", raw))))
