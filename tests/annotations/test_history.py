from __future__ import annotations

from dataclasses import replace

import pytest

from annotations.history import History, Lookup, StepRefused
from annotations.model import Annotation, Change, mark

TEXT = "One sentence. Another."


def test_undo_takes_back_a_whole_step_in_reverse_and_redo_does_it_again() -> None:
    first, second = mark(TEXT, 0, 3), mark(TEXT, 4, 12)
    changes = [("a.txt", Change(None, first)), ("b.txt", Change(None, second))]
    history = History()
    history.record("tag claim", changes)

    assert (step := history.undo()) is not None
    assert step.changes == (("b.txt", Change(second, None)), ("a.txt", Change(first, None)))
    assert step.description == "tag claim"
    assert (again := history.redo()) is not None
    assert again.changes == tuple(changes)


def test_with_nothing_done_there_is_nothing_to_undo() -> None:
    history = History()
    assert history.undo() is None
    assert history.redo() is None


def test_a_new_step_ends_what_could_be_redone() -> None:
    history = History()
    history.record("note", [("a", Change(None, mark(TEXT, 0, 3)))])
    history.undo()
    history.record("delete", [("a", Change(mark(TEXT, 0, 3), None))])
    assert history.redo() is None
    assert history.next_undo == "delete"


def test_it_names_what_comes_next() -> None:
    history = History()
    history.record("note", [("a", Change(None, mark(TEXT, 0, 3)))])
    assert (history.next_undo, history.next_redo) == ("note", None)
    history.undo()
    assert (history.next_undo, history.next_redo) == (None, "note")


def test_a_step_without_changes_is_none() -> None:
    history = History()
    history.record("tag", [])
    assert history.undo() is None


# --- steps that no longer fit ---------------------------------------------------------------------


def found(*those: Annotation) -> Lookup:
    there = {("a.txt", one.id): one for one in those}
    return lambda path, identifier: there.get((path, identifier))


def taken(*changes: Change) -> History:
    history = History()
    history.record("note", [("a.txt", change) for change in changes])
    return history


ONE = mark(TEXT, 0, 3, note="before", tags=("claim",))
NOTED = replace(ONE, note="after")


def test_a_step_that_fits_is_taken_back_whatever_else_has_changed() -> None:
    history = taken(Change(ONE, NOTED))
    elsewhere = replace(NOTED, status="open", tags=("quote",), start=7, end=10)
    assert history.undo(found(elsewhere)) is not None


@pytest.mark.parametrize(
    ("change", "now"),
    [
        (Change(ONE, NOTED), replace(NOTED, note="elsewhere")),
        (Change(ONE, NOTED), None),
        (Change(None, ONE), replace(ONE, tags=())),
        (Change(ONE, replace(ONE, exact="x", start=1)), ONE),
        (Change(ONE, None), NOTED),
    ],
)
def test_a_step_that_no_longer_fits_is_refused_and_dropped(
    change: Change, now: Annotation | None
) -> None:
    history = taken(change)
    with pytest.raises(StepRefused, match=r"^note: the annotation "):
        history.undo(found(*([now] if now else [])))
    assert history.undo(found()) is None
    assert history.redo(found()) is None


def test_a_step_of_many_is_refused_whole() -> None:
    other = mark(TEXT, 4, 9)
    history = taken(Change(ONE, NOTED), Change(None, other))
    with pytest.raises(StepRefused):
        history.undo(found(NOTED, replace(other, note="elsewhere")))


def test_several_changes_to_one_annotation_fit_as_they_were_made() -> None:
    history = taken(Change(None, ONE), Change(ONE, NOTED))
    assert history.undo(found(NOTED)) is not None
    assert history.redo(found()) is not None


def test_what_was_deleted_is_brought_back_where_it_is_not_there() -> None:
    assert taken(Change(ONE, None)).undo(found()) is not None
    assert taken(Change(ONE, None)).undo(found(ONE)) is not None  # an older copy was quicker


def test_a_step_stays_while_it_cannot_be_seen_what_there_is_now() -> None:
    history = History()
    history.record("note", [("a.txt", Change(None, mark(TEXT, 0, 3)))])

    def unreadable(path: str, identifier: str) -> Annotation | None:
        raise OSError(path)

    with pytest.raises(OSError, match=r"a\.txt"):
        history.undo(unreadable)
    assert history.undo() is not None
    with pytest.raises(OSError, match=r"a\.txt"):
        history.redo(unreadable)
    assert history.redo() is not None


OTHER = mark(TEXT, 4, 9)


def test_a_step_of_which_a_part_is_so_already_fits_and_the_rest_is_left_to_do() -> None:
    tagged = replace(OTHER, tags=("quote",))
    history = taken(Change(None, ONE), Change(OTHER, tagged))
    for there in (found(ONE, OTHER), found(tagged)):  # the first alone was saved, or the second
        step = history.undo(there)
        assert step is not None
        assert step.extent == (2, 1)
        assert step.left_to_do(there).extent == (1, 1)
        history.redo(found(OTHER))


def test_nothing_is_left_out_of_a_step_that_does_several_things_to_one_annotation() -> None:
    history = taken(Change(None, ONE), Change(ONE, NOTED))
    step = history.undo(found(NOTED))
    assert step is not None
    assert step.left_to_do(found(NOTED)) == step


def test_of_a_step_of_which_all_is_so_already_nothing_is_left_to_do() -> None:
    history = taken(Change(None, ONE))
    for step, there in ((history.undo(found()), found()), (history.redo(found(ONE)), found(ONE))):
        assert step is not None
        assert step.left_to_do(there).changes == ()


def test_the_text_that_a_place_counts_in_makes_no_difference_to_what_is_left_to_do() -> None:
    history = taken(Change(None, replace(ONE, text="0" * 64)), Change(None, OTHER))
    history.undo(found(ONE, OTHER))
    step = history.redo(found(ONE))
    assert step is not None
    assert step.left_to_do(found(ONE)).changes == (("a.txt", Change(None, OTHER)),)


def test_what_is_being_taken_back_can_be_undone_until_it_is_on_disk() -> None:
    history = History()
    for name in ("tag", "note", "link"):
        history.record(name, [("a.txt", Change(None, mark("One two", 0, 3)))])
    history.undo()
    history.settle()
    history.undo()
    assert [[step.description for step in side] for side in history.steps_meanwhile] == [
        ["tag", "note"],
        ["link"],
    ]
    history.redo()
    assert history.steps_meanwhile == history.steps
    history.undo()
    history.undo()
    history.settle()
    assert history.steps_meanwhile == history.steps
