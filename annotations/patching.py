"""Annotations change in the text of their file; whatever did not change stays byte for byte."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import tomli

from annotations import toml_writing
from annotations.annotation_file import AnnotationFile
from annotations.layout_edits import (
    annotation_of,
    with_added,
    with_document,
    with_edited,
    without,
)
from annotations.model import Annotation
from annotations.paths import written_path
from annotations.table_edits import CannotEdit
from annotations.toml_file import ROOT_KEY, ParsedFile, is_regular, parse, without_mark
from annotations.toml_text import Layout, comments
from annotations.toml_values import NotAnAnnotation, annotation_from, same_values, values_of

_PARSED_WHOLE = 64 * 1024  # bytes; so small a file is checked as a whole after every patch

Wanted = Mapping[str, Annotation | None]
"""What is to change: the annotation to stand under an id, or None for none."""


class CannotPatch(Exception):
    """The file is written in a way that cannot be changed without losing some of it."""


def new_file(file: AnnotationFile, name: str) -> ParsedFile:
    """A file that does not exist yet, ``name``, with its annotations by position."""
    head = toml_writing.file_head(_document(file)).encode("utf-8")
    parsed = parse(head, name, file.author, file.path)
    return patch(parsed, file, {each.id: each for each in file.annotations}, name)


def patch(parsed: ParsedFile, document: AnnotationFile, wanted: Wanted, name: str) -> ParsedFile:
    """The file with the annotations in ``wanted``, and with its document as ``document`` says.

    The new text is read again, and must hold what was wanted, before it is given. Raises
    CannotPatch where no way of writing it keeps everything that stands in the file.
    """
    if not parsed.broken.isdisjoint(wanted):
        raise CannotPatch("an annotation in it cannot be understood, and so cannot be changed")
    try:
        result = _patched(parsed, document, wanted)
        _verify(parsed, result, wanted)
    except (CannotPatch, CannotEdit, NotAnAnnotation, tomli.TOMLDecodeError):
        return _rewritten(parsed, document, wanted, name)
    if result.broken:  # the lines they are reported at may have moved
        return parse(result.data, name, document.author, document.path)
    return result


def _patched(parsed: ParsedFile, document: AnnotationFile, wanted: Wanted) -> ParsedFile:
    newline = "\r\n" if b"\r\n" in parsed.data[:4096] else "\n"
    known = parsed.by_id
    edited = {i: a for i, a in wanted.items() if a is not None and i in known}
    added = [a for i, a in wanted.items() if a is not None and i not in known]
    removed = {i for i, a in wanted.items() if a is None and i in known}
    layout = parsed.layout
    if _facts(parsed.file) != _facts(document):
        layout = with_document(layout, _facts(parsed.file), _document(document), newline)
    layout = with_edited(layout, known, edited, newline)
    layout = without(layout, removed, newline)
    layout = with_added(layout, known, added, newline)
    after = {i: edited.get(i, a) for i, a in known.items() if i not in removed}
    after |= {each.id: each for each in added}
    ordered = _in_order(after, layout)
    file = replace(
        document,
        annotations=tuple(each for each in ordered if each.deleted is None),
        deleted=tuple(each for each in ordered if each.deleted is not None),
        broken=parsed.file.broken,
        problems=parsed.file.problems,
    )
    data = layout.text.encode("utf-8")
    return ParsedFile(data, layout, file, parsed.broken, parsed.is_regular)


def _in_order(annotations: Mapping[str, Annotation], layout: Layout) -> list[Annotation]:
    order = [each for table in layout.tables if (each := annotation_of(table)) is not None]
    there = dict.fromkeys(each for each in order if each in annotations)
    if len(there) < len(annotations):  # one without a table of its own
        there |= dict.fromkeys(annotations)
    return [annotations[each] for each in there]


def _document(file: AnnotationFile) -> dict[str, Any]:
    """The whole ``[document]`` table."""
    return {"path": written_path(file.path)} | _facts(file)


def _facts(file: AnnotationFile) -> dict[str, Any]:
    """What the ``[document]`` table says about the text; without what it leaves open."""
    facts = {
        "sha256": file.digest,
        "length": file.length,
        "reader": file.reader,
        "encoding": file.encoding,
    }
    return {key: value for key, value in facts.items() if value not in ("", 0)}


def _verify(before: ParsedFile, after: ParsedFile, wanted: Wanted) -> None:
    """Reads the new text again; raises CannotPatch unless it holds what it should.

    In a regular file a table can be read by itself, and only those that changed are.
    """
    if len(after.data) <= _PARSED_WHOLE or not (before.is_regular and is_regular(after.layout)):
        _verify_whole(after)
        return
    changed = [t for t in after.layout.tables if t.path[0] == ROOT_KEY and t.path[1] in wanted]
    document = [table for table in after.layout.tables if table.path == ("document",)]
    values = tomli.loads("".join(table.text for table in [*document, *changed]))
    tables = values.get(ROOT_KEY, {})
    if set(tables) != {i for i, annotation in wanted.items() if annotation is not None}:
        raise CannotPatch("the tables that changed are not those that should")
    for identifier, table in tables.items():
        _verify_one(annotation_from(identifier, table), wanted[identifier])
    if values.get("document", {}).get("sha256") != after.file.digest:
        raise CannotPatch("the document did not change as it should")


def _verify_whole(after: ParsedFile) -> None:
    values = tomli.loads(without_mark(after.layout.text))
    tables = values.get(ROOT_KEY, {})
    wanted = after.by_id
    if set(tables) != wanted.keys() | after.broken:
        raise CannotPatch("the annotations are not those that should be there")
    for annotation in wanted.values():
        _verify_one(annotation_from(annotation.id, tables[annotation.id]), annotation)
    if values.get("document", {}).get("sha256", "") != after.file.digest:
        raise CannotPatch("the document did not change as it should")


def _verify_one(found: Annotation, wanted: Annotation | None) -> None:
    if wanted is None or not same_values(values_of(found), values_of(wanted)):
        raise CannotPatch(found.id)


def _rewritten(
    parsed: ParsedFile, document: AnnotationFile, wanted: Wanted, name: str
) -> ParsedFile:
    """The whole file written anew, from all that the parser gives: only comments would be lost.

    Raises CannotPatch where there are comments.
    """
    text = without_mark(parsed.layout.text)
    if comments(text):
        raise CannotPatch("it is laid out in a way that cannot be changed without losing comments")
    values = tomli.loads(text)
    values["document"] = values.get("document", {}) | _document(document)
    tables = values.setdefault(ROOT_KEY, {})
    for identifier, annotation in wanted.items():
        tables.pop(identifier, None)
        if annotation is not None:
            tables[identifier] = values_of(annotation)
    data = toml_writing.dumps(values).encode("utf-8")
    result = parse(data, name, document.author, document.path)
    _verify_whole(replace(result, file=replace(result.file, digest=document.digest)))
    by_id = parsed.by_id | {i: a for i, a in wanted.items() if a is not None}
    for annotation in result.by_id.values():
        _verify_one(annotation, by_id.get(annotation.id))
    return result
