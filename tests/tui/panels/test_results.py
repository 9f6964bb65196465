"""A row of the results shows what matched, wherever in the sentence it stands."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import example, given
from hypothesis import strategies as st
from texts import hard_texts

from documents.spans import Span
from search_index.hits import Hit, Results, group_by_sentence
from tui.pane.painter import Painter
from tui.panels.results import ResultList
from tui.themes import THEMES
from tui.visible import visible
from tui.widgets.pieces import Piece, cut

PAINTER = Painter(THEMES["dark"])
MATCH = PAINTER.panel(match=True)


def hit(sentence: str, start: int, end: int, document: str = "a.txt") -> Hit:
    return Hit(
        "text", document, start, end, Span(0, len(sentence)), sentence, 1.0, context=sentence
    )


def listed(*hits: Hit, query: str = "words") -> ResultList:
    results = ResultList(PAINTER, lambda annotation, author: "claim · why?", lambda: None)
    results.sentences = group_by_sentence(hits)
    results.results = Results(list(hits), len(hits), "words", True, plain="“words”")
    results.query_text = query
    return results


def shown(row: Sequence[Piece], width: int = 80) -> str:
    return "".join(segment.text for segment in cut(row, width))


def matched(row: Sequence[Piece], width: int = 80) -> str:
    return "".join(segment.text for segment in cut(row, width) if segment.style == MATCH)


def test_the_words_that_match_are_marked_in_their_sentence() -> None:
    (row,) = listed(hit("The two words stand here.", 8, 13)).entry(0, 80)
    assert shown(row).split(maxsplit=2) == ["a.txt", "1", "The two words stand here."]
    assert matched(row) == "words"


def test_all_hits_of_a_sentence_stand_in_one_row() -> None:
    sentence = "One word, another word."
    results = listed(hit(sentence, 4, 8), hit(sentence, 18, 22))
    assert results.count() == 1
    (row,) = results.entry(0, 80)
    assert matched(row) == "wordword"


def test_a_document_is_named_once_above_its_rows() -> None:
    results = listed(hit("First one.", 0, 5), hit("First one.", 0, 5, "b.txt"))
    again = hit("Second one.", 0, 6, "b.txt")
    results.sentences += group_by_sentence([again])
    names = [shown(results.entry(number, 80)[0]).split()[0] for number in range(3)]
    assert names == ["a.txt", "b.txt", "Second"]


def test_a_long_name_keeps_its_end() -> None:
    (row,) = listed(hit("Words.", 0, 5, "a/very/long/path/to/a/document.txt")).entry(0, 80)
    assert shown(row).startswith("…")
    assert "to/a/document.txt" in shown(row)


def test_an_annotation_says_what_it_is() -> None:
    placeless = Hit("annotation", "a.txt", None, None, None, "quoted", 1.0, "k3f9q2mx", "mk")
    (row,) = listed(placeless).entry(0, 80)
    assert "claim · why?  quoted" in shown(row)


def test_a_note_is_brought_to_its_match_and_leaves_room_for_a_hit_in_its_sentence() -> None:
    sentence = "It was said that the old man, who had been ill for long, died in December 2024."
    at = sentence.index("December")
    marked = Hit(
        "annotation", "a.txt", 0, len(sentence), Span(0, len(sentence)), sentence, 1.0, "k3f9q2mx",
        "mk", context=sentence,
    )  # fmt: skip
    note = "claim · Ask the desk whether the date in the other report is December the eighth"
    results = listed(marked, hit(sentence, at, at + 8))
    results._describe = lambda annotation, author: note
    results.noted = lambda words: [Span(note.index("December"), note.index("December") + 8)]
    for width in (60, 80, 120):
        (row,) = results.entry(0, width)
        assert matched(row, width) == "DecemberDecember"


def test_all_annotations_of_a_sentence_are_described() -> None:
    sentence = "It was said so."
    ids = ("k3f9q2mx", "a1b2c3d4")
    results = listed(
        *(Hit("annotation", "a.txt", 0, 15, Span(0, 15), sentence, 1.0, one, "mk") for one in ids)
    )
    results._describe = lambda annotation, author: f"note {annotation}"
    (row,) = results.entry(0, 80)
    assert "note k3f9q2mx | note a1b2c3d4  It was said so." in shown(row)


def test_line_ends_in_a_sentence_are_spaces() -> None:
    (row,) = listed(hit("two\r\n  words", 7, 12)).entry(0, 80)
    assert shown(row).endswith("two words")
    assert matched(row) == "words"


def test_how_much_was_found_is_told() -> None:
    results = listed(hit("First one.", 0, 5), hit("First one.", 0, 5, "b.txt"))
    assert shown(results.heading()[0]).startswith("2 hits in 2 documents")
    assert shown(listed(hit("First one.", 0, 5)).heading()[0]).startswith("1 hit in 1 document ")


def test_before_anything_is_asked_it_is_told_how_to() -> None:
    assert "tag:claim" in listed(query="").empty()
    assert "Nothing found" in listed().empty()


@given(
    st.one_of(st.text("ab cd漢字", max_size=200), hard_texts),
    st.one_of(st.text("ab cd漢字", max_size=200), hard_texts),
    st.integers(40, 120),
)
@example("漢" * 60, "", 60)
@example("a" * 200, "b" * 200, 40)
@example("aaaaaaaaaaaaaa字字字字字字", "", 42)
def test_the_first_match_is_in_sight(before: str, after: str, width: int) -> None:
    sentence = f"{before} found {after}"
    start = len(before) + 1
    (row,) = listed(hit(sentence, start, start + 5)).entry(0, width)
    assert matched(row, width) == "found"
    assert visible(shown(row, width)) == shown(row, width)


def test_while_another_answer_is_awaited_the_last_one_is_not_said_to_be_nothing() -> None:
    results = listed()
    assert "Nothing found" in results.empty()
    results.awaited = True
    assert results.empty() == "Searching…"
    assert "0 hits" not in shown(results.heading()[0])
    results.sentences = group_by_sentence([hit("These words.", 6, 11)])
    assert "1 document" in shown(results.heading()[0])


def test_that_other_forms_are_looked_for_is_told_with_the_key_that_ends_it() -> None:
    results = listed()
    results.forms_key = "f4"
    assert "f4 looks for other forms" in results.empty()
    results.forms = True
    assert "f4" not in results.empty()
    assert "other forms (f4 ends that)" in shown(results.heading()[0])
