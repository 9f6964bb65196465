"""The document that the ``workspace`` fixture has, and what tests do with its annotations."""

from __future__ import annotations

from datetime import timedelta

from annotations.model import Annotation, Change, mark, now
from annotations.store import Store
from documents.document import Document
from documents.workspace import Workspace

PATH = "call.txt"
TEXT = "One sentence here. Another sentence there.\n\nA third one, of course, stands here.\n"
FILE = "annotations/mk/call.txt.toml"


def old(start: int, end: int, note: str = "") -> Annotation:
    """An annotation that was not made just now."""
    return mark(TEXT, start, end, note=note, moment=now() - timedelta(days=3))


def add(store: Store, document: Document, *those: Annotation) -> None:
    """Saves new annotations."""
    store.apply("mk", document, [Change(None, one) for one in those])


def there(workspace: Workspace) -> dict[str, Annotation]:
    """What a program that starts now finds, by id."""
    return {one.id: one for one in Store(workspace).read("mk", PATH).annotations}


def only(workspace: Workspace) -> Annotation:
    """The one that it finds."""
    [one] = there(workspace).values()
    return one
