"""Where quotes stand in a text: found as a plain search finds them, with an end to the search."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.anchoring import occurrences
from annotations.anchoring.occurrences import Occurrences
from annotations.anchoring.quotes import Quote, QuoteFinder

TEXTS = st.text(alphabet="ab \n\u00a0", max_size=60)


class Counted:
    """Counts steps."""

    def __init__(self) -> None:
        self.steps = 0

    def __call__(self) -> None:
        self.steps += 1


@given(text=TEXTS, quote=st.text(alphabet="ab ", min_size=1, max_size=4), reach=st.integers(1, 9))
def test_a_quote_is_found_wherever_it_stands(text: str, quote: str, reach: int) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(occurrences, "_LOOKED_THROUGH", reach)
        found = Occurrences(text).exact(quote)
    assert [start for start, _ in found] == [
        at for at in range(len(text)) if text.startswith(quote, at)
    ]


@given(text=TEXTS, words=st.lists(st.text(alphabet="ab", min_size=1), min_size=2, max_size=5))
def test_white_space_may_be_any_other(text: str, words: list[str]) -> None:
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    every = (pattern.match(text, at) for at in range(len(text)))
    assert Occurrences(text).loose(" ".join(words)) == [each.span() for each in every if each]


def test_a_quote_that_repeats_itself_is_compared_so_often_and_no_more() -> None:
    text, counted = "a " * 200_000, Counted()
    finder = Occurrences(text, counted)
    assert finder.loose("a\n" * 10_000 + "b") == []
    assert 10_000 < counted.steps < 500_000


def test_of_a_long_quote_that_stands_everywhere_few_places_are_looked_at() -> None:
    places = Occurrences("a" * 2_000_000).exact("a" * 900_000)
    assert 2 <= len(places) < 100


def test_a_context_without_end_is_compared_as_far_as_it_tells_something() -> None:
    text = "x" * 30_000
    found = QuoteFinder(text).find(Quote("x" * 10, "y" + "x" * 20_000, "x" * 20_000, 7))
    assert found.certainty == "proposed"


@pytest.mark.parametrize("quote", ["the envoy spoke", "nowhere to be found at all"])
def test_the_search_is_done_in_steps(quote: str) -> None:
    counted = Counted()
    QuoteFinder("The day was long. " * 100_000, counted).find(Quote(quote))
    assert counted.steps > 5
