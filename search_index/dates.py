"""The dates of documents, and what ``date:`` asks of them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from documents.lazy_regex import lazy_regex


class Days(NamedTuple):
    """All days from ``first`` to ``last``, each as the number that its digits are: 20250212."""

    first: int
    last: int

    def meets(self, other: Days) -> bool:
        """Whether any day is in both."""
        return self.first <= other.last and other.first <= self.last


ALWAYS = Days(0, 9999_99_99)

_DIGITS = lazy_regex(r"(\d{1,4})(?:[-/.](\d{0,2})(?:[-/.](\d{0,2}))?|(\d{1,2})(\d{0,2}))?")
_COMPARED = lazy_regex(r"(>=?|<=?)(.*)", re.DOTALL)
_ISO = lazy_regex(r"\s*(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?!\d)")
_IN_PATH = lazy_regex(r"(?<!\d)(?=(1[0-9]|2[01])\d\d)(\d{4})([-_./]?)(\d\d)\3(\d\d)(?!\d)")


@lru_cache(maxsize=256)
def asked_days(text: str) -> Days | None:
    """The days that ``date:`` asks for with this value; None where it is no date.

    ``2025`` is the year, ``2025-03`` the month; what is begun, such as ``202``, is all that can
    become of it. A day that its month does not have is no date. ``..`` joins two, and either may
    be left out; ``>=`` and its like compare.
    """
    if compared := _COMPARED.fullmatch(text):
        return _compared(*compared.groups())
    first, dots, last = text.partition("..")
    if not dots:
        return _days(first.removesuffix("."))
    last = last.lstrip(".")
    start, end = _days(first), _days(last)
    if start is None or end is None:
        return None
    if first and last:  # either may be the earlier
        return Days(min(start.first, end.first), max(start.last, end.last))
    return Days(start.first, end.last)


def _compared(sign: str, text: str) -> Days | None:
    days = _days(text)
    if days is None or not text:
        return days
    if sign.startswith(">"):
        return Days(days.first if sign == ">=" else days.last + 1, ALWAYS.last)
    return Days(ALWAYS.first, days.last if sign == "<=" else days.first - 1)


def _days(text: str) -> Days | None:
    """The days that a date, or the beginning of one, stands for; nothing stands for all."""
    if not text:
        return ALWAYS
    found = _DIGITS.fullmatch(text)
    if not found:
        return None
    year, month, day = found[1], found[2] or found[4] or "", found[3] or found[5] or ""
    if (month or day) and len(year) < 4:
        return None
    months = _begun(month.zfill(2) if day else month, 12)
    days = months and _begun(day, _days_of_month(int(year), months[0]) if day else 31)
    if months is None or days is None:
        return None
    first = int(year.ljust(4, "0")) * 10000 + months[0] * 100 + days[0]
    return Days(first, int(year.ljust(4, "9")) * 10000 + months[1] * 100 + days[1])


def _days_of_month(year: int, month: int) -> int:
    from calendar import monthrange

    return monthrange(year, month)[1]


def _begun(digits: str, most: int) -> tuple[int, int] | None:
    """The least and the greatest month or day that begins with these digits."""
    numbers = range(1, most + 1)
    begun = [number for number in numbers if f"{number:02}".startswith(digits)]
    fitting = begun or [number for number in numbers if str(number) == digits]
    return (fitting[0], fitting[-1]) if fitting else None


def document_days(path: str, told: str | None) -> Days | None:
    """The day of a document: as ``told`` of its source, else as its path has it; None if neither.

    What is told may be a month or a year. Of several dates in a path the last counts.
    """
    found = _ISO.match(told) if told else None
    days = _days("-".join(part for part in found.groups() if part)) if found else None
    return days or _days_of_path(path)


@lru_cache(maxsize=65536)
def _days_of_path(path: str) -> Days | None:
    from datetime import date

    for found in reversed(list(_IN_PATH.finditer(path))):
        year, month, day = int(found[2]), int(found[4]), int(found[5])
        try:
            date(year, month, day)
        except ValueError:
            continue
        number = year * 10000 + month * 100 + day
        return Days(number, number)
    return None
