"""The text of an annotation file becomes annotations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from annotations.annotation_file import AnnotationFile
from annotations.errors import BothSides, UnreadableAnnotations
from annotations.model import Annotation
from annotations.steps import Step, at_once
from annotations.toml_text import Layout, ScanError, Table, split, statements
from annotations.toml_values import NotAnAnnotation, annotation_from
from documents.lazy_regex import lazy_regex

LARGEST_FILE = 64 * 1024 * 1024
"""In bytes. Ten thousand annotations take about four million."""

SCHEMA = 1
"""The number of the file format; new keys do not change it."""

ROOT_KEY = "annotation"
_IN_ONE_GO = 16
"""Tables that are parsed at once: the parser lets no other thread work meanwhile."""
_MERGE_MARK = lazy_regex(r"^<{7}(?: [^\n]*)?\r?$", re.MULTILINE)
_BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """An annotation file's bytes, what they say, and where each table of theirs stands.

    ``broken`` are the ids whose tables could not be understood. ``is_regular`` says that each
    annotation has exactly one table, under a header of its own, which no other part of the file
    reaches into: then a table can be read and replaced by itself.
    """

    data: bytes
    layout: Layout
    file: AnnotationFile
    broken: frozenset[str]
    is_regular: bool

    @property
    def by_id(self) -> dict[str, Annotation]:
        """The annotations by their ids, and what is left of those that were deleted."""
        return {one.id: one for one in (*self.file.annotations, *self.file.deleted)}


def parse(
    data: bytes,
    name: str,
    author: str,
    path: str,
    known: ParsedFile | None = None,
    step: Step = at_once,
) -> ParsedFile:
    """What the bytes of an annotation file say; ``name`` is what the file goes by in messages.

    ``known`` is the same file as it was before: tables that did not change since are not parsed
    again. ``step`` is called between short steps. Raises UnreadableAnnotations.
    """
    text = decode(data, name)
    layout = _split(text, name, step)
    regular = is_regular(layout)
    reused: dict[str, Annotation] = {}
    if known and known.is_regular and regular:
        reused = _unchanged(layout, known)
    values = _values(text, layout, regular, reused, name, step)
    _check_schema(values, layout, name)
    annotations, mistakes = _annotations(values, layout, reused, name, step)
    step()
    file = _file(values, author, path, annotations, mistakes)
    step()
    broken = frozenset(_tables_of(values)) - {annotation.id for annotation in annotations}
    return ParsedFile(data, layout, file, broken, regular)


def decode(data: bytes, name: str) -> str:
    """The text of the file, newlines as they are, with its byte-order mark if it has one."""
    if len(data) > LARGEST_FILE:
        raise UnreadableAnnotations(name, 0, 0, "it is larger than 64 MB")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = len(data[data.rfind(b"\n", 0, error.start) + 1 : error.start].decode()) + 1
        raise UnreadableAnnotations(name, line, column, "it is not in UTF-8") from None


def is_regular(layout: Layout) -> bool:
    """Whether every annotation stands in one table of its own, and nowhere else."""
    ours = [table for table in layout.tables if table.path[0] == ROOT_KEY]
    return (
        len({table.path for table in ours}) == len(ours)
        and all(len(table.path) == 2 and not table.is_array for table in ours)
        and not any(each.key[0] == ROOT_KEY for each in statements(without_mark(layout.root)))
    )


def without_mark(text: str) -> str:
    """``text`` without its byte-order mark."""
    return text.removeprefix(_BYTE_ORDER_MARK)


def _split(text: str, name: str, step: Step) -> Layout:
    mark = _BYTE_ORDER_MARK if text.startswith(_BYTE_ORDER_MARK) else ""
    try:
        layout = split(without_mark(text), step)
    except ScanError as error:
        if not error.bounds:
            _refuse_both_sides(without_mark(text), name)
            _loads(without_mark(text), name)  # the parser says better what is wrong
        line, column = _place(without_mark(text), error.position)
        raise UnreadableAnnotations(name, line, column, error.reason) from None
    return Layout(mark + layout.root, layout.tables, layout.tail) if mark else layout


def _refuse_both_sides(text: str, name: str) -> None:
    """Says what to do with what a version control system leaves of a merge that it could not do."""
    if match := _MERGE_MARK.search(text):
        reason = (
            "it holds both sides of a merge; `sidelight import` it to bring them together, or take "
            "out by hand what is not right"
        )
        raise BothSides(name, *_place(text, match.start()), reason)


def _loads(text: str, name: str) -> dict[str, Any]:
    import tomli

    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        raise UnreadableAnnotations(name, error.lineno, error.colno, error.msg) from None
    except RecursionError:
        raise UnreadableAnnotations(name, 1, 1, "values are nested too deeply") from None
    except ValueError as error:  # a number of more digits than Python converts
        raise UnreadableAnnotations(name, 0, 0, str(error)) from None


def _unchanged(layout: Layout, known: ParsedFile) -> dict[str, Annotation]:
    """The annotations whose tables stand in ``known`` letter for letter."""
    before = known.by_id
    bodies = {table.path: table.body for table in known.layout.tables}
    return {
        table.path[1]: before[table.path[1]]
        for table in layout.tables
        if table.path[:1] == (ROOT_KEY,)
        and bodies.get(table.path) == table.body
        and table.path[1] in before
    }


def _values(
    text: str,
    layout: Layout,
    regular: bool,
    reused: Mapping[str, Annotation],
    name: str,
    step: Step,
) -> dict[str, Any]:
    """The values in the text; in a regular one, without the annotations that are ``reused``."""
    if regular:
        with suppress(UnreadableAnnotations):  # parsed whole, it names the right line
            return _values_by_tables(layout, reused, name, step)
    return _loads(without_mark(text), name)


def _values_by_tables(
    layout: Layout, reused: Mapping[str, Annotation], name: str, step: Step
) -> dict[str, Any]:
    """Parses a few of the annotations at a time, and everything else before."""
    ours = [table for table in layout.tables if table.path[0] == ROOT_KEY]
    rest = [table.text for table in layout.tables if table.path[0] != ROOT_KEY]
    values = _loads(without_mark("".join([layout.root, *rest, layout.tail])), name)
    wanted = [table for table in ours if table.path[1] not in reused]
    found: dict[str, Any] = {}
    for start in range(0, len(wanted), _IN_ONE_GO):
        step()
        piece = "".join([table.text for table in wanted[start : start + _IN_ONE_GO]])
        found |= _loads(piece, name)[ROOT_KEY]
    return values | {ROOT_KEY: found} if found else values


def _check_schema(values: Mapping[str, Any], layout: Layout, name: str) -> None:
    schema = values.get("schema", SCHEMA)
    if isinstance(schema, int) and not isinstance(schema, bool) and schema <= SCHEMA:
        return
    reason = (
        f"it was written by a newer Sidelight (schema {schema}); update Sidelight to read it"
        if isinstance(schema, int) and not isinstance(schema, bool)
        else '"schema" is not a number'
    )
    root = without_mark(layout.root)
    found = next((each for each in statements(root) if each.key == ("schema",)), None)
    raise UnreadableAnnotations(name, *_place(root, found.start if found else 0), reason)


def _tables_of(values: Mapping[str, Any]) -> dict[str, Any]:
    tables = values.get(ROOT_KEY, {})
    return tables if isinstance(tables, dict) else {}


def _annotations(
    values: Mapping[str, Any],
    layout: Layout,
    reused: Mapping[str, Annotation],
    name: str,
    step: Step,
) -> tuple[tuple[Annotation, ...], dict[str, str]]:
    """The annotations, and by id what is wrong with those that cannot be understood."""
    for key in (ROOT_KEY, "document"):
        if not isinstance(values.get(key, {}), dict):
            line = _line_of_table(layout, (key,))
            raise UnreadableAnnotations(name, line, 1, f'"{key}" is not a table')
    found = dict(reused)
    mistakes: dict[str, NotAnAnnotation] = {}
    tables = _tables_of(values)
    for identifier, table in tables.items():
        if identifier in found:
            continue
        step()
        try:
            found[identifier] = annotation_from(identifier, table)
        except NotAnAnnotation as error:
            mistakes[identifier] = error
    step()
    order = [t.path[1] for t in layout.tables if t.path[:1] == (ROOT_KEY,) and len(t.path) > 1]
    ids = dict.fromkeys([*order, *found])
    broken = dict(_problems(mistakes, layout, name)) if mistakes else {}
    return tuple(found[each] for each in ids if each in found), broken


def _problems(
    mistakes: Mapping[str, NotAnAnnotation], layout: Layout, name: str
) -> Iterator[tuple[str, str]]:
    """A line for each mistake, with the place it is at, by id."""
    places: dict[str, tuple[int, Table]] = {}
    for line, table in _tables_with_lines(layout):
        if table.path[0] == ROOT_KEY and len(table.path) > 1:
            places.setdefault(table.path[1], (line, table))
    for identifier, error in mistakes.items():
        line = 1
        if identifier in places:
            line, table = places[identifier]
            line += _lines_down(table, error.key)
        reason = f"annotation {identifier}: {error.reason}"
        yield identifier, str(UnreadableAnnotations(name, line, 1, reason))


def _file(
    values: Mapping[str, Any],
    author: str,
    path: str,
    found: tuple[Annotation, ...],
    broken: Mapping[str, str],
) -> AnnotationFile:
    document = values.get("document", {})

    def said(key: str) -> str:
        value = document.get(key)
        return value if isinstance(value, str) else ""

    length = document.get("length")
    return AnnotationFile(
        author=author,
        path=path,
        digest=said("sha256").lower(),
        length=length if isinstance(length, int) else 0,
        reader=said("reader"),
        encoding=said("encoding"),
        annotations=tuple(each for each in found if each.deleted is None),
        deleted=tuple(each for each in found if each.deleted is not None),
        broken=broken,
        problems=tuple(broken.values()),
    )


def _place(text: str, position: int) -> tuple[int, int]:
    """The line and column of a position, from 1."""
    return text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position)


def _line_of_table(layout: Layout, path: tuple[str, ...]) -> int:
    found = (line for line, table in _tables_with_lines(layout) if table.path[: len(path)] == path)
    return next(found, 1)


def _tables_with_lines(layout: Layout) -> Iterator[tuple[int, Table]]:
    """The tables, each with the line its header is on."""
    line = layout.root.count("\n") + 1
    for table in layout.tables:
        line += (table.floating + table.attached).count("\n")
        yield line, table
        line += table.body.count("\n")


def _lines_down(table: Table, key: str) -> int:
    """How many lines below a table's header its ``key`` is; 0 where it is not there."""
    for each in statements(table.body):
        if each.key[0] == key:
            return table.body.count("\n", 0, each.start)
    return 0
