"""Beside a note: what it answers and is linked to, as links on the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from annotations.exports.html_page.escaping import escaped, span
from annotations.exports.html_page.marks import Mark
from annotations.exports.ties import Tie, ties_of
from annotations.relations import key_of

if TYPE_CHECKING:
    from annotations.relations import Relations

Key = tuple[str, str, str]


def tied(marks: Sequence[Mark], relations: Relations) -> list[Mark]:
    """The marks, those that are tied to others with a line of HTML for each tie."""
    numbers = {key_of(mark.placed): mark for mark in marks}
    told = ((mark, ties_of(mark.placed, relations)) for mark in marks)
    return [
        replace(mark, ties=tuple(_line(tie, numbers) for tie in ties)) if ties else mark
        for mark, ties in told
    ]


def _line(tie: Tie, marks: dict[Key, Mark]) -> str:
    verb = span("verb", tie.verb)
    quote = f' <q dir="auto">{escaped(tie.quote)}</q>' if tie.quote else ""
    if tie.other is None:
        where = f" in {span('path', tie.document)}" if tie.document else ""
        return f"{verb}{quote} {span('id', tie.target)}{where}, which is not here"
    mark = marks.get(key_of(tie.other))
    label = _label(mark) if mark is not None else ""
    who = f" {span('author', tie.author)}" if tie.author else ""
    return f"{verb}{label}{who}{quote} {span('path', tie.document)}"


def _label(mark: Mark) -> str:
    return f' <a class="label {mark.hue}" href="#n{mark.number}">{escaped(mark.label)}</a>'
