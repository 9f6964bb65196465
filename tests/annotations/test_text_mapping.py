from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotations.text_mapping import TextMapping
from documents.spans import Span

LINES = [f"Line number {n} of this text, unlike any other.\n" for n in range(30)]


def moved(old: str, new: str, quote: str) -> str | None:
    """What stands where ``quote``, which is in ``old`` once, is said to be in ``new``."""
    start = old.index(quote)
    found = TextMapping(old, new).unchanged(start, start + len(quote))
    return new[found.start : found.end] if found else None


def test_text_put_in_or_taken_out_before_shifts_the_rest() -> None:
    old = "".join(LINES)
    assert moved(old, "New.\n" + old, LINES[7]) == LINES[7]
    assert moved(old, "".join(LINES[5:]), LINES[7]) == LINES[7]


def test_a_passage_over_several_lines_keeps_together() -> None:
    old = "".join(LINES)
    quote = "".join(LINES[7:10])
    assert moved(old, "New.\n" + old, quote) == quote
    assert moved(old, old.replace(LINES[8], "Changed.\n"), quote) is None


def test_in_a_line_that_changed_what_stands_before_and_after_is_known() -> None:
    old = "First sentence here. The second one said seven. And a third.\n"
    new = "First sentence here. The second one said seventy. And a third.\n"
    assert moved(old, new, "First sentence here.") == "First sentence here."
    assert moved(old, new, "And a third.") == "And a third."
    assert moved(old, new, "The second one said seven.") is None


def test_a_paragraph_that_moved_is_found() -> None:
    old = "".join(LINES)
    new = "".join([*LINES[:5], *LINES[6:20], LINES[5], *LINES[20:]])
    assert moved(old, new, LINES[5].strip()) == LINES[5].strip()


def test_what_was_deleted_is_not_found_in_its_like() -> None:
    old = "A.\n\nAll rights reserved, they said.\n\nB.\n\nAll rights reserved, they said.\n"
    new = "A.\n\nB.\n\nAll rights reserved, they said.\n"
    start = old.index("All")
    assert TextMapping(old, new).unchanged(start, start + 31) is None
    assert TextMapping(old, new).is_claimed(new.index("All"), new.index("All") + 31)


def test_the_surroundings_of_a_passage_that_is_gone_are_those_between_its_neighbours() -> None:
    old = "".join(LINES)
    new = old.replace(LINES[8], "Something else.\n")
    start = old.index(LINES[8])
    old_gap, new_gap = TextMapping(old, new).surroundings(start, start + len(LINES[8]))
    assert old_gap.start <= start
    assert old_gap.end >= start + len(LINES[8])
    assert new[slice(*new_gap)] == "Something else.\n"


texts = st.lists(st.sampled_from(["a\n", "b\n", "long line of words\n", "\n", "x", "é😀\r\n"])).map(
    "".join
)


@given(texts, texts, st.data())
def test_what_is_unchanged_reads_the_same(old: str, new: str, data: st.DataObject) -> None:
    mapping = TextMapping(old, new)
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, len(old)))
    if found := mapping.unchanged(start, end):
        assert new[found.start : found.end] == old[start:end]
    old_gap, new_gap = mapping.surroundings(start, end)
    assert 0 <= old_gap.start <= start <= end <= old_gap.end <= len(old)
    assert 0 <= new_gap.start <= len(new)
    assert 0 <= new_gap.end <= len(new)


@given(texts)
def test_a_text_maps_onto_itself(text: str) -> None:
    assert TextMapping(text, text).unchanged(0, len(text)) == (Span(0, len(text)) if text else None)
