"""Headings in Markdown: ATX and setext, as CommonMark 0.31 has them, outside fenced code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from documents.headings import LONGEST_TITLE, Heading

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_TOKEN = re.compile(
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
_NO_TITLE = re.compile(r"(?:[-+*]|\d{1,9}[.)])(?:\s|$)|[-=*_\s]+$")
_CLOSING_HASHES = re.compile(r"(?:^|[ \t])#+$")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
_EMPHASIS = re.compile(r"(\*\*|__|\*|`)(?=\S)([^*`]+?)(?<=\S)\1")


def markdown_headings(text: str) -> list[Heading]:
    """The headings of a Markdown text whose lines end in line feeds."""
    return list(_headings(text))


def _headings(text: str) -> Iterator[Heading]:
    front_matter = _FRONT_MATTER.match(text)
    position = front_matter.end() if front_matter else 0
    while match := _TOKEN.search(text, position):
        position = match.end()
        if match["fence"]:
            position = _end_of_fence(text, match["fence"], position)
        elif match["hashes"]:
            yield _heading(len(match["hashes"]), match, "hashes", "atx")
        elif not _NO_TITLE.match(match["setext"]):
            yield _heading(1 if match["underline"][0] == "=" else 2, match, "setext", "setext")
        else:
            position = match.start("underline")  # which may be the next heading's text


def _end_of_fence(text: str, fence: str, position: int) -> int:
    """Where the code block ends that ``fence`` opened; the text's end if nothing closes it."""
    closing = re.compile(rf"^ {{0,3}}{fence[0]}{{{len(fence)},}}[ \t]*$", re.MULTILINE)
    match = closing.search(text, position)
    return match.end() if match else len(text)


def _heading(level: int, match: re.Match[str], first: str, last: str) -> Heading:
    start = match.start(first)
    end = start + len(match.string[start : match.end(last)].rstrip())
    return Heading(level, start, end, _title(match[last]))


def _title(source: str) -> str:
    """What a heading says, without the marks around it and in it."""
    title = source.strip()[:LONGEST_TITLE]
    title = _CLOSING_HASHES.sub("", title).rstrip()
    return _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", title))
