"""Headings in plain prose, where only their looks tell them: short lines that stand alone.

Rather a heading too few than a line of the text taken for one: a heading stands apart from what is
before it, leads a longer paragraph, and does not end as a sentence does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from documents.headings import Heading
from documents.headings.windows import Window
from documents.lazy_regex import lazy_regex

_LONGEST = 80
_LONG_LINE = 100  # such a line is a paragraph by itself, not one of a column
_CANDIDATE = lazy_regex(
    r"^[^\S\n]*(\S[^\n]{0,79})$(?=\n[^\S\n]*\n|\n[^\n]{100}|\n(?:={3}|-{3}|~{3}))", re.MULTILINE
)
_UNDERLINE = lazy_regex(r"\n(={3,}|-{3,}|~{3,})[^\S\n]*(?=\n|\Z)")
_BLANK_LINE = lazy_regex(r"\n[^\S\n]*\n")
_CHAPTER = lazy_regex(
    r"(?:chapter|part|book|section|act|appendix|kapitel|teil|abschnitt|chapitre|partie|livre"
    r"|capítulo|parte|capitolo|глава|часть|раздел|розділ|частина|rozdział|kapitola|bölüm)"
    r"\s+(?:\d+|[ivxlc]+)\b|第\s*[\d一二三四五六七八九十百]+\s*[章部節节回]",
    re.IGNORECASE,
)
_BYLINE = lazy_regex(r"(?:by|von|par|por|di|автор)\b[:\s]", re.IGNORECASE)
_LISTED = lazy_regex(r"[-+*•‣◦–—>|]|https?:|\S+@\S+\.\S")
_CLOSERS = "\"'”’»“)]」』*_ "
_ENDINGS = tuple(".!?…:;,。！？：；，、؟؛،।-–—")
_MOST_DIGITS = 0.3  # of a line: beyond that it is a date, a number, a row of a table
_HEAD_OF_TEXT = 400


def prose_headings(windows: Iterable[Window]) -> Iterator[list[Heading]]:
    """The headings of a prose text, those of one window at a time."""
    level, last = 1, ""
    for window in windows:
        found: list[Heading] = []
        for start, end in _heading_lines(window):
            title = window.text[start:end]
            if title == last:  # web pages say their titles twice
                continue
            at_the_top = not last and not window.base and _is_at_the_top(window.text, start)
            if _CHAPTER.match(title) or at_the_top:
                found.append(Heading(1, window.base + start, window.base + end, title))
                level = 2
            else:
                found.append(Heading(level, window.base + start, window.base + end, title))
            last = title
        yield found


def _heading_lines(window: Window) -> Iterator[tuple[int, int]]:
    text = window.text
    for match in _CANDIDATE.finditer(text, window.start):
        if match.start() >= window.end:
            return
        line = match[1].rstrip()
        start, after = match.start(1), match.end()
        if _stands_apart(text, match.start()) and (
            _CHAPTER.match(line)
            or _is_underlined(text, after, len(line))
            or (_reads_as_heading(line) and _leads_a_paragraph(text, after, len(line)))
        ):
            yield start, start + len(line)


def _stands_apart(text: str, line_start: int) -> bool:
    """Whether the line before is blank, or a paragraph by itself, or there is none."""
    if line_start == 0:
        return True
    before = text.rfind("\n", 0, line_start - 1) + 1
    length = line_start - 1 - before
    return length >= _LONG_LINE or not text[before : line_start - 1].strip()


def _is_underlined(text: str, after: int, length: int) -> bool:
    underline = _UNDERLINE.match(text, after)
    return underline is not None and abs(len(underline[1]) - length) <= 3


def _reads_as_heading(line: str) -> bool:
    """Whether a line has the form of a heading, whatever its surroundings."""
    first = next((c for c in line if c.isalnum()), None)
    if first is None or first.islower() or _LISTED.match(line) or _BYLINE.match(line):
        return False
    if "\t" in line or "   " in line or sum(map(str.isdigit, line)) > _MOST_DIGITS * len(line):
        return False
    return not line.rstrip(_CLOSERS).endswith(_ENDINGS)


def _leads_a_paragraph(text: str, after: int, length: int) -> bool:
    """Whether what follows a line is a paragraph, and a longer one than the line."""
    following = text[after : after + 4 * _LONGEST].lstrip()
    blank = _BLANK_LINE.search(following)
    paragraph = following[: blank.start()] if blank else following
    return len(paragraph) > max(_LONGEST, length)


def _is_at_the_top(text: str, start: int) -> bool:
    """Whether hardly anything is before the first heading, so that it names the whole text."""
    return start <= _HEAD_OF_TEXT and len(text[:start].strip()) <= _LONGEST
