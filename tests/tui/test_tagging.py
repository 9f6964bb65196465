"""A tag put on and taken off: what stays of an annotation and of the decision on it."""

from __future__ import annotations

from dataclasses import replace

from annotations.model import Annotation, mark
from annotations.palette import Palette
from documents.settings import Settings
from tui.tagging import DroppedDecisions, toggled

TEXT = "A sentence. Another one."
PALETTE = Palette.from_settings(Settings())


def claim(status: str = "open", note: str = "") -> Annotation:
    return replace(mark(TEXT, 0, 11, tags=("claim",)), status=status, note=note)


def test_a_tag_goes_on_and_off() -> None:
    both = toggled(claim(), "quote", PALETTE)
    assert both is not None
    assert (both.tags, both.status) == (("claim", "quote"), "open")
    alone = toggled(both, "claim", PALETTE)
    assert alone is not None
    assert (alone.tags, alone.status) == (("quote",), "")


def test_nothing_is_left_without_tag_and_note() -> None:
    assert toggled(claim(), "claim", PALETTE) is None
    left = toggled(claim(note="why?"), "claim", PALETTE)
    assert left is not None
    assert (left.tags, left.status, left.note) == ((), "", "why?")


def test_a_decision_comes_back_with_its_tag_and_on_its_words_alone() -> None:
    dropped = DroppedDecisions("open")
    assert dropped.drop("a.txt", claim("refuted"), None) == "refuted"
    assert dropped.restored("a.txt", claim()).status == "refuted"
    assert dropped.restored("b.txt", claim()).status == "open"
    elsewhere = replace(mark(TEXT, 12, 24, tags=("claim",)), status="open")
    assert dropped.restored("a.txt", elsewhere).status == "open"
    no_claim = replace(claim(), tags=("quote",), status="")
    assert dropped.restored("a.txt", no_claim).status == ""


def test_a_claim_that_was_open_leaves_nothing() -> None:
    dropped = DroppedDecisions("open")
    dropped.drop("a.txt", claim("refuted"), None)
    assert dropped.drop("a.txt", claim("open"), None) == ""
    assert dropped.restored("a.txt", claim()).status == "open"
