"""Markdown: quotes in their sentences, and nothing that could be taken for markup."""

from __future__ import annotations

import re
from dataclasses import replace

from export_material import HOSTILE, annotated, exported, hostile_material, material

from annotations.model import Anchor


def test_markdown_quotes_within_the_sentence() -> None:
    page = exported("markdown", material(annotated("5 bn for roads", note="Which year?")))
    assert "> He promised **5 bn for roads**, “at once”.\n" in page
    assert "\nWhich year?\n" in page
    assert "### claim – open\n" in page
    assert "sentence 2, characters 42–56" in page
    assert "mk · 2026-11-21 19:00 UTC" in page


def test_markdown_spans_sentences() -> None:
    page = exported("markdown", material(annotated("Monday. He promised")))
    assert "> The minister spoke on **Monday. He promised** 5 bn" in page
    assert "sentences 1–2" in page


def test_markdown_emphasis_that_asterisks_cannot_make_is_made_otherwise() -> None:
    text = "他说“停火”的。\n"
    page = exported("markdown", material(annotated("“停火”", text=text), texts={"call.txt": text}))
    assert "> 他说<strong>“停火”</strong>的。\n" in page


def test_markdown_shows_what_was_marked_where_the_text_has_changed() -> None:
    one = annotated("5 bn")
    changed = replace(
        one, anchor=Anchor.REVIEW, annotation=replace(one.annotation, exact="4 bn", prefix="")
    )
    page = exported("markdown", material(changed))
    assert "**5 bn**" in page
    assert "> Marked as: 4 bn\n" in page
    assert "(review)" in page


def test_markdown_keeps_an_orphan_and_a_documents_own_note() -> None:
    one = annotated("Monday", note="about it")
    lost = replace(one, start=None, end=None, anchor=Anchor.ORPHAN)
    whole = replace(lost, annotation=replace(one.annotation, exact="", start=None, end=None))
    page = exported("markdown", material(lost, whole))
    assert "> Monday\n" in page
    assert "place lost" in page
    assert "the document as a whole" in page


def test_markdown_cannot_be_broken_out_of() -> None:
    page = exported("markdown", hostile_material())
    assert not re.search(r"(?<!\\)<(?!https?://|/?strong>)", re.sub(r"`[^`\n]*`", "", page))
    assert not re.search(r"(?<!\\)\]\(", page)
    assert "\u202e" not in page
    assert "\x1b" not in page
    headings = [line for line in page.splitlines() if line.startswith("#")]
    assert len(headings) == 1 + 2 * len(HOSTILE)
    for line in page.splitlines():
        assert re.match(r"$|#{1,3} |> |>$|[^-+=#>|\s`]|`.*`", line), line
