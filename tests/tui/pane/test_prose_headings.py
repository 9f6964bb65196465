"""Headings of prose stand out, wherever in the text one begins to look."""

from __future__ import annotations

from pathlib import Path

import pytest
from at_the_screen import reading

from documents.document import Document
from tui.pane.prose_headings import ProseHeadings

BODY = "It was a long sentence that went on and on, as sentences do in reports of this kind. " * 3
TEXT = f"The title of it\n\n{BODY}\n\nA question of harbours\n\n{BODY}\n\nNo heading.\n\n{BODY}\n"


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_the_headings_of_a_stretch_are_found(line_end: str) -> None:
    text = TEXT.replace("\n", line_end)
    found = ProseHeadings(Document("a.txt", text))
    strong = [text[start:end] for start, end, face in found.spans(0, len(text)) if face == "strong"]
    assert strong == ["The title of it", "A question of harbours"]
    at = text.index("harbours")
    assert [text[start:end] for start, end, _ in found.spans(at, at + 1)] == strong[1:]


def test_a_place_without_text_has_none() -> None:
    assert list(ProseHeadings(Document("a.txt", "")).spans(0, 0)) == []


async def test_a_heading_is_bold_on_the_screen(seeds: Path) -> None:
    async with reading(seeds, "call.txt") as reader:
        await reader.until(lambda: not reader.reading.desk.chores)
        strips = reader.pane.picture.strips(0, 40)
        bold = [
            segment.text
            for strip in strips
            for segment in strip
            if segment.style and segment.style.bold and segment.text.startswith("A question")
        ]
        assert bold == ["A question of harbours"]
