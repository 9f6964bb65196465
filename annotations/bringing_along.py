"""Annotations go along, one by one, when the document they are about was renamed or moved.

Reading finds them where they are. What is changed of them is saved under the new name, and taken
out of the file of the old one; all else stays, for a file that is gone may only be away: another
branch, a folder that is not mounted, an editor that is just replacing it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotations import records
from annotations.errors import UnreadableAnnotations
from annotations.model import Annotation, Change
from annotations.parsed_files import ParsedFiles
from annotations.relocation import is_missing, is_telling
from documents.document import Document
from documents.workspace import Workspace


class Division(NamedTuple):
    """Changes, by the name that they are saved under: the document's, or older ones that are gone.

    What is in ``before`` is done once what is in ``now`` is saved.
    """

    now: Sequence[Change]
    before: dict[str, list[Change]]


def divided(
    workspace: Workspace,
    files: ParsedFiles,
    author: str,
    document: Document,
    changes: Sequence[Change],
) -> Division:
    """Divides ``changes`` of what ``author`` wrote, read on ``document``, by where it stands.

    A deletion is made where the annotation stands; an edit takes it along. For a caller that has
    its turn in the workspace. Raises UnreadableAnnotations.
    """
    strange = _strange(files, author, document, changes)
    if not strange or not is_telling(document.text):
        return Division(changes, {})
    last = {change.annotation_id: change for change in changes}
    here, before = list(changes), dict[str, list[Change]]()
    for path, annotation in _under_old_names(workspace, files, author, document):
        if annotation.id not in strange:
            continue
        strange.remove(annotation.id)
        if last[annotation.id].after is None:
            its = [change for change in here if change.annotation_id == annotation.id]
            here = [change for change in here if change.annotation_id != annotation.id]
            before.setdefault(path, []).extend(its)
        else:
            here.insert(0, Change(None, annotation))
            before.setdefault(path, []).append(Change(annotation, None))
    return Division(here, before)


def told(old: str, new: str) -> str:
    """What to say where annotations were changed that stood under an old name."""
    return f"{old} is gone, and {new} has its text: what was changed of its annotations is there"


def _strange(
    files: ParsedFiles, author: str, document: Document, changes: Sequence[Change]
) -> set[str]:
    """The ids of annotations that are edited or deleted, and of which the file knows nothing."""
    edited = {change.annotation_id for change in changes if change.before is not None}
    added = {change.annotation_id for change in changes if change.before is None}
    if not edited - added:
        return set()
    parsed = files.read(author, document.path)
    return edited - added - (parsed.by_id.keys() if parsed else set())


def _under_old_names(
    workspace: Workspace, files: ParsedFiles, author: str, document: Document
) -> Iterator[tuple[str, Annotation]]:
    """The author's annotations on the very text of ``document`` under names that are gone."""
    for record in records.records(workspace.root):
        path = record.path
        if record.author != author or path is None or not is_missing(workspace, path):
            continue
        with contextlib.suppress(UnreadableAnnotations):
            parsed = files.read(author, path)
            if parsed is not None and parsed.file.digest == document.digest:
                yield from ((path, each) for each in files.shown(parsed).annotations)
