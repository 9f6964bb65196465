"""Annotations changed in two places are brought together: a copy, or both sides of a merge.

Sync tools leave copies of an annotation file; git leaves a file with both sides in it. What either
of them has counts, field by field. Where nobody knows what both were before, all that is in one of
them is there afterwards; where they differ both are kept (see ``merging``). What one of them
deleted stays deleted, unless the other has changed it since.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from annotations.annotation_file import AnnotationFile
from annotations.confinement import confined
from annotations.deletions import come_back
from annotations.durable import read_regular
from annotations.errors import UnreadableAnnotations
from annotations.merging import differs, merge
from annotations.model import Change
from annotations.paths import file_name
from annotations.records import document_named_in
from annotations.respanning import on_its_text
from annotations.saving import Instead
from annotations.store import Store
from annotations.toml_file import LARGEST_FILE, ParsedFile, decode, parse
from annotations.two_sides import Sides, sides
from documents.document import Document
from documents.workspace import Workspace


class BroughtOver(NamedTuple):
    """How many annotations were added and changed; and what had to be decided, in words."""

    added: int
    changed: int
    remarks: tuple[str, ...]


def bring_over(file: Path, workspace: Workspace, store: Store, author: str) -> BroughtOver:
    """Merges ``file`` into what ``author`` wrote on the document that it names.

    It is a copy, which stays; or the author's own file there, with both sides of a merge in it,
    which is replaced. Raises UnreadableAnnotations, SaveFailed, CannotOpen and OSError.
    """
    data = read_regular(file, LARGEST_FILE)
    found = sides(decode(data, str(file)))
    if found is None:
        copy = _parsed(data, file, author)
        document = workspace.read(copy.file.path, copy.file.encoding or None)
        changes = list(missing(store.read(author, document.path), copy.file, document))
        return _told(changes, store.apply(author, document, changes))
    return _bring_together(Instead(data, _side(found.ours, file, author)), found, file, store)


def missing(
    there: AnnotationFile,
    copy: AnnotationFile,
    document: Document,
    base: AnnotationFile | None = None,
) -> Iterator[Change]:
    """What it takes for ``there`` to have everything that ``copy`` has; both were ``base``."""
    known = {one.id: one for one in there.annotations}
    before = {one.id: one for one in base.annotations} if base else {}
    older = come_back(copy.annotations, {one.id: one for one in there.deleted})
    for each in copy.annotations:
        one = on_its_text(each, copy.digest, document)
        ours, was = known.get(one.id), before.get(one.id)
        if ours is None:
            if one.id not in older and (was is None or differs(was, one)):
                yield Change(None, one)
        elif differs(ours, one) and (was is None or differs(was, one)):
            yield Change(ours, merge(was, ours, one).annotation)
    gone = come_back(there.annotations, {one.id: one for one in copy.deleted}).keys()
    left = {one.id for one in copy.annotations}
    for identifier, ours in known.items():
        was = before.get(identifier)
        dropped = was is not None and identifier not in left and not differs(was, ours)
        if identifier in gone or dropped:
            yield Change(ours, None)


def _bring_together(instead: Instead, found: Sides, file: Path, store: Store) -> BroughtOver:
    ours = instead.parsed.file
    workspace, author = store.workspace, ours.author
    place = confined(workspace.root, file_name(author, ours.path))
    if not place.exists() or not place.samefile(file):
        reason = "it holds both sides of a merge, and is not the file that the merge was of"
        raise UnreadableAnnotations(str(file), 0, 0, reason)
    theirs = _side(found.theirs, file, author).file
    base = _side(found.base, file, author).file if found.base is not None else None
    document = workspace.read(ours.path, ours.encoding or None)
    changes = list(missing(ours, theirs, document, base))
    return _told(changes, store.resolve(author, document, changes, instead))


def _told(changes: list[Change], saved: AnnotationFile) -> BroughtOver:
    added = sum(change.before is None for change in changes)
    waiting = sum(bool(one.conflicts) for one in saved.annotations)
    asked = (f"{waiting} differ in both and wait for a choice",) if waiting else ()
    return BroughtOver(added, len(changes) - added, (*saved.conflicts, *asked))


def _side(text: str, file: Path, author: str) -> ParsedFile:
    return _parsed(text.encode("utf-8"), file, author)


def _parsed(data: bytes, file: Path, author: str) -> ParsedFile:
    path = document_named_in(data)
    if not path:
        reason = "it does not say which document it is about"
        raise UnreadableAnnotations(str(file), 0, 0, reason)
    return parse(data, str(file), author, path)
