"""A large text is read from its beginning at once; the rest comes, and takes nothing away."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import tomli
from at_the_screen import Reader, application

from annotations.steps import Step, at_once
from documents.document import Document, text_digest
from tui.jumps import Place
from tui.open_documents import OpenDocuments
from tui.reading.positions import Position, Positions, save_positions

TEXT = "".join(f"Sentence {number} of the letter says “no” again.\n\n" for number in range(2000))
SMALL, PIECE = 20_000, 4096


class Gate:
    """Holds back the rest of every text until it is opened."""

    def __init__(self) -> None:
        self._open = threading.Event()

    def open(self) -> None:
        self._open.set()

    def wait(self) -> None:
        assert self._open.wait(60)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Gate:
    """The gate, with files of a few thousand bytes counting as large."""
    gate, read = Gate(), OpenDocuments.read
    monkeypatch.setattr("documents.reading.LARGE", SMALL)
    monkeypatch.setattr("documents.reading.BEGINNING", 5_000)
    monkeypatch.setattr("documents.pieces.PIECE", PIECE)

    def held_back(documents: OpenDocuments, path: str, step: Step = at_once) -> Document:
        gate.wait()
        return read(documents, path, step)

    monkeypatch.setattr(OpenDocuments, "read", held_back)
    return gate


@pytest.fixture
def root(seeds: Path) -> Path:
    (seeds / "long.txt").write_text(TEXT, encoding="utf-8", newline="")
    return seeds


@asynccontextmanager
async def beginning(root: Path, gate: Gate) -> AsyncIterator[Reader]:
    """A reader who sees the beginning of the long text."""
    app = application(root, ["long.txt"])
    try:
        async with app.run_test(size=(100, 30)) as pilot:
            reader = Reader(root, app, pilot)
            await reader.until("Sentence 0 of the letter")
            yield reader
            gate.open()
            await asyncio.to_thread(reader.reading.desk.flush)
    finally:
        gate.open()
        app.background.close()


def is_whole(reader: Reader) -> bool:
    document = reader.pane.document
    return document is not None and document.complete


async def test_the_rest_takes_the_place_of_the_beginning_and_leaves_the_reader_there(
    root: Path, gate: Gate
) -> None:
    async with beginning(root, gate) as reader:
        assert not is_whole(reader)
        await reader.press("space", "space", "j", "v", "l")
        view = reader.pane.view
        assert view is not None
        place, selected, screen = (view.top, view.cursor), reader.selected, reader.screen[1:20]
        gate.open()
        await reader.until(lambda: is_whole(reader))
        assert reader.pane.document is not None
        assert reader.pane.document.text == TEXT
        assert (view.top, view.cursor) == place
        assert reader.selected == selected
        assert reader.screen[1:20] == screen


async def test_the_end_key_goes_on_to_the_end_when_it_is_there(root: Path, gate: Gate) -> None:
    async with beginning(root, gate) as reader:
        await reader.press("G")
        await reader.until("still being read")
        gate.open()
        await reader.until("Sentence 1999 of the letter")
        assert "1999" in reader.sentence


async def test_who_has_gone_elsewhere_meanwhile_stays_there(root: Path, gate: Gate) -> None:
    async with beginning(root, gate) as reader:
        await reader.press("G", "g", "j")
        gate.open()
        await reader.until(lambda: is_whole(reader))
        assert "Sentence 1 " in reader.sentence


async def test_a_jump_into_the_rest_is_made_when_it_is_there(root: Path, gate: Gate) -> None:
    async with beginning(root, gate) as reader:
        begun = reader.pane.document
        assert begun is not None
        reader.reading.bookmarks["a"] = Place("long.txt", TEXT.index("Sentence 1500 "))
        await reader.press("'", "a")
        await reader.until(lambda: reader.pane.position != (0, 0))
        assert reader.reading.session.documents.known("long.txt") is reader.pane.document is begun
        gate.open()
        await reader.until("Sentence 1500 of the letter")
        assert "Sentence 1500 " in reader.sentence


async def test_a_jump_into_the_rest_finds_words_that_have_moved(root: Path, gate: Gate) -> None:
    async with beginning(root, gate) as reader:
        before = TEXT[5_000:]  # as it was when the mark was set
        place = Place("long.txt", before.index("Sentence 1500 "))
        reader.reading.bookmarks["a"] = place
        reader.reading.desk.quotes.take(place, before)
        await reader.press("'", "a")
        gate.open()
        await reader.until("Sentence 1500 of the letter")
        assert "Sentence 1500 " in reader.sentence


async def test_who_goes_elsewhere_after_a_jump_into_the_rest_stays_there(
    root: Path, gate: Gate
) -> None:
    async with beginning(root, gate) as reader:
        reader.reading.bookmarks["a"] = Place("long.txt", TEXT.index("Sentence 1500 "))
        await reader.press("'", "a", "g", "j")
        gate.open()
        await reader.until(lambda: is_whole(reader))
        assert "Sentence 1 " in reader.sentence


async def test_how_far_one_is_counts_in_the_whole(root: Path, gate: Gate) -> None:
    async with beginning(root, gate) as reader:
        await reader.press("G")
        view = reader.pane.view
        assert view is not None
        assert view.progress < 0.3
        assert "100%" not in reader.screen[0]


async def test_a_mark_on_the_beginning_is_saved_on_the_whole(root: Path, gate: Gate) -> None:
    async with beginning(root, gate) as reader:
        await reader.press("j", "t", "c")
        await reader.until("Tagged claim")
        assert not is_whole(reader)
        gate.open()
        await reader.until(lambda: reader.marks("long.txt"))
        (claim,) = reader.marks("long.txt")
        assert TEXT[claim["start"] : claim["end"]] == claim["exact"] == reader.sentence
        file = root / "annotations" / "mk" / "long.txt.toml"
        said = tomli.loads(file.read_text(encoding="utf-8"))["document"]
        assert (said["sha256"], said["length"]) == (text_digest(TEXT), len(TEXT))


async def test_annotations_are_shown_when_the_text_is_whole(root: Path, gate: Gate) -> None:
    async with beginning(root, gate) as reader:
        await reader.press("t", "c")
        gate.open()
        await reader.until(lambda: reader.marks("long.txt"))
    again = Gate()
    again.open()
    async with beginning(root, again) as reader:
        await reader.until(lambda: is_whole(reader) and reader.pane.marks.overlapping(0, 50))


async def test_who_was_deep_in_the_text_begins_there(root: Path, gate: Gate) -> None:
    place = TEXT.index("Sentence 1500 ")
    app = application(root)
    kept = Positions(panes=["long.txt"], places={"long.txt": Position(place, place)})
    save_positions(app.reading.session.workspace, kept)
    app.background.close()
    app = application(root)
    try:
        async with app.run_test(size=(100, 30)) as pilot:
            reader = Reader(root, app, pilot)
            await reader.until("Sentence 1500 of the letter")
            assert not is_whole(reader)
            assert "Sentence 1500 " in reader.sentence
    finally:
        gate.open()
        app.background.close()


async def test_damage_far_into_the_text_is_told_and_the_beginning_stays(
    root: Path, gate: Gate
) -> None:
    (root / "long.txt").write_bytes(TEXT.encode() + b"\xff")
    async with beginning(root, gate) as reader:
        gate.open()
        await reader.until("UTF-8 is damaged")
        assert reader.sees("Sentence 0 of the letter")
        await reader.press("t", "c")
        await reader.until("Marks here could not be saved")
        assert reader.reading.session.annotated() == {}
        (root / "long.txt").write_text(TEXT, encoding="utf-8", newline="")
        await reader.until(lambda: is_whole(reader))
        await reader.press("t", "c")
        await reader.until(lambda: reader.marks("long.txt"))


async def test_a_sentence_that_is_not_read_to_its_end_is_neither_marked_nor_copied(
    root: Path, gate: Gate
) -> None:
    async with beginning(root, gate) as reader:
        for keys in (("t", "c"), ("e",), ("y",)):
            await reader.press("G", "g", "G", *keys)
            await reader.until("try again in a moment")
        assert reader.reading.session.annotated() == {}
        assert not reader.typing


async def test_words_in_the_rest_are_found_when_it_is_there(root: Path, gate: Gate) -> None:
    async with beginning(root, gate) as reader:
        await reader.enter("sentence 1999 ", "/")
        await reader.until("Searching the text…")
        assert not is_whole(reader)
        gate.open()
        await reader.until(lambda: "1999" in reader.sentence)
        await reader.until("/sentence 1999/ 1 of 1")
