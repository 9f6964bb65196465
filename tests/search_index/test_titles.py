"""Where the title of a text stands, and which titles are headlines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search_index.folding import fold
from search_index.plain_text import plain
from search_index.titles import headline_span, title_span

LEAD = "The minister said on Tuesday that the talks would go on " + "and on " * 40


def headline(text: str) -> str:
    return text[slice(*headline_span(text))]


@pytest.mark.parametrize(
    "line",
    [
        "Talks go on in Geneva",
        "Will the talks go on?",
        "“We shall go on”, minister says",
        "和平谈判继续进行",
        "Talks go on\r",
    ],
)
def test_a_line_of_its_own_is_a_headline(line: str) -> None:
    assert headline(f"{line}\n\n{LEAD}") == line.strip("“\r")


@pytest.mark.parametrize(
    "line",
    [
        "The talks went on.",
        "The talks “went on.”",
        "The talks went on (as they had to.) ",
        "会谈继续进行。",
        "वार्ता जारी रही।",
        LEAD,
        LEAD.replace(" ", "-"),
    ],
)
def test_the_beginning_of_the_text_itself_is_none(line: str) -> None:
    assert headline(f"{line}\n\nMore was said.\n") == ""


def test_marks_of_a_heading_are_no_part_of_it() -> None:
    assert headline("## Talks go on\nMore.") == "Talks go on"


def test_a_text_without_words_has_none() -> None:
    assert headline("\n\n ---\n") == ""


@given(st.text("aB .!?。।\n\r“”İ-#", max_size=250))
def test_a_headline_is_the_title_whatever_the_case(text: str) -> None:
    text = plain(text)
    found = headline_span(text)
    assert found == headline_span(fold(text))
    assert found in (title_span(text), (0, 0))
