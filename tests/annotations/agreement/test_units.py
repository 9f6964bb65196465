"""What counts as a unit, and what is left out and told."""

from __future__ import annotations

import itertools

import pytest
from agreement_material import TEXT, compared, figure, mark, renamed
from hypothesis import given
from hypothesis import strategies as st

from annotations.agreement.coefficients import NO_UNITS, ONE_CATEGORY
from annotations.agreement.sweeping import clipped, merged, tally
from annotations.model import Anchor
from documents.spans import Span

LENGTH = 40
spans = st.lists(
    st.tuples(st.integers(0, LENGTH), st.integers(0, LENGTH)).filter(lambda s: s[0] < s[1]),
    max_size=8,
)


def test_a_sentence_has_a_tag_where_a_mark_covers_part_of_it() -> None:
    found = compared([mark("anna", "is here. Two", "claim"), mark("ben", "Two is", "claim")])
    assert figure(found).tally == {(True, True): 1, (True, False): 1, (False, False): 3}
    assert (found.sentences, found.characters) == (5, len(TEXT))


def test_the_blank_between_sentences_is_in_none() -> None:
    found = compared([mark("anna", (12, 13), "claim"), mark("ben", "Two", "claim")])
    assert figure(found).tally == {(False, True): 1, (False, False): 4}


def test_spans_are_compared_character_by_character() -> None:
    found = compared([mark("anna", "One is", "claim"), mark("ben", "is here", "claim")])
    by_character = figure(found, measure="krippendorff_alpha", units="characters")
    assert by_character.tally == {
        (True, True): 2,
        (True, False): 4,
        (False, True): 5,
        (False, False): len(TEXT) - 11,
    }
    assert figure(found).result.value == 1


def test_a_kind_of_a_tag_counts_as_that_tag() -> None:
    found = compared([mark("anna", "One", "claim/figure"), mark("ben", "One", "claim")])
    assert figure(found).result.value == 1
    assert figure(found, "claim/figure").tally == {(True, False): 1, (False, False): 4}


def test_tags_narrow_what_is_compared() -> None:
    marks = [
        mark("anna", "One", "claim", status="open"),
        mark("anna", "Two", "quote", status="refuted"),
        mark("ben", "One", "quote", status="open"),
        mark("ben", "Two", "quote", status="supported"),
    ]
    found = compared(marks, tags=["claim"])
    assert {(one.subject, one.name) for one in found.figures} == {("tag", "claim")}
    assert [one.tags for one in found.differences] == [("claim",)]


def test_a_mark_over_everything_and_marks_over_one_another_count_once() -> None:
    whole = (0, len(TEXT))
    found = compared(
        [
            mark("anna", whole, "claim"),
            mark("anna", "One", "claim"),
            mark("ben", "One", "claim"),
            mark("ben", "One is", "claim"),
        ]
    )
    assert figure(found).tally == {(True, True): 1, (True, False): 4}


# Who has worked on a document


def test_one_author_has_nobody_to_agree_with() -> None:
    found = compared([mark("anna", "One", "claim")])
    assert (found.figures, found.differences) == ((), ())
    assert found.problem == "only anna has annotations to compare; agreement needs two authors"


def test_nobody_is_told_as_well() -> None:
    assert "nobody has annotations" in compared([]).problem


def test_documents_that_only_one_has_worked_on_are_left_out_and_named() -> None:
    texts = {"a.txt": TEXT, "b.txt": TEXT}
    marks = [
        mark("anna", "One", "claim"),
        mark("ben", "One", "claim"),
        mark("anna", "Two", "claim", document="b.txt"),
    ]
    found = compared(marks, texts=texts)
    assert (found.documents, found.left_out.documents) == (("a.txt",), ("b.txt",))
    assert found.differences == ()
    apart = compared([marks[1], marks[2]], texts=texts)
    assert apart.problem == "no document here was worked on by two of anna, ben"


def test_a_note_on_the_whole_says_that_there_was_nothing_to_mark() -> None:
    found = compared([mark("anna", "One", "claim"), mark("ben", None)])
    assert figure(found).tally == {(True, False): 1, (False, False): 4}
    assert found.left_out.unplaced == 0


def test_authors_are_chosen() -> None:
    marks = [mark(author, "One", "claim") for author in ("anna", "ben", "cleo")]
    found = compared([*marks, mark("cleo", "Two", "claim")], authors=["anna", "ben"])
    assert found.authors == ("anna", "ben")
    assert found.differences == ()


def test_three_authors_have_a_kappa_for_each_pair_and_one_alpha() -> None:
    texts = {"a.txt": TEXT, "b.txt": TEXT}
    marks = [mark(author, "One", "claim") for author in ("anna", "ben", "cleo")]
    marks += [mark(author, "Two", "claim", document="b.txt") for author in ("anna", "ben")]
    found = compared([*marks, mark("ben", "Three", "claim", document="b.txt")], texts=texts)
    assert figure(found, authors=["anna", "ben"]).result.units == 10
    assert figure(found, authors=["anna", "cleo"]).result.units == 5
    assert figure(found, authors=["ben", "cleo"]).result.value == 1
    alpha = figure(found, measure="krippendorff_alpha")
    assert alpha.authors == ("anna", "ben", "cleo")
    assert alpha.tally[True, True, None] == 1
    assert alpha.tally[True, True, True] == 1


# What has no sure place


@pytest.mark.parametrize("anchor", [Anchor.ORPHAN, Anchor.REVIEW])
def test_marks_without_a_sure_place_do_not_count_and_are_told(anchor: Anchor) -> None:
    marks = [mark("anna", "One", "claim"), mark("ben", "One", "claim")]
    found = compared([*marks, mark("ben", "Two", "claim", anchor=anchor)])
    assert figure(found).tally == {(True, True): 1, (False, False): 4}
    assert found.left_out.unplaced == 1


@pytest.mark.parametrize("anchor", [Anchor.SHIFTED, Anchor.CHANGED])
def test_marks_that_moved_along_count(anchor: Anchor) -> None:
    found = compared([mark("anna", "One", "claim"), mark("ben", "One", "claim", anchor=anchor)])
    assert figure(found).tally[True, True] == 1


def test_nothing_marked_alike_and_one_category_are_told_apart() -> None:
    whole = (0, len(TEXT))
    apart = compared([mark("anna", "One", "claim"), mark("ben", "Two", "claim")])
    assert (figure(apart).result.value or 0) < 0
    same = compared([mark("anna", whole, "claim"), mark("ben", whole, "claim")])
    assert figure(same).result.undefined == ONE_CATEGORY
    assert figure(same).result.value is None


# Answers and statuses


def test_the_tags_of_an_answer_do_not_count_but_its_status_does() -> None:
    marks = [
        mark("anna", "One", "claim", status="supported"),
        mark("ben", "One", "claim", status="refuted", answers="x"),
    ]
    found = compared(marks)
    assert figure(found).result.undefined == NO_UNITS
    assert figure(found, "", subject="statuses").tally == {("supported", "refuted"): 1}
    assert found.left_out.answers == 1
    assert [one.statuses for one in found.differences] == [True]


def test_statuses_are_compared_where_both_have_a_claim() -> None:
    marks = [
        mark("anna", "One", "claim", status="supported"),
        mark("ben", "One", "claim", status="supported"),
        mark("anna", "Two", "claim", status="refuted"),
        mark("ben", "Two", "claim", status="open"),
        mark("anna", "Three", "claim", status="refuted"),
    ]
    found = compared(marks)
    assert figure(found, "", subject="statuses").tally == {
        ("supported", "supported"): 1,
        ("refuted", "open"): 1,
    }
    assert figure(found, "", subject="decisions").tally == {("supported", "supported"): 1}
    assert figure(found, "refuted", subject="status").tally == {
        (False, False): 1,
        (True, False): 1,
    }


def test_several_statuses_of_one_author_in_a_sentence_are_no_code() -> None:
    marks = [
        mark("anna", "One", "claim", status="supported"),
        mark("anna", "here", "claim", status="refuted"),
        mark("ben", "One", "claim", status="supported"),
    ]
    found = compared(marks)
    assert found.left_out.several_statuses == 1
    assert not [one for one in found.figures if one.subject == "status"]
    decided = [mark("anna", "is", "claim", status="open"), marks[0], marks[2]]
    assert figure(compared(decided), "supported", subject="status").tally == {(True, True): 1}


# Whatever the marks


@given(spans, spans)
def test_the_tally_is_that_of_every_unit(first: list[Span], second: list[Span]) -> None:
    def covers(some: list[Span], place: int) -> bool:
        return any(start <= place < end for start, end in some)

    told = [(covers(first, place), covers(second, place)) for place in range(LENGTH)]
    found = tally([[Span(*s) for s in first], [Span(*s) for s in second]], LENGTH)
    assert found == {codes: told.count(codes) for codes in told}


@given(spans, st.integers(0, LENGTH), st.integers(1, LENGTH))
def test_merged_spans_cover_what_they_did(some: list[Span], start: int, length: int) -> None:
    units = {place for first, last in some for place in range(first, last)}
    joined = merged(some)
    assert {place for span in joined for place in range(*span)} == units
    assert all(one.end < other.start for one, other in itertools.pairwise(joined))
    within = Span(start, start + length)
    inside = {place for span in clipped(joined, within) for place in range(*span)}
    assert inside == units & set(range(*within))


marks_of = st.lists(
    st.tuples(
        st.sampled_from(["anna", "ben", "cleo"]),
        st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 30)),
        st.sampled_from(["claim", "claim/figure", "quote"]),
        st.sampled_from(["", "open", "supported"]),
    ),
    max_size=12,
)


@given(marks_of)
def test_what_authors_are_called_does_not_matter(drawn: list[tuple]) -> None:  # type: ignore[type-arg]
    marks = [
        mark(author, (start, min(len(TEXT), start + length)), tag, status=status)
        for author, (start, length), tag, status in drawn
    ]
    names = {"anna": "zoe", "ben": "ben", "cleo": "abe"}
    here, there = compared(marks), compared(renamed(marks, names))

    def results(found: object, called: dict[str, str]) -> dict[object, object]:
        return {
            (
                one.subject,
                one.name,
                one.measure,
                one.units,
                frozenset(called[name] for name in one.authors),
            ): one.result
            for one in found.figures  # type: ignore[attr-defined]
        }

    assert results(here, names) == results(there, {name: name for name in names.values()})
    places = [(one.start, one.end, one.tags, one.statuses) for one in here.differences]
    assert places == [(one.start, one.end, one.tags, one.statuses) for one in there.differences]


def test_a_decision_in_an_answer_is_said_of_what_it_answers() -> None:
    theirs = mark("anna", "One", "claim", status="open")
    answer = mark("ben", "One", status="disputed", answers=theirs.annotation.id)
    other = mark("ben", "Two", "quote")
    for tags, units in ((["claim"], 1), (["quote"], 0), ([], 1)):
        found = compared([theirs, answer, other], tags=tags)
        statuses = [one for one in found.figures if one.subject == "statuses"]
        assert sum(sum(one.tally.values()) for one in statuses[:1]) == units
        assert found.left_out.answers == 0
    assert figure(compared([theirs, answer, other])).tally == {(True, False): 1, (False, False): 4}
