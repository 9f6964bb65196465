"""Walking through the hits of a query while their files change or go."""

from __future__ import annotations

from pathlib import Path

import pytest
from at_the_screen import Reader, reading

from tui.panels.search import SearchPanel

TEXT = "Alpha beta gamma. The zebra stood.\n\nAnother zebra here.\n"
CHANGED = f"Preface added here at the start.\n\n{TEXT.rstrip()} zebra again\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "folder"
    root.mkdir()
    for number in (1, 2, 3):
        (root / f"f{number}.txt").write_text(TEXT)
    return root


async def opened(reader: Reader) -> SearchPanel:
    """The search, its third hit opened: the first of the second file."""
    panel = await reader.search("zebra")
    await reader.until("6 hits in 3 documents")
    await reader.press("down", "down", "enter")
    await reader.until(lambda: at(reader) == ("f2.txt", TEXT.index("zebra")))
    return panel


def at(reader: Reader) -> tuple[str, int] | None:
    """The document and the place of the hit that the reader went to."""
    pane = reader.pane
    if pane.document is None or pane.match is None:
        return None
    assert pane.document.text[slice(*pane.match)] == "zebra"
    return pane.document.path, pane.match.start


def places(text: str) -> list[int]:
    return [n for n in range(len(text)) if text.startswith("zebra", n)]


@pytest.mark.parametrize("is_open", [True, False])
async def test_a_file_that_changed_is_walked_through_as_it_is_now(
    folder: Path, is_open: bool
) -> None:
    async with reading(folder, indexed=True) as reader:
        await opened(reader)
        if not is_open:
            await reader.press("escape")
            await reader.until(lambda: reader.reading.panel is None)
        (folder / "f2.txt").write_text(CHANGED)
        first, *others = places(CHANGED)
        reader.reading.background.look()
        await reader.until(lambda: at(reader) == ("f2.txt", first))
        for place in others:
            await reader.press("n")
            await reader.until(lambda place=place: at(reader) == ("f2.txt", place))
        await reader.press("n")
        await reader.until(lambda: at(reader) not in (None, ("f2.txt", others[-1])))
        assert reader.pane.document is not None
        assert reader.pane.document.path != "f2.txt"


@pytest.mark.parametrize("is_open", [True, False])
async def test_a_file_that_is_gone_is_not_walked_to(folder: Path, is_open: bool) -> None:
    async with reading(folder, indexed=True) as reader:
        await opened(reader)
        if not is_open:
            await reader.press("escape")
            await reader.until(lambda: reader.reading.panel is None)
        (folder / "f3.txt").unlink()
        first, second = places(TEXT)
        for expected in (("f2.txt", second), ("f1.txt", first), ("f1.txt", second)):
            await reader.press("n")
            await reader.until(lambda expected=expected: at(reader) == expected)
        await reader.press("N", "N")
        await reader.until(lambda: at(reader) == ("f2.txt", second))


async def test_keys_pressed_while_the_hits_are_found_again_all_count(folder: Path) -> None:
    async with reading(folder, indexed=True) as reader:
        await opened(reader)
        (folder / "f3.txt").unlink()
        await reader.type_ahead("n", "n", "n")
        await reader.until(lambda: at(reader) == ("f1.txt", places(TEXT)[1]))


async def test_it_is_said_where_no_hit_is_left(folder: Path) -> None:
    async with reading(folder, indexed=True) as reader:
        await opened(reader)
        await reader.press("escape")
        for number in (1, 2, 3):
            (folder / f"f{number}.txt").write_text("Nothing of the kind stands here.")
        reader.reading.background.look()
        await reader.until("Nothing of the kind")
        await reader.press("n")
        await reader.until("No hit is left")


async def test_the_selection_stays_in_the_document_that_is_shown(folder: Path) -> None:
    async with reading(folder, indexed=True) as reader:
        panel = await opened(reader)
        await reader.press("v", "up")
        (folder / "f2.txt").write_text(CHANGED)
        await reader.until("7 hits in 3 documents")
        (chosen,) = panel.found.selected_ones()
        now = panel.found.sentences[panel.found.index]
        assert (now.document, now.text) == ("f2.txt", "The zebra stood.")
        assert chosen == now
