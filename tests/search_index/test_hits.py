from __future__ import annotations

from documents.spans import Span
from search_index.hits import Hit, group_by_sentence

SENTENCE = Span(10, 30)
TEXT = "Oil, oil and no gas."


def text_hit(start: int, end: int, sentence: Span = SENTENCE, document: str = "a.txt") -> Hit:
    return Hit("text", document, start, end, sentence, TEXT, 1.0, context=TEXT)


def test_hits_in_one_sentence_are_together() -> None:
    hits = [text_hit(10, 13), text_hit(40, 43, Span(31, 50)), text_hit(15, 18)]
    first, second = group_by_sentence(hits)
    assert first.hits == (hits[0], hits[2])
    assert [first.text[slice(*mark)] for mark in first.marks] == ["Oil", "oil"]
    assert second.hits == (hits[1],)


def test_sentences_come_in_the_order_of_their_first_hit() -> None:
    hits = [
        text_hit(10, 13, document="b.txt"),
        text_hit(10, 13),
        text_hit(15, 18, document="b.txt"),
    ]
    assert [group.document for group in group_by_sentence(hits)] == ["b.txt", "a.txt"]


def test_an_annotation_shares_the_sentence_it_marks() -> None:
    marked = Hit(
        "annotation", "a.txt", 23, 29, SENTENCE, "no gas", 1.0, annotation="k3f9", context=TEXT
    )
    (group,) = group_by_sentence([marked, text_hit(15, 18)])
    assert (group.text, group.marks) == (TEXT, (Span(5, 8), Span(13, 19)))


def test_annotations_without_a_place_stand_alone() -> None:
    lost = [
        Hit("annotation", "a.txt", None, None, None, words, 1.0, annotation=words)
        for words in ("one", "two")
    ]
    groups = group_by_sentence(lost)
    assert [(group.sentence, group.text, group.marks) for group in groups] == [
        (None, "one", ()),
        (None, "two", ()),
    ]
