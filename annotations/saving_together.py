"""Changes to many documents, saved in groups: each group is flushed to the disk as one.

What is more than a change to one file, as a move from one to another, is saved by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeVar

from annotations.annotation_file import AnnotationFile
from annotations.errors import SaveFailed, UnreadableAnnotations
from annotations.kept_texts import KeptTexts
from annotations.replacing import Make, Read, Ready, Replacer, still_written
from annotations.resting import StillWritten
from annotations.save_failures import save_failed, text_not_kept
from documents.document import Document

_Done = TypeVar("_Done")

Saved = AnnotationFile | SaveFailed | UnreadableAnnotations
"""What stands in an annotation file after a save, or why there was none."""


class OneFile(NamedTuple):
    """A save that changes one annotation file: what is read there, and what is made of it.

    ``document`` is the one that the annotations are about; its text is kept where they change.
    """

    document: Document
    read: Read
    make: Make


class Member(NamedTuple):
    """A save to the annotation file ``name``, one of a group.

    ``one_file`` gives it as a change to that file alone, or None where it is more; ``alone`` saves
    it by itself. Both raise as ``Saver.apply`` does, or OSError and StillWritten.
    """

    name: str
    one_file: Callable[[], OneFile | None]
    alone: Callable[[], AnnotationFile]


def save_together(members: Sequence[Member], replacer: Replacer, texts: KeptTexts) -> list[Saved]:
    """Saves a group, for a caller that has its turn; gives what came of each, in order.

    A text is on the disk before the annotations that count in it, as with any save.
    """
    done: dict[str, Saved | None] = {}
    ready: list[Ready] = []
    documents: list[Document] = []

    def prepare(member: Member) -> AnnotationFile | None:
        if (one := member.one_file()) is None:
            return None
        prepared = replacer.prepare(member.name, one.read, one.make)
        if isinstance(prepared, AnnotationFile):
            return prepared
        ready.append(prepared)
        documents.append(one.document)
        return None

    for member in members:
        done[member.name] = _attempted(member, prepare)
    unkept = texts.keep_together(documents)
    outcomes = replacer.replace_together(ready)
    for one, document, outcome in zip(ready, documents, outcomes, strict=True):
        if isinstance(outcome, OSError):
            done[one.name] = save_failed(one.name, outcome)
        elif outcome is not None:
            done[one.name] = _remarking(outcome, document, unkept)
    return [
        _attempted(one, _alone) if (there := done[one.name]) is None else there for one in members
    ]


def _remarking(
    file: AnnotationFile, document: Document, unkept: Mapping[str, OSError]
) -> AnnotationFile:
    if (error := unkept.get(document.path)) is None:
        return file
    return replace(file, conflicts=(*file.conflicts, text_not_kept(document.path, error)))


def _alone(member: Member) -> AnnotationFile:
    return member.alone()


def _attempted(
    member: Member, work: Callable[[Member], _Done]
) -> _Done | SaveFailed | UnreadableAnnotations:
    try:
        return work(member)
    except StillWritten:
        return still_written(member.name)
    except OSError as error:
        return save_failed(member.name, error)
    except (SaveFailed, UnreadableAnnotations) as error:
        return error
