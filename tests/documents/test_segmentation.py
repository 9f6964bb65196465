"""What Segmentation promises for every text, of every kind, in whatever order it is asked."""

from __future__ import annotations

import re
import tracemalloc
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.chunks import CHUNK, is_blank
from documents.segmentation import Segmentation
from documents.spans import Span

KINDS = ("prose", "markdown", "code")
PIECES = [
    *" .!?…。！？؟।,;:'\"“”‘’«»「」()[]*_`>#-=|~+@/\\1aAбБéç中あアعक\t\n\r\f\x00\x85\u2028\u2029",
    *"\u0301\u064b\u093f\u200d\ufe0f\u200b\xa0\u202e\ud800😀",
    *[
        "\n\n",
        "\r\n",
        "\r\n\r\n",
        ". ",
        "Mr. ",
        "U.S. ",
        "e.g. ",
        "1. ",
        "- ",
        "> ",
        "```\n",
        "---",
    ],
    *[
        "The end. ",
        "And then",
        "http://a.b/c",
        "x@y.org",
        "a line that is rather long for a line\n",
    ],
    *["[...] ", "etc. ", "« Oui. » ", "т. д. ", "a\u0301", "**B.** ", "| a |\n", "3. Oktober "],
]
texts = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)
kinds = st.sampled_from(KINDS)


def all_sentences(text: str, kind: str) -> list[Span]:
    return list(Segmentation(text, kind).sentences())


@given(texts, kinds)
def test_every_visible_character_is_in_exactly_one_sentence(text: str, kind: str) -> None:
    covered = [0] * len(text)
    for span in all_sentences(text, kind):
        for offset in range(span.start, span.end):
            covered[offset] += 1
    assert all(
        count == 1 or (count == 0 and character.isspace())
        for count, character in zip(covered, text, strict=True)
    )


@given(texts, kinds)
def test_sentences_are_in_order_without_outer_white_space(text: str, kind: str) -> None:
    spans = all_sentences(text, kind)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert all(
        text[start:end] and text[start:end] == text[start:end].strip() for start, end in spans
    )


@given(texts, kinds)
def test_each_sentence_lies_in_one_paragraph(text: str, kind: str) -> None:
    segmentation = Segmentation(text, kind)
    paragraphs = list(segmentation.paragraphs())
    assert all(before.end <= after.start for before, after in pairwise(paragraphs))
    for span in segmentation.sentences():
        assert sum(p.start <= span.start and span.end <= p.end for p in paragraphs) == 1


@given(texts, kinds, st.integers(-2, 80), st.integers(-2, 80))
def test_the_queries_agree_with_the_list(text: str, kind: str, offset: int, end: int) -> None:
    spans = all_sentences(text, kind)
    at = [s for s in spans if s.end > offset] or spans[-1:]
    assert Segmentation(text, kind).sentence_at(offset) == (at[0] if at else None)
    after = [s for s in spans if s.start >= offset]
    assert Segmentation(text, kind).sentence_after(offset) == (after[0] if after else None)
    before = [s for s in spans if s.end <= offset]
    assert Segmentation(text, kind).sentence_before(offset) == (before[-1] if before else None)
    overlapping = [s for s in spans if s.overlaps(offset, end)] if offset < end else []
    assert list(Segmentation(text, kind).sentences(offset, end)) == overlapping


@given(texts, kinds, st.integers(-2, 80))
def test_the_queries_for_paragraphs_agree_with_the_list(text: str, kind: str, offset: int) -> None:
    spans = list(Segmentation(text, kind).paragraphs())
    segmentation = Segmentation(text, kind)
    at = [s for s in spans if s.end > offset] or spans[-1:]
    assert segmentation.paragraph_at(offset) == (at[0] if at else None)
    after = [s for s in spans if s.start >= offset]
    assert segmentation.paragraph_after(offset) == (after[0] if after else None)
    before = [s for s in spans if s.end <= offset]
    assert segmentation.paragraph_before(offset) == (before[-1] if before else None)


@given(texts, kinds)
def test_numbers_and_the_total_are_those_of_the_list(text: str, kind: str) -> None:
    spans = all_sentences(text, kind)
    segmentation = Segmentation(text, kind)
    for _ in segmentation.count():
        pass
    assert segmentation.total == len(spans)
    assert [segmentation.number_of(span.start) for span in spans] == [*range(1, len(spans) + 1)]


@given(texts.map(lambda text: re.sub("[\r\x0b\x0c\x85\u2028\u2029]", "", text)))
def test_a_text_with_windows_newlines_is_cut_like_its_twin(text: str) -> None:
    twin = text.replace("\n", "\r\n")
    places = [0]
    for character in text:
        places.append(places[-1] + (2 if character == "\n" else 1))
    expected = [Span(places[start], places[end]) for start, end in all_sentences(text, "prose")]
    assert all_sentences(twin, "prose") == expected


def long_texts() -> list[str]:
    sentence = "This is one of the sentences of a long text, and it says little. "
    return [
        (sentence * 7 + "\n\n") * 150,
        (sentence * 7 + "\n") * 150,
        sentence * 1200,
        "".join(sentence[index % 60 :] + "\n" for index in range(2000)),
        "word " * 15_000,
        "x" * 70_000,
        "中文没有空格。" * 9000,
        "e\u0301" * 30_000,
        "```\n" + "code. More\n" * 6000 + "```\n" + sentence * 300,
        "\n" * 50_000 + "End",
        "Begin" + " " * 50_000,
    ]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("index", range(len(long_texts())))
def test_answers_do_not_depend_on_what_was_asked_before(kind: str, index: int) -> None:
    text = long_texts()[index]
    spans = all_sentences(text, kind)
    backwards = Segmentation(text, kind)
    found = []
    span = backwards.sentence_before(len(text))
    while span:
        found.append(span)
        span = backwards.sentence_before(span.start)
    assert found[::-1] == spans
    for offset in range(0, len(text), 12_007):
        expected = next((s for s in spans if s.end > offset), spans[-1])
        assert Segmentation(text, kind).sentence_at(offset) == expected
    assert "".join(text.split()) == "".join("".join(text[a:b].split()) for a, b in spans)


def test_a_blank_text_has_no_sentence() -> None:
    for text in ("", " \n\t\u2029"):
        segmentation = Segmentation(text)
        assert segmentation.sentence_at(0) is None
        assert segmentation.paragraph_at(0) is None
        assert list(segmentation.sentences()) == []
        assert list(segmentation.count()) in ([], [None])
        assert segmentation.total == 0
        assert segmentation.number_of(0) is None


def test_numbers_are_known_as_far_as_the_text_was_counted() -> None:
    text = "A short sentence. " * 5000
    segmentation = Segmentation(text)
    counting = segmentation.count()
    assert segmentation.number_of(50_000) is None
    next(counting)
    assert segmentation.number_of(18) == 2
    assert segmentation.number_of(len(text)) is None
    assert segmentation.total is None
    assert len(list(counting)) > 5
    assert segmentation.number_of(len(text)) == segmentation.total == 5000


def test_no_sentence_is_longer_than_the_bound() -> None:
    for text in ("x" * 40_000, "word " * 9000, "\u0301" * 40_000, "。" * 40_000, "a.b" * 20_000):
        assert max(end - start for start, end in all_sentences(text, "prose")) <= 5000


def test_a_hard_cut_keeps_a_letter_and_its_marks_together() -> None:
    text = "a\u0301\u0302" * 10_000
    assert all(text[start] == "a" for start, _ in all_sentences(text, "prose"))


def test_memory_stays_bounded_while_paging_through_a_long_text() -> None:
    text = "A sentence. \n\n" * 100_000
    segmentation = Segmentation(text)
    tracemalloc.start()
    try:
        assert sum(1 for _ in segmentation.sentences()) == 100_000
        assert tracemalloc.get_traced_memory()[0] < 12_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    "unit",
    [
        "(a. ",
        ".",
        '"',
        "((((",
        "1. ",
        "\u0301",
        "\xa0",
        ". \xa0",
        "\x00",
        "U.S. ",
        "a.) ",
        "!* ",
        ". . . ",
        "@.",
        "://",
        "].(",
        "• 1. ",
        "``` ",
        "> ",
        "#\n",
        "~~~\n",
        "Mr. ",
        "” ",
        "\r",
        "[1]",
    ],
)
@pytest.mark.parametrize("kind", KINDS)
def test_hostile_texts_are_cut_whole(unit: str, kind: str) -> None:
    text = unit * (300_000 // len(unit))
    spans = all_sentences(text, kind)
    assert sum(len("".join(text[a:b].split())) for a, b in spans) == len("".join(text.split()))


@given(
    st.lists(st.sampled_from(["One. Two. ", "\n" * 30_000, " " * 9_000, "Three.\n\n"]), max_size=8),
    st.lists(st.integers(0, 200_000), max_size=8),
)
def test_long_blank_stretches_change_nothing_whichever_way_they_are_come_through(
    pieces: list[str], places: list[int]
) -> None:
    text = "".join(pieces)
    sentences = all_sentences(text, "prose")
    asked = Segmentation(text)
    for place in places:
        after = next((one for one in sentences if one.start >= place), None)
        before = next((one for one in reversed(sentences) if one.end <= place), None)
        assert asked.sentence_after(place) == after
        assert asked.sentence_before(place) == before


def test_a_blank_stretch_is_come_through_once(monkeypatch: pytest.MonkeyPatch) -> None:
    from documents import segmentation

    looked_at = 0

    def counted(text: str, number: int) -> bool:
        nonlocal looked_at
        looked_at += 1
        return is_blank(text, number)

    monkeypatch.setattr(segmentation, "is_blank", counted)
    text = "One.\n" + "\n" * (200 * CHUNK) + "Two."
    asked = Segmentation(text)
    for number in range(200):
        sentence = asked.sentence_after((number * 37 % 200 + 1) * CHUNK)
        assert sentence == Span(len(text) - 4, len(text))
        assert asked.sentence_before((number * 61 % 200 + 1) * CHUNK) == Span(0, 4)
    assert looked_at < 2000
