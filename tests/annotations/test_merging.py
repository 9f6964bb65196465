from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from annotations.merging import SEPARATOR, merge
from annotations.model import Annotation, mark

BASE = mark("One sentence. Another.", 0, 13, tags=("claim",), note="base", status="open")


def merged(ours: Annotation, theirs: Annotation, base: Annotation | None = BASE) -> Annotation:
    result = merge(base, ours, theirs).annotation
    assert result is not None
    return result


def test_edits_of_different_fields_both_stand() -> None:
    ours = replace(BASE, note="mine")
    theirs = replace(BASE, status="refuted", tags=("claim", "figure"))
    one = merged(ours, theirs)
    assert (one.note, one.status, one.tags) == ("mine", "refuted", ("claim", "figure"))
    assert merge(BASE, ours, theirs).conflict == ""


def test_two_notes_are_joined_and_said_so() -> None:
    result = merge(BASE, replace(BASE, note="mine"), replace(BASE, note="theirs"))
    assert result.annotation is not None
    assert result.annotation.note == "mine" + SEPARATOR + "theirs"
    assert "note" in result.conflict


def test_of_two_decisions_ours_stands_and_theirs_is_named() -> None:
    result = merge(BASE, replace(BASE, status="refuted"), replace(BASE, status="supported"))
    assert result.annotation is not None
    assert result.annotation.status == "refuted"
    assert "supported" in result.conflict


def test_tags_put_on_and_taken_off_by_either_side_count() -> None:
    base = replace(BASE, tags=("a", "b", "c"))
    ours = replace(base, tags=("b", "c", "d"))
    theirs = replace(base, tags=("a", "c", "e"))
    assert merged(ours, theirs, base).tags == ("c", "d", "e")


def test_unknown_keys_merge_one_by_one() -> None:
    base = replace(BASE, extra={"a": 1, "b": 1, "c": 1})
    ours = replace(base, extra={"a": 2, "b": 1})
    theirs = replace(base, extra={"a": 1, "b": 3, "c": 1, "d": 4})
    assert merged(ours, theirs, base).extra == {"a": 2, "b": 3, "d": 4}


def test_a_deletion_gives_way_to_what_somebody_wrote_but_not_to_a_move() -> None:
    written = replace(BASE, note="new")
    assert merge(BASE, None, written).annotation == written
    assert merge(BASE, None, written).conflict
    assert merge(BASE, None, replace(BASE, start=5, end=18)).annotation is None


def test_an_edit_brings_back_what_was_deleted_elsewhere() -> None:
    ours = replace(BASE, note="mine")
    assert merge(BASE, ours, None).annotation == ours


def test_a_move_on_one_side_goes_with_an_edit_on_the_other() -> None:
    moved = replace(BASE, start=5, end=18, prefix="12345")
    one = merged(replace(BASE, note="mine"), moved)
    assert (one.start, one.end, one.prefix, one.note) == (5, 18, "12345", "mine")


notes = st.sampled_from(["", "base", "x", "x\ny", "base and more"])


@given(notes, notes, st.booleans())
def test_no_note_that_was_written_is_ever_lost(ours: str, theirs: str, is_new: bool) -> None:
    one = merged(replace(BASE, note=ours), replace(BASE, note=theirs), None if is_new else BASE)
    for note in (ours, theirs):
        if note not in ("", "base"):
            assert note in one.note


@given(notes, notes)
def test_merging_again_changes_nothing(ours: str, theirs: str) -> None:
    mine = replace(BASE, note=ours)
    once = merged(mine, replace(BASE, note=theirs))
    assert merged(mine, once) == once


parts = st.lists(st.sampled_from(["one", "two"]), max_size=2, unique=True)


def kept_notes(one: Annotation) -> list[str]:
    """What stands in the note or waits for a choice."""
    waiting = [str(dict(each.values).get("note", "")) for each in one.conflicts]
    return [
        *one.note.split(SEPARATOR),
        *(part for note in waiting for part in note.split(SEPARATOR)),
    ]


@given(parts, parts, parts)
def test_notes_that_were_joined_before_are_kept_however_often_they_are_merged(
    before: list[str], mine: list[str], others: list[str]
) -> None:
    base, ours, theirs = (replace(BASE, note=SEPARATOR.join(n)) for n in (before, mine, others))
    both_wrote = ours.note != base.note and theirs.note != base.note
    once = merged(ours, theirs, base)
    again = merged(theirs, once, base)
    for one in (once, again, merged(ours, again, base)):
        if both_wrote:
            assert {*mine, *others} <= {*kept_notes(one)}


def test_a_note_that_reads_as_before_when_joined_is_not_joined() -> None:
    base = replace(BASE, note="one" + SEPARATOR + "two")
    ours, theirs = replace(base, note="one"), replace(base, note="two")
    result = merge(base, ours, theirs)
    assert result.annotation is not None
    assert result.annotation.note == "one"
    assert [dict(each.values)["note"] for each in result.annotation.conflicts] == ["two"]
    assert "yours stands" in result.conflict
