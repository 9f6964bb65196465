"""The outline of any document: found beside the screen, and following the reader."""

from __future__ import annotations

from pathlib import Path
from threading import Event

from documents.document import Document
from documents.headings import headings
from tests.tui.at_the_screen import Reader, reading
from tui.outlines import Outlines
from tui.panels.outline import OutlinePanel

CHAPTER = "# Chapter {0}\n\n" + "Words that fill the page. " * 40 + "\n\n## Part {0}\n\nMore.\n\n"
BOOK = "".join(CHAPTER.format(number) for number in range(1, 30))


def panel(reader: Reader) -> OutlinePanel:
    shown = reader.reading.panel
    assert isinstance(shown, OutlinePanel)
    return shown


def under(reader: Reader) -> str:
    """The heading that is marked as the one the reader is under."""
    signed = [row for row in reader.screen if " ◂" in row]
    assert len(signed) == 1, reader.screen
    return signed[0].split(" ◂")[0].strip(" ▸")


def test_a_short_text_has_its_outline_at_once() -> None:
    document = Document("a.md", BOOK, kind="markdown")
    outline = Outlines(lambda: None).of(document)
    assert outline.complete
    assert outline.headings == headings(document)


def test_a_long_text_has_it_by_and_by() -> None:
    done = Event()

    def grown() -> None:
        if outlines.of(document).complete:
            done.set()

    document = Document("a.md", BOOK * 500, kind="markdown")
    outlines = Outlines(grown)
    assert not outlines.of(document).complete
    assert done.wait(60)
    assert outlines.of(document).headings == headings(document)
    assert outlines.of(document).highest == 1


async def test_the_outline_marks_where_the_reader_is_and_follows(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(BOOK, encoding="utf-8")
    async with reading(tmp_path, "a.md") as reader:
        await reader.press("c")
        await reader.until("Outline  a.md")
        assert under(reader) == "Chapter 1"
        await reader.press("j", "j", "enter")
        await reader.until(lambda: "Chapter 2" in reader.sentence)
        await reader.press("tab", "j", "j")
        await reader.until(lambda: under(reader) == "Chapter 2")
        await reader.press("G")
        await reader.until(lambda: under(reader) == "Part 29")
        assert panel(reader).index == panel(reader).count() - 1


async def test_who_looks_around_in_the_outline_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(BOOK, encoding="utf-8")
    async with reading(tmp_path, "a.md") as reader:
        await reader.press("c")
        await reader.until("Outline  a.md")
        await reader.press("j", "j", "j")
        reader.reading.refresh_status()
        await reader.until(lambda: panel(reader).index == 3)
        assert under(reader) == "Chapter 1"


async def test_the_outline_is_that_of_the_pane_that_is_read(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("c")
        await reader.until("Outline  call.txt")
        await reader.press("tab", "tab")
        await reader.until("Outline  message.txt")
        assert "From patron to suitor" in [one.title for one in panel(reader).headings]
