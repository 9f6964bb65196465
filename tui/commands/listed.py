"""An annotation as ``list`` and ``check`` print it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.listing import as_object
from annotations.relations import ANSWERS
from tui.output import on_one_line, say, say_json

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from annotations.model import Annotation, PlacedAnnotation
    from annotations.relations import Relation
    from documents.workspace import Workspace


def say_annotation(
    placed: PlacedAnnotation,
    workspace: Workspace,
    *,
    as_json: bool,
    lost: Sequence[Relation] = (),
) -> None:
    """Prints one: its place first, as other tools name places, then quote and note, indented.

    ``lost`` are its links and its reply that lead nowhere: ``dangling`` in JSON.
    """
    if as_json:
        listed = as_object(placed, workspace.source(placed.document))
        dangling = [{"kind": tie.kind, "id": tie.target} for tie in lost]
        say_json(listed | ({"dangling": dangling} if dangling else {}))
        return
    one = placed.annotation
    say("  ".join(part for part in _facts(placed) if part))
    if one.exact:
        say(f"    “{on_one_line(one.exact)}”")
    if placed.decided_on:
        say(f"    {on_one_line(one.status)} on “{on_one_line(placed.decided_on)}”")
    for line in one.note.splitlines():
        say(f"    {line}".rstrip())
    for words in _ties(one, {(tie.kind, tie.target) for tie in lost}):
        say(f"    {on_one_line(words)}")


def _ties(one: Annotation, lost: Container[tuple[str, str]]) -> Iterator[str]:
    """What an annotation answers and is linked to, by the ids."""
    named = [(ANSWERS, one.reply_to, "")] if one.reply_to else []
    for kind, target, where in [*named, *((str(k.kind), k.target, k.document) for k in one.links)]:
        gone = ", which is not there" if (kind, target) in lost else ""
        yield f"{kind} {target}{f' in {where}' if where else ''}{gone}"


def _facts(placed: PlacedAnnotation) -> list[str]:
    one = placed.annotation
    where = "" if placed.start is None else f":{placed.start}-{placed.end}"
    return [
        f"{placed.document}{where}",
        placed.anchor.word,
        ", ".join(one.tags),
        placed.status_told,
        placed.author + (f" (from {one.source_author})" if one.source_author else ""),
        one.id,
    ]
