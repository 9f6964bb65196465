"""Names are found by a few letters, the best first."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tui.fuzzy import fitting, rank

NAMES = ["reclaim", "claim/figure", "claim", "figure", "quote", "counterclaim"]


def test_the_name_itself_comes_first_and_what_merely_holds_the_letters_last() -> None:
    assert fitting(NAMES, "claim") == ["claim", "claim/figure", "reclaim", "counterclaim"]
    assert fitting(NAMES, "fig") == ["figure", "claim/figure"]
    assert fitting(NAMES, "clfg") == ["claim/figure"]
    assert fitting(NAMES, "CLAIM")[0] == "claim"
    assert fitting(NAMES, "zz") == []


@given(st.lists(st.text(min_size=1), unique=True), st.text())
def test_those_that_fit_alike_keep_their_order(names: list[str], typed: str) -> None:
    found = fitting(names, typed)
    assert sorted(found) == sorted(name for name in names if rank(name, typed) is not None)
    for one, other in pairwise(found):
        if rank(one, typed) == rank(other, typed):
            assert names.index(one) < names.index(other)


@given(st.text(min_size=1))
def test_every_name_is_found_by_itself(name: str) -> None:
    assert rank(name, name) == 0
