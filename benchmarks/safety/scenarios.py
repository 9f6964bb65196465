"""The saves that faults are let loose on, and what must hold after each."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from annotations.collection import collect
from annotations.errors import UnreadableAnnotations
from annotations.model import Annotation, Change
from annotations.store import Store
from benchmarks.safety.workbench import AUTHOR, PATH, Harm, add, harm, temporary
from documents.document import Document
from documents.workspace import Workspace

_NEW = "b.txt"
_NOTE = "seen under the new name"


class Scenario(NamedTuple):
    """A save that ``prepare`` makes ready, giving the ids that are saved already.

    ``save`` is made in a process that may die, on the document at ``path``, and gives the id that
    it saved. ``harm`` says what is wrong then; it is told what was saved before, and what the
    process said was saved.
    """

    name: str
    path: str
    prepare: Callable[[Workspace], set[str]]
    save: Callable[[Store, Document], str]
    harm: Callable[[Workspace, set[str], set[str]], Harm]


def _harm(workspace: Workspace, before: set[str], said: set[str]) -> Harm:
    return harm(workspace, before | said)


def _added(workspace: Workspace) -> set[str]:
    return {add(Store(workspace), workspace.read(PATH), 1)}


def _renamed(workspace: Workspace) -> set[str]:
    """An annotation of a document that then gets another name."""
    saved = _added(workspace)
    (workspace.root / PATH).rename(workspace.root / _NEW)
    return saved


def _edit(store: Store, document: Document) -> str:
    """Edits it under the new name, which takes it along."""
    (there,) = store.read(AUTHOR, PATH).annotations
    store.apply(AUTHOR, document, [Change(there, replace(there, note=_NOTE))])
    return there.id


def _copied(workspace: Workspace) -> set[str]:
    """An annotation of a document whose words stand in another, too."""
    saved = _added(workspace)
    shutil.copy(workspace.root / PATH, workspace.root / _NEW)
    return saved


def _carry(store: Store, document: Document) -> str:
    """Moves it to the other document."""
    (there,) = store.read(AUTHOR, PATH).annotations
    new = Change(None, replace(there, note=_NOTE))
    store.carry(AUTHOR, document, [new], {PATH: [there]})
    store.apply(AUTHOR, store.workspace.read(PATH), [Change(there, None)])
    return there.id


def _harm_of_moving(workspace: Workspace, before: set[str], said: set[str]) -> Harm:
    """It must be seen once at any time, with the edit that is said to be saved.

    Also when there is a document of the old name again, and after the next save.
    """
    try:
        found = _told(_seen(workspace, before), said)
        shutil.copy(workspace.root / _NEW, workspace.root / PATH)
        found += _told(_seen(workspace, before), said)
        add(Store(workspace), workspace.read(_NEW), 0)
    except UnreadableAnnotations:
        return Harm(1, 1, 0)
    left = [*temporary(workspace.root), *Path(workspace.root).rglob(".sidelight-*")]
    files = [Store(workspace).read(AUTHOR, path).annotations for path in (PATH, _NEW)]
    found += _told([one for file in files for one in file if one.id in before], said)
    return found + Harm(0, 0, len(left))


def _seen(workspace: Workspace, ids: set[str]) -> list[Annotation]:
    found = collect(workspace, Store(workspace)).annotations
    return [one.annotation for one in found if one.annotation.id in ids]


def _told(seen: list[Annotation], said: set[str]) -> Harm:
    """What is wrong with what is seen of one annotation; what is there twice counts as torn."""
    lost = not seen or bool(said and seen[0].note != _NOTE)
    return Harm(int(lost), int(len(seen) > 1))


def _add(store: Store, document: Document) -> str:
    return add(store, document, 2)


FIRST = Scenario("the first save", PATH, lambda workspace: set(), _add, _harm)
LATER = Scenario("a later save", PATH, _added, _add, _harm)
MOVED = Scenario("an edit that moves its annotation", _NEW, _renamed, _edit, _harm_of_moving)
CARRIED = Scenario("a move to another document", _NEW, _copied, _carry, _harm_of_moving)
