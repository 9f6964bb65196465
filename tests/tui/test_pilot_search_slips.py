"""What the search says of a query that finds nothing: what may be meant, what may be wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from at_the_screen import reading


async def test_of_a_word_that_is_typed_to_its_end_the_like_is_offered(seeds: Path) -> None:
    async with reading(seeds) as reader:
        panel = await reader.search("presdent")
        await reader.until("did you mean")
        assert reader.sees("f4 for other forms of the words")
        await reader.press("enter")
        await reader.until(lambda: panel.line.value == "president ")
        await reader.until(lambda: panel.found.count() > 0)


async def test_of_a_word_that_is_being_typed_other_forms_are_found(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.search("shipmented")
        await reader.until("Nothing found")
        await reader.press("tab", "~")
        await reader.until("two shipments of Syrian banknotes")


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("date:2025-13", "“2025-13” is no date"),
        ("date:2025-02-30", "“2025-02-30” is no date"),
        ("/[/", "no pattern that can be read"),
        ("status:opne", "no status “opne” in the palette; it has open, supported"),
        ("lang:qq", "“qq” is no language told apart here"),
        ("??", "need a letter"),
        ("call not envoy", "in capitals, NOT leaves out what follows"),
        ("tag:", "there are no annotations yet"),
    ],
)
async def test_a_slip_is_named(seeds: Path, query: str, told: str) -> None:
    async with reading(seeds) as reader:
        await reader.search(query)
        await reader.until(told)


@pytest.mark.parametrize("query", ["Putin doc:essage", "Putin doc:sage.txt", "Putin -doc:all"])
async def test_a_part_of_a_path_is_one_before_it_is_finished(seeds: Path, query: str) -> None:
    async with reading(seeds) as reader:
        panel = await reader.search(query)
        await reader.until("in 1 document")
        found = panel.found.sentences
        await reader.type(" ")
        await reader.until(lambda: panel.found.query_text.endswith(" ") and not panel.found.awaited)
        assert panel.found.sentences == found
        assert {one.document for one in found} == {"message.txt"}


async def test_while_another_query_is_typed_the_last_one_is_not_counted(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.search("Bogdanov ")
        await reader.until("in 3 documents")
        await reader.press("enter")
        await reader.until("/Bogdanov/")
        await reader.press("ctrl+f")
        await reader.type("diesel")
        await reader.until("large cargo of diesel")
        await reader.until(lambda: not reader.sees("/Bogdanov/"))


async def test_the_keys_told_are_those_of_what_is_listed(seeds: Path) -> None:
    async with reading(seeds) as reader:
        panel = await reader.search("Bogdanov ")
        await reader.until("down next")
        panel.line.value = "qqqq "
        await reader.until("Nothing found")
        await reader.until(lambda: not reader.sees("down next"))
        panel.line.value = "presdent "
        await reader.until("did you mean")
        await reader.until("enter search")


async def test_phrases_in_guillemets_are_found_while_they_are_typed(seeds: Path) -> None:
    async with reading(seeds) as reader:
        panel = await reader.search("")
        panel.line.value = "«formal requ"
        await reader.until("in 2 documents   “formal requ…”")
        panel.line.value = "«formal request»"
        await reader.until("in 2 documents   “formal request”")


async def test_how_to_ask_is_told_whole_in_a_small_terminal(seeds: Path) -> None:
    async with reading(seeds, size=(80, 24)) as reader:
        panel = await reader.search("")
        await reader.press("f1")
        offered = list(panel.start.offers)
        for one in offered:
            await reader.until(one.query)
            await reader.until(one.said)
            await reader.press("down")
        await reader.until(f"{len(offered)} of {len(offered)}")


async def test_where_nothing_is_found_the_way_to_the_help_stays(seeds: Path) -> None:
    async with reading(seeds, size=(80, 24)) as reader:
        await reader.search("zzqx")
        await reader.until("Nothing found")
        await reader.until("f1 how to ask")
        await reader.press("f1")
        await reader.until("enter search")
        await reader.press("ctrl+u")
        await reader.until("enter search")


async def test_the_list_of_examples_is_full_after_it_was_hidden(seeds: Path) -> None:
    async with reading(seeds, size=(80, 24)) as reader:
        panel = await reader.search("zzqx")
        await reader.press("f1", "pagedown", "pagedown", "pagedown", "f1")
        await reader.until("Nothing found")
        await reader.press("f1")
        await reader.until(panel.start.offers[-1].query)
        await reader.until(panel.start.offers[-2].query)


async def test_other_forms_are_asked_for_from_the_line_and_no_more(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.search("shipmented")
        await reader.until("f4 other forms")
        await reader.press("f4")
        await reader.until("two shipments of Syrian banknotes")
        await reader.until("f4 ends that")
        await reader.press("f4")
        await reader.until("Nothing found")
        assert not reader.sees("f4 ends that")


async def test_a_first_letter_begins_a_word(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.search("b")
        await reader.until("Bogdanov")
        await reader.press("ctrl+u")
        await reader.type("putin d")
        await reader.until("“putin” and “d…”")
        await reader.until("Dmitry Peskov")


async def test_the_keys_of_the_results_come_first_in_the_help_asked_for_there(seeds: Path) -> None:
    async with reading(seeds, size=(80, 24)) as reader:
        await reader.search("putin ")
        await reader.press("enter")
        await reader.until("f1 keys")
        await reader.until("escape close")
        await reader.press("f1")
        await reader.until("In the results")
        await reader.until("Each hit on its line")
