"""What counts in a clause that is written without spaces: numbers, months, days of the week."""

from __future__ import annotations

from collections.abc import Iterator

from documents.lazy_regex import lazy_regex
from documents.spans import Span

_DIGITS = {
    sign: value
    for value, signs in enumerate(["一", "二两", "三", "四", "五", "六", "七", "八", "九"], 1)
    for sign in signs
}
_TEN, _HUNDRED = "十", "百"
_signs = "".join(_DIGITS) + _TEN + _HUNDRED

_telling = lazy_regex(
    r"^(?:百?万|百?萬|千万|[亿億千百])"
    r"|(?:周|星期|礼拜)[一二三四五六日天]|[月火水木金土日]曜"
    rf"|[{_signs}]+(?=[人名个個年月日天次位岁歳吨件回時时])"
)


def parts(clause: str) -> Iterator[Span]:
    """A clause cut before and after what counts in it."""
    start = 0
    for found in _telling.finditer(clause):
        if start < found.start():
            yield Span(start, found.start())
        yield Span(*found.span())
        start = found.end()
    if start < len(clause):
        yield Span(start, len(clause))


def number_in_signs(word: str) -> int | None:
    """The number below a thousand that a word of Han numerals is, from two on."""
    if not word or word.strip(_signs):
        return None
    value = digit = 0
    for sign in word:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        else:
            value += (digit or 1) * (10 if sign == _TEN else 100)
            digit = 0
    return value + digit if value + digit > 1 else None
