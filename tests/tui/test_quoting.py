"""A passage to be pasted elsewhere: exact words, where they are from, and nothing that acts."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.document import Document
from documents.sources import Source
from tui.quoting import Passage, from_where_they_part, in_quotation_marks, plain, quoted

SOURCE = Source(
    title="A call",
    outlet="The Harbour Lamp",
    url="https://example.org/a",
    date="2025-02-12",
    retrieved="2026-11-21",
)


def test_a_passage_goes_with_all_that_is_known_of_its_source() -> None:
    document = Document("call.txt", "One here. Two\nthere. Three.")
    for _ in document.segmentation.count():
        pass
    passage = Passage("call.txt", "Two\nthere.", 10, 20)
    assert quoted(passage, SOURCE, document) == (
        "“Two there.”\n"
        "— A call, The Harbour Lamp, 2025-02-12, https://example.org/a (retrieved 2026-11-21); "
        "call.txt, sentence 2, characters 10–20"
    )


def test_what_is_not_known_is_left_out() -> None:
    assert quoted(Passage("a.txt", "Words."), Source()) == "“Words.”\n— a.txt"
    assert quoted(Passage("a.txt", "x", 3, 4), Source(outlet="O")) == (
        "“x”\n— O; a.txt, characters 3–4"
    )


def test_several_sentences_are_numbered_from_the_first_to_the_last() -> None:
    document = Document("a.txt", "One here. Two there. Three.")
    for _ in document.segmentation.count():
        pass
    assert "sentences 1–2," in quoted(Passage("a.txt", "…", 4, 15), Source(), document)


def test_a_source_cannot_break_the_line() -> None:
    shady = Source(title="A\nB\x1b[2J", url="https://x/\x07")
    lines = quoted(Passage("a\nb.txt", "x"), shady).splitlines()
    assert lines == ["“x”", "— A B[2J, https://x/; a b.txt"]


@pytest.mark.parametrize(
    ("text", "kind", "wanted"),
    [
        ("one\ntwo", "prose", "one two"),
        ("one  \r\n  two", "prose", "one two"),
        ("one\n\n\ntwo\tthree", "prose", "one\n\ntwo three"),
        ("one\x0btwo\u2028three\x0cfour\x85five", "prose", "one two three four five"),
        ("one\u2029two", "prose", "one\n\ntwo"),
        ("one\n> two", "markdown", "one two"),
        ("one\n> two", "prose", "one > two"),
        ("if x:\r\n\ty()\n", "code", "if x:\n\ty()\n"),
        ("« mot\u00a0»", "prose", "« mot\u00a0»"),
        ("soft\u00adly", "prose", "softly"),
        ("می\u200cخواهم", "prose", "می\u200cخواهم"),
        ("👩\u200d🚀", "prose", "👩\u200d🚀"),
    ],
)
def test_words_are_as_they_are_shown(text: str, kind: str, wanted: str) -> None:
    assert plain(text, kind) == wanted  # type: ignore[arg-type]


@given(st.text(), st.sampled_from(["prose", "markdown", "code"]))
def test_nothing_that_a_terminal_obeys_is_left(text: str, kind: str) -> None:
    kept = plain(text, kind)  # type: ignore[arg-type]
    assert all(c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs") for c in kept)
    assert not set(kept) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b")
    if kind != "code":
        assert "\t" not in kept
        assert "\n\n\n" not in kept.replace("\n \n", "")


@given(st.text(st.characters(categories=["L", "N", "P"])))
def test_words_stay_as_they_are(text: str) -> None:
    assert plain(text) == text


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("He said “no”.", "“He said ‘no’.”"),
        ("Er sagte „nein“.", "“Er sagte ‚nein‘.”"),
        ('He said "no".', "“He said 'no'.”"),
        ("Il dit « non ».", "“Il dit « non ».”"),
    ],
)
def test_quotation_marks_in_quotation_marks_are_single_ones(words: str, wanted: str) -> None:
    assert in_quotation_marks(words) == wanted
    assert quoted(Passage("a.txt", words), Source()).startswith(f"{wanted}\n")


@pytest.mark.parametrize(
    ("words", "others", "told"),
    [
        ("He spoke for an hour today", "He spoke for a day", "…spoke for an hour today"),
        ("One hour", "Two hours", "One hour"),
        ("one two three", "one two three four", "…two three"),
        ("one  two\nthree four", "one two three", "…two three four"),
        ("", "one", ""),
    ],
)
def test_words_are_told_from_where_they_part(words: str, others: str, told: str) -> None:
    assert from_where_they_part(words, others) == told
