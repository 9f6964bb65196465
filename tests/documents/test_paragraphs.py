"""What a paragraph is in prose, in Markdown and in code."""

from __future__ import annotations

import pytest

from documents.newlines import NEWLINES
from documents.segmentation import Segmentation

WRAPPED = (
    "The old mill stood at the end of the lane, half hidden by elms,\n"
    "and no one had ground corn there since the flood. Children were\n"
    "told to keep away from it, which is why they all knew each beam\n"
    "of it by heart."
)


def paragraphs(text: str, kind: str = "prose") -> list[str]:
    return [text[start:end] for start, end in Segmentation(text, kind).paragraphs()]


def sentences(text: str, kind: str = "prose") -> list[str]:
    return [text[start:end] for start, end in Segmentation(text, kind).sentences()]


@pytest.mark.parametrize("newline", ["\r\n", *NEWLINES])
def test_a_blank_line_ends_a_paragraph(newline: str) -> None:
    text = f"First of all.{newline}{newline}Then this.{newline} \t{newline}At last."
    assert paragraphs(text) == ["First of all.", "Then this.", "At last."]


@pytest.mark.parametrize("kind", ["prose", "markdown", "code"])
def test_a_paragraph_separator_ends_a_paragraph_and_a_line_separator_does_not(kind: str) -> None:
    wrapped = WRAPPED.replace("\n", "\u2028")
    assert paragraphs(f"{wrapped}\u2029{wrapped}", kind) == [wrapped, wrapped]


def test_a_page_break_in_a_wrapped_block_does_not_end_its_paragraph() -> None:
    paged = WRAPPED.replace("\n", "\x0c", 1)
    assert paragraphs(paged) == [paged]


def test_a_hard_wrapped_block_is_one_paragraph() -> None:
    assert paragraphs(WRAPPED + "\n\n" + WRAPPED) == [WRAPPED, WRAPPED]
    assert len(sentences(WRAPPED)) == 2


def test_lines_too_long_to_be_wrapped_are_a_paragraph_each() -> None:
    lines = [WRAPPED.replace("\n", " "), "A Heading of Its Own", WRAPPED.replace("\n", " ")]
    assert paragraphs("\n".join(lines)) == lines


def test_short_lines_of_uneven_length_are_a_paragraph_each() -> None:
    lines = ["Mill Lane 4", "Upper Marsham near Tilling", "England"]
    assert paragraphs("\n".join(lines)) == lines


def test_a_line_that_goes_on_in_lower_case_is_no_new_paragraph() -> None:
    assert paragraphs("A note cut off\nin the middle of what it says.") == [
        "A note cut off\nin the middle of what it says."
    ]


def test_a_heading_over_a_wrapped_block_stands_alone() -> None:
    assert paragraphs("The Mill\n" + WRAPPED) == ["The Mill", WRAPPED]


def test_the_last_line_of_a_paragraph_shows_that_it_ended() -> None:
    assert paragraphs(WRAPPED + "\n" + WRAPPED) == [WRAPPED, WRAPPED]


def test_a_short_block_is_wrapped_where_its_neighbours_are() -> None:
    short = "The mill was sold at last, on a wet day in spring, to a man from\nTilling."
    assert paragraphs(WRAPPED + "\n\n" + short) == [WRAPPED, short]


@pytest.mark.parametrize("marker", ["-", "*", "•", "3.", "3)", "(3)", "b)", "—"])
def test_a_list_marker_starts_a_paragraph(marker: str) -> None:
    item = f"{marker} Salt for the long winter, and enough of it to last until May\n  comes."
    assert paragraphs(WRAPPED + "\n" + item) == [WRAPPED, item]


def test_code_has_a_sentence_a_line_and_paragraphs_between_blank_lines() -> None:
    text = "def f():\n    return 1. + 2. \n\n# One. Two.\r\nx\n"
    assert sentences(text, "code") == ["def f():", "return 1. + 2.", "# One. Two.", "x"]
    assert len(paragraphs(text, "code")) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# 1. A heading. Still.\nText. More.", "# 1. A heading. Still.¶Text.¶More."),
        ("Title. Here\n=====\nText", "Title. Here\n=====¶Text"),
        ("Title\n---\nText", "Title\n---¶Text"),
        ("Text\n\n---\n\nText", "Text¶---¶Text"),
        ("Text goes\non here", "Text goes\non here"),
        ("- One. Two.\n- Three\n  goes on\n1. Four", "- One.¶Two.¶- Three\n  goes on¶1. Four"),
        ("| a. B | c |\n|--|--|\n| d | e |", "| a. B | c |¶|--|--|¶| d | e |"),
        ("a | b\n--|--\nc. D | e\n\nText", "a | b¶--|--¶c. D | e¶Text"),
        ("> It goes\n> on here. And\n> ends.", "> It goes\n> on here.¶And\n> ends."),
        ("> One.\n>\n> Two.\nThree.", "> One.\n>¶> Two.¶Three."),
        ("```py\nx = 1. \n\n# a. B\n```\nText", "```py¶x = 1.¶# a. B¶```¶Text"),
        ("~~~\n```\n~~~\nOne.\nTwo", "~~~¶```¶~~~¶One.¶Two"),
        ("Text\n\n    code. More\n    code", "Text¶code. More¶code"),
        ("Red roses  \nBlue violets", "Red roses¶Blue violets"),
        ("---\ntitle: A. B\n---\nText", "---¶title: A. B¶---¶Text"),
        ("**Bold.** See [it.](http://a.b/c) *Done.*", "**Bold.**¶See [it.](http://a.b/c)¶*Done.*"),
        (
            "Text.[^1] More.\n[^1]: A note.\n[x]: http://a.b",
            "Text.[^1]¶More.¶[^1]: A note.¶[x]: http://a.b",
        ),
    ],
)
def test_markdown_blocks_stand_alone(text: str, expected: str) -> None:
    assert sentences(text, "markdown") == expected.split("¶")


def test_fenced_code_is_known_far_behind_its_fence() -> None:
    text = "Text.\n\n```\n" + "one. Two\n\n" * 5000 + "```\n\nOne. Two."
    found = sentences(text, "markdown")
    assert found[:3] == ["Text.", "```", "one. Two"]
    assert found[-3:] == ["```", "One.", "Two."]
    assert len(found) == 5000 + 5
