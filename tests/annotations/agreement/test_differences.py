"""The list of places where authors differ: complete, in order, each with who says what."""

from __future__ import annotations

import itertools

from agreement_material import TEXT, compared, mark
from hypothesis import given
from hypothesis import strategies as st

from annotations.agreement.differences import Said


def test_a_difference_says_where_it_is_and_who_says_what() -> None:
    (found,) = compared(
        [
            mark("anna", "Two", "claim", "name", status="open"),
            mark("ben", "Two", "name"),
        ]
    ).differences
    assert (found.document, found.text) == ("a.txt", "Two is here.")
    assert TEXT[found.start : found.end] == found.text
    assert (found.tags, found.spans, found.statuses) == (("claim",), (), False)
    assert found.said == (
        Said("anna", ("claim", "name"), ("open",)),
        Said("ben", ("name",), ()),
    )


def test_agreement_is_no_difference() -> None:
    marks = [mark(author, "Two", "claim", status="open") for author in ("anna", "ben")]
    assert compared(marks).differences == ()


def test_the_same_tag_on_other_words_is_a_difference_of_extent() -> None:
    (found,) = compared([mark("anna", "Two", "name"), mark("ben", "Two is", "name")]).differences
    assert (found.tags, found.spans, found.text) == ((), ("name",), "Two is here.")


def test_statuses_differ_where_both_have_given_one() -> None:
    (found,) = compared(
        [
            mark("anna", "Two is here.", "claim", status="supported"),
            mark("ben", "Two is here.", "claim", status="refuted"),
        ]
    ).differences
    assert (found.tags, found.spans, found.statuses) == ((), (), True)


def test_a_mark_over_several_sentences_is_one_place() -> None:
    long = "Two is here. Three is here. Four"
    (found,) = compared([mark("anna", long, "claim"), mark("ben", None)]).differences
    assert found.text == "Two is here. Three is here. Four is here."
    first, second = compared(
        [mark("anna", "Two", "claim"), mark("anna", "Three", "claim"), mark("ben", None)]
    ).differences
    assert (first.text, second.text) == ("Two is here.", "Three is here.")


def test_differences_come_by_document_and_place() -> None:
    texts = {"a.txt": TEXT, "b.txt": TEXT}
    marks = [mark("ben", None, document=path) for path in texts]
    marks += [mark("anna", words, "claim", document=p) for p in texts for words in ("Four", "One")]
    found = compared(sorted(marks, key=lambda one: one.document), texts=texts).differences
    places = [(one.document, one.start) for one in found]
    assert places == sorted(places)
    assert len(places) == 4


def test_who_has_not_worked_on_a_document_is_not_named() -> None:
    texts = {"a.txt": TEXT, "b.txt": TEXT}
    marks = [
        mark("anna", "One", "claim"),
        mark("ben", "Two", "claim"),
        mark("anna", "One", "claim", document="b.txt"),
        mark("ben", "One", "claim", document="b.txt"),
        mark("cleo", "Two", "claim", document="b.txt"),
    ]
    found = compared(marks, texts=texts).differences
    assert {one.author for each in found if each.document == "a.txt" for one in each.said} == {
        "anna",
        "ben",
    }


words = st.lists(
    st.tuples(
        st.sampled_from(["anna", "ben"]),
        st.integers(0, len(TEXT) - 1),
        st.integers(1, 30),
        st.sampled_from(["claim", "claim/figure", "quote"]),
    ),
    max_size=10,
)


@given(words)
def test_the_differences_are_what_keeps_a_figure_from_full_agreement(drawn: list[tuple]) -> None:  # type: ignore[type-arg]
    marks = [
        mark(author, (start, min(len(TEXT), start + length)), tag)
        for author, start, length, tag in drawn
    ]
    found = compared([*marks, mark("anna", None), mark("ben", None)])
    by_sentence = {
        one.name
        for one in found.figures
        if one.units == "sentences" and one.tally.keys() & {(True, False), (False, True)}
    }
    assert {tag for one in found.differences for tag in one.tags} == by_sentence - {""}
    places = [(one.start, one.end) for one in found.differences]
    assert places == sorted(places)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(places))
