"""A copy of an annotation file, changed in another place, is brought over into the file itself.

Sync tools leave such copies. Nobody knows any more what both were before; so everything that is in
one of them counts, and where they differ both are kept (see ``merging``). What one of them deleted
stays deleted, unless the other has changed it since.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from annotations.annotation_file import AnnotationFile
from annotations.deletions import come_back
from annotations.durable import read_regular
from annotations.errors import UnreadableAnnotations
from annotations.merging import differs, merge
from annotations.model import Annotation, Change
from annotations.records import document_named_in
from annotations.store import Store
from annotations.toml_file import LARGEST_FILE, parse
from documents.document import Document
from documents.workspace import Workspace


class BroughtOver(NamedTuple):
    """How many annotations were added and changed; and what had to be decided, in words."""

    added: int
    changed: int
    remarks: tuple[str, ...]


def bring_over(file: Path, workspace: Workspace, store: Store, author: str) -> BroughtOver:
    """Merges the copy ``file`` into what ``author`` wrote on the document that it names.

    The copy stays. Raises UnreadableAnnotations, SaveFailed, CannotOpen and OSError.
    """
    data = read_regular(file, LARGEST_FILE)
    path = document_named_in(data)
    if not path:
        reason = "it does not say which document it is about"
        raise UnreadableAnnotations(str(file), 0, 0, reason)
    copy = parse(data, str(file), author, path)
    document = workspace.read(copy.file.path, copy.file.encoding or None)
    there = store.read(author, document.path)
    changes = list(missing(there, copy.file, document))
    saved = store.apply(author, document, changes)
    added = sum(change.before is None for change in changes)
    waiting = sum(bool(one.conflicts) for one in saved.annotations)
    asked = (f"{waiting} differ in both and wait for a choice",) if waiting else ()
    return BroughtOver(added, len(changes) - added, (*saved.conflicts, *asked))


def missing(there: AnnotationFile, copy: AnnotationFile, document: Document) -> Iterator[Change]:
    """What it takes for ``there`` to have everything that ``copy`` has."""
    known = {one.id: one for one in there.annotations}
    gone = {one.id: one for one in there.deleted}
    older = come_back(copy.annotations, gone)
    for one in copy.annotations:
        before = known.get(one.id)
        if before is None and one.id not in older:
            yield Change(None, _on_its_text(one, copy, document))
        elif before is not None and differs(before, one):
            yield Change(before, merge(None, before, one).annotation)
    for identifier in come_back(there.annotations, {one.id: one for one in copy.deleted}):
        yield Change(known[identifier], None)


def _on_its_text(one: Annotation, copy: AnnotationFile, document: Document) -> Annotation:
    """The annotation, which names the text that it counts in where that is not today's."""
    if one.text or one.start is None or copy.digest in ("", document.digest):
        return one
    return replace(one, text=copy.digest)
