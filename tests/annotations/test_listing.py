"""The object of ``list --json``: its keys, and a line of it that is safe on any terminal."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.json_line import json_line
from annotations.listing import as_object
from annotations.model import Anchor, Annotation, PlacedAnnotation
from annotations.toml_values import UNKNOWN_TIME
from documents.sources import Source

ANNOTATION = Annotation(
    id="k3f9q2mx",
    start=4,
    end=9,
    exact="quote",
    prefix="The ",
    suffix=" end",
    tags=("claim", "claim/figure"),
    note="a note",
    status="open",
    created=datetime(2026, 11, 21, 19, 0, tzinfo=UTC),
    modified=datetime(2026, 11, 21, 19, 4, 10, tzinfo=UTC),
)
PLACED = PlacedAnnotation(ANNOTATION, "mk", "call.txt", 5, 10, Anchor.SHIFTED, "ab" * 32)


def test_has_the_keys_of_the_contract_in_their_order() -> None:
    assert list(as_object(PLACED).items()) == [
        ("id", "k3f9q2mx"),
        ("author", "mk"),
        ("document", "call.txt"),
        ("start", 5),
        ("end", 10),
        ("exact", "quote"),
        ("prefix", "The "),
        ("suffix", " end"),
        ("text", "ab" * 32),
        ("tags", ["claim", "claim/figure"]),
        ("note", "a note"),
        ("status", "open"),
        ("anchor", "shifted"),
        ("created", "2026-11-21T19:00:00Z"),
        ("modified", "2026-11-21T19:04:10Z"),
    ]


def test_an_orphan_has_no_place_and_keeps_its_quote() -> None:
    lost = replace(PLACED, start=None, end=None, anchor=Anchor.ORPHAN)
    listed = as_object(lost)
    assert (listed["start"], listed["end"], listed["exact"]) == (None, None, "quote")


def test_what_is_only_sometimes_known_is_there_only_then() -> None:
    answered = replace(ANNOTATION, source_author="ab", reply_to="zzzz2222")
    source = Source(title="A Call", date="2025-02-12", extra={"licence": "CC0"})
    listed = as_object(replace(PLACED, annotation=answered), source)
    assert listed["source_author"] == "ab"
    assert listed["reply_to"] == "zzzz2222"
    assert listed["source"] == {"title": "A Call", "date": "2025-02-12", "licence": "CC0"}
    assert "source" not in as_object(PLACED, Source())


def test_a_sources_own_keys_survive_json() -> None:
    moment = datetime(2025, 2, 12, 8, 0)
    extra = {"seen": moment, "list": [moment.date(), 1], "odd": float("inf"), "sub": {"at": moment}}
    assert json.loads(json_line(as_object(PLACED, Source(extra=extra))))["source"] == {
        "seen": "2025-02-12T08:00:00",
        "list": ["2025-02-12", 1],
        "odd": "inf",
        "sub": {"at": "2025-02-12T08:00:00"},
    }


@pytest.mark.parametrize(
    ("moment", "listed"),
    [
        (datetime(2026, 1, 2, 3, 4, 5), "2026-01-02T03:04:05Z"),
        (datetime(2026, 1, 2, 3, tzinfo=timezone(timedelta(hours=2))), "2026-01-02T01:00:00Z"),
        (UNKNOWN_TIME, None),
    ],
)
def test_times_are_in_utc(moment: datetime, listed: str | None) -> None:
    assert as_object(replace(PLACED, annotation=replace(ANNOTATION, created=moment)))[
        "created"
    ] == (listed)


@pytest.mark.parametrize(
    ("character", "escaped"),
    [
        ("\n", "\\n"),
        ("\x1b", "\\u001b"),
        ("\x7f", "\\u007f"),
        ("\x9b", "\\u009b"),
        ("\u202e", "\\u202e"),
        ("\u2066", "\\u2066"),
        ("\u200b", "\\u200b"),
        ("\u200d", "\\u200d"),
        ("\ufe0f", "\\ufe0f"),
        ("\u2028", "\\u2028"),
        ("\u2029", "\\u2029"),
        ("\ufeff", "\\ufeff"),
        ("\u3164", "\\u3164"),
        ("\udcff", "\\udcff"),
        ("\U000e0041", "\\udb40\\udc41"),
    ],
)
def test_what_cannot_be_seen_is_escaped(character: str, escaped: str) -> None:
    assert json_line({"x": f"a{character}b"}) == f'{{"x": "a{escaped}b"}}'


def test_what_can_be_read_stays_readable() -> None:
    text = "“Überprüft” — Путин сказал: 停火 مرحبا"
    assert text in json_line({"x": text})


@given(st.text(st.characters()))
def test_a_line_is_one_line_and_says_the_same(text: str) -> None:
    line = json_line({"x": text})
    assert json.loads(line) == {"x": text}
    assert len(line.splitlines()) == 1
    assert not any(
        unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"} for character in line
    )
