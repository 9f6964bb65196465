"""What ``sidelight agreement --json`` says of a comparison: JSON objects, one a line."""

from __future__ import annotations

from collections.abc import Iterator

from annotations.agreement.comparison import Comparison
from annotations.agreement.differences import Difference
from annotations.agreement.figures import Figure

Object = dict[str, object]


def as_objects(comparison: Comparison) -> Iterator[Object]:
    """What was compared, then each figure, then each difference; ``kind`` tells them apart."""
    yield _compared(comparison)
    yield from map(_figure, comparison.figures)
    yield from map(_difference, comparison.differences)


def _compared(comparison: Comparison) -> Object:
    left_out = comparison.left_out
    return {
        "kind": "compared",
        "authors": list(comparison.authors),
        "documents": list(comparison.documents),
        "sentences": comparison.sentences,
        "characters": comparison.characters,
        "left_out": {
            "documents": list(left_out.documents),
            "unplaced": left_out.unplaced,
            "answers": left_out.answers,
            "several_statuses": left_out.several_statuses,
            "other_words": left_out.other_words,
        },
    }


def _figure(figure: Figure) -> Object:
    """``counts`` has the codes of each unit that was compared, so that all can be computed again.

    The codes stand in the order of ``authors``: true and false for one tag or one status, else the
    status; null for who has not coded the unit.
    """
    result = figure.result
    counts = [
        {"codes": list(codes), "units": figure.tally[codes]}
        for codes in sorted(figure.tally, key=str)
    ]
    return {
        "kind": "figure",
        "subject": figure.subject,
        "name": figure.name or None,
        "measure": figure.measure,
        "authors": list(figure.authors),
        "value": result.value,
        "undefined": result.undefined or None,
        "observed": result.observed,
        "expected": result.expected,
        "per": figure.units,
        "units": result.units,
        "counts": counts,
    }


def _difference(difference: Difference) -> Object:
    said = [
        {"author": one.author, "tags": list(one.tags), "statuses": list(one.statuses)}
        for one in difference.said
    ]
    return {
        "kind": "difference",
        "document": difference.document,
        "start": difference.start,
        "end": difference.end,
        "text": difference.text,
        "tags": list(difference.tags),
        "spans": list(difference.spans),
        "statuses": difference.statuses,
        "authors": said,
    }
