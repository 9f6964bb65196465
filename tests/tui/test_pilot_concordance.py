"""The concordance: from the results of a search, sorted by keys, and into the text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from at_the_screen import Reader, reading

from search_index.concordances.concordance import Order
from tui.panels.concordance_walk import ConcordancePanel
from tui.panels.search import SearchPanel

LINES = 3_000


async def concordance(reader: Reader, words: str) -> ConcordancePanel:
    await reader.search(words)
    await reader.until("hits in")
    await reader.press("tab", "K")
    await reader.until("Concordance")
    panel = reader.reading.panel
    assert isinstance(panel, ConcordancePanel)
    await reader.until(lambda: panel.count())
    return panel


def keywords(reader: Reader) -> set[int]:
    """The columns in which Putin stands in every row of the panel."""
    at = next(n for n, row in enumerate(reader.screen) if "Concordance" in row)
    rows = [row for row in reader.screen[at + 1 : -1] if row.endswith((".txt", ".md"))]
    assert len(rows) > 3
    return set.intersection(*({at.start() for at in re.finditer("Putin", row)} for row in rows))


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_the_keyword_is_aligned_in_every_line(seeds: Path, size: tuple[int, int]) -> None:
    async with reading(seeds, size=size) as reader:
        await concordance(reader, "Putin")
        assert len(keywords(reader)) == 1


async def test_the_query_is_shown_as_it_was_typed(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await concordance(reader, "Puti")
        assert reader.sees("Concordance  Puti…   ")
    async with reading(seeds) as reader:
        await concordance(reader, "Putin ")
        assert reader.sees("Concordance  Putin   ")


async def test_one_key_sorts_by_what_stands_beside(seeds: Path) -> None:
    async with reading(seeds) as reader:
        panel = await concordance(reader, "Putin")
        for key, order in (
            ("l", Order("right")),
            ("2", Order("right", 2)),
            ("h", Order("left")),
            ("3", Order("left", 3)),
            ("w", Order("keyword")),
            ("d", Order("document")),
        ):
            await reader.press(key)
            await reader.until(lambda order=order: panel.order == order)
        await reader.press("l")
        await reader.until("by 1R, the 1st word right")
        assert panel.answer is not None
        words = [line.right.split()[0] for line in panel.answer.lines]
        assert words == ["and", "asks", "had", "said", "telephoned", "told"]


async def test_the_text_follows_the_selection_and_comes_back(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.go("A question of harbours", pane=0)
        before = reader.sentence
        await concordance(reader, "Putin")
        await reader.until(lambda: "Putin and al-Sharaa" in reader.sentence)
        await reader.press("j")
        await reader.until(lambda: "telephoned" in reader.sentence)
        assert isinstance(reader.reading.focused, ConcordancePanel)
        await reader.press("escape")
        await reader.until(lambda: isinstance(reader.reading.panel, SearchPanel))
        assert reader.sentence == before


async def test_escape_goes_back_to_the_results_it_came_from(seeds: Path) -> None:
    async with reading(seeds) as reader:
        panel = await reader.search("Putin")
        await reader.until("hits in")
        await reader.press("tab", "v", "j")
        chosen, index = panel.found.chosen, panel.found.index
        await reader.press("K")
        await reader.until("Concordance")
        await reader.press("l")
        await reader.until("by 1R")
        await reader.press("escape")
        await reader.until("1 selected")
        back = reader.reading.panel
        assert isinstance(back, SearchPanel)
        await reader.until(lambda: back.row.shown)
        assert (back.found.chosen, back.found.index) == (chosen, index)
        assert reader.app.focused is back.found
        await reader.press("escape", "escape")
        await reader.until(lambda: reader.reading.panel is None)


async def test_the_hit_of_the_line_is_the_one_marked(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.search("telephone*")
        await reader.until("hits in")
        await reader.press("enter")
        await reader.until(lambda: reader.pane.match is not None)
        find, match = reader.reading.finding.find, reader.pane.match
        await reader.press("/", "ctrl+u")
        panel = await concordance_of_typed(reader, "Syria")
        assert panel.answer is not None
        for line in panel.answer.lines[:6]:
            await reader.until(lambda line=line: reader.pane.match == (line.start, line.end))
            assert reader.pane.find is not None
            assert reader.pane.find.words == "Syria"
            await reader.press("j")
        assert reader.sees("/Syria/")
        await reader.press("escape")
        await reader.until(lambda: reader.reading.finding.find == find)
        assert reader.pane.match == match


async def concordance_of_typed(reader: Reader, words: str) -> ConcordancePanel:
    """The concordance of words typed into the search that is open."""
    search = reader.reading.panel
    assert isinstance(search, SearchPanel)
    await reader.until_typing()
    await reader.type(words)
    await reader.until(lambda: search.line.value == words and search.answered)
    await reader.press("tab", "K")
    await reader.until("Concordance")
    panel = reader.reading.panel
    assert isinstance(panel, ConcordancePanel)
    await reader.until(panel.count)
    return panel


async def test_enter_opens_the_hit_and_n_walks_on(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await concordance(reader, "Putin")
        await reader.press("j", "enter")
        await reader.until("/Putin/ 2 of 4")
        await reader.press("n")
        await reader.until("/Putin/ 3 of 4")
        assert "told the Syrian president" in reader.sentence


async def test_the_figures_are_a_key_away(seeds: Path) -> None:
    async with reading(seeds) as reader:
        panel = await concordance(reader, "Putin")
        await reader.press("o")
        await reader.until("Collocates  Putin")
        await reader.until("sharaa")
        await reader.press("enter")
        await reader.until("no place of their own")
        await reader.press("o")
        await reader.until("Frequencies  Putin")
        await reader.until("3 documents")
        await reader.press("o")
        await reader.until(lambda: panel.shown == "lines")
        assert panel.count() == 6


async def test_the_lines_are_those_of_the_results_while_a_word_is_typed(seeds: Path) -> None:
    async with reading(seeds) as reader:
        panel = await concordance(reader, "bogd")
        assert panel.answer is not None
        assert {line.keyword for line in panel.answer.lines} == {"Bogdanov"}


async def test_the_query_can_be_changed(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await concordance(reader, "Putin")
        await reader.press("/")
        await reader.until_typing()
        await reader.until("hits in")


async def test_without_a_query_it_is_said(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("ctrl+f")
        await reader.until_typing()
        await reader.press("tab", "K")
        await reader.until("Nothing was searched for yet")


async def test_a_query_without_places_in_the_texts_says_so(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("ctrl+f")
        await reader.until_typing()
        await reader.type("zebra ")
        await reader.until("Nothing found")
        await reader.press("tab", "K")
        await reader.until("Nothing found in the texts")
        assert not reader.sees("Annotations have no lines")
        await reader.press("v")
        await reader.until("No line is listed here to select words in")
        assert reader.pane.view is not None
        assert reader.pane.view.selection is None


async def test_that_annotations_have_no_lines_is_said_where_they_are_asked_for(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("ctrl+f")
        await reader.until_typing()
        await reader.type("tag:claim ")
        await reader.until("Nothing found")
        await reader.press("tab", "K")
        await reader.until("Nothing found in the texts. Annotations have no lines here.")


async def test_more_lines_are_read_as_one_scrolls(tmp_path: Path) -> None:
    root = tmp_path / "many"
    root.mkdir()
    for n in range(3):
        (root / f"{n}.txt").write_text(f"Line {n} of oil. " * LINES)
    async with reading(root) as reader:
        panel = await concordance(reader, "oil")
        assert panel.answer is not None
        assert LINES // 2 < panel.count() < 3 * LINES
        for _ in range(9):
            shown = panel.count()
            await reader.press("G")
            await reader.until(lambda shown=shown: panel.count() > shown or panel.answer.complete)
        assert panel.count() == 3 * LINES
        assert panel.answer.total == 3 * LINES


@pytest.mark.parametrize("query", ["putin", '"formal req', "call OR telephon"])
async def test_it_has_as_many_hits_as_the_search_had(seeds: Path, query: str) -> None:
    async with reading(seeds) as reader:
        search = await reader.search(query)
        await reader.until("hits in")
        assert search.found.results is not None
        total = search.found.results.total
        await reader.press("tab", "K")
        await reader.until(lambda: isinstance(reader.reading.panel, ConcordancePanel))
        panel = reader.reading.panel
        assert isinstance(panel, ConcordancePanel)
        await reader.until(lambda: panel.answer is not None)
        assert panel.answer is not None
        assert panel.answer.total == total > 0


async def test_other_forms_have_no_lines_and_it_says_so(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.search("requests ")
        await reader.press("tab", "~")
        await reader.until("other form")
        await reader.press("K")
        await reader.until("their other forms have none")


async def test_the_help_begins_with_its_keys_and_is_named_where_there_is_little_room(
    seeds: Path,
) -> None:
    async with reading(seeds, size=(80, 24)) as reader:
        await concordance(reader, "Putin")
        await reader.until("? keys")
        await reader.press("?")
        await reader.until("In a concordance")
        await reader.press("escape")
        await reader.until("by document")
