from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.anchoring.comparing import Telling, differences
from annotations.anchoring.outcome import Outcome, counts, outcomes
from annotations.model import Anchor, PlacedAnnotation, mark
from documents.document import Document
from documents.spans import Span


def told(old: str, new: str) -> list[tuple[str, str, set[Telling]]]:
    """Each difference as what was, what is, and what of note that is."""
    return [
        (old[slice(*each.old)], new[slice(*each.new)], set(each.telling))
        for each in differences(old, new)
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("He met 12 envoys.", "He met 15 envoys.", ("12", "15", {"number"})),
        ("It cost 1,200 there.", "It cost 1,250.5 there.", ("1,200", "1,250.5", {"number"})),
        ("Prices fell by 3%.", "Prices fell by -3%.", ("3%", "-3%", {"number"})),
        ("She met Ivan there.", "She met Olga there.", ("Ivan", "Olga", {"name"})),
        ("He did agree.", "He did not agree.", ("", "not", {"negation"})),
        ("He did agree.", "He didn't agree.", ("did", "didn't", {"negation"})),
        ("Er stimmte zu.", "Er stimmte nie zu.", ("", "nie", {"negation"})),
        ("Он согласился.", "Он не согласился.", ("", "не", {"negation"})),
        ("他去过北京", "他没去过北京", ("", "没", {"negation"})),
        ("A long talk.", "A short talk.", ("long", "short", set())),
        ("A long talk.", "A talk.", ("long", "", set())),
    ],
)
def test_what_changed_is_told_word_by_word(
    old: str, new: str, expected: tuple[str, str, set[Telling]]
) -> None:
    assert told(old, new) == [expected]


def test_words_that_only_moved_beside_each_other_are_not_called_out() -> None:
    (one, *_) = told("He told Ivan and Olga.", "He told Olga and Ivan.")
    assert one[0] != one[1]
    (only,) = told("In 1990 two died.", "In 1990 or so, two died.")
    assert only == ("", "or so", set())


@pytest.mark.parametrize(
    ("old", "new"),
    [("The call", "the  call"), ("“No”, he said", '"No", he said'), ("Café", "Cafe\u0301")],
)
def test_how_a_word_is_written_is_no_difference(old: str, new: str) -> None:
    assert differences(old, new) == []


def test_a_capital_that_opens_a_sentence_makes_no_name() -> None:
    assert told("He left. Nobody knew.", "He left. Everyone knew.") == [
        ("Nobody", "Everyone", {"negation"})
    ]


def test_the_caller_may_know_words_better() -> None:
    (one,) = differences("a duke", "a count", lambda passage, word: "name")
    assert one.telling == {"name"}


passages = st.lists(
    st.sampled_from(["one ", "Two ", "3.5 ", "not ", "- ", "é", "他没", "\n"]), max_size=20
).map("".join)


@given(passages, passages)
def test_between_the_differences_the_words_are_the_same(old: str, new: str) -> None:
    found = differences(old, new)
    assert differences(old, old) == []
    at = [0, 0]
    for each in [*found, None]:
        end = each.old.start if each else len(old), each.new.start if each else len(new)
        assert differences(old[at[0] : end[0]], new[at[1] : end[1]]) == []
        if each:
            at = [each.old.end, each.new.end]


def test_an_outcome_has_both_passages_and_what_of_note_changed() -> None:
    old, new = "Then 12 envoys came.", "Then 15 envoys came."
    annotation = mark(old, 0, len(old))
    document = Document("a.txt", new)

    def placed(anchor: Anchor, span: Span | None) -> PlacedAnnotation:
        start, end = span or (None, None)
        return PlacedAnnotation(annotation, "mk", "a.txt", start, end, anchor, document.digest)

    everything = [
        placed(Anchor.SHIFTED, Span(0, 4)),
        placed(Anchor.CHANGED, Span(0, len(new))),
        placed(Anchor.ORPHAN, None),
    ]
    changed, orphan = outcomes(everything, document)
    assert (changed.old, changed.new, changed.telling) == (old, new, {"number"})
    assert (orphan.new, orphan.differences, orphan.telling) == (None, [], frozenset())
    assert counts(everything) == {Anchor.SHIFTED: 1, Anchor.CHANGED: 1, Anchor.ORPHAN: 1}
    assert Outcome(everything[0], document).new == "Then"
