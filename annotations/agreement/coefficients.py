"""Agreement corrected for chance: Cohen's kappa, and Krippendorff's alpha for nominal data.

Both work on a tally: how many units were coded alike by all authors, not the units themselves.

Cohen, J. (1960): A coefficient of agreement for nominal scales. Educational and Psychological
Measurement 20, 37-46. Krippendorff, K. (2011): Computing Krippendorff's alpha-reliability.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

Code = bool | str
Codes = tuple[Code | None, ...]
"""What each author says of a unit, in the order of the authors; None who has not coded it."""

Tally = Mapping[Codes, int]
"""How many units have these codes."""

NO_UNITS = "no units"
ONE_CATEGORY = "one category"


class Coefficient(NamedTuple):
    """A figure from -1 (or below 0) through 0, as by chance, to 1, and what it comes from.

    ``observed`` and ``expected`` are shares of agreement, from 0 to 1. All three are None where
    the figure is undefined, and ``undefined`` says why: ``NO_UNITS`` where there is none that two
    have coded, ``ONE_CATEGORY`` where all codes are the same, so that chance would have done as
    well. ``units`` counts those that could be compared.
    """

    value: float | None
    observed: float | None
    expected: float | None
    units: int
    undefined: str = ""


def of_pair(tally: Tally, first: int, second: int) -> Counter[Codes]:
    """The tally of two of the authors alone, by their numbers, over the units both have coded."""
    pair: Counter[Codes] = Counter()
    for codes, units in tally.items():
        if codes[first] is not None and codes[second] is not None:
            pair[codes[first], codes[second]] += units
    return pair


def pairable(tally: Tally) -> Counter[Codes]:
    """The tally of the units that two authors or more have coded."""
    return Counter(
        {codes: units for codes, units in tally.items() if len(codes) - codes.count(None) > 1}
    )


def cohen_kappa(tally: Tally, first: int = 0, second: int = 1) -> Coefficient:
    """Cohen's kappa of two of the authors, over the units both have coded."""
    pair = of_pair(tally, first, second)
    units = sum(pair.values())
    if not units:
        return _undefined(NO_UNITS, 0)
    ours: Counter[Code | None] = Counter()
    theirs: Counter[Code | None] = Counter()
    for (one, other), count in pair.items():
        ours[one] += count
        theirs[other] += count
    alike = sum(count for (one, other), count in pair.items() if one == other)
    by_chance = sum(count * theirs[code] for code, count in ours.items())
    return _corrected(Fraction(alike, units), Fraction(by_chance, units * units), units)


def krippendorff_alpha(tally: Tally) -> Coefficient:
    """Krippendorff's alpha for nominal data of all the authors; units may lack some of the codes.

    By coincidences: each unit with m codes adds each pair of them, weighed by 1 / (m - 1).
    """
    units, alike = 0, Fraction()
    values: Counter[Code | None] = Counter()
    for codes, count in pairable(tally).items():
        given = Counter(code for code in codes if code is not None)
        pairs = sum(number * (number - 1) for number in given.values())
        alike += Fraction(count * pairs, given.total() - 1)
        units += count
        for code, number in given.items():
            values[code] += count * number
    total = values.total()
    if not units:
        return _undefined(NO_UNITS, 0)
    by_chance = sum(number * (number - 1) for number in values.values())
    return _corrected(alike / total, Fraction(by_chance, total * (total - 1)), units)


def _corrected(observed: Fraction, expected: Fraction, units: int) -> Coefficient:
    if expected == 1:
        return _undefined(ONE_CATEGORY, units)
    value = (observed - expected) / (1 - expected)
    return Coefficient(float(value), float(observed), float(expected), units)


def _undefined(why: str, units: int) -> Coefficient:
    return Coefficient(None, None, None, units, why)
