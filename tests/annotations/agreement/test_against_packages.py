"""The figures are those of scikit-learn, krippendorff and nltk on the same codings.

``by_packages.py`` has made codings and asked the packages, whose versions ``figures.json`` names.
Where they are installed they are asked again.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from agreement_material import compared, mark
from hypothesis import given
from hypothesis import strategies as st

from annotations.agreement.coefficients import cohen_kappa, krippendorff_alpha

GOLD = json.loads(Path(__file__).with_name("figures.json").read_text(encoding="utf-8"))
CASES = GOLD["cases"]
PACKAGES = ", ".join(f"{name} {number}" for name, number in GOLD["packages"].items())


def figures_of(case: dict[str, Any]) -> dict[tuple[object, ...], float | None]:
    texts = {path: " ".join(sentences) for path, sentences in case["texts"].items()}
    marks = [
        mark(author, (start, end), *tags, status=status, document=path)
        for author, path, start, end, tags, status in case["marks"]
    ]
    return {
        (one.subject, one.name, one.measure, one.units, one.authors): one.result.value
        for one in compared(marks, texts=texts).figures
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"seed {case['seed']}, {PACKAGES}")
def test_every_figure_is_what_the_packages_say(case: dict[str, Any]) -> None:
    told = {
        (subject, name, measure, units, tuple(authors)): value
        for subject, name, measure, units, authors, value in case["figures"]
    }
    found = figures_of(case)
    assert found.keys() == told.keys()
    for key, value in told.items():
        assert found[key] == pytest.approx(value, abs=1e-9), key


def test_the_stored_figures_are_worth_comparing() -> None:
    values = [figure[-1] for case in CASES for figure in case["figures"]]
    assert len({round(value, 6) for value in values if value is not None}) > 200
    assert None in values


def test_the_stored_figures_are_those_of_installed_packages() -> None:
    for package in ("sklearn", "krippendorff", "nltk"):
        pytest.importorskip(package)
    sys.path.insert(0, str(Path(__file__).parent))
    try:
        import by_packages
    finally:
        sys.path.pop(0)
    for case in CASES:
        again = json.loads(json.dumps(by_packages.figures(by_packages.make_case(case["seed"]))))
        assert [one[:-1] for one in again] == [one[:-1] for one in case["figures"]]
        for one, other in zip(again, case["figures"], strict=True):
            assert one[-1] == pytest.approx(other[-1], abs=1e-9)


rows = st.lists(st.tuples(*[st.sampled_from(["a", "b", "c", None])] * 3), min_size=1, max_size=30)


@given(rows)
def test_kappa_is_scikit_learns(codings: list[tuple[str | None, ...]]) -> None:
    metrics = pytest.importorskip("sklearn.metrics")
    both = [row[:2] for row in codings if None not in row[:2]]
    if len({code for row in both for code in row}) < 2:
        return
    told = metrics.cohen_kappa_score(*zip(*both, strict=True))
    assert cohen_kappa(tally_of(codings)).value == pytest.approx(told, abs=1e-9)


@given(rows)
def test_alpha_is_krippendorffs(codings: list[tuple[str | None, ...]]) -> None:
    agreement = pytest.importorskip("nltk.metrics.agreement")
    compared_rows = [row for row in codings if sum(code is not None for code in row) > 1]
    if len({code for row in compared_rows for code in row if code}) < 2:
        return
    data = [
        (str(author), str(unit), code)
        for unit, row in enumerate(compared_rows)
        for author, code in enumerate(row)
        if code is not None
    ]
    told = agreement.AnnotationTask(data).alpha()
    assert krippendorff_alpha(tally_of(codings)).value == pytest.approx(told, abs=1e-9)


def tally_of(codings: list[tuple[str | None, ...]]) -> dict[tuple[str | None, ...], int]:
    return {row: codings.count(row) for row in codings}
