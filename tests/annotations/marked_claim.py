"""A claim that was marked, and texts that its document became afterwards."""

from __future__ import annotations

from annotations.collection import collect
from annotations.model import Change, PlacedAnnotation, mark
from annotations.store import Store
from documents.document import Document
from documents.workspace import Workspace

OLD = (
    "The envoy spoke for an hour. Nobody else was there.\n\n"
    "A spokesman confirmed the call. He gave no details of it.\n"
)
CLAIM = "A spokesman confirmed the call."
EDITED = OLD.replace("confirmed the call", "confirmed the brief call")
GONE = "Something else altogether stands here today, in other words.\n"


def with_claim(workspace: Workspace) -> Workspace:
    """Marks the claim in ``a.txt``, which reads ``OLD``."""
    start = OLD.index(CLAIM)
    one = mark(OLD, start, start + len(CLAIM), note="first")
    Store(workspace).apply("mk", workspace.read("a.txt"), [Change(None, one)])
    return workspace


def only(workspace: Workspace) -> PlacedAnnotation:
    """The claim, where it sits now."""
    (one,) = collect(workspace, Store(workspace)).annotations
    return one


def rewrite(workspace: Workspace, text: str) -> Document:
    """The document with another text."""
    (workspace.root / "a.txt").write_text(text, encoding="utf-8")
    return workspace.read("a.txt")
