"""An annotation that its reader puts on another passage."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked_claim import CLAIM, EDITED, GONE, OLD, only, rewrite, with_claim

from annotations.anchoring import place
from annotations.annotation_file import AnnotationFile
from annotations.model import Anchor, Change, PlacedAnnotation, mark
from annotations.reseating import kept, moved
from annotations.store import Store
from documents.document import Document, text_digest
from documents.spans import Span
from documents.workspace import Workspace

MakeWorkspace = Callable[..., Workspace]


@given(st.text(min_size=1, max_size=60), st.data())
def test_it_sits_on_the_span_and_keeps_what_was_said_of_it(text: str, data: st.DataObject) -> None:
    document = Document("a.txt", text.encode("utf-8", "replace").decode())
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    one = mark(OLD, 0, 9, tags=("claim",), note="who?", status="disputed")
    placed = PlacedAnnotation(one, "mk", "a.txt", None, None, Anchor.ORPHAN, document.digest)
    after = moved(placed, document, Span(start, end), text_digest(OLD)).after
    assert after is not None
    assert document.text[after.start : after.end] == after.exact
    assert document.text.startswith(
        after.prefix + after.exact + after.suffix, start - len(after.prefix)
    )
    assert (after.text, after.anchor) == (None, None)
    said = ("id", "tags", "note", "status", "created")
    assert [getattr(after, name) for name in said] == [getattr(one, name) for name in said]
    file = AnnotationFile(author="mk", path="a.txt", digest=document.digest, annotations=(after,))
    assert place(after, file, document, lambda digest: None).anchor is Anchor.EXACT


@pytest.mark.parametrize("span", [Span(3, 3), Span(5, 2), Span(0, 99), Span(-1, 2)])
def test_a_span_outside_the_text_is_refused(span: Span) -> None:
    document = Document("a.txt", "Ten letters")
    placed = PlacedAnnotation(mark(OLD, 0, 9), "mk", "a.txt", 0, 3, Anchor.REVIEW, document.digest)
    with pytest.raises(ValueError, match="span"):
        moved(placed, document, span, "")


def test_what_has_no_place_cannot_be_kept_there() -> None:
    document = Document("a.txt", GONE)
    lost = PlacedAnnotation(
        mark(OLD, 0, 9), "mk", "a.txt", None, None, Anchor.ORPHAN, document.digest
    )
    with pytest.raises(ValueError, match="no place"):
        kept(lost, document, "")


@pytest.fixture
def workspace(make_workspace: MakeWorkspace) -> Workspace:
    return with_claim(make_workspace({"a.txt": OLD}))


def test_a_changed_passage_is_kept_and_that_is_taken_back(workspace: Workspace) -> None:
    document = rewrite(workspace, EDITED)
    store = Store(workspace)
    step = kept(only(workspace), document, store.read("mk", "a.txt").digest)
    store.apply("mk", document, [step])
    one = only(workspace)
    assert (one.anchor, one.annotation.exact) == (
        Anchor.EXACT,
        "A spokesman confirmed the brief call.",
    )
    store.apply("mk", document, [step.inverse()])
    one = only(workspace)
    assert (one.anchor, one.annotation.exact) == (Anchor.CHANGED, CLAIM)
    store.apply("mk", document, [step])
    assert only(workspace).anchor is Anchor.EXACT


def test_a_lost_mark_is_moved_and_that_is_taken_back(workspace: Workspace) -> None:
    document = rewrite(workspace, GONE)
    store = Store(workspace)
    lost = only(workspace)
    assert lost.anchor is Anchor.ORPHAN
    step = moved(lost, document, Span(0, 14), store.read("mk", "a.txt").digest)
    store.apply("mk", document, [step])
    assert (only(workspace).anchor, only(workspace).annotation.exact) == (
        Anchor.EXACT,
        "Something else",
    )
    store.apply("mk", document, [step.inverse()])
    assert only(workspace).anchor is Anchor.ORPHAN
    rewrite(workspace, OLD)
    assert only(workspace).annotation.exact == CLAIM
    assert only(workspace).start == OLD.index(CLAIM)


def test_what_was_settled_before_by_another_save_is_kept_all_the_same(
    workspace: Workspace,
) -> None:
    document = rewrite(workspace, EDITED)
    store = Store(workspace)
    before = only(workspace).annotation
    store.apply("mk", document, [Change(before, replace(before, note="second"))])
    settled = only(workspace)
    assert settled.annotation.text == text_digest(OLD)
    store.apply("mk", document, [kept(settled, document, store.read("mk", "a.txt").digest)])
    one = only(workspace)
    assert (one.anchor, one.annotation.note) == (Anchor.EXACT, "second")
