"""The note beside a mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.exports.decided import decided
from annotations.exports.html_page.escaping import attribute, escaped, span
from annotations.listing import iso, utc
from annotations.model import Anchor
from annotations.toml_values import UNKNOWN_TIME

if TYPE_CHECKING:
    from datetime import datetime

    from annotations.exports.html_page.marks import Mark
    from annotations.model import PlacedAnnotation

_ANCHORS = {
    Anchor.CHANGED: "The text has changed since it was marked.",
    Anchor.REVIEW: "The text has changed and moved. This place is a proposal: please check it.",
    Anchor.ORPHAN: "The text it was marked in is no longer in the document.",
}
_KNOWN_STATUSES = frozenset({"open", "supported", "disputed", "refuted", "unverifiable"})


def note(mark: Mark, *, linked: bool) -> str:
    """The note of a mark; ``linked`` where the mark itself stands on the page."""
    one = mark.placed.annotation
    label = escaped(mark.label)
    if linked:
        label = f'<a class="label" href="#m{mark.number}">{label}</a>'
    else:
        label = f'<span class="label">{label}</span>'
    tags = "".join(f" {span('tag', tag)}" for tag in one.tags)
    words = f'<p class="words" dir="auto">{escaped(one.note.strip())}</p>\n' if one.note else ""
    return (
        f'<aside class="note {mark.hue}" id="n{mark.number}">\n'
        f'<p class="tags">{label}{tags}{status(one.status)}{_aside(mark.placed)}</p>\n'
        f"{words}{_ties(mark)}{_decisions(mark)}{_anchoring(mark)}{_byline(mark)}</aside>\n"
    )


def status(name: str) -> str:
    """A status as a badge; nothing for an annotation that is no claim."""
    if not name:
        return ""
    return f" {span(f'status {name}' if name in _KNOWN_STATUSES else 'status', name)}"


def day(moment: datetime) -> str:
    """A moment as its date, with the whole of it in the markup; nothing for one not recorded."""
    if moment == UNKNOWN_TIME:
        return ""
    shown = f"{utc(moment):%d %B %Y}".lstrip("0")
    return f'<time datetime="{iso(moment)}" title="{iso(moment)}">{shown}</time>'


def _aside(placed: PlacedAnnotation) -> str:
    """That the status was decided on other words than stand there today."""
    return " on other words" if placed.decided_on else ""


def _ties(mark: Mark) -> str:
    """What the annotation answers and is linked to."""
    lines = "".join(f"<li>{line}</li>\n" for line in mark.ties)
    return f'<ul class="ties">\n{lines}</ul>\n' if lines else ""


def _decisions(mark: Mark) -> str:
    """What was decided on it, when and by whom."""
    lines = "".join(
        f"<li>{status(made.status)} {span('date', made.date)} {span('author', made.author)}"
        f"{_on(made.words)}</li>\n"
        for made in decided(mark.placed)
    )
    return f'<ol class="decisions">\n{lines}</ol>\n' if lines else ""


def _on(words: str) -> str:
    """The words that a decision was taken on, where others are marked now."""
    return f' on other words: <q dir="auto">{escaped(words)}</q>' if words else ""


def _anchoring(mark: Mark) -> str:
    """What became of the marked text, where it is not as it was."""
    said = _ANCHORS.get(mark.placed.anchor)
    quote = mark.placed.annotation.exact
    if said is None or not quote:
        return ""
    marked_as = f' Marked as: <q dir="auto">{escaped(quote)}</q>'
    return f'<p class="was">{said}{"" if mark.placed.start is None else marked_as}</p>\n'


def _byline(mark: Mark) -> str:
    placed, one = mark.placed, mark.placed.annotation
    parts = [span("author", placed.author)]
    if one.source_author:
        parts.append(f"from {span('author', one.source_author)}")
    if made := day(one.modified):
        parts.append(made)
    if placed.start is not None:
        parts.append(f"<span>characters {placed.start}–{placed.end}</span>")
    return f'<p class="by" title="{attribute(one.id)}">{" · ".join(parts)}</p>\n'
