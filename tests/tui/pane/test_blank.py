"""What is said where there is nothing to read."""

from __future__ import annotations

from pathlib import Path

import pytest
from at_the_screen import reading

from documents.document import Document
from tui.pane.blank import BLANK, EMPTY, nothing_to_read
from tui.pane.view import View


@pytest.mark.parametrize(("text", "words"), [("", EMPTY), ("\n\n \n", BLANK), ("One word.", "")])
def test_a_document_without_words_says_so(text: str, words: str) -> None:
    assert nothing_to_read(View(Document("a.txt", text))) == words


def test_of_a_beginning_that_is_blank_nothing_is_said() -> None:
    assert nothing_to_read(View(Document("a.txt", "\n\n", share=0.5))) == ""


async def test_it_stands_in_the_pane(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    async with reading(tmp_path, "empty.txt", size=(80, 24)) as reader:
        assert reader.sees(EMPTY)
