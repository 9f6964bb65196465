"""A tag renamed everywhere, and changes to many annotations at once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.bulk_changes import delete, put_tag, set_status, take_tag
from annotations.model import Anchor, Annotation, PlacedAnnotation, mark
from annotations.palette import Palette, falls_under
from annotations.tag_renaming import Renaming, remarks, rename_tag, renamed

PALETTE = Palette()
TAGS = st.sampled_from(["claim", "claim/figure", "claims", "assertion", "quote", "a/b/c", "a/b"])
STATUSES = st.sampled_from(["", "open", "supported"])


@st.composite
def placed(draw: st.DrawFn) -> PlacedAnnotation:
    tags = tuple(draw(st.lists(TAGS, unique=True, max_size=4)))
    one = replace(
        mark("some text", 0, 4, tags=tags),
        note=draw(st.sampled_from(["", "why?"])),
        status=draw(STATUSES),
    )
    author, path = draw(st.sampled_from(["mk", "ana"])), draw(st.sampled_from(["a.txt", "b.txt"]))
    return PlacedAnnotation(one, author, path, 0, 4, Anchor.EXACT, "")


ANNOTATIONS = st.lists(placed(), max_size=12)


def after(renaming: Renaming, one: PlacedAnnotation) -> Annotation:
    """What an annotation is once everything was renamed."""
    for _, change in renaming.changes:
        if change.annotation_id == one.annotation.id and change.after is not None:
            return change.after
    return one.annotation


@given(ANNOTATIONS, TAGS, TAGS)
def test_renaming_leaves_no_trace_of_the_old_name_and_loses_nothing(
    annotations: list[PlacedAnnotation], old: str, new: str
) -> None:
    if old == new:
        return
    renaming = rename_tag(annotations, "mk", old, new, PALETTE)
    for one in annotations:
        now = after(renaming, one)
        if one.author != "mk":
            assert now == one.annotation
            continue
        assert now.tags == tuple(
            dict.fromkeys(renamed(tag, old, new) for tag in one.annotation.tags)
        )
        assert old not in now.tags
        assert (now.note, now.exact, now.id) == (
            one.annotation.note,
            one.annotation.exact,
            one.annotation.id,
        )
        assert now.status == one.annotation.status or not one.annotation.status
    assert all(change.before != change.after for _, change in renaming.changes)
    assert renaming.documents == tuple(dict.fromkeys(path for path, _ in renaming.changes))


@given(ANNOTATIONS)
def test_renaming_there_and_back_restores_the_tags_where_nothing_was_merged(
    annotations: list[PlacedAnnotation],
) -> None:
    there = rename_tag(annotations, "mk", "claim", "fresh", PALETTE)
    moved = [replace(one, annotation=after(there, one)) for one in annotations]
    back = rename_tag(moved, "mk", "fresh", "claim", PALETTE)
    assert [after(back, one).tags for one in moved] == [one.annotation.tags for one in annotations]


def one_of(*tags: str, author: str = "mk", path: str = "a.txt", **said: str) -> PlacedAnnotation:
    one = replace(mark("some text", 0, 4, tags=tags), **said)  # type: ignore[arg-type]
    return PlacedAnnotation(one, author, path, 0, 4, Anchor.EXACT, "")


def test_kinds_of_a_tag_go_with_it_but_not_what_merely_begins_like_it() -> None:
    assert renamed("claim/figure", "claim", "assertion") == "assertion/figure"
    assert renamed("claims", "claim", "assertion") == "claims"
    assert renamed("claim", "claim", "claim/plain") == "claim/plain"
    assert renamed("claim/figure", "claim", "claim/plain") == "claim/figure"


def test_the_preview_counts_annotations_documents_and_those_of_others() -> None:
    annotations = [
        one_of("claim"),
        one_of("claim/figure", path="b.txt"),
        one_of("claim", author="ana"),
        one_of("quote"),
    ]
    renaming = rename_tag(annotations, "mk", "claim", "assertion", PALETTE)
    assert renaming.summary() == (
        "claim → assertion: 2 annotations in 2 documents; only yours are changed, 1 of others stay"
    )
    assert not renaming.merges


def test_a_merge_keeps_one_tag_in_the_first_place_and_the_decision() -> None:
    annotations = [one_of("doubt", "x", "claim", status="refuted"), one_of("claim")]
    renaming = rename_tag(annotations, "mk", "doubt", "claim", PALETTE)
    ((_, change),) = renaming.changes
    assert change.after is not None
    assert (change.after.tags, change.after.status) == (("claim", "x"), "refuted")
    assert renaming.merges


def test_what_leaves_the_review_and_what_joins_it_is_told() -> None:
    leaves = rename_tag([one_of("claim", status="open")], "mk", "claim", "aside", PALETTE)
    assert (leaves.begin, leaves.end) == (0, 1)
    ((_, change),) = leaves.changes
    assert change.after is not None
    assert change.after.status == "open"
    joins = rename_tag([one_of("aside")], "mk", "aside", "claim", PALETTE)
    assert (joins.begin, joins.end) == (1, 0)
    said = remarks(leaves, ["claim", "quote"])
    assert any("leaves the review" in line for line in said)
    assert any("sidelight.toml still names claim" in line for line in said)


@pytest.mark.parametrize("new", ["", " x", "a,b", "a//b", "claim", "x\u200b"])
def test_what_cannot_be_a_tag_is_refused(new: str) -> None:
    with pytest.raises(ValueError, match='"'):
        rename_tag([], "mk", "claim", new, PALETTE)


@given(ANNOTATIONS, TAGS)
def test_a_tag_put_on_many_is_on_all_of_ones_own_and_nothing_is_lost(
    annotations: list[PlacedAnnotation], tag: str
) -> None:
    changes = {one.annotation_id: one for _, one in put_tag(annotations, "mk", tag, PALETTE)}
    for one in annotations:
        change = changes.get(one.annotation.id)
        now = change.after if change is not None else one.annotation
        assert now is not None
        assert change is None or one.author == "mk"
        assert one.author != "mk" or tag in now.tags
        assert now.tags[: len(one.annotation.tags)] == one.annotation.tags
        assert now.note == one.annotation.note


@given(ANNOTATIONS, TAGS)
def test_a_tag_taken_off_many_leaves_no_empty_annotation_and_no_note_behind(
    annotations: list[PlacedAnnotation], tag: str
) -> None:
    for _, change in take_tag(annotations, "mk", tag, PALETTE):
        assert change.before is not None
        if change.after is None:
            assert not change.before.note
        else:
            assert not any(falls_under(name, tag) for name in change.after.tags)
            assert change.after.note == change.before.note


@given(ANNOTATIONS)
def test_a_status_is_set_on_claims_alone_and_deleting_spares_others(
    annotations: list[PlacedAnnotation],
) -> None:
    for _, change in set_status(annotations, "mk", "refuted", PALETTE):
        assert change.before is not None
        assert change.before.status or PALETTE.asks_review(change.before.tags)
        assert change.after is not None
        assert change.after.status == "refuted"
    gone = {change.annotation_id for _, change in delete(annotations, "mk")}
    assert gone == {one.annotation.id for one in annotations if one.author == "mk"}


def test_an_answer_keeps_its_decision_when_its_tags_are_taken_off() -> None:
    answer = one_of("quote", status="supported")
    answer = replace(answer, annotation=replace(answer.annotation, reply_to="theirs01"))
    [(_, change)] = take_tag([answer], "mk", "quote", PALETTE)
    assert change.after is not None
    assert (change.after.tags, change.after.status) == ((), "supported")
