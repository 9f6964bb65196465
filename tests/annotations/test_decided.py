"""What was decided on a claim, on the record and in the exports."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from export_material import annotated, exported, material

from annotations.decided import decisions_on
from annotations.model import Decision

EARLY, LATE = (datetime(2026, 11, day, 9, 30, tzinfo=UTC) for day in (20, 21))
CLAIM = annotated("5 bn for roads", author="ab")
CLAIM = replace(
    CLAIM, annotation=replace(CLAIM.annotation, history=(Decision("refuted", LATE, "ab"),))
)
ANSWER = annotated("5 bn for roads")
ANSWER = replace(
    ANSWER, annotation=replace(ANSWER.annotation, history=(Decision("half true", EARLY),))
)


def test_those_of_answers_stand_among_them_by_time_with_their_authors() -> None:
    assert decisions_on(CLAIM, [ANSWER]) == [
        Decision("half true", EARLY, "mk"),
        Decision("refuted", LATE, "ab"),
    ]
    assert decisions_on(annotated("Monday")) == []


@pytest.mark.parametrize("format", ["markdown", "csv", "html"])
def test_exports_tell_of_each_decision_when_and_by_whom(format: str) -> None:
    page = exported(format, material(CLAIM))
    assert "refuted" in page
    assert "2026-11-21" in page
    assert "09:30:00" in page


def test_the_page_and_the_table_name_the_author_of_a_decision() -> None:
    assert "- refuted · 2026-11-21 09:30:00 UTC · ab\n" in exported("markdown", material(CLAIM))
    assert "refuted 2026-11-21T09:30:00Z ab" in exported("csv", material(CLAIM))


OLD = "4 bn for bridges"
STALE = replace(
    CLAIM,
    annotation=replace(
        CLAIM.annotation, status="refuted", history=(Decision("refuted", LATE, "ab", OLD),)
    ),
)


@pytest.mark.parametrize("format", ["markdown", "csv", "html", "jsonl"])
def test_no_export_shows_a_decision_over_other_words_without_those_it_was_taken_on(
    format: str,
) -> None:
    assert OLD in exported(format, material(STALE))
    assert OLD not in exported(format, material(CLAIM))


def test_pages_say_beside_the_status_that_it_was_decided_on_other_words() -> None:
    assert "### claim – refuted on other words\n" in exported("markdown", material(STALE))
    assert "</span> on other words</p>" in exported("html", material(STALE))
    listed = decisions_on(STALE)
    assert [one.exact for one in listed] == [OLD]
    now = Decision("refuted", LATE, "ab", STALE.annotation.exact)
    same = replace(STALE, annotation=replace(STALE.annotation, history=(now,)))
    assert [one.exact for one in decisions_on(same)] == [""]
