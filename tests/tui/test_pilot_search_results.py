"""Working with what a search has found: narrowing, walking, tagging, saving, being helped."""

from __future__ import annotations

from pathlib import Path

import pytest
import tomli
from at_the_screen import Reader, reading

from annotations.saved_searches import save_search
from documents.settings import SavedSearch
from tui.panels.search import SearchPanel
from tui.reading import all_hits, background


def typed(reader: Reader) -> str:
    panel = reader.reading.panel
    assert isinstance(panel, SearchPanel)
    return panel.line.value.strip()


async def test_a_number_narrows_and_the_nought_takes_that_back(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.search("Putin OR diesel ")
        await reader.until("1 doc:")
        await reader.press("tab", "1")
        await reader.until(lambda: typed(reader).startswith("(Putin OR diesel) doc:"))
        await reader.until("in 1 document")
        await reader.press("0")
        await reader.until(lambda: typed(reader) == "Putin OR diesel")
        await reader.until("in 3 documents")
        await reader.press("0")
        await reader.until("The query is not narrowed")
        await reader.press("9")
        await reader.until("no such number")


async def test_half_a_phrase_and_half_a_word_are_narrowed_as_they_were_answered(
    seeds: Path,
) -> None:
    async with reading(seeds) as reader:
        for query, narrowed in (('"formal req', '"formal req"* doc:'), ("reques", "reques* doc:")):
            await reader.search(query)
            await reader.until("hits in")
            await reader.press("tab", "1")
            await reader.until(lambda narrowed=narrowed: typed(reader).startswith(narrowed))
            await reader.until("1 hit in 1 document")
            await reader.press("escape")


async def test_the_query_is_carried_into_the_documents_and_walked_through(seeds: Path) -> None:
    async with reading(seeds) as reader:
        panel = await reader.search("Bogdanov ")
        await reader.until("in 3 documents")
        hits = [(hit.document, hit.start) for hit in panel.found.results.hits]  # type: ignore[union-attr]
        await reader.press("enter")
        seen = []
        for _ in hits:
            await reader.until(lambda: reader.pane.match is not None)
            assert reader.pane.document is not None
            assert reader.pane.match is not None
            seen.append((reader.pane.document.path, reader.pane.match.start))
            await reader.press("n")
        assert sorted(seen) == sorted(hits)
        await reader.until("Round the end of all hits")
        await reader.press("N")
        await reader.until("Round the end of all hits")
        assert reader.pane.match is not None
        assert reader.pane.match.start == seen[-1][1]
        assert reader.sees("/Bogdanov/")


async def test_selected_hits_are_tagged_at_once_and_one_undo_takes_it_back(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.search("Bogdanov ")
        await reader.until("in 3 documents")
        await reader.press("tab", "v", "v")
        await reader.until("2 selected")
        await reader.press("V", "V", "v", "+")
        await reader.until("Tag 1 sentence in 1 document")
        await reader.press("escape")
        await reader.until(lambda: not reader.typing)
        await reader.press("V", "+")
        await reader.until("in 3 documents")
        await reader.until_typing()
        await reader.type("claim")
        await reader.press("enter")
        await reader.until("sentences claim? (yes/no)")
        await reader.type("y")
        await reader.press("enter")
        await reader.until("takes it back")
        await reader.saved()
        assert [one["tags"] for one in reader.marks("call.txt")] == [["claim"]]
        assert {one["status"] for one in reader.marks("message.txt")} == {"open"}
        await reader.enter("claim", "+")
        await reader.until("tagged so already")
        await reader.press("u")
        await reader.until(lambda: not reader.marks("call.txt") and not reader.marks("message.txt"))


async def test_escape_ends_the_selection_before_the_search(seeds: Path) -> None:
    async with reading(seeds) as reader:
        panel = await reader.search("Bogdanov ")
        await reader.until("in 3 documents")
        await reader.press("tab", "v", "v")
        await reader.until("2 selected")
        await reader.press("escape")
        await reader.until(lambda: not reader.sees("selected"))
        assert reader.reading.panel is panel
        await reader.press("escape")
        await reader.until(lambda: reader.reading.panel is None)


async def test_a_question_says_what_enter_will_do(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.search("Bogdanov ")
        await reader.until("in 3 documents")
        await reader.enter("claim", "tab", "+")
        await reader.until("(yes/no) then enter")
        await reader.press("y")
        await reader.until("enter does it")
        await reader.press("backspace", "n")
        await reader.until("enter leaves all as it is")
        await reader.press("enter")
        await reader.until("Nothing tagged")


async def test_tagging_goes_on_to_documents_that_were_never_open(seeds: Path) -> None:
    async with reading(seeds, "call.txt") as reader:
        await reader.search("desk ")
        await reader.until("in 1 document")
        await reader.enter("doubt", "tab", "+")
        await reader.until("(yes/no)")
        await reader.press("n", "enter")
        await reader.until("Nothing tagged")
        assert reader.marks("to-check.md") == []
        await reader.enter("doubt", "+")
        await reader.until("(yes/no)")
        await reader.press("y", "enter")
        await reader.until(lambda: bool(reader.marks("to-check.md")))
        (one,) = {one["exact"] for one in reader.marks("to-check.md")}
        assert "desk" in one


@pytest.fixture
def few_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(background, "_SENTENCES_SHOWN", 2)


@pytest.mark.usefixtures("few_listed")
async def test_all_hits_are_tagged_though_few_are_listed(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.search("Bogdanov ")
        await reader.until("first 2 shown")
        await reader.enter("claim", "tab", "+")
        await reader.until("Tag 5 sentences claim? (yes/no)")
        await reader.press("y", "enter")
        await reader.until("Tagged claim: 5 sentences in 3 documents; u takes it back")
        await reader.saved()
        files = ("call.txt", "message.txt", "to-check.md")
        marks = [one for file in files for one in reader.marks(file)]
        assert len(marks) == 5
        assert all("Bogdanov" in one["exact"] for one in marks)
        await reader.press("u")
        await reader.until(lambda: not any(map(reader.marks, files)))
        await reader.press("ctrl+r")
        await reader.until(lambda: sum(len(reader.marks(file)) for file in files) == 5)


@pytest.mark.usefixtures("few_listed")
async def test_it_is_said_of_how_many_hits_the_tagged_ones_are(
    seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(all_hits, "MOST", 3)
    async with reading(seeds) as reader:
        await reader.search("Bogdanov ")
        await reader.until("first 2 shown")
        await reader.enter("claim", "tab", "+")
        await reader.until("claim (the first 3 of 7 hits)? (yes/no)")


@pytest.mark.usefixtures("few_listed")
async def test_hits_that_are_selected_are_tagged_alone(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.search("Bogdanov ")
        await reader.until("first 2 shown")
        await reader.press("tab", "v", "+")
        await reader.until("Tag 1 sentence in 1 document")


async def test_a_search_is_saved_under_a_name_and_offered_again(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.search("Bogdanov OR envoy")
        await reader.press("ctrl+s")
        await reader.until("Save the search as")
        await reader.type("Envoys")
        await reader.press("enter")
        await reader.until("Saved “Envoys” in sidelight.toml")
        text = (seeds / "sidelight.toml").read_text(encoding="utf-8")
        saved = tomli.loads(text)["search"]
        assert saved == [{"name": "Envoys", "query": "Bogdanov OR envoy"}]
        await reader.press("escape", "ctrl+f")
        await reader.until_typing()
        await reader.press("ctrl+u", "backspace")
        await reader.until("Envoys")
        await reader.press("enter")
        await reader.until(lambda: typed(reader) == "Bogdanov OR envoy")
        await reader.until("in 3 documents")


async def test_a_saved_search_is_removed_and_its_query_stays_at_hand(seeds: Path) -> None:
    save_search(seeds, SavedSearch("Cargo", "diesel"))
    async with reading(seeds) as reader:
        await reader.search("")
        await reader.until("Cargo")
        await reader.press("tab", "x")
        await reader.until("Removed “Cargo”")
        assert "search" not in tomli.loads((seeds / "sidelight.toml").read_text(encoding="utf-8"))
        await reader.until(
            lambda: any("earlier" in row and "diesel" in row for row in reader.screen)
        )
        await reader.press("x")
        await reader.until("This is no saved search")


@pytest.mark.parametrize("query", ["bogda", '"mikhail bogda', "bogdanov "])
async def test_what_was_asked_before_finds_the_same_again(seeds: Path, query: str) -> None:
    async with reading(seeds) as reader:
        panel = await reader.search(query)
        await reader.until("hits in")
        assert panel.found.results is not None
        total = panel.found.results.total
        await reader.press("enter", "escape", "ctrl+f")
        await reader.until_typing()
        await reader.press("ctrl+u", "backspace")
        await reader.until("earlier")
        await reader.press("enter")
        again = reader.reading.panel
        assert isinstance(again, SearchPanel)
        await reader.until(lambda: again.answered and again.found.results is not None)
        assert again.found.results is not None
        assert again.found.results.total == total > 0


async def test_earlier_queries_stand_there_as_typed_and_in_full(seeds: Path) -> None:
    long = '"in-depth exchange of views" OR "integrity of Syria" OR envo'
    async with reading(seeds, size=(80, 24)) as reader:
        for query in ("views", "views ", long):
            await reader.press("ctrl+f", "ctrl+u")
            await reader.search(query)
            await reader.press("enter", "escape")
        await reader.search("")
        await reader.press("ctrl+u", "backspace")
        await reader.until("earlier")
        rows = [row.removeprefix("▸").split("│")[0].strip() for row in reader.screen]
        at = next(number for number, row in enumerate(rows) if row.startswith("earlier"))
        assert rows[at] == f"earlier   {long}"
        assert rows[at + 1] == "views"
        assert rows[at + 2].startswith("examples")


async def test_an_earlier_query_without_room_ends_in_an_ellipsis(seeds: Path) -> None:
    query = " OR ".join(f"{word}{number}" for number in range(9) for word in ("bases", "quay"))
    async with reading(seeds, size=(80, 24)) as reader:
        panel = await reader.search("")
        reader.reading.searches.remember(query)
        panel.show_offers()
        await reader.until("earlier")
        (row,) = [row for row in reader.screen if "earlier" in row]
        assert row.endswith("…")
        assert len(row) > 70


@pytest.mark.parametrize(
    ("query", "narrowed"),
    [
        ("Putin", "Putin doc:call.txt"),
        ("Syria", "Syria* doc:call.txt"),
        ("Puti", "Puti* doc:call.txt"),
        ('"formal request', '"formal request" doc:message.txt'),
    ],
)
async def test_a_star_is_written_only_where_it_finds_more(
    seeds: Path, query: str, narrowed: str
) -> None:
    async with reading(seeds) as reader:
        panel = await reader.search(query)
        await reader.until("hits in")
        await reader.press("tab")
        field = narrowed.split()[-1]
        await reader.until(lambda: field in [one.field for one in panel.row.shown])
        await reader.press(str([one.field for one in panel.row.shown].index(field) + 1))
        await reader.until(lambda: typed(reader) == narrowed)
        await reader.until("in 1 document")


async def test_what_was_asked_before_is_offered_in_the_next_run(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.search("diesel ")
        await reader.until("large cargo of diesel")
        await reader.press("enter")
        await reader.until(lambda: reader.pane.match is not None)
        await reader.reading.save_all()
    async with reading(seeds) as reader:
        await reader.search("")
        await reader.until(
            lambda: any("earlier" in row and "diesel" in row for row in reader.screen)
        )


async def test_help_shows_examples_that_can_be_taken(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.search("diesel ")
        await reader.until("large cargo of diesel")
        await reader.press("f1")
        await reader.until("one behind the other")
        await reader.press("f1")
        await reader.until("large cargo of diesel")
        await reader.press("tab", "?")
        await reader.until("one behind the other")
        await reader.press("down", "enter")
        await reader.until(lambda: typed(reader) == '"formal request"')


async def test_what_may_have_been_meant_is_taken_with_enter(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.search("Bogdanow ")
        await reader.until("did you mean")
        await reader.press("enter")
        await reader.until(lambda: typed(reader).lower() == "bogdanov")
        await reader.until("in 3 documents")


async def test_other_forms_of_the_words_follow_when_asked_for(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.search("shipment ")
        await reader.until("Nothing found")
        await reader.press("tab", "~")
        await reader.until("other form")
        await reader.until("two shipments of Syrian banknotes")


async def test_only_of_a_saved_search_is_it_offered_to_remove_it(seeds: Path) -> None:
    save_search(seeds, SavedSearch("Cargo", "diesel"))
    async with reading(seeds) as reader:
        await reader.search("")
        await reader.until("Cargo")
        await reader.press("tab")
        await reader.until("x remove")
        await reader.press("down")
        await reader.until(lambda: not reader.sees("x remove"))
        assert reader.sees("SEARCH")


async def test_a_file_with_a_mistake_is_told_and_nothing_is_saved(seeds: Path) -> None:
    file = seeds / "sidelight.toml"
    async with reading(seeds) as reader:
        broken = file.read_text(encoding="utf-8") + "\nkeep_texts = = 1\n"
        file.write_text(broken, encoding="utf-8")
        await reader.search("diesel ")
        await reader.until("large cargo of diesel")
        await reader.press("ctrl+s")
        await reader.until("Save the search as")
        await reader.type("Cargo")
        await reader.press("enter")
        await reader.until("Not saved")
        assert file.read_text(encoding="utf-8") == broken


async def test_an_expression_that_is_refused_says_why(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.search("/a{9999}{9999}/ ")
        await reader.until("repeats too often")
