"""Another program writes what is being read: it is seen, and what was begun on it is kept."""

from __future__ import annotations

from pathlib import Path

from at_the_screen import Reader, reading

OLD = "First sentence here. The envoy said no. Third sentence.\n"


def shows(reader: Reader, words: str) -> bool:
    document = reader.pane.document
    return document is not None and document.text.startswith(words)


async def test_a_note_begun_on_the_text_as_it_was_is_kept_with_that_text(seeds: Path) -> None:
    (seeds / "a.txt").write_text(OLD, encoding="utf-8")
    async with reading(seeds, "a.txt") as reader:
        await reader.press("j", "e")
        await reader.until_typing()
        await reader.type("hi")
        (seeds / "a.txt").write_text("News. " + OLD, encoding="utf-8")
        await reader.until(lambda: shows(reader, "News. "))
        await reader.press("enter")
        await reader.until(lambda: reader.marks("a.txt"))
        (kept,) = reader.marks("a.txt")
        assert kept["exact"] == "The envoy said no."
        await reader.until(lambda: list(reader.reading.session.marks("a.txt").overlapping(0, 99)))
        (placed,) = reader.reading.session.marks("a.txt").overlapping(0, 99)
        assert ("News. " + OLD)[placed.start : placed.end] == "The envoy said no."


async def test_what_changed_while_no_pane_showed_it_is_read_again(seeds: Path) -> None:
    (seeds / "a.txt").write_text(OLD, encoding="utf-8")
    async with reading(seeds, "a.txt") as reader:
        reader.reading.show(reader.pane, "call.txt")
        (seeds / "a.txt").write_text("Written anew.\n", encoding="utf-8")
        reader.reading.show(reader.pane, "a.txt")
        await reader.until(lambda: shows(reader, "Written anew."))


async def test_a_file_that_was_away_for_a_moment_is_read_again(seeds: Path) -> None:
    (seeds / "a.txt").write_text(OLD, encoding="utf-8")
    async with reading(seeds, "a.txt") as reader:
        (seeds / "a.txt").unlink()
        reader.reading.background.look()
        assert shows(reader, "First")
        (seeds / "a.txt").write_text("It came back.\n", encoding="utf-8")
        await reader.until(lambda: shows(reader, "It came back."))


async def test_a_press_of_the_mouse_ends_where_the_text_changes(seeds: Path) -> None:
    (seeds / "a.txt").write_text(OLD * 60, encoding="utf-8")
    async with reading(seeds, "a.txt") as reader:
        await reader.pilot.mouse_down(reader.pane, offset=(40, 15))
        (seeds / "a.txt").write_text("One two three.\n", encoding="utf-8")
        await reader.until(lambda: shows(reader, "One two"))
        assert not reader.pane._dragging.held
        await reader.press("t", "c")
        await reader.until(lambda: reader.marks("a.txt"))
        assert reader.marks("a.txt")[0]["exact"] == "One two three."
