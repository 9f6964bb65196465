"""Where a changed annotation sits before it is read again from disk."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from annotations.model import Anchor, Change, PlacedAnnotation, mark
from annotations.reseating import kept, moved
from documents.document import Document, text_digest
from documents.spans import Span
from tui.placements import Placements

OLD = "The envoy spoke for an hour. A spokesman confirmed the call. Nobody else did.\n"
NEW = "An update. The envoy spoke for an hour. A spokesman confirmed a call. Nobody else did.\n"
START, END = NEW.index("A spokesman"), NEW.index(" Nobody")
DOCUMENT = Document("a.txt", NEW)


def changed() -> PlacedAnnotation:
    start = OLD.index("A spokesman")
    one = mark(OLD, start, OLD.index(" Nobody"), tags=("claim",))
    return PlacedAnnotation(one, "mk", "a.txt", START, END, Anchor.CHANGED, DOCUMENT.digest)


def test_what_is_said_of_it_moves_nothing() -> None:
    was = changed()
    noted = replace(was.annotation, note="who?")
    placed, known = Placements("mk").place("a.txt", DOCUMENT, was, Change(was.annotation, noted))
    assert placed == replace(was, annotation=noted)
    assert known


@given(st.integers(0, len(NEW) - 1), st.integers(1, 30))
def test_it_sits_where_it_is_put_and_back_where_it_was_when_that_is_undone(
    start: int, length: int
) -> None:
    was, placements = changed(), Placements("mk")
    span = Span(start, min(start + length, len(NEW)))
    step = moved(was, DOCUMENT, span, text_digest(OLD))
    assert step.after is not None
    there, known = placements.place("a.txt", DOCUMENT, was, step)
    assert (there.start, there.end, there.anchor, known) == (*span, Anchor.EXACT, True)
    assert step.before is not None
    back, known = placements.place("a.txt", DOCUMENT, there, step.inverse())
    assert (back.start, back.end, back.anchor, known) == (START, END, Anchor.CHANGED, True)


def test_a_place_remembered_in_another_text_is_not_taken() -> None:
    was, placements = changed(), Placements("mk")
    step = kept(was, DOCUMENT, text_digest(OLD))
    assert step.before is not None
    assert step.after is not None
    there, _ = placements.place("a.txt", DOCUMENT, was, step)
    newer = Document("a.txt", "Something else.\n")
    back, known = placements.place("a.txt", newer, there, step.inverse())
    assert (back.start, back.anchor, known) == (None, Anchor.REVIEW, False)


def test_one_that_was_deleted_comes_back_to_its_place() -> None:
    was, placements = changed(), Placements("mk")
    placements.leave(was)
    assert placements.place("a.txt", DOCUMENT, None, Change(None, was.annotation)) == (was, True)


def test_one_kept_where_it_was_proposed_is_proposed_no_more_until_that_is_undone() -> None:
    one = mark(NEW, START, END, tags=("claim",))
    was = PlacedAnnotation(one, "mk", "a.txt", START, END, Anchor.REVIEW, DOCUMENT.digest)
    placements, step = Placements("mk"), kept(was, DOCUMENT, DOCUMENT.digest)
    there, known = placements.place("a.txt", DOCUMENT, was, step)
    assert (there.start, there.end, there.anchor, known) == (START, END, Anchor.EXACT, True)
    back, known = placements.place("a.txt", DOCUMENT, there, step.inverse())
    assert (back.start, back.end, back.anchor, known) == (START, END, Anchor.REVIEW, True)
    again, known = placements.place("a.txt", DOCUMENT, back, step)
    assert (again.start, again.end, again.anchor, known) == (START, END, Anchor.EXACT, True)
