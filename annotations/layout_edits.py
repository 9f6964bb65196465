"""Tables of annotations are changed, taken out and put in; the layout around them stays."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Any

from annotations import toml_writing
from annotations.model import Annotation
from annotations.table_edits import CannotEdit, comment_lines, edit_table
from annotations.toml_file import ROOT_KEY
from annotations.toml_text import Layout, Table, split
from annotations.toml_values import KEY_ORDER, values_of

_Position = tuple[float, float, str]


def annotation_of(table: Table) -> str | None:
    """The id of the annotation that ``table`` is of, or below."""
    return table.path[1] if table.path[0] == ROOT_KEY and len(table.path) > 1 else None


def with_document(
    layout: Layout, before: Mapping[str, Any], after: Mapping[str, Any], newline: str
) -> Layout:
    """The layout with the ``[document]`` table changed, or put first where there is none.

    A table that is there keeps its path: where the file lies tells that. Raises CannotEdit.
    """
    facts = {key: value for key, value in after.items() if key != "path"}
    for number, table in enumerate(layout.tables):
        if table.path == ("document",):
            body = edit_table(table.body, before, facts, tuple(after), newline)
            tables = [*layout.tables]
            tables[number] = replace(table, body=body)
            return Layout(layout.root, tuple(tables), layout.tail)
    new = split(toml_writing.dumps({"document": after}).replace("\n", newline)).tables
    return _interleaved(layout, {0: new}, newline)


def with_edited(
    layout: Layout,
    known: Mapping[str, Annotation],
    edited: Mapping[str, Annotation],
    newline: str,
) -> Layout:
    """The layout with the annotations in ``edited`` as they are there, each in its old place.

    Raises CannotEdit where one has no table of its own.
    """
    if not edited:
        return layout
    tables: list[Table] = []
    anew: set[str] = set()
    found: set[str] = set()
    for table in layout.tables:
        identifier = annotation_of(table)
        if identifier is None or identifier not in edited:
            tables.append(table)
        elif identifier not in found:
            found.add(identifier)
            try:
                tables.append(_edited(table, known[identifier], edited[identifier], newline))
            except CannotEdit:
                tables += _anew(layout, edited[identifier], newline)
                anew.add(identifier)
        elif identifier not in anew:
            tables.append(table)
    if len(found) != len(edited):
        raise CannotEdit("an annotation has no table of its own")
    return Layout(layout.root, tuple(tables), layout.tail)


def _edited(table: Table, before: Annotation, after: Annotation, newline: str) -> Table:
    if len(table.path) != 2 or table.is_array:
        raise CannotEdit(before.id)
    body = edit_table(table.body, values_of(before), values_of(after), KEY_ORDER, newline)
    return replace(table, body=body)


def _anew(layout: Layout, annotation: Annotation, newline: str) -> list[Table]:
    """All tables of an annotation written afresh; the comments in them move above it."""
    old = [table for table in layout.tables if annotation_of(table) == annotation.id]
    first, *below = old
    said = first.attached + comment_lines(first.body, newline)
    said += "".join(comment_lines(table.text, newline) for table in below)
    new = _tables(annotation, newline)
    return [replace(new[0], floating=first.floating, attached=said), *new[1:]]


def _tables(annotation: Annotation, newline: str) -> tuple[Table, ...]:
    text = toml_writing.annotation_table(annotation.id, values_of(annotation))
    return split(text.replace("\n", newline)).tables


def without(layout: Layout, removed: AbstractSet[str], newline: str) -> Layout:
    """The layout without those annotations; a person's comments on them stay where they were.

    Raises CannotEdit where one has no table of its own.
    """
    if not removed:
        return layout
    tables: list[Table] = []
    left = ""
    gone: set[str] = set()
    for table in layout.tables:
        identifier = annotation_of(table)
        if identifier in removed and identifier is not None:
            gone.add(identifier)
            left += _left_of(table, newline)
        else:
            below = _below(left, table.floating)
            tables.append(replace(table, floating=below) if left else table)
            left = ""
    if gone != removed:
        raise CannotEdit("an annotation has no table of its own")
    return Layout(layout.root, tuple(tables), _below(left, layout.tail))


def _left_of(table: Table, newline: str) -> str:
    """What stays of a table that goes: its comments, with a blank line after them."""
    comments = table.attached + comment_lines(table.body, newline)
    if comments:
        return table.floating + comments + newline
    return table.floating if table.floating.strip() else ""


def _below(left: str, floating: str) -> str:
    """``floating`` below what a table left, which brings a blank line of its own."""
    return left + (floating.removeprefix("\r").removeprefix("\n") if left else floating)


def with_added(
    layout: Layout,
    known: Mapping[str, Annotation],
    added: Sequence[Annotation],
    newline: str,
) -> Layout:
    """The layout with new tables, each before the first one that sorts after it."""
    if not added:
        return layout
    numbers, highest = _places(layout, known)
    end = _end_of_annotations(layout.tables)
    coming: dict[int, list[Table]] = {}
    for annotation in sorted(added, key=_position):
        at = bisect_right(highest, _position(annotation))
        number = numbers[at] if at < len(numbers) else end
        coming.setdefault(number, []).extend(_tables(annotation, newline))
    return _interleaved(layout, coming, newline)


def _places(layout: Layout, known: Mapping[str, Annotation]) -> tuple[list[int], list[_Position]]:
    """The numbers of the annotations' tables, each with the largest position so far.

    That rises, so the first table that is larger can be found by halving. What was deleted or is
    not understood has no position. A plain loop: it passes every table at each save.
    """
    numbers: list[int] = []
    highest: list[_Position] = []
    top: _Position = (-1, -1, "")
    for number, table in enumerate(layout.tables):
        path = table.path
        if len(path) != 2 or path[0] != ROOT_KEY:
            continue
        there = known.get(path[1])
        if there is not None and there.deleted is None:
            start, end = there.start, there.end
            if start is None or end is None:
                top = max(top, _position(there))
            elif start >= top[0] and (position := (start, end, there.id)) > top:
                top = position
        numbers.append(number)
        highest.append(top)
    return numbers, highest


def _interleaved(layout: Layout, coming: Mapping[int, Sequence[Table]], newline: str) -> Layout:
    """The layout with the tables in ``coming`` put before those of their numbers, or at the end."""
    old = layout.tables
    tables: list[Table] = []
    tail, reached = layout.tail, 0
    for number in sorted(coming):
        before = old[number - 1].body if number else layout.root
        ends_line = before.endswith("\n") or not before
        above = old[number].floating if number < len(old) else tail
        tables += old[reached:number]
        tables += _spaced(coming[number], _apart(above, newline, ends_line), newline)
        if number < len(old):
            tables.append(replace(old[number], floating=newline))
        else:
            tail = ""
        reached = number + 1
    tables += old[reached:]
    return Layout(layout.root, tuple(tables), tail)


def _spaced(tables: Sequence[Table], above: str, newline: str) -> Iterable[Table]:
    """New tables with a blank line before each, and ``above`` before the first."""
    for number, table in enumerate(tables):
        yield replace(table, floating=newline if number else above)


def _apart(above: str, newline: str, ends_line: bool) -> str:
    """``above`` with what it takes to part it from a new table by a blank line."""
    text = above if ends_line or above else above + newline
    if text and not text.endswith("\n"):
        text += newline
    last = text.rstrip(" \t").removesuffix("\n").removesuffix("\r")
    blank = bool(text) and (last.endswith("\n") or (ends_line and not last.strip()))
    return text if blank else text + newline


def _end_of_annotations(tables: Sequence[Table]) -> int:
    """After the last table of an annotation, or after the last table where there is none."""
    for number in range(len(tables), 0, -1):
        if tables[number - 1].path[0] == ROOT_KEY:
            return number
    return len(tables)


def _position(annotation: Annotation) -> _Position:
    """Where an annotation's table belongs; those on the document as a whole come last."""
    if annotation.start is None or annotation.end is None:
        return (float("inf"), float("inf"), annotation.id)
    return (annotation.start, annotation.end, annotation.id)
