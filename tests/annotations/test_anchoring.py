from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.anchoring import Placer, place
from annotations.anchoring.writing import same_writing
from annotations.annotation_file import AnnotationFile
from annotations.model import Anchor, Annotation, PlacedAnnotation, mark, now
from documents.document import Document, text_digest

PATH = "a.txt"
OLD = (
    "The envoy spoke for an hour. Nobody else was in the room.\n\n"
    "A spokesman confirmed the call. He gave no details.\n\n"
    "All rights reserved.\n\nThe minister denied it.\n\nAll rights reserved.\n"
)
SILENT = (Anchor.EXACT, Anchor.SHIFTED)


def sits(
    annotation: Annotation, new: str, *, old: str = OLD, kept: bool = True
) -> PlacedAnnotation:
    digest = text_digest(old)
    file = AnnotationFile(author="mk", path=PATH, digest=digest, length=len(old))
    texts = {digest: old} if kept else {}
    return place(annotation, file, Document(PATH, new), texts.get)


def quoted(quote: str, text: str = OLD) -> Annotation:
    start = text.index(quote)
    return mark(text, start, start + len(quote))


def under(placed: PlacedAnnotation, text: str) -> str | None:
    return None if placed.start is None else text[placed.start : placed.end]


def test_on_the_same_text_it_sits_exactly() -> None:
    placed = sits(one := quoted("A spokesman confirmed"), OLD)
    assert (placed.start, placed.end, placed.anchor) == (one.start, one.end, Anchor.EXACT)
    assert (placed.author, placed.document, placed.text) == ("mk", PATH, text_digest(OLD))


@pytest.mark.parametrize("kept", [True, False])
def test_it_moves_with_its_sentence(kept: bool) -> None:
    new = OLD.replace("The envoy spoke", "Yesterday the envoy spoke at length and")
    placed = sits(quoted("A spokesman confirmed the call."), new, kept=kept)
    assert placed.anchor is Anchor.SHIFTED
    assert under(placed, new) == "A spokesman confirmed the call."
    assert placed.text == text_digest(new)


def test_with_the_old_text_the_right_one_of_two_is_known() -> None:
    start = OLD.rindex("All rights reserved.")
    placed = sits(mark(OLD, start, start + 20), "Top.\n\n" + OLD)
    assert (placed.anchor, placed.start) == (Anchor.SHIFTED, start + 6)


def test_a_copy_that_remains_does_not_stand_for_the_one_deleted() -> None:
    new = OLD.replace("All rights reserved.\n\nThe minister", "The minister")
    placed = sits(quoted("All rights reserved."), new)
    assert placed.anchor not in SILENT


@pytest.mark.parametrize("kept", [True, False])
def test_a_sentence_that_changed_in_its_place_is_told_where_it_stands(kept: bool) -> None:
    new = OLD.replace("confirmed the call", "confirmed the brief call")
    placed = sits(quoted("A spokesman confirmed the call. He gave no details."), new, kept=kept)
    assert placed.anchor is Anchor.CHANGED
    assert (under(placed, new) or "").strip(". ") == (
        "A spokesman confirmed the brief call. He gave no details"
    )


@pytest.mark.parametrize("kept", [True, False])
def test_what_is_gone_is_an_orphan(kept: bool) -> None:
    new = OLD.replace("The minister denied it.\n\n", "")
    placed = sits(quoted("The minister denied it."), new, kept=kept)
    assert (placed.start, placed.end, placed.anchor) == (None, None, Anchor.ORPHAN)


def test_without_the_old_text_two_alike_need_a_person() -> None:
    new = "Preface.\n\nThe minister denied it.\n\n" + OLD
    one = replace(quoted("The minister denied it."), prefix="", suffix="")
    assert sits(one, new, kept=False).anchor is Anchor.REVIEW


def test_without_the_old_text_the_context_tells_two_apart() -> None:
    new = "Preface.\n\nThe minister denied it.\n\n" + OLD
    placed = sits(quoted("The minister denied it."), new, kept=False)
    assert (placed.anchor, placed.start) == (Anchor.SHIFTED, new.rindex("The minister"))


def test_a_short_quote_alone_is_not_taken_for_the_one_that_was_marked() -> None:
    new = "Somebody else, far away, wrote that he gave up.\n"
    assert sits(quoted("gave"), new, kept=False).anchor not in SILENT


def test_a_span_that_was_edited_by_hand_is_mended_by_its_quote() -> None:
    one = quoted("A spokesman confirmed")
    wrong = replace(one, start=3, end=9)
    assert (placed := sits(wrong, OLD)).anchor is Anchor.SHIFTED
    assert placed.start == one.start
    far = replace(one, start=10_000, end=10_021)
    assert sits(far, OLD).start == one.start


def test_a_quote_that_was_edited_by_hand_leaves_a_proposal() -> None:
    one = quoted("A spokesman confirmed")
    placed = sits(replace(one, exact="no such words"), OLD)
    assert (placed.start, placed.end, placed.anchor) == (one.start, one.end, Anchor.REVIEW)
    gone = replace(one, exact="no such words", start=10_000, end=10_013, prefix="", suffix="")
    assert sits(gone, OLD).anchor is Anchor.ORPHAN


def test_a_span_without_a_quote_is_taken_at_its_word_on_its_own_text_only() -> None:
    one = replace(quoted("A spokesman confirmed"), exact="", prefix="", suffix="")
    assert sits(one, OLD).anchor is Anchor.EXACT
    assert sits(one, "New.\n" + OLD, kept=False).anchor is Anchor.REVIEW


def test_a_note_on_the_document_has_no_place_and_needs_none() -> None:
    whole = Annotation(id="w", start=None, end=None, created=now(), modified=now())
    placed = sits(whole, "All new.")
    assert (placed.start, placed.end, placed.anchor) == (None, None, Anchor.EXACT)


def test_an_annotation_left_in_an_older_text_is_found_through_that_text() -> None:
    older = "Before. " + OLD
    one = replace(quoted("The minister denied it.", older), text=text_digest(older))
    file = AnnotationFile(author="mk", path=PATH, digest=text_digest("between"))
    placed = Placer(file, Document(PATH, OLD), {text_digest(older): older}.get).place(one)
    assert (placed.anchor, placed.start) == (Anchor.SHIFTED, OLD.index("The minister"))


def test_a_kept_text_that_does_not_fit_the_quote_is_not_followed() -> None:
    one = replace(quoted("The minister denied it."), start=0, end=23)
    new = "Top.\n\n" + OLD
    placed = sits(one, new)
    assert under(placed, new) == "The minister denied it."


words = st.sampled_from(["alpha ", "beta. ", "gamma\n", "\n\n", "é😀 ", "a long run of words. "])
prose = st.lists(words, max_size=30).map("".join)


@given(prose.filter(bool), prose, st.data(), st.booleans())
def test_a_silent_anchor_is_always_on_the_quote(
    old: str, new: str, data: st.DataObject, kept: bool
) -> None:
    start = data.draw(st.integers(0, len(old) - 1))
    end = data.draw(st.integers(start + 1, len(old)))
    one = mark(old, start, end)
    placed = sits(one, new, old=old, kept=kept)
    if placed.anchor is Anchor.EXACT:
        assert under(placed, new) == one.exact
    if placed.anchor is Anchor.SHIFTED:
        assert same_writing(under(placed, new) or "", one.exact)
    if placed.anchor is Anchor.ORPHAN:
        assert placed.start is placed.end is None
    else:
        assert placed.start is not None
        assert placed.end is not None
        assert 0 <= placed.start < placed.end <= len(new)


def test_what_is_on_record_as_changed_stays_so_until_its_words_are_back() -> None:
    one = replace(quoted("A spokesman confirmed"), exact="A speaker confirmed")
    changed = replace(one, anchor=Anchor.CHANGED)
    placed = sits(changed, OLD)
    assert (placed.start, placed.end, placed.anchor) == (one.start, one.end, Anchor.CHANGED)
    back = replace(changed, exact="A spokesman confirmed")
    assert sits(back, OLD).anchor is Anchor.EXACT


def test_a_mark_left_in_an_older_text_is_followed_by_way_of_the_files_text() -> None:
    first = "Intro here.\n\nThe minister denied all of it twice. Others did not.\n"
    second = "Intro here.\n\nThe minister denied parts of that twice. Others did not.\n"
    third = "Intro here.\n\nOn Friday the chancellor denied parts of that twice. Others did not.\n"
    one = replace(quoted("The minister denied all of it twice.", first), text=text_digest(first))
    file = AnnotationFile(author="mk", path=PATH, digest=text_digest(second))
    texts = {text_digest(first): first, text_digest(second): second}
    placed = Placer(file, Document(PATH, third), texts.get).place(one)
    assert placed.anchor in (Anchor.CHANGED, Anchor.REVIEW)
    assert "denied parts of that twice" in (under(placed, third) or "")
