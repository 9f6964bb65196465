"""Kappa and alpha: the literature's examples, and what must hold whatever the codes."""

from __future__ import annotations

from collections import Counter
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.agreement.coefficients import (
    NO_UNITS,
    ONE_CATEGORY,
    Codes,
    cohen_kappa,
    krippendorff_alpha,
)

CODES = st.sampled_from(["a", "b", "c", None])
rows = st.lists(st.tuples(CODES, CODES, CODES), max_size=40)
pairs = st.lists(st.tuples(CODES, CODES), max_size=40)


def by_unit(*authors: str) -> Counter[Codes]:
    """The tally of what each author says of the units, a letter each; a dot for nothing."""
    units = zip(*authors, strict=True)
    return Counter(tuple(None if code == "." else code for code in unit) for unit in units)


@pytest.mark.parametrize(
    ("authors", "alpha"),
    [
        (("0100000010", "1110010000"), 0.095),
        (("aabbdcccedda", "babbbccceddd"), 0.692),
        (("123321412...", "1233224125.3", ".3332342251.", "12332441251."), 0.743),
    ],
    ids=["binary", "nominal", "four authors, codes missing"],
)
def test_alpha_is_that_of_krippendorffs_examples(authors: tuple[str, ...], alpha: float) -> None:
    """Computing Krippendorff's alpha-reliability (2011), sections A, B and C."""
    assert krippendorff_alpha(by_unit(*authors)).value == pytest.approx(alpha, abs=0.0005)


def test_kappa_is_what_its_definition_says() -> None:
    found = cohen_kappa(Counter({("y", "y"): 20, ("y", "n"): 5, ("n", "y"): 10, ("n", "n"): 15}))
    assert (found.observed, found.expected, found.units) == (0.7, 0.5, 50)
    assert found.value == pytest.approx(0.4)


@pytest.mark.parametrize("measure", [cohen_kappa, krippendorff_alpha])
def test_nothing_to_compare_is_told(measure: type) -> None:
    for tally in (Counter(), by_unit("a.", ".b")):
        assert measure(tally) == (None, None, None, 0, NO_UNITS)


@pytest.mark.parametrize("measure", [cohen_kappa, krippendorff_alpha])
def test_one_category_is_no_agreement_but_undefined(measure: type) -> None:
    assert measure(by_unit("aaaa", "aaaa")) == (None, None, None, 4, ONE_CATEGORY)


@given(rows)
def test_who_comes_first_does_not_matter(codings: list[Codes]) -> None:
    tally = Counter(codings)
    assert cohen_kappa(tally, 0, 1) == cohen_kappa(tally, 1, 0)
    told = krippendorff_alpha(tally)
    for order in permutations(range(3)):
        assert told == krippendorff_alpha(Counter(tuple(row[n] for n in order) for row in codings))


@given(rows, st.permutations(["a", "b", "c"]))
def test_what_the_codes_are_called_does_not_matter(codings: list[Codes], names: list[str]) -> None:
    called = {None: None, **dict(zip("abc", names, strict=True))}
    other = Counter(tuple(called[code] for code in row) for row in codings)  # type: ignore[index]
    assert cohen_kappa(Counter(codings)) == cohen_kappa(other)
    assert krippendorff_alpha(Counter(codings)) == krippendorff_alpha(other)


@given(rows)
def test_both_keep_their_bounds(codings: list[Codes]) -> None:
    for found in (cohen_kappa(Counter(codings)), krippendorff_alpha(Counter(codings))):
        if found.value is None:
            assert found.undefined
            continue
        assert found.observed is not None
        assert found.expected is not None
        assert -1 <= found.value <= 1
        assert 0 <= found.observed <= 1
        assert 0 <= found.expected < 1
        assert (found.value == 1) == (found.observed == 1)


@given(st.lists(st.sampled_from("abc"), min_size=2))
def test_full_agreement_is_one_where_there_was_a_choice(codes: list[str]) -> None:
    tally = Counter((code, code) for code in codes)
    told = 1.0 if len(set(codes)) > 1 else None
    assert cohen_kappa(tally).value == told
    assert krippendorff_alpha(tally).value == told


@given(pairs)
def test_a_third_who_coded_nothing_changes_nothing(codings: list[Codes]) -> None:
    without, beside = Counter(codings), Counter((*row, None) for row in codings)
    assert krippendorff_alpha(without) == krippendorff_alpha(beside)
    assert cohen_kappa(without) == cohen_kappa(beside)


@given(rows)
def test_units_that_one_alone_has_coded_change_nothing(codings: list[Codes]) -> None:
    tally = Counter(codings)
    alone: Codes = ("a", None, None)
    assert krippendorff_alpha(tally) == krippendorff_alpha(tally + Counter({alone: 5}))
