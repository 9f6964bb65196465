"""Lists that run on inside one line: ``1) The first item 2) The second item``."""

from __future__ import annotations

from documents.lazy_regex import lazy_regex
from documents.sentences.abbreviations import MONTHS

_BULLETS = "•⁃◦▪●"
_FIRST = lazy_regex(
    rf"\s*(?:[{_BULLETS}]\s*)?(?P<open>\(?)(?P<number>\d{{1,3}}|a)(?P<close>\.?\)|\.)\s+(?=\S)(?P<word>\w*)"
)


def item_starts(text: str) -> list[int]:
    """Where the items of a list begin, the first one left out.

    Empty unless the text opens with an item's number and the next number follows in it.
    """
    first = _FIRST.match(text)
    if not first or first["word"].lower() in MONTHS:  # a date: "1. Mai"
        return []
    starts: list[int] = []
    number, offset = first["number"], first.end()
    while offset:
        number = str(int(number) + 1) if number.isdigit() else chr(ord(number) + 1)
        offset = _find_item(text, first["open"] + number + first["close"], offset)
        if offset:
            starts.append(_with_bullet(text, offset))
            offset += 1
    return starts


def _find_item(text: str, label: str, offset: int) -> int:
    """Where the label stands alone from ``offset`` on, or 0."""
    while (found := text.find(label, offset)) > 0:
        after = text[found + len(label) : found + len(label) + 1]
        if after.isspace() and (text[found - 1].isspace() or text[found - 1] in _BULLETS):
            return found
        offset = found + 1
    return 0


def _with_bullet(text: str, offset: int) -> int:
    before = offset - (text[offset - 1] in " \u00a0")
    return before - 1 if text[before - 1] in _BULLETS else offset
