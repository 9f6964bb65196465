"""What a save makes of annotations whose passages have changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from marked_claim import CLAIM, EDITED, OLD, only, rewrite, with_claim

from annotations.collection import collect
from annotations.model import Anchor, Change, mark
from annotations.store import Store
from documents.workspace import Workspace

MakeWorkspace = Callable[..., Workspace]


@pytest.fixture
def workspace(make_workspace: MakeWorkspace) -> Workspace:
    return with_claim(make_workspace({"a.txt": OLD}))


def save(workspace: Workspace, note: str) -> None:
    """Edits the note, so that the file is saved on the text as it is now."""
    before = only(workspace).annotation
    change = Change(before, replace(before, note=note))
    Store(workspace).apply("mk", workspace.read("a.txt"), [change])


def passage(workspace: Workspace) -> str | None:
    one = only(workspace)
    return None if one.start is None else workspace.read("a.txt").text[one.start : one.end]


def test_a_passage_that_changed_is_on_record_as_changed_and_keeps_what_was_marked(
    workspace: Workspace,
) -> None:
    rewrite(workspace, EDITED)
    save(workspace, "second")
    one = only(workspace)
    assert (one.anchor, one.annotation.anchor) == (Anchor.CHANGED, Anchor.CHANGED)
    assert one.annotation.exact == CLAIM
    assert passage(workspace) == "A spokesman confirmed the brief call."


def test_it_is_itself_again_when_its_words_are_back(workspace: Workspace) -> None:
    rewrite(workspace, EDITED)
    save(workspace, "second")
    rewrite(workspace, "New.\n\n" + OLD)
    assert only(workspace).anchor is Anchor.SHIFTED
    save(workspace, "third")
    assert (only(workspace).anchor, only(workspace).annotation.anchor) == (Anchor.EXACT, None)


def test_an_orphan_finds_its_passage_when_that_comes_back(workspace: Workspace) -> None:
    rewrite(workspace, "Something else altogether stands here today, in other words.\n")
    save(workspace, "second")
    assert (only(workspace).anchor, passage(workspace)) == (Anchor.ORPHAN, None)
    rewrite(workspace, "It is back.\n\n" + OLD)
    assert (only(workspace).anchor, passage(workspace)) == (Anchor.SHIFTED, CLAIM)


def test_other_marks_move_along_with_the_text_when_one_is_saved(workspace: Workspace) -> None:
    rewrite(workspace, "Intro.\n\n" + EDITED)
    text = workspace.read("a.txt")
    start = text.text.index("Nobody")
    new = mark(text.text, start, start + 6)
    Store(workspace).apply("mk", text, [Change(None, new)])
    anchors = {
        one.annotation.id: one.anchor for one in collect(workspace, Store(workspace)).annotations
    }
    assert anchors.pop(new.id) is Anchor.EXACT
    assert set(anchors.values()) == {Anchor.CHANGED}


def test_lines_broken_anew_leave_nothing_to_tell(workspace: Workspace) -> None:
    rewrite(workspace, OLD.replace("confirmed ", "confirmed\n"))
    assert only(workspace).anchor is Anchor.SHIFTED
    save(workspace, "second")
    assert only(workspace).annotation.exact == CLAIM.replace("confirmed ", "confirmed\n")
    assert only(workspace).anchor is Anchor.EXACT


def test_what_is_put_back_with_offsets_of_an_unknown_text_never_stands_on_other_words(
    workspace: Workspace,
) -> None:
    store, [gone] = Store(workspace), Store(workspace).read("mk", "a.txt").annotations
    store.apply("mk", workspace.read("a.txt"), [Change(gone, None)])
    rewrite(workspace, "Put in front of it all.\n\n" + EDITED)
    today = workspace.read("a.txt")
    other = mark(today.text, 0, 3)
    store.apply("mk", today, [Change(None, other)])
    store.apply("mk", today, [Change(other, None)])  # the file counts in today's text from now on
    store.apply("mk", today, [Change(None, gone)])
    assert only(workspace).anchor in (Anchor.CHANGED, Anchor.REVIEW)
    assert passage(workspace) == "A spokesman confirmed the brief call."
