"""CSV (RFC 4180): a header row, then one row an annotation.

The columns are the keys of ``list --json``, and the source of the document last. Tags are joined
by ``; ``, and so are links, each a kind and the id of the annotation that it leads to, and the
decisions of ``history``, each a status, a date and an author, the oldest first. ``decided_on`` has
the words that a status was decided on where others stand there today, else nothing. What a
spreadsheet would take for a formula (text that begins with ``=``, ``+``, ``-``, ``@``, a tab or a
line end, see OWASP's "CSV injection") gets an apostrophe in front, which spreadsheets read as "this
is text". Where every character counts, ``jsonl`` is the exact format.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from annotations.exports.characters import storable
from annotations.exports.decided import Decided, decided
from annotations.listing import as_object, source_object

if TYPE_CHECKING:
    from annotations.exports.material import Material
    from annotations.model import Link, PlacedAnnotation

_COLUMNS = (
    "id",
    "author",
    "document",
    "start",
    "end",
    "exact",
    "prefix",
    "suffix",
    "text",
    "tags",
    "note",
    "status",
    "anchor",
    "created",
    "modified",
    "source_author",
    "reply_to",
    "links",
    "history",
    "decided_on",
)
_SOURCE_COLUMNS = ("title", "outlet", "url", "date", "retrieved")
OPENING = ",".join(_COLUMNS)
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def export(material: Material) -> Iterator[str]:
    """The table, row by row."""
    yield _row([*_COLUMNS, *(f"source_{name}" for name in _SOURCE_COLUMNS)])
    for placed in material.placed:
        yield _row(_cells(placed, material))


def _cells(placed: PlacedAnnotation, material: Material) -> list[object]:
    listed = as_object(placed)
    listed["tags"] = "; ".join(placed.annotation.tags)
    listed["links"] = "; ".join(_link(link) for link in placed.annotation.links)
    listed["history"] = "; ".join(_decision(made) for made in decided(placed))
    source = source_object(material.source(placed.document))
    return [
        *(listed.get(name) for name in _COLUMNS),
        *(source.get(name) for name in _SOURCE_COLUMNS),
    ]


def _decision(made: Decided) -> str:
    """A decision as its status, date and author: ``refuted 2026-11-21T19:00:00Z mk``.

    Behind them, where others are marked now, the words that it was taken on: ``on "…"``.
    """
    parts = " ".join(part for part in made[:3] if part)
    return f'{parts} on "{made.words}"' if made.words else parts


def _link(link: Link) -> str:
    """A link as its kind and the id that it leads to: ``contradicts k3f9q2mx``."""
    return f"{link.kind} {link.target}"


def _row(cells: list[object]) -> str:
    row = io.StringIO(newline="")
    csv.writer(row).writerow([_guarded(cell) for cell in cells])
    return row.getvalue()


def _guarded(cell: object) -> object:
    """The cell as text that no spreadsheet computes; numbers and empty cells stay."""
    if not isinstance(cell, str):
        return cell
    text = storable(cell)
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
