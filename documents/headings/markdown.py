"""Headings in Markdown: ATX and setext, as CommonMark 0.31 has them, outside fenced code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from documents.headings import LONGEST_TITLE, Heading
from documents.headings.windows import Window
from documents.lazy_regex import lazy_regex

_FRONT_MATTER = lazy_regex(r"---[ \t]*\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_TOKEN = lazy_regex(
    r"""
    ^[ ]{0,3}(?:
        (?P<fence> `{3,}(?=[^`\n]*$) | ~{3,} ) .*
        | (?P<hashes> \#{1,6} ) (?=[ \t]|$) (?P<atx> .* )
        | (?P<setext> [^\s>|] .* ) \n [ ]{0,3} (?P<underline> =+ | -+ ) [ \t]*$
    )
    """,
    re.MULTILINE | re.VERBOSE,
)
# What a line of dashes does not turn into a heading: list items, and other lines of dashes.
_NO_TITLE = lazy_regex(r"(?:[-+*]|\d{1,9}[.)])(?:\s|$)|[-=*_\s]+$")
_CLOSING_HASHES = lazy_regex(r"(?:^|[ \t])#+$")
_LINK = lazy_regex(r"!?\[([^\[\]]*)\]\([^()]*\)")
_EMPHASIS = lazy_regex(r"(\*\*|__|\*|`)(?=\S)([^*`]+?)(?<=\S)\1")


def markdown_headings(windows: Iterable[Window]) -> Iterator[list[Heading]]:
    """The headings of a Markdown text, those of one window at a time."""
    scanner = _Scanner()
    for window in windows:
        yield list(scanner.headings(window))


class _Scanner:
    """Goes through a text; where it has got to, and in which code block, holds between windows."""

    def __init__(self) -> None:
        self._done = 0  # offset in the whole text
        self._fence: re.Pattern[str] | None = None  # what closes the code block

    def headings(self, window: Window) -> Iterator[Heading]:
        if window.base + window.start == 0 and (front_matter := _FRONT_MATTER.match(window.text)):
            self._done = front_matter.end()
        while match := self._next(window):
            self._done = window.base + match.end()
            if self._fence is not None:
                self._fence = None
            elif match["fence"]:
                self._fence = _closing(match["fence"])
            elif match["hashes"]:
                yield _heading(len(match["hashes"]), match, "hashes", "atx", window.base)
            elif not _NO_TITLE.match(match["setext"]):
                level = 1 if match["underline"][0] == "=" else 2
                yield _heading(level, match, "setext", "setext", window.base)
            else:  # the underline may be the next heading's text
                self._done = window.base + match.start("underline")

    def _next(self, window: Window) -> re.Match[str] | None:
        """What comes next in a window: the end of a code block, or what may be a heading."""
        position = max(window.start, self._done - window.base)
        match = (self._fence or _TOKEN).search(window.text, position)
        return match if match and match.start() < window.end else None


def _closing(fence: str) -> re.Pattern[str]:
    return re.compile(rf"^ {{0,3}}{fence[0]}{{{len(fence)},}}[ \t]*$", re.MULTILINE)


def _heading(level: int, match: re.Match[str], first: str, last: str, base: int) -> Heading:
    start = match.start(first)
    end = start + len(match.string[start : match.end(last)].rstrip())
    return Heading(level, base + start, base + end, _title(match[last]))


def _title(source: str) -> str:
    """What a heading says, without the marks around it and in it."""
    title = source.strip()[:LONGEST_TITLE]
    title = _CLOSING_HASHES.sub("", title).rstrip()
    return _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", title))
