"""Two edits of one field at the same time: both are kept on disk until the reader has chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.conflicts import Choice, choices, settled, side, undecided
from annotations.listing import as_object
from annotations.merging import SEPARATOR, merge
from annotations.model import Anchor, Annotation, Change, Conflict, PlacedAnnotation, mark
from annotations.store import Store
from documents.workspace import Workspace

PATH = "a.txt"
TEXT = "One sentence here. Another sentence there. And a third one.\n"
BASE = mark(TEXT, 0, 18, tags=("claim",), note="base", status="open")
MakeWorkspace = Callable[..., Workspace]


def moved(annotation: Annotation, start: int, end: int) -> Annotation:
    other = mark(TEXT, start, end)
    place = {name: getattr(other, name) for name in ("start", "end", "exact", "prefix", "suffix")}
    return replace(annotation, **place)


def merged(ours: Annotation, theirs: Annotation) -> tuple[Annotation, Conflict]:
    result = merge(BASE, ours, theirs).annotation
    assert result is not None
    [conflict] = result.conflicts
    return result, conflict


def test_a_status_that_gave_way_can_be_chosen() -> None:
    one, conflict = merged(replace(BASE, status="refuted"), replace(BASE, status="supported"))
    assert one.status == "refuted"
    assert choices(conflict) == (Choice.OURS, Choice.THEIRS)
    assert [side(one, conflict, choice) for choice in choices(conflict)] == ["refuted", "supported"]
    theirs = settled(one, conflict, Choice.THEIRS)
    assert (theirs.status, theirs.conflicts) == ("supported", ())
    ours = settled(one, conflict, Choice.OURS)
    assert (ours.status, ours.conflicts) == ("refuted", ())


def test_of_two_notes_both_stand_and_either_can_be_chosen() -> None:
    one, conflict = merged(replace(BASE, note="mine"), replace(BASE, note="theirs"))
    assert one.note == "mine" + SEPARATOR + "theirs"
    assert [side(one, conflict, choice) for choice in choices(conflict)] == [
        one.note,
        "mine",
        "theirs",
    ]
    assert settled(one, conflict, Choice.BOTH).note == one.note


def test_of_two_places_the_other_is_kept_with_its_quote() -> None:
    one, conflict = merged(moved(BASE, 0, 12), moved(BASE, 4, 18))
    assert (one.start, one.end) == (0, 12)
    assert side(one, conflict, Choice.THEIRS) == TEXT[4:18]
    there = settled(one, conflict, Choice.THEIRS)
    assert (there.start, there.end, there.exact, there.prefix) == (4, 18, TEXT[4:18], "One ")


def test_a_passage_that_only_moved_with_its_text_is_no_conflict() -> None:
    shifted = replace(BASE, start=5, end=23, prefix="New. ")
    result = merge(BASE, moved(BASE, 0, 12), shifted).annotation
    assert result is not None
    assert (result.end, result.conflicts) == (12, ())


def test_what_both_sides_said_alike_is_no_conflict() -> None:
    result = merge(BASE, replace(BASE, status="refuted"), replace(BASE, status="refuted", note="n"))
    assert result.annotation is not None
    assert result.annotation.conflicts == ()


def test_a_conflict_settled_on_one_side_is_settled() -> None:
    one, conflict = merged(replace(BASE, status="refuted"), replace(BASE, status="supported"))
    edited = replace(one, note="meanwhile")
    result = merge(one, settled(one, conflict, Choice.OURS), edited).annotation
    assert result is not None
    assert (result.conflicts, result.note) == ((), "meanwhile")


@given(st.permutations(["open", "refuted", "supported", "disputed"]))
def test_no_status_that_somebody_gave_is_lost(statuses: list[str]) -> None:
    base = replace(BASE, status="")
    one: Annotation | None = None
    for status in statuses:
        one = merge(base, replace(base, status=status), one or base).annotation
    assert one is not None
    kept = {dict(conflict.values)["status"] for conflict in one.conflicts}
    assert kept | {one.status} == set(statuses)


@pytest.fixture
def workspace(make_workspace: MakeWorkspace) -> Workspace:
    return make_workspace({PATH: TEXT})


def test_both_sides_are_on_disk_and_the_choice_is_an_edit_like_any_other(
    workspace: Workspace,
) -> None:
    document = workspace.read(PATH)
    ours, theirs = Store(workspace), Store(workspace)
    ours.apply("mk", document, [Change(None, BASE)])
    theirs.apply("mk", document, [Change(BASE, replace(BASE, status="supported"))])
    saved = ours.apply("mk", document, [Change(BASE, replace(BASE, status="refuted"))])
    assert "supported" in saved.conflicts[0]

    [one] = Store(workspace).read("mk", PATH).annotations  # as after a crash
    assert (one.status, len(one.conflicts)) == ("refuted", 1)
    text = (workspace.root / "annotations/mk/a.txt.toml").read_text()
    assert '{ status = "supported", modified = ' in text

    change = Change(one, settled(one, one.conflicts[0], Choice.THEIRS))
    ours.apply("mk", document, [change])
    [one] = Store(workspace).read("mk", PATH).annotations
    assert (one.status, one.conflicts) == ("supported", ())
    ours.apply("mk", document, [change.inverse()])
    [one] = Store(workspace).read("mk", PATH).annotations
    assert (one.status, len(one.conflicts)) == ("refuted", 1)


def test_saving_a_conflict_again_does_no_harm(workspace: Workspace) -> None:
    document, store = workspace.read(PATH), Store(workspace)
    later = BASE.modified + timedelta(seconds=5)
    store.apply("mk", document, [Change(None, replace(BASE, status="supported", modified=later))])
    change = Change(BASE, replace(BASE, status="refuted", note="mine"))
    first = store.apply("mk", document, [change])
    again = store.apply("mk", document, [change])
    assert again.annotations == first.annotations


def test_annotations_in_conflict_are_listed_with_what_waits() -> None:
    one, _ = merged(replace(BASE, status="refuted"), replace(BASE, status="supported"))
    placed = [
        PlacedAnnotation(each, "mk", PATH, 0, 18, Anchor.EXACT, "ab" * 32) for each in (BASE, one)
    ]
    assert undecided(placed) == placed[1:]
    assert "conflicts" not in as_object(placed[0])
    [waiting] = as_object(placed[1])["conflicts"]  # type: ignore[misc]
    assert waiting["status"] == "supported"
