"""The next hit, and the one before, asked for in a list of hits: those of that list."""

from __future__ import annotations

from pathlib import Path

from at_the_screen import AUTHOR, Reader, add_as, reading

from tui.panels.concordance_walk import ConcordancePanel
from tui.panels.search import SearchPanel


async def searched_before(reader: Reader, words: str) -> None:
    """Searches for words, goes to the first hit, and closes the panel."""
    await reader.search(words)
    await reader.press("enter")
    await reader.until(lambda: reader.pane.match is not None)
    await reader.press("escape")
    await reader.until(lambda: reader.reading.panel is None)


async def listed(reader: Reader, words: str) -> SearchPanel:
    """The results of other words, the keys in their list."""
    await reader.press("ctrl+f")
    await reader.until_typing()
    await reader.press("ctrl+u")
    await reader.type(words)
    panel = reader.reading.panel
    assert isinstance(panel, SearchPanel)
    await reader.until(lambda: panel.line.value == words and panel.answered)
    await reader.press("tab")
    return panel


async def concordance(reader: Reader, words: str) -> ConcordancePanel:
    await reader.search(words)
    await reader.press("tab", "K")
    await reader.until("Concordance")
    panel = reader.reading.panel
    assert isinstance(panel, ConcordancePanel)
    await reader.until(panel.count)
    return panel


def at(reader: Reader) -> tuple[str, int, int] | None:
    document, match = reader.pane.document, reader.pane.match
    return (document.path, *match) if document is not None and match is not None else None


def row(panel: SearchPanel) -> list[tuple[str, int | None, int | None]]:
    """The hits of the selected row."""
    one = panel.found.sentences[panel.found.index]
    return [(hit.document, hit.start, hit.end) for hit in one.hits]


def line(panel: ConcordancePanel) -> tuple[str, int, int]:
    selected = panel.selected_line()
    assert selected is not None
    return selected.document, selected.start, selected.end


async def test_it_is_the_hits_of_the_list_and_not_those_of_an_earlier_search(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await searched_before(reader, "Kremlin")
        panel = await listed(reader, "Assad")
        first = row(panel)
        await reader.press("n")
        await reader.until(lambda: at(reader) == first[0])
        assert reader.pane.find is not None
        assert reader.pane.find.words == "Assad"
        assert panel.found.index == 0
        await reader.press("n")
        await reader.until(lambda: at(reader) not in first)
        assert at(reader) in row(panel)


async def test_it_goes_on_from_the_selected_row(seeds: Path) -> None:
    async with reading(seeds) as reader:
        panel = await listed(reader, "Assad")
        await reader.press("j", "j")
        third = row(panel)
        await reader.press("n")
        await reader.until(lambda: at(reader) == third[0])
        await reader.press("k", "k")
        first = row(panel)
        await reader.press("N")
        await reader.until("Round the end of all hits")
        assert at(reader) in row(panel)
        assert first != row(panel) != third


async def test_annotations_are_walked_through_too(seeds: Path) -> None:
    for words in ("A question of harbours", "Unconfirmed reports"):
        add_as(AUTHOR, seeds, words, "claim")
    async with reading(seeds) as reader:
        await searched_before(reader, "Kremlin")
        panel = await listed(reader, "tag:claim ")
        await reader.until("2 hits")
        for _ in range(2):
            await reader.press("n")
            await reader.until(lambda: at(reader) in row(panel))
        assert panel.found.index == 1
        await reader.press("tab", "N")
        await reader.until(lambda: panel.found.index == 0)
        assert "A question of harbours" in reader.sentence


async def test_where_nothing_was_found_it_is_said(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await searched_before(reader, "Kremlin")
        before = reader.sentence
        panel = await listed(reader, "zebrafish ")
        await reader.until("Nothing found")
        panel.found.focus()
        await reader.press("n")
        await reader.until("Nothing was found to walk through")
        assert reader.sentence == before


async def test_the_line_of_a_concordance_goes_along_and_the_keys_on_from_there(
    seeds: Path,
) -> None:
    async with reading(seeds) as reader:
        await searched_before(reader, "Kremlin")
        await reader.go("A question of harbours")
        before = reader.sentence
        await reader.press("ctrl+f", "ctrl+u")
        panel = await concordance(reader, "Putin")
        assert panel.answer is not None
        places = [(one.document, one.start, one.end) for one in panel.answer.lines]
        await reader.until(lambda: at(reader) == places[0])
        for place in places[1:4]:
            await reader.press("n")
            await reader.until(lambda place=place: at(reader) == place)
            assert line(panel) == place
        await reader.press("j")
        await reader.until(lambda: at(reader) == places[4])
        await reader.press("N")
        await reader.until(lambda: at(reader) == line(panel) == places[3])
        await reader.press("escape")
        await reader.until(lambda: isinstance(reader.reading.panel, SearchPanel))
        assert reader.sentence == before


async def test_it_goes_along_while_the_keys_are_in_the_text(seeds: Path) -> None:
    async with reading(seeds) as reader:
        panel = await concordance(reader, "Putin")
        await reader.press("enter", "n", "n")
        await reader.until(lambda: panel.index == 2 and at(reader) == line(panel))
        stayed = reader.sentence
        panel.focus()
        await reader.press("escape")
        await reader.until(lambda: reader.reading.panel is not panel)
        assert reader.sentence == stayed


async def test_figures_have_no_hits_to_go_to(seeds: Path) -> None:
    async with reading(seeds) as reader:
        panel = await concordance(reader, "Putin")
        await reader.press("o")
        await reader.until(lambda: panel.shown == "collocates")
        await reader.press("n")
        await reader.until("Figures have no place of their own to go on from")


async def test_the_text_walks_on_through_the_lines_of_a_concordance_that_was_left(
    seeds: Path,
) -> None:
    async with reading(seeds) as reader:
        await searched_before(reader, "Kremlin")
        await reader.press("ctrl+f", "ctrl+u")
        panel = await concordance(reader, "Putin")
        await reader.until(lambda: at(reader) == line(panel))
        await reader.press("tab", "n")
        await reader.until(lambda: panel.index == 1)
        assert at(reader) == line(panel)


async def test_hits_that_overlap_are_as_many_in_the_list_on_the_way_and_in_the_text(
    tmp_path: Path,
) -> None:
    root = tmp_path / "folder"
    root.mkdir()
    (root / "a.txt").write_text("Ms al-Sharaa spoke. Then Sharaa left.\n")
    async with reading(root) as reader:
        await listed(reader, "al-Sharaa Sharaa ")
        await reader.until("3 hits in 1 document")
        for number, words in enumerate(("al-Sharaa", "Sharaa", "Sharaa"), start=1):
            await reader.press("n")
            await reader.until(f"/al-Sharaa Sharaa/ {number} of 3")
            assert reader.pane.document is not None
            assert reader.pane.match is not None
            assert reader.pane.document.text[slice(*reader.pane.match)] == words
        await reader.press("n")
        await reader.until("Round the end of all hits")
        await reader.press("N")
        await reader.until("/al-Sharaa Sharaa/ 3 of 3")


async def test_a_concordance_follows_the_files(seeds: Path) -> None:
    async with reading(seeds, indexed=True) as reader:
        panel = await concordance(reader, "Putin ")
        await reader.until("6 hits in 2 documents")
        await reader.press("j", "j", "j", "j")
        there = line(panel)
        assert there[0] == "message.txt"
        (seeds / "call.txt").rename(seeds.parent / "call.txt")
        reader.reading.background.look()
        await reader.until("2 hits in 1 document")
        assert line(panel) == there
        (seeds / "new.txt").write_text("Putin was there.\n")
        await reader.until("3 hits in 2 documents")
        assert line(panel) == there
        await reader.press("n", "n")
        await reader.until(lambda: at(reader) == line(panel) == ("new.txt", 0, 5))
        await reader.press("o")
        await reader.until(lambda: panel.shown == "collocates")
        await reader.press("o")
        await reader.until(lambda: panel.shown == "frequencies")
        (seeds / "new.txt").unlink()
        await reader.until(lambda: panel.answer is not None and panel.answer.total == 2)
        assert panel.shown == "frequencies"


async def test_who_reads_on_is_left_there_when_the_lines_change(seeds: Path) -> None:
    async with reading(seeds, indexed=True) as reader:
        panel = await concordance(reader, "Putin ")
        await reader.press("enter", "n", "j")
        stayed = reader.sentence
        (seeds / "message.txt").unlink()
        await reader.until(lambda: panel.answer is not None and panel.answer.total == 4)
        await reader.until("4 hits in 1 document")
        assert reader.sentence == stayed
        await reader.press("N")
        await reader.until(lambda: at(reader) == line(panel))
