"""What stands at the top of the page: the documents, the tags used, the claims by status."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from annotations.exports.html_page.escaping import escaped, shortened, span
from annotations.exports.html_page.marks import Mark
from annotations.exports.html_page.notes import day, status
from annotations.model import Anchor

if TYPE_CHECKING:
    from annotations.exports.material import Material
    from annotations.palette import Palette

_QUOTE_LENGTH = 180
_BECAME = {
    Anchor.CHANGED: "changed since it was marked",
    Anchor.REVIEW: "its place is to be checked",
    Anchor.ORPHAN: "no longer in the text",
}
"""What is said of a claim whose words, or whose place, are not what was marked."""


def contents(marks: Sequence[Mark], material: Material) -> Iterator[str]:
    """The page's header, with its indexes."""
    yield f'<header class="page">\n<h1>Annotations</h1>\n{_summary(marks)}'
    if marks:
        yield from _documents(marks, material)
        yield from _tags(marks, material.palette)
        yield from _claims(marks, material)
    yield "</header>\n"


def _summary(marks: Sequence[Mark]) -> str:
    if not marks:
        return '<p class="summary">None.</p>\n'
    documents = len({mark.placed.document for mark in marks})
    authors = ", ".join(sorted({escaped(mark.placed.author) for mark in marks}))
    latest = day(max(mark.placed.annotation.modified for mark in marks))
    return (
        f'<p class="summary">{_count(len(marks), "annotation")} in {_count(documents, "document")}'
        f" by {authors}{f', last changed {latest}' if latest else ''}.</p>\n"
    )


def _documents(marks: Sequence[Mark], material: Material) -> Iterator[str]:
    yield '<nav>\n<h2>Documents</h2>\n<ol class="documents">\n'
    for number, (path, group) in enumerate(groupby(marks, lambda mark: mark.placed.document), 1):
        source = material.source(path)
        yield (
            f'<li><a href="#d{number}" dir="auto">{escaped(source.title or path)}</a>'
            f" {span('outlet', source.outlet)} {_counted(len(list(group)))}</li>\n"
        )
    yield "</ol>\n</nav>\n"


def _tags(marks: Sequence[Mark], palette: Palette) -> Iterator[str]:
    counts = Counter(tag for mark in marks for tag in mark.placed.annotation.tags)
    if not counts:
        return
    yield '<section>\n<h2>Tags</h2>\n<ul class="legend">\n'
    for name, count in sorted(counts.items()):
        tag = palette.tag(name)
        label = f"{span('label', tag.letter)} {span('name', name)}"
        yield f'<li class="{tag.hue}">{label} {_counted(count)}</li>\n'
    yield "</ul>\n</section>\n"


def _claims(marks: Sequence[Mark], material: Material) -> Iterator[str]:
    """The claims under the status they have, in the palette's order; unknown statuses last."""
    by_status: dict[tuple[str, bool], list[Mark]] = {
        (name, before): [] for name in material.palette.statuses for before in (False, True)
    }
    for mark in marks:
        if name := mark.placed.annotation.status:
            by_status.setdefault((name, bool(mark.placed.decided_on)), []).append(mark)
    found = {key: claims for key, claims in by_status.items() if claims}
    if not found:
        return
    yield "<nav>\n<h2>Claims by status</h2>\n"
    for (name, before), claims in found.items():
        aside = " on other words" if before else ""
        yield f"<h3>{status(name)}{aside} {_counted(len(claims))}</h3>\n"
        yield f'<ul class="claims">\n{"".join(_claim(mark, material) for mark in claims)}</ul>\n'
    yield "</nav>\n"


def _claim(mark: Mark, material: Material) -> str:
    placed = mark.placed
    source = material.source(placed.document)
    where = source.outlet or source.title or placed.document
    quote = shortened(placed.words, _QUOTE_LENGTH) or "the document as a whole"
    aside = f" {span('became', _BECAME[placed.anchor])}" if placed.anchor in _BECAME else ""
    return (
        f'<li class="{mark.hue}"><a href="#n{mark.number}">{span("label", mark.label)}'
        f" {span('quote', quote)}</a> {span('outlet', where)}{aside}</li>\n"
    )


def _counted(number: int) -> str:
    return f'<span class="count">{number:,}</span>'


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
