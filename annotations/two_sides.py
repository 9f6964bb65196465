"""A file that holds both sides of a merge, as git leaves one, taken apart again."""

from __future__ import annotations

from typing import NamedTuple

from documents.lazy_regex import lazy_regex

_MARK = lazy_regex(r"^(<{7}|\|{7}|={7}|>{7})(?: [^\n]*)?\r?$")
_LINE = lazy_regex(r"[^\n]*\n|[^\n]+")
"""Only a line feed ends one: a note may hold what else Unicode breaks lines at."""

_OURS, _BASE, _THEIRS, _BOTH = range(4)
_AFTER = {"<": _OURS, "|": _BASE, "=": _THEIRS, ">": _BOTH}
_BEFORE = {"<": (_BOTH,), "|": (_OURS,), "=": (_OURS, _BASE), ">": (_THEIRS,)}


class Sides(NamedTuple):
    """The text as it was on either side, and before; ``base`` is None where that is not told."""

    ours: str
    theirs: str
    base: str | None


def sides(text: str) -> Sides | None:
    """The sides of a text with conflict markers; None where there are none, or not in order."""
    lines: tuple[list[str], list[str], list[str]] = ([], [], [])
    state, pairs, bases = _BOTH, 0, 0
    for line in _LINE.findall(text) if "\n<<<<<<<" in f"\n{text}" else ():
        mark = _MARK.match(line)
        if mark is None:
            for one in (_OURS, _BASE, _THEIRS):
                if state in (one, _BOTH):
                    lines[one].append(line)
            continue
        sign = mark[1][0]
        if state not in _BEFORE[sign]:
            return None
        state = _AFTER[sign]
        pairs, bases = pairs + (sign == "<"), bases + (sign == "|")
    if state != _BOTH or not pairs:
        return None
    ours, base, theirs = ("".join(one) for one in lines)
    return Sides(ours, theirs, base if bases == pairs else None)
