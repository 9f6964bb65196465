"""What is copied: the selection, the sentence, or the entry that is selected in a panel."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from at_the_screen import Reader, reading

from documents.spans import Span
from tui.pane.selection import Selection


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that the terminal was asked to copy, with no other clipboard at hand."""
    for name in ("TMUX", "STY", "DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)
    texts: list[str] = []

    def write(reader: object, sequence: str) -> None:
        data = sequence.removeprefix("\x1b]52;c;").removesuffix("\x07")
        texts.append(base64.b64decode(data, validate=True).decode("utf-8"))

    monkeypatch.setattr("tui.handlers.copying._write", write)
    return texts


async def copy(reader: Reader, copied: list[str], key: str = "Y") -> str:
    """Presses the key, and gives what was copied for it."""
    before = len(copied)
    await reader.press(key)
    await reader.until(lambda: len(copied) > before)
    return copied[-1]


async def test_the_selection_is_copied_and_left(seeds: Path, copied: list[str]) -> None:
    async with reading(seeds) as reader:
        await reader.press("v", "l", "l")
        words = reader.selected
        quoted = await copy(reader, copied, "y")
        assert quoted.startswith(f"“{words}”\n— ")
        assert f"sentence 1, characters 0–{len(words)}" in quoted
        assert reader.pane.view is not None
        assert reader.pane.view.selection is None


async def test_a_selection_over_sentences_is_one_passage(seeds: Path, copied: list[str]) -> None:
    async with reading(seeds) as reader:
        await reader.press("2", "G", "v", "j", "j")
        sentences = reader.selected
        assert await copy(reader, copied) == " ".join(sentences.split())
        await reader.press("v", "j", "j")
        assert "sentences 2–3, " in await copy(reader, copied, "y")


async def test_of_the_search_the_selected_hit_is_copied(seeds: Path, copied: list[str]) -> None:
    async with reading(seeds, indexed=True) as reader:
        await reader.enter("quays", "ctrl+f")
        await reader.until(lambda: "quays" in reader.sentence)
        quoted = await copy(reader, copied, "y")
        assert "quays" in quoted.partition("\n")[0]
        assert ".txt, sentence " in quoted


async def test_of_the_review_the_selected_claim_is_copied(seeds: Path, copied: list[str]) -> None:
    async with reading(seeds) as reader:
        await reader.press("5", "G", "t", "c", "g", "r")
        await reader.until("1 open")
        claim = reader.sentence
        assert " ".join(claim.split()) == await copy(reader, copied)


async def test_of_the_places_the_selected_sentence_is_copied(
    seeds: Path, copied: list[str]
) -> None:
    async with reading(seeds) as reader:
        await reader.press("5", "G")
        sentence = reader.sentence
        await reader.press("m", "a", "g", "'", "?")
        await reader.until("1 marked")
        assert " ".join(sentence.split()) == await copy(reader, copied)


async def test_of_the_outline_the_selected_heading_is_copied_and_of_the_library_nothing(
    seeds: Path, copied: list[str]
) -> None:
    async with reading(seeds) as reader:
        await reader.press("c")
        await reader.until("Outline")
        await reader.press("j")
        assert await copy(reader, copied) == "A question of harbours"
        await reader.press("o")
        await reader.until("Library")
        await reader.press("Y")
        await reader.until("Nothing to copy here")


async def test_more_than_a_terminal_takes_is_told_and_nothing_is_copied(
    tmp_path: Path, copied: list[str]
) -> None:
    (tmp_path / "a.txt").write_text("One word after another, " * 5000, encoding="utf-8")
    async with reading(tmp_path, "a.txt") as reader:
        whole = Span(0, 80_000)
        reader.pane.perform(lambda view: view.select(Selection(whole, whole)))
        await reader.press("y")
        await reader.until("Not copied: ")
        assert copied == []


async def test_without_a_sentence_there_is_nothing_to_copy(
    tmp_path: Path, copied: list[str]
) -> None:
    (tmp_path / "a.txt").write_text(" \n", encoding="utf-8")
    async with reading(tmp_path, "a.txt") as reader:
        await reader.press("y")
        await reader.until("Nothing to copy here")
        assert copied == []
