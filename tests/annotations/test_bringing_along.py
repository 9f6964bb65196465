"""What is written of an annotation whose document has been renamed and edited since."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from marked_claim import CLAIM, EDITED, OLD, only, with_claim

from annotations.collection import collect
from annotations.model import Anchor, Change, PlacedAnnotation, mark
from annotations.reseating import kept
from annotations.store import Store
from documents.workspace import Workspace

MakeWorkspace = Callable[..., Workspace]
ADDED = OLD + "Nobody has asked since.\n"
NEW = "b.txt"


@pytest.fixture
def workspace(make_workspace: MakeWorkspace) -> Workspace:
    return with_claim(make_workspace({"a.txt": OLD}))


def renamed(workspace: Workspace, text: str) -> None:
    (workspace.root / "a.txt").unlink()
    (workspace.root / NEW).write_text(text, encoding="utf-8")


def noted(workspace: Workspace, note: str) -> None:
    one = only(workspace).annotation
    change = Change(one, replace(one, note=note))
    Store(workspace).apply("mk", workspace.read(NEW), [change])


def read(workspace: Workspace) -> tuple[str, Anchor, str]:
    one = only(workspace)
    return one.document, one.anchor, one.annotation.note


@pytest.mark.parametrize("text", [EDITED, ADDED], ids=["its words changed", "others did"])
def test_a_place_that_is_only_proposed_stays_so_whatever_is_written(
    workspace: Workspace, text: str
) -> None:
    renamed(workspace, text)
    assert read(workspace) == (NEW, Anchor.REVIEW, "first")
    for note in ("second", "third"):
        noted(workspace, note)
        assert read(workspace) == (NEW, Anchor.REVIEW, note)
        assert only(workspace).annotation.anchor is Anchor.REVIEW


def test_it_asks_again_on_the_next_text(workspace: Workspace) -> None:
    renamed(workspace, EDITED)
    noted(workspace, "second")
    (workspace.root / NEW).write_text(EDITED.replace("an hour", "two hours"), encoding="utf-8")
    noted(workspace, "third")
    assert read(workspace) == (NEW, Anchor.REVIEW, "third")


def test_it_is_in_its_place_where_the_very_text_is_back(workspace: Workspace) -> None:
    renamed(workspace, EDITED)
    noted(workspace, "second")
    (workspace.root / NEW).write_text(OLD, encoding="utf-8")
    assert read(workspace) == (NEW, Anchor.EXACT, "second")


def test_its_reader_says_yes_to_it_and_takes_that_back(workspace: Workspace) -> None:
    renamed(workspace, EDITED)
    noted(workspace, "second")
    document, store = workspace.read(NEW), Store(workspace)
    change = kept(only(workspace), document, store.read("mk", NEW).digest)
    store.apply("mk", document, [change])
    assert read(workspace) == (NEW, Anchor.EXACT, "second")
    store.apply("mk", document, [change.inverse()])
    assert read(workspace) == (NEW, Anchor.REVIEW, "second")
    assert only(workspace).annotation.exact == CLAIM


def test_with_the_very_text_nothing_is_asked(workspace: Workspace) -> None:
    renamed(workspace, OLD)
    noted(workspace, "second")
    assert read(workspace) == (NEW, Anchor.EXACT, "second")


def own(workspace: Workspace) -> PlacedAnnotation:
    everyone = collect(workspace, Store(workspace)).annotations
    return next(one for one in everyone if one.author == "mk")


def test_nor_where_it_is_on_record_by_somebody_else(workspace: Workspace) -> None:
    (workspace.root / "a.txt").write_text(EDITED, encoding="utf-8")
    theirs = mark(EDITED, 0, 9)
    Store(workspace).apply("ann", workspace.read("a.txt"), [Change(None, theirs)])
    renamed(workspace, EDITED)
    one = own(workspace)
    assert (one.document, one.anchor) == (NEW, Anchor.CHANGED)
    change = Change(one.annotation, replace(one.annotation, note="second"))
    Store(workspace).apply("mk", workspace.read(NEW), [change])
    assert (own(workspace).anchor, own(workspace).annotation.note) == (Anchor.CHANGED, "second")
