"""An annotation as ``list`` and ``check`` print it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.listing import as_object
from tui.output import on_one_line, say, say_json

if TYPE_CHECKING:
    from annotations.model import PlacedAnnotation
    from documents.workspace import Workspace


def say_annotation(placed: PlacedAnnotation, workspace: Workspace, *, as_json: bool) -> None:
    """Prints one: its place first, as other tools name places, then quote and note, indented."""
    if as_json:
        say_json(as_object(placed, workspace.source(placed.document)))
        return
    one = placed.annotation
    say("  ".join(part for part in _facts(placed) if part))
    if one.exact:
        say(f"    “{on_one_line(one.exact)}”")
    for line in one.note.splitlines():
        say(f"    {line}".rstrip())


def _facts(placed: PlacedAnnotation) -> list[str]:
    one = placed.annotation
    where = "" if placed.start is None else f":{placed.start}-{placed.end}"
    return [
        f"{placed.document}{where}",
        str(placed.anchor),
        ", ".join(one.tags),
        one.status,
        placed.author + (f" (from {one.source_author})" if one.source_author else ""),
        one.id,
    ]
