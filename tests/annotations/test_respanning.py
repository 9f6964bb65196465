"""Another span for an annotation, and annotations without any."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.collection import collect
from annotations.document_notes import document_note, is_on_document
from annotations.model import Anchor, Change, PlacedAnnotation, mark
from annotations.respanning import respanned
from annotations.store import Store
from documents.workspace import open_workspace

TEXT = "One sentence here. Another one there, and a third."


@given(st.data())
def test_another_span_is_quoted_with_its_context_and_nothing_else_changes(
    data: st.DataObject,
) -> None:
    start = data.draw(st.integers(0, len(TEXT) - 1))
    end = data.draw(st.integers(start + 1, len(TEXT)))
    before = replace(mark(TEXT, 4, 12, tags=("claim",), note="why?", status="open"), text="abc")
    after = respanned(before, TEXT, start, end)
    assert (after.start, after.end, after.exact) == (start, end, TEXT[start:end])
    assert TEXT[:start].endswith(after.prefix)
    assert TEXT[end:].startswith(after.suffix)
    assert (after.text, after.anchor) == (None, None)
    kept = ("id", "tags", "note", "status", "created", "extra", "reply_to")
    assert all(getattr(after, name) == getattr(before, name) for name in kept)


@pytest.mark.parametrize("span", [(3, 3), (5, 2), (-1, 4), (0, len(TEXT) + 1)])
def test_a_span_outside_the_text_is_refused(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="does not lie"):
        respanned(mark(TEXT, 0, 3), TEXT, *span)


def test_a_note_on_a_document_survives_the_store_and_a_changed_text(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXT)
    workspace = open_workspace([tmp_path]).workspace
    store = Store(workspace)
    note = document_note("never says who", tags=("doubt",))
    store.apply("mk", workspace.read("a.txt"), [Change(None, note)])
    file.write_text("Something else altogether.")
    again = open_workspace([tmp_path]).workspace
    (placed,) = collect(again, Store(again)).annotations
    assert (placed.annotation, placed.anchor) == (note, Anchor.EXACT)
    assert is_on_document(placed)


def test_an_orphan_is_no_note_on_the_document() -> None:
    lost = replace(document_note(""), anchor=Anchor.ORPHAN)
    assert not is_on_document(PlacedAnnotation(lost, "mk", "a.txt", None, None, Anchor.ORPHAN, ""))
