"""What was selected in a text, in the text that it has become."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotations.anchoring.revision import Revision
from documents.spans import Span
from tui.pane.carried import carried
from tui.pane.selection import Selection, covering

TEXT = (
    "The envoy spoke for an hour. Nobody else was there.\n\n"
    "A spokesman confirmed the call with 40 officers. He gave no details of it.\n\n"
    "The prisoners were to be freed on Monday. Their names are not known.\n"
)
WORDS = "confirmed the call with 40 officers"


def selected(words: str = WORDS, text: str = TEXT) -> Selection:
    at = text.index(words)
    return covering(text, Span(at, at + len(words)), "mark1")


def words_of(selection: Selection | None, text: str) -> str:
    return "" if selection is None else text[slice(*selection.span)]


def test_what_moved_is_selected_where_it_is() -> None:
    new = "An update.\n\n" + TEXT
    for selection in (selected(), selected().swapped()):
        now, as_before = carried(selection, Revision(TEXT, new))
        assert now is not None
        assert words_of(now, new) == WORDS
        assert (now.of, as_before) == ("mark1", True)
        backward = now.head.start < now.anchor.start
        assert backward == (selection.head.start < selection.anchor.start)


def test_what_reads_otherwise_in_its_place_is_selected_and_told() -> None:
    new = TEXT.replace("40 officers", "45 officers")
    now, as_before = carried(selected().swapped(), Revision(TEXT, new))
    assert words_of(now, new) == WORDS.replace("40", "45")
    assert not as_before
    assert now is not None
    assert now.head.start < now.anchor.start


def test_what_is_gone_is_not_selected() -> None:
    new = TEXT.replace("A spokesman confirmed the call with 40 officers. ", "")
    assert carried(selected(), Revision(TEXT, new)) == (None, False)


_words = st.sampled_from(sorted({*TEXT.split(), "Another", "eleven"}))
_passages = st.tuples(st.integers(0, 30), st.integers(1, 8))


@given(_passages, st.lists(st.tuples(st.integers(0, 40), st.lists(_words, max_size=4))))
def test_no_other_words_are_ever_said_to_be_the_same(
    passage: tuple[int, int], edits: list[tuple[int, list[str]]]
) -> None:
    words = TEXT.split()
    first = min(passage[0], len(words) - 1)
    chosen = words[first : first + passage[1]]
    text = " ".join(words)
    start = len(" ".join([*words[:first], ""])) if first else 0
    span = Span(start, start + len(" ".join(chosen)))
    new_words = list(words)
    for at, put in edits:
        new_words[at : at + 1] = put
    new = " ".join(new_words)
    before = covering(text, span)
    assert words_of(before, text).split() == chosen
    now, as_before = carried(before, Revision(text, new))
    if as_before:
        assert words_of(now, new).split() == chosen
    if now is not None:
        assert 0 <= now.span.start < now.span.end <= len(new)
