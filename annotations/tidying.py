"""Removes the kept texts that no annotation needs, and what killed writers left.

A text that is removed is gone for good, and with it the sure way of following passages into a
changed document. So none is removed before everyone's annotations have been read, all of them.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from annotations.annotation_file import AnnotationFile
from annotations.durable import flush_folder, temporary_files
from annotations.errors import SaveFailed, UnreadableAnnotations
from annotations.kept_texts import KeptText, KeptTexts, texts_in
from annotations.store import Store
from annotations.survey import survey
from annotations.turn import Turn
from documents.discovery import ANNOTATIONS_FOLDER, ANNOTATIONS_MARKER
from documents.lazy_regex import lazy_regex

_TEXTS = f"{ANNOTATIONS_FOLDER}/.texts"
_MARKER = f"{ANNOTATIONS_FOLDER}/{ANNOTATIONS_MARKER}"
_DIGEST = lazy_regex(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")


class CannotTidy(Exception):
    """Nothing was removed. ``reasons`` say why, a line each, naming a file or folder."""

    def __init__(self, reasons: Sequence[str]) -> None:
        super().__init__(*reasons)
        self.reasons = tuple(reasons)

    def __str__(self) -> str:
        return "; ".join(self.reasons)


class Tidied(NamedTuple):
    """What was removed, or would be: ``texts``, and so many files that killed writers left.

    ``needed`` counts the kept texts that stay because an annotation needs them; ``problems`` has
    a line for each file that should have gone and did not.
    """

    texts: tuple[KeptText, ...] = ()
    leftovers: int = 0
    needed: int = 0
    problems: tuple[str, ...] = ()


class _Plan(NamedTuple):
    unneeded: tuple[KeptText, ...] = ()
    leftovers: tuple[Path, ...] = ()
    needed: int = 0


def tidy(store: Store, *, dry_run: bool = False) -> Tidied:
    """Removes what no annotation of any author in the store's workspace needs.

    With ``dry_run``, and where there is nothing to remove, nothing is written, and no other writer
    waited for. Raises CannotTidy.
    """
    try:
        plan = _plan(store)
        if dry_run or not (plan.unneeded or plan.leftovers):
            return Tidied(plan.unneeded, len(plan.leftovers), plan.needed)
        turn = Turn(store.workspace.root)
        with turn.taken(_TEXTS):
            if not turn.locks_work:  # a save keeps its text first: it would look unneeded
                reason = "this disk has no locks, so another program may be saving"
                raise CannotTidy([f"{_MARKER}: {reason}; tidy a copy on a disk that has them"])
            return _carry_out(_plan(store))
    except SaveFailed as error:
        raise CannotTidy([f"{error.file}: {error.reason}; {error.mend}"]) from None
    except OSError as error:
        where = os.fsdecode(error.filename or _TEXTS)
        raise CannotTidy([f"{where}: {error.strerror}; see to that and tidy again"]) from error


def digests_needed(files: Iterable[AnnotationFile]) -> frozenset[str]:
    """The SHA-256 of every text that an annotation in ``files`` counts in, or otherwise names."""
    return frozenset(digest for file in files for digest in _named_by(file))


def _named_by(file: AnnotationFile) -> Iterator[str]:
    if file.annotations:
        yield file.digest
    for each in file.annotations:
        if each.text:
            yield each.text.lower()
        for conflict in each.conflicts:
            yield from _DIGEST.findall(repr(conflict.values).lower())
        yield from _DIGEST.findall(repr(each.extra).lower())  # keys of versions still to come


def _plan(store: Store) -> _Plan:
    """What there is to remove; raises CannotTidy where that cannot be told, and OSError."""
    workspace = store.workspace
    folders = list(KeptTexts(workspace.root, workspace.settings.keep_texts).folders())
    texts = [text for folder in folders for text in texts_in(folder)]
    if not (workspace.root / _MARKER).is_file():
        _refuse_without_annotations(texts)
        return _Plan()
    surveyed = survey(workspace.root)
    obstacles = [*_links(workspace.root), *surveyed.hidden, *store.strays()]
    needed = digests_needed(_read_all(store, obstacles))
    if obstacles:
        raise CannotTidy([f"{each}; see to that and tidy again" for each in obstacles])
    unneeded = tuple(text for text in texts if text.digest not in needed)
    leftovers = tuple(_leftovers([*surveyed.folders, *folders]))
    return _Plan(unneeded, leftovers, len(texts) - len(unneeded))


def _refuse_without_annotations(texts: Sequence[KeptText]) -> None:
    """Texts whose annotations are gone altogether may belong to a disk that is not there now."""
    if texts:
        reason = f"it is missing, but texts are kept in {texts[0].file.parent}"
        raise CannotTidy([f"{_MARKER}: {reason}; bring it back, or delete that folder yourself"])


def _links(root: Path) -> Iterator[str]:
    """What leads to another workspace's texts, whose annotations are not looked at here."""
    for path in (ANNOTATIONS_FOLDER, _TEXTS):
        if (root / path).is_symlink():
            yield f"{path}: it is a link, and others may need what it leads to"


def _read_all(store: Store, obstacles: list[str]) -> list[AnnotationFile]:
    """Every annotation file; adds a line to ``obstacles`` for what could not be understood."""
    files = []
    for author, path in store.records():
        try:
            file = store.read(author, path)
        except UnreadableAnnotations as error:
            obstacles.append(str(error))
        else:
            files.append(file)
            obstacles += file.problems
    return files


def _leftovers(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in dict.fromkeys(folders):
        with contextlib.suppress(FileNotFoundError):
            yield from temporary_files(folder)


def _carry_out(plan: _Plan) -> Tidied:
    problems: list[str] = []
    files = [*(text.file for text in plan.unneeded), *plan.leftovers]
    removed = {file for file in files if _is_removed(file, problems)}
    for folder in sorted({file.parent for file in removed}):
        try:
            flush_folder(folder)
        except OSError as error:
            problems.append(f"{folder}: a removal may not last: {error.strerror}; tidy again")
    texts = tuple(text for text in plan.unneeded if text.file in removed)
    return Tidied(texts, len(removed) - len(texts), plan.needed, tuple(problems))


def _is_removed(file: Path, problems: list[str]) -> bool:
    try:
        file.unlink()
    except FileNotFoundError:  # somebody else was here
        return False
    except OSError as error:
        problems.append(f"{file}: it could not be removed: {error.strerror}; remove it yourself")
        return False
    return True
