"""A passage as it was marked and as it reads now, in rows: what came and went stands out. Pure.

Words taken out are in square brackets and struck through, words put in are in braces and
underlined; what both have is faded. So the two are told apart without colours, and where a
terminal strikes nothing through.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Literal, NamedTuple

from rich.style import Style

from annotations.anchoring.comparing import Difference, differences
from documents.lazy_regex import lazy_regex
from documents.spans import Span
from tui.layout.wrapping import wrap
from tui.pane.painter import Painter
from tui.visible import visible
from tui.widgets.pieces import Piece

Kind = Literal["same", "out", "in"]

_SIGNS: dict[Kind, tuple[str, str]] = {"same": ("", ""), "out": ("[", "]"), "in": ("{", "}")}
_SPACE = lazy_regex(r"\s")
_GAP = " … "
_BETWEEN = "  ·  "


class Part(NamedTuple):
    """Words of a passage, safe to show, that both versions have, or only this one.

    ``telling`` ones change what is said: a number, a name, a denial.
    """

    text: str
    kind: Kind = "same"
    telling: bool = False


def old_parts(passage: str, differences: Iterable[Difference]) -> list[Part]:
    """The passage as it was marked."""
    return _parts(passage, [(each.old, bool(each.telling)) for each in differences], "out")


def new_parts(passage: str, differences: Iterable[Difference]) -> list[Part]:
    """The passage as it reads now."""
    return _parts(passage, [(each.new, bool(each.telling)) for each in differences], "in")


def _parts(passage: str, changed: Sequence[tuple[Span, bool]], kind: Kind) -> list[Part]:
    shown = visible(_SPACE.sub(" ", passage))
    parts: list[Part] = []
    at = 0
    for span, telling in changed:
        parts.append(Part(shown[at : span.start]))
        parts.append(Part(shown[span.start : span.end], kind, telling))
        at = span.end
    parts.append(Part(shown[at:]))
    return [part for part in parts if part.text]


def apart(before: str, now: str) -> list[Part]:
    """Only the words in which two versions differ, each pair of them side by side."""
    parts: list[Part] = []
    for each in differences(before, now):
        old, new = (
            visible(_SPACE.sub(" ", passage[span.start : span.end]))
            for passage, span in ((before, each.old), (now, each.new))
        )
        telling = bool(each.telling)
        pair = [Part(old, "out", telling)] if old else []
        pair += [Part(" ")] if old and new else []
        pair += [Part(new, "in", telling)] if new else []
        parts += [Part(_BETWEEN), *pair] if parts else pair
    return parts or [Part("only punctuation or spaces differ")]


def abridged(parts: Sequence[Part], around: int) -> list[Part]:
    """The parts with ``around`` code points, in whole words, of what is the same beside the rest.

    Nothing is left out of what differs.
    """
    last = len(parts) - 1
    return [
        part if part.kind != "same" else Part(_shortened(part.text, around, n > 0, n < last))
        for n, part in enumerate(parts)
    ]


def _shortened(text: str, around: int, keeps_start: bool, keeps_end: bool) -> str:
    if len(text) <= 2 * around + len(_GAP):
        return text
    start = text[:around].rpartition(" ")[0] if keeps_start else ""
    end = text[-around:].partition(" ")[2] if keeps_end else ""
    if not keeps_start and not keeps_end:  # all of it is the same
        start = text[: 2 * around].rpartition(" ")[0]
    if not start:
        return f"{_GAP.lstrip()}{end}"
    return f"{start}{_GAP}{end}" if keeps_end else f"{start}{_GAP.rstrip()}"


def rows(parts: Sequence[Part], width: int, painter: Painter) -> list[list[Piece]]:
    """The parts in as many rows of ``width`` columns as they need."""
    texts = [f"{_SIGNS[part.kind][0]}{part.text}{_SIGNS[part.kind][1]}" for part in parts]
    words = "".join(texts)
    edges = list(accumulate(map(len, texts), initial=0))
    styles = [style_of(part, painter) for part in parts]
    stretches = list(zip(pairwise(edges), styles, strict=True))
    return [
        list(_cut(words, row.start, row.end, stretches))
        for row in wrap(words, 0, len(words), max(1, width))
    ]


def _cut(
    words: str, first: int, last: int, stretches: Sequence[tuple[tuple[int, int], Style]]
) -> Iterator[Piece]:
    for (start, end), style in stretches:
        if start < last and first < end:
            yield words[max(first, start) : min(last, end)], style


def style_of(part: Part, painter: Painter) -> Style:
    """How a part looks."""
    match part.kind:
        case "same":
            return painter.panel(muted=True)
        case "out":
            return painter.plain(painter.theme.error, part.telling) + Style(strike=True)
        case "in":
            return painter.plain(painter.theme.success, part.telling) + Style(underline=True)
