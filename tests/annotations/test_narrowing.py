"""Which annotations a line asks for, and the orders they stand in."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.model import Anchor, PlacedAnnotation, mark
from annotations.narrowing import ORDERS, Term, narrowed, ordered, parse

TEXT = "The Kremlin declined. Nobody asked about prisoners. It rained."
BEGIN = datetime(2026, 11, 21, tzinfo=UTC)


def one(
    start: int, end: int, *tags: str, anchor: Anchor = Anchor.EXACT, **said: str
) -> PlacedAnnotation:
    author, path = said.pop("author", "mk"), said.pop("path", "a.txt")
    moment = BEGIN + timedelta(minutes=start)
    made = replace(mark(TEXT, start, end, tags=tags, moment=moment), **said)  # type: ignore[arg-type]
    return PlacedAnnotation(made, author, path, start, end, anchor, "")


KREMLIN = one(0, 21, "claim", status="open")
PRISONERS = one(22, 51, "claim/figure", "doubt", status="supported", path="notes/b.txt")
RAIN = one(52, 62, note="Did it?", author="ana", anchor=Anchor.REVIEW)
ALL = [KREMLIN, PRISONERS, RAIN]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("", ALL),
        ("tag:claim", [KREMLIN, PRISONERS]),
        ("tag:claim/figure", [PRISONERS]),
        ("tag:none", [RAIN]),
        ("-tag:doubt", [KREMLIN, RAIN]),
        ("status:sup", [PRISONERS]),
        ("status:open status:supported", [KREMLIN, PRISONERS]),
        ("status:none", [RAIN]),
        ("author:a", [RAIN]),
        ("doc:notes/", [PRISONERS]),
        ('doc:"b.txt" prisoners', [PRISONERS]),
        ("anchor:review", [RAIN]),
        ("PRISONERS nobody", [PRISONERS]),
        ("did", [RAIN]),
        ("tag:claim -status:open nobody", [PRISONERS]),
        ("tag: status:", ALL),
        ("12:30", []),
        ("tag", []),
    ],
)
def test_a_line_asks_for(line: str, wanted: list[PlacedAnnotation]) -> None:
    assert narrowed(ALL, line) == wanted


def test_what_is_no_key_is_part_of_a_word() -> None:
    assert parse("url:x") == (Term("", "url:x"),)


@given(st.text())
def test_no_line_is_an_error_and_each_chooses_among_what_there_is(line: str) -> None:
    assert all(found in ALL for found in narrowed(ALL, line))


@given(st.text(alphabet='tagsu:-cl "x'), st.text(alphabet="tagsu:-cl x"))
def test_more_words_never_ask_for_more(line: str, word: str) -> None:
    plain = [term for term in parse(f"{line} {word}") if not term.key and not term.negated]
    if plain and '"' not in line:
        fewer = narrowed(ALL, f"{line} zzz")
        assert fewer == []


def test_the_orders() -> None:
    mixed = [PRISONERS, RAIN, KREMLIN]
    assert ordered(mixed, "place") == [KREMLIN, RAIN, PRISONERS]
    assert ordered(mixed, "newest") == [RAIN, PRISONERS, KREMLIN]
    assert ordered(mixed, "status", ["open", "supported"]) == [KREMLIN, PRISONERS, RAIN]
    assert ordered(mixed, "status", ["supported", "open"]) == [PRISONERS, KREMLIN, RAIN]
    assert ordered(mixed, "tag") == [KREMLIN, PRISONERS, RAIN]


@given(st.permutations(ALL), st.sampled_from(ORDERS))
def test_an_order_loses_nothing_and_hangs_on_nothing_else(
    annotations: list[PlacedAnnotation], order: str
) -> None:
    assert ordered(annotations, order) == ordered(ALL, order)
