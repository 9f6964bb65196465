from __future__ import annotations

from annotations.history import History
from annotations.model import Change, mark

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
