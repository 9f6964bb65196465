"""Where a passage stood that is gone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotations.model import mark
from annotations.whereabouts import where_it_was

SENTENCES = [
    f"Sentence number {n} tells of the {n * 37}th thing at some length. " for n in range(40)
]
OLD = "".join(SENTENCES)
START = OLD.index(SENTENCES[20])
LOST = mark(OLD, START, START + len(SENTENCES[20]) - 1)


def without(*numbers: int) -> str:
    return "".join(one for n, one in enumerate(SENTENCES) if n not in numbers)


def test_it_stood_between_its_neighbours() -> None:
    new = "A new beginning, which was not there before. " + without(20)
    at = where_it_was(LOST, OLD, new)
    assert at is not None
    assert new[:at].rstrip().endswith(SENTENCES[19].strip())
    assert new[at:].lstrip().startswith(SENTENCES[21].strip())


def test_it_is_found_by_what_is_further_off_where_its_neighbours_went_too() -> None:
    new = without(*range(15, 26))
    at = where_it_was(LOST, OLD, new)
    assert at is not None
    assert abs(at - new.index(SENTENCES[26])) < len(SENTENCES[14])


def test_without_the_old_text_its_own_context_serves() -> None:
    at = where_it_was(LOST, None, without(20))
    assert at is not None
    assert abs(at - START) <= 2


def test_of_several_like_places_it_is_the_nearest() -> None:
    refrain = "and so it goes on and on, and on and on again. "
    old = refrain * 9 + "The one thing that matters here. " + refrain * 9
    start = old.index("The one")
    at = where_it_was(mark(old, start, start + 32), old, refrain * 18)
    assert at is not None
    assert abs(at - start) <= len(refrain)


def test_nothing_is_said_where_nothing_is_left() -> None:
    assert where_it_was(LOST, OLD, "Quite another text, with nothing of the old one in it.") is None
    assert where_it_was(LOST, OLD, "") is None


@given(st.text(max_size=300), st.text(max_size=300), st.data())
def test_whatever_it_says_lies_in_the_text(old: str, new: str, data: st.DataObject) -> None:
    if not old:
        return
    start = data.draw(st.integers(0, len(old) - 1))
    end = data.draw(st.integers(start + 1, len(old)))
    kept = data.draw(st.sampled_from([old, None]))
    at = where_it_was(mark(old, start, end), kept, new)
    assert at is None or 0 <= at <= len(new)
