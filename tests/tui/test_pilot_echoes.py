"""The echoes of a sentence: listed, shown beside it, linked with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from at_the_screen import Reader, reading

from tui.panels.echoes_panel import EchoesPanel

HERE = "Mikhail Bogdanov"
THERE = "Sergei Bogdanov"
ECHO = "In January a deputy foreign minister"


async def echoes(reader: Reader, words: str = HERE) -> EchoesPanel:
    """Asks for the echoes of a sentence, and waits for the answer."""
    await reader.go(words, pane=0)
    await reader.press("K")
    await reader.until(lambda: isinstance(reader.reading.panel, EchoesPanel))
    panel = reader.reading.panel
    assert isinstance(panel, EchoesPanel)
    await reader.until(lambda: panel.answer is not None)
    return panel


def places(reader: Reader) -> list[tuple[str, int]]:
    """What each pane shows, and the sentence it is at."""
    return [
        (pane.document.path, pane.position[0])
        for pane in reader.reading.panes
        if pane.document and pane.position
    ]


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_each_is_listed_with_what_differs(seeds: Path, size: tuple[int, int]) -> None:
    async with reading(seeds, "call.txt", "message.txt", size=size) as reader:
        panel = await echoes(reader)
        assert {echo.document for echo in panel.echoes} >= {"message.txt"}
        assert reader.sees("Mikhail")
        await reader.until("Sergei")
        assert any("≠" in row and "Mikhail" in row and "Sergei" in row for row in reader.screen)
        assert reader.sees("not indexed yet")


async def test_the_other_pane_shows_it_beside_the_sentence(seeds: Path) -> None:
    async with reading(seeds, "call.txt", "message.txt") as reader:
        panel = await echoes(reader)
        while panel.echoes[panel.index].document != "message.txt":
            await reader.press("j")
        await reader.until(lambda: reader.reading.panes[1].picture.linked is not None)
        assert HERE in reader.sentence
        view = reader.reading.panes[1].view
        assert view is not None
        assert view.cursor is not None
        assert ECHO in view.document.text[slice(*view.cursor)]
        assert reader.reading.focused is panel


async def test_closing_it_gives_everything_back(seeds: Path) -> None:
    async with reading(seeds, "call.txt", "message.txt") as reader:
        await reader.go(HERE, pane=0)
        before = places(reader)
        panel = await echoes(reader)
        for _ in range(panel.count()):
            await reader.press("j")
        assert places(reader) != before
        await reader.press("escape")
        await reader.until(lambda: reader.reading.panel is None)
        assert places(reader) == before
        assert all(pane.picture.linked is None for pane in reader.reading.panes)


@pytest.mark.parametrize(
    "keys",
    [
        "escape",
        "q",
        "tab escape",
        ": escape",
        "A q",
        "ctrl+f escape",
        "w escape",
        "R q",
        "D escape",
        "| ctrl+w c escape",
    ],
)
async def test_leaving_it_by_any_way_gives_back_what_the_other_pane_held(
    seeds: Path, keys: str
) -> None:
    async with reading(seeds, "call.txt", "to-check.md") as reader:
        await reader.go("Damascus", pane=1)
        await reader.go(HERE, pane=0)
        before = places(reader)
        panel = await echoes(reader)
        while panel.echoes[panel.index].document != "message.txt":
            await reader.press("j")
        await reader.until(lambda: [path for path, _ in places(reader)][1] == "message.txt")
        for key in keys.split():
            await reader.press(key)
        await reader.until(lambda: reader.reading.panel is None)
        assert places(reader) == before
        assert HERE in reader.sentence


async def test_what_the_other_pane_held_is_kept_for_the_next_time(seeds: Path) -> None:
    async with reading(seeds, "call.txt", "to-check.md") as reader:
        panel = await echoes(reader)
        while panel.echoes[panel.index].document != "message.txt":
            await reader.press("j")
        await reader.until(lambda: [path for path, _ in places(reader)][1] == "message.txt")
        reader.reading.keep_places()
        kept = reader.reading.desk.positions.panes
        assert [pane.path for pane in kept] == ["call.txt", "to-check.md"]


@pytest.mark.parametrize("keys", [("ctrl+o",), ("tab", "ctrl+o")])
async def test_back_brings_what_enter_replaced_in_its_pane(
    seeds: Path, keys: tuple[str, ...]
) -> None:
    async with reading(seeds, "call.txt", "to-check.md") as reader:
        await reader.go("Damascus", pane=1)
        await reader.go(HERE, pane=0)
        before = places(reader)
        panel = await echoes(reader)
        while panel.echoes[panel.index].document != "message.txt":
            await reader.press("j")
        await reader.press("enter", "escape")
        assert [path for path, _ in places(reader)] == ["call.txt", "message.txt"]
        opened = places(reader)
        await reader.press(*keys)
        assert places(reader) == before
        assert reader.pane is reader.reading.panes[1]
        if "tab" not in keys:
            await reader.press("ctrl+o")
            assert HERE in reader.sentence
            await reader.press("alt+right", "alt+right")
            assert places(reader) == opened


async def test_what_the_reader_went_on_in_stays_and_back_brings_what_was_there(seeds: Path) -> None:
    async with reading(seeds, "call.txt", "to-check.md") as reader:
        panel = await echoes(reader)
        while panel.echoes[panel.index].document != "message.txt":
            await reader.press("j")
        await reader.press("tab", "tab", "j", "escape")
        await reader.until(lambda: reader.reading.panel is None)
        assert [path for path, _ in places(reader)] == ["call.txt", "message.txt"]
        await reader.press("ctrl+o")
        assert [path for path, _ in places(reader)] == ["call.txt", "to-check.md"]


async def test_enter_goes_there_and_back_leads_to_the_sentence(seeds: Path) -> None:
    async with reading(seeds, "call.txt") as reader:
        panel = await echoes(reader)
        assert len(reader.reading.panes) == 1
        shown = panel.echoes[0]
        await reader.press("enter")
        await reader.until(lambda: len(reader.reading.panes) == 2)
        await reader.until(lambda: reader.pane.document and reader.pane.document.path != "call.txt")
        assert reader.sentence in shown.text or shown.text in reader.sentence
        assert reader.reading.focused is None
        await reader.press("ctrl+o")
        await reader.until(lambda: HERE in reader.sentence)


async def test_one_key_links_the_two_and_one_takes_it_back(seeds: Path) -> None:
    async with reading(seeds, "call.txt", "message.txt") as reader:
        panel = await echoes(reader)
        while panel.echoes[panel.index].document != "message.txt":
            await reader.press("j")
        await reader.press("c")
        await reader.until("Linked: contradicts message.txt “In January")
        await reader.until("⇄ contradicts")
        await reader.saved()
        [made], [other] = reader.marks(), reader.marks("message.txt")
        assert HERE in made["exact"]
        assert other["exact"].startswith(ECHO)
        [link] = made["links"]
        assert (link["kind"], link["id"]) == ("contradicts", other_id(reader))
        await reader.press("c")
        await reader.until("It contradicts it already")
        await reader.press("s")
        await reader.until("⇄ supports")
        await reader.press("u", "u")
        await reader.until(lambda: not reader.marks() and not reader.marks("message.txt"))
        await reader.until(lambda: not reader.sees("⇄ supports"))


def other_id(reader: Reader) -> str:
    [placed] = reader.reading.session.annotations("message.txt")
    return placed.annotation.id


async def test_marks_that_stand_there_are_the_ends_of_the_link(seeds: Path) -> None:
    async with reading(seeds, "call.txt", "message.txt") as reader:
        await reader.go(ECHO, pane=1)
        await reader.press("t", "d")
        await reader.go(HERE, pane=0)
        await reader.press("t", "c")
        await reader.until(lambda: reader.marks() and reader.marks("message.txt"))
        panel = await echoes(reader)
        while panel.echoes[panel.index].document != "message.txt":
            await reader.press("j")
        await reader.press("r")
        await reader.until("Linked: repeats")
        await reader.saved()
        [made], [other] = reader.marks(), reader.marks("message.txt")
        assert made["tags"] == ["claim"]
        assert other["tags"] == ["doubt"]
        assert [link["kind"] for link in made["links"]] == ["repeats"]


async def test_where_nothing_tells_the_same_it_says_what_to_do(seeds: Path) -> None:
    async with reading(seeds, "call.txt", "message.txt") as reader:
        await echoes(reader, "Not everyone expects")
        await reader.until("No other document tells the same")
        assert reader.sees("press K")
        for key in ("c", "o"):
            await reader.press(key)
            await reader.until("No echo is listed here")


async def test_words_that_tell_nothing_are_told(tmp_path: Path) -> None:
    root = tmp_path / "short"
    root.mkdir()
    (root / "a.txt").write_text("So it is. And so it was.")
    (root / "b.txt").write_text("So it is.")
    async with reading(root, "a.txt") as reader:
        await reader.press("K")
        await reader.until("no names, figures or words that tell much")


async def test_the_places_of_copies_are_gone_through(tmp_path: Path) -> None:
    root = tmp_path / "agency"
    root.mkdir()
    said = "Mayor Ailsa Drummond said that 14 boats were lost at Kessock."
    (root / "a.txt").write_text(f"Storm.\n\n{said}\n")
    for number in range(3):
        (root / f"wire-{number}.txt").write_text(f"Number {number}.\n\n{said}\n")
    async with reading(root, "a.txt", "wire-1.txt") as reader:
        await echoes(reader, "Ailsa")
        await reader.until("1 of 3, word for word")
        assert reader.sees("copy  wire-0.txt")
        await reader.press("o")
        await reader.until("copy  wire-1.txt")
        await reader.until("2 of 3")
        await reader.press("o", "s")
        await reader.until("Linked: supports wire-2.txt")
        assert reader.reading.panes[1].document
        assert reader.reading.panes[1].document.path == "wire-2.txt"


async def test_the_echoes_of_an_echo(seeds: Path) -> None:
    async with reading(seeds, "call.txt", "message.txt") as reader:
        panel = await echoes(reader)
        while panel.echoes[panel.index].document != "message.txt":
            await reader.press("j")
        await reader.press("K")
        await reader.until(lambda: reader.reading.panel is not panel)
        again = reader.reading.panel
        assert isinstance(again, EchoesPanel)
        await reader.until(lambda: again.answer is not None)
        assert again.asked.path == "message.txt"
        assert "call.txt" in {echo.document for echo in again.echoes}


async def test_a_workspace_of_one_document_says_so(tmp_path: Path) -> None:
    root = tmp_path / "one"
    root.mkdir()
    (root / "a.txt").write_text("Putin telephoned Sharaa on Wednesday.")
    async with reading(root) as reader:
        await reader.press("K")
        await reader.until("There is no other document")


async def at_message(reader: Reader) -> EchoesPanel:
    """The list, at the echo in message.txt."""
    panel = await echoes(reader)
    while panel.echoes[panel.index].document != "message.txt":
        await reader.press("j")
    return panel


@pytest.mark.parametrize("keys", ["tab", "enter", "enter tab", "enter ctrl+o"])
async def test_its_own_key_goes_back_into_the_list_at_the_same_entry(
    seeds: Path, keys: str
) -> None:
    async with reading(seeds, "call.txt") as reader:
        panel = await at_message(reader)
        await reader.press(*keys.split())
        await reader.until(lambda: reader.reading.focused is None)
        await reader.press("K")
        assert reader.reading.panel is panel
        assert reader.reading.focused is panel
        assert panel.echoes[panel.index].document == "message.txt"
        assert HERE in reader.sentence  # what keys of the text act on


async def test_it_says_that_it_is_of_a_sentence_passed_and_asks_of_another(seeds: Path) -> None:
    async with reading(seeds, "call.txt", "message.txt") as reader:
        panel = await at_message(reader)
        assert not reader.sees("passed")
        await reader.press("tab", "j")
        await reader.until("Echoes of a sentence passed")
        assert reader.sees("K asks of yours")
        await reader.press("k")
        await reader.until(lambda: not reader.sees("passed"))
        await reader.press("j", "K")
        await reader.until(lambda: reader.reading.panel is not panel)


async def test_what_is_typed_before_there_is_a_list_is_done_in_it(seeds: Path) -> None:
    async with reading(seeds, "call.txt", "message.txt") as reader:
        panel = await echoes(reader)
        assert panel.count() > 1
        second = panel.place_of(1)
        await reader.press("escape")
        await reader.type_ahead("K", "j", "enter")
        await reader.until(lambda: reader.pane.document and reader.pane is reader.reading.panes[1])
        assert reader.pane.document
        assert reader.pane.document.path == second.document
        assert not reader.sees("Nothing is listed")


@pytest.mark.parametrize("key", ["s", "c", "r", "x", "o", "K"])
async def test_nothing_is_linked_before_it_is_seen_and_that_is_said(seeds: Path, key: str) -> None:
    async with reading(seeds, "call.txt", "message.txt") as reader:
        await reader.go(HERE, pane=0)
        await reader.type_ahead("K", key)
        await reader.until(lambda: isinstance(reader.reading.panel, EchoesPanel))
        panel = reader.reading.panel
        assert isinstance(panel, EchoesPanel)
        await reader.until(lambda: panel.answer is not None)
        await reader.until(f"Typed before the echoes were there, and not done: {key}")
        assert reader.reading.panel is panel
        assert not panel.ties
        assert not reader.marks()


async def test_a_move_typed_before_the_list_is_made_though_a_link_is_not(seeds: Path) -> None:
    async with reading(seeds, "call.txt", "message.txt") as reader:
        await reader.go(HERE, pane=0)
        await reader.type_ahead("K", "j", "c")
        await reader.until("not done: c")
        panel = reader.reading.panel
        assert isinstance(panel, EchoesPanel)
        assert panel.index == 1


async def test_a_copy_typed_before_the_list_is_of_what_is_listed(seeds: Path) -> None:
    async with reading(seeds, "call.txt", "message.txt") as reader:
        await reader.go(HERE, pane=0)
        await reader.type_ahead("K", "y")
        await reader.until("Copied")


@pytest.mark.parametrize("keys", ["j enter K k enter", "enter K j enter K k enter"])
async def test_an_echo_is_opened_at_its_place_where_one_pane_is_shown(
    seeds: Path, keys: str
) -> None:
    async with reading(seeds, "call.txt", size=(60, 24)) as reader:
        panel = await echoes(reader)
        for key in keys.split():
            await reader.press(key)
        await reader.until(lambda: reader.reading.focused is None)
        shown = panel.echoes[panel.index]
        await reader.until(lambda: shown.document in [path for path, _ in places(reader)])
        await reader.until(lambda: reader.sentence in shown.text or shown.text in reader.sentence)


async def test_an_echo_is_opened_at_its_place_where_there_is_room_for_one_pane_only_now(
    seeds: Path,
) -> None:
    async with reading(seeds, "call.txt", "message.txt") as reader:
        panel = await echoes(reader)
        await reader.pilot.resize_terminal(60, 24)
        await reader.pilot.pause()
        while panel.echoes[panel.index].document == "message.txt":
            await reader.press("j")
        await reader.press("enter")
        shown = panel.echoes[panel.index]
        await reader.until(lambda: shown.document in [path for path, _ in places(reader)])
        await reader.until(lambda: reader.sentence in shown.text or shown.text in reader.sentence)


async def test_without_the_pane_of_its_sentence_the_key_asks_of_the_one_here(seeds: Path) -> None:
    async with reading(seeds, "call.txt") as reader:
        panel = await at_message(reader)
        await reader.press("enter", "tab", "ctrl+w", "c")
        await reader.until(lambda: len(reader.reading.panes) == 1)
        await reader.press("K")
        await reader.until(lambda: reader.reading.panel is not panel)
        again = reader.reading.panel
        assert isinstance(again, EchoesPanel)
        assert again.asked.path == "message.txt"


async def test_what_is_left_beside_the_closed_pane_of_the_sentence_is_given_back(
    seeds: Path,
) -> None:
    async with reading(seeds, "call.txt", "to-check.md") as reader:
        await reader.go("Damascus", pane=1)
        [_, before] = places(reader)
        await at_message(reader)
        await reader.press("ctrl+w", "c")
        await reader.until(lambda: len(reader.reading.panes) == 1)
        await reader.press("escape")
        await reader.until(lambda: reader.reading.panel is None)
        assert places(reader) == [before]


async def test_the_comparison_opened_from_the_list_leaves_the_keys_in_a_pane(seeds: Path) -> None:
    async with reading(seeds, "call.txt", "message.txt") as reader:
        await at_message(reader)
        await reader.press("D")
        await reader.until("Compare")
        await reader.until(lambda: reader.pane.picture.active)


async def test_it_says_that_its_key_goes_back_only_where_it_does(seeds: Path) -> None:
    async with reading(seeds, "call.txt", "message.txt") as reader:
        panel = await at_message(reader)
        await reader.press("enter")
        await reader.until("goes back into the list")
        await reader.press("K", "K")
        await reader.until(lambda: reader.reading.panel is not panel)
        assert not reader.sees("goes back into the list")
        await reader.press("tab", "j")
        again = reader.reading.panel
        assert isinstance(again, EchoesPanel)
        again.focus()
        await reader.press("tab")
        await reader.until("K asks for the echoes of the sentence here")


async def test_no_match_is_told_only_of_the_documents_that_are_shown(seeds: Path) -> None:
    (seeds / "weather.txt").write_text("Rain fell over Kessock all day.")
    async with reading(seeds, "call.txt", "weather.txt") as reader:
        await reader.go(HERE, pane=0)
        await reader.press("L")
        await reader.until("no match")
        await at_message(reader)
        await reader.until(lambda: "message.txt" in dict(places(reader)))
        assert not reader.sees("no match")


async def test_a_selection_begun_in_it_is_seen(seeds: Path) -> None:
    async with reading(seeds, "call.txt", "message.txt") as reader:
        await at_message(reader)
        await reader.press("v")
        await reader.until("SELECT")
        assert reader.reading.focused is None


async def test_of_a_selection_it_says_that_the_sentence_is_looked_for(seeds: Path) -> None:
    async with reading(seeds, "call.txt", "message.txt") as reader:
        await reader.go(HERE, pane=0)
        await reader.press("v", "l", "K")
        await reader.until("whole sentence that is looked for")


async def test_the_last_entry_says_that_it_is_the_last(seeds: Path) -> None:
    async with reading(seeds, "call.txt", "message.txt") as reader:
        panel = await echoes(reader)
        await reader.press("G", "j")
        await reader.until("This is the last one" if panel.count() > 1 else "the only one")


async def test_the_key_that_quits_closes_the_list_first_wherever_the_keys_are(seeds: Path) -> None:
    async with reading(seeds, "call.txt", "message.txt") as reader:
        await at_message(reader)
        await reader.press("enter", "q")
        await reader.until("The list is closed; q again quits")
        assert reader.reading.panel is None
        await reader.press("q")
        await reader.until(lambda: reader.app.return_code == 0)


async def test_links_that_lead_the_other_way_are_seen_and_not_contradicted(seeds: Path) -> None:
    async with reading(seeds, "call.txt", "message.txt") as reader:
        await at_message(reader)
        await reader.press("c")
        await reader.until("⇄ contradicts")
        await reader.press("escape")
        await reader.go(ECHO, pane=1)
        await reader.press("K")
        await reader.until("⇄ contradicted by")
        panel = reader.reading.panel
        assert isinstance(panel, EchoesPanel)
        while panel.echoes[panel.index].document != "call.txt":
            await reader.press("j")
        await reader.press("c")
        await reader.until("It is contradicted by it already")
        await reader.press("s")
        await reader.until("Linked: supports call.txt")
        assert reader.sees("no longer contradicted by it")
        await reader.until("⇄ supports")
        await reader.saved()
        [here], [there] = reader.marks("message.txt"), reader.marks()
        assert [link["kind"] for link in here["links"]] == ["supports"]
        assert not there.get("links")
        await reader.press("u")
        await reader.until("⇄ contradicted by")


async def test_another_kind_says_which_it_replaces(seeds: Path) -> None:
    async with reading(seeds, "call.txt", "message.txt") as reader:
        await at_message(reader)
        await reader.press("c", "s")
        await reader.until("Linked: supports message.txt")
        assert reader.sees("no longer contradicts it")


async def test_the_link_alone_is_taken_away_with_the_marks_made_for_it(seeds: Path) -> None:
    async with reading(seeds, "call.txt", "message.txt") as reader:
        await reader.go(HERE, pane=0)
        await reader.press("t", "c")
        await at_message(reader)
        await reader.press("x")
        await reader.until("There is no link with this echo; tab and then x deletes the mark")
        await reader.press("r")
        await reader.until("⇄ repeats")
        await reader.press("x")
        await reader.until("Link taken away: repeats message.txt")
        assert not reader.sees("⇄ repeats")
        await reader.saved()
        [mark] = reader.marks()
        assert mark["tags"] == ["claim"]
        assert not mark.get("links")
        assert not reader.marks("message.txt")
        await reader.press("u")
        await reader.until("⇄ repeats")
        await reader.until(lambda: reader.marks("message.txt"))


TWO = "Velania's central bank lifted borrowing costs. The key rate now stands at 6.5 percent."
ONE = "The central bank of Velania lifted borrowing costs, and the key rate stands at 6.5 percent."


async def test_an_echo_of_two_sentences_is_opened_and_linked_where_it_is_shown(
    tmp_path: Path,
) -> None:
    root = tmp_path / "bank"
    root.mkdir()
    (root / "a.txt").write_text(f"Rates.\n\n{ONE}\n")
    (root / "b.txt").write_text(f"Okoro stands firm.\n\n{TWO} Nobody was surprised.\n")
    async with reading(root, "a.txt", "b.txt") as reader:
        panel = await echoes(reader, "Velania")
        assert panel.echoes[0].text == TWO
        await reader.press("s")
        await reader.saved()
        [there] = reader.marks("b.txt")
        assert there["exact"] == TWO
        await reader.press("enter")
        await reader.until(lambda: reader.pane is reader.reading.panes[1])
        assert TWO.startswith(reader.sentence)
        await reader.press("f")
        await reader.until(lambda: "Velania" in reader.sentence and reader.pane.document)
        assert reader.pane.document
        assert reader.pane.document.path == "a.txt"


async def test_a_copy_stands_in_the_words_of_its_own_document(tmp_path: Path) -> None:
    root = tmp_path / "agency"
    root.mkdir()
    said = "Mayor Ailsa Drummond said that 14 boats were lost at Kessock."
    for name, words in (("a", said), ("b", said), ("c", said.upper())):
        (root / f"{name}.txt").write_text(f"Number {name}.\n\n{words}\n")
    async with reading(root, "a.txt") as reader:
        await echoes(reader, "Ailsa")
        await reader.until("copy  b.txt")
        await reader.press("o")
        await reader.until("copy  c.txt")
        await reader.until("MAYOR AILSA DRUMMOND")


async def test_a_copy_in_one_other_document_is_said_to_be_there_alone(tmp_path: Path) -> None:
    root = tmp_path / "agency"
    root.mkdir()
    said = "Mayor Ailsa Drummond said that 14 boats were lost at Kessock."
    for name in ("a", "b"):
        (root / f"{name}.txt").write_text(f"Number {name}.\n\n{said}\n")
    async with reading(root, "a.txt") as reader:
        await echoes(reader, "Ailsa")
        await reader.until("copy  b.txt")
        await reader.press("o")
        await reader.until("Word for word it stands in this one other document only")


@pytest.mark.parametrize("key", ["f1", "?"])
async def test_the_help_begins_with_the_list_and_its_signs(seeds: Path, key: str) -> None:
    async with reading(seeds, "call.txt", "message.txt", size=(80, 24)) as reader:
        await at_message(reader)
        await reader.press(key)
        await reader.until("Link: supports the echo")
        assert reader.sees("only here")
        assert reader.sees("Only the echo has it")


async def test_the_text_keeps_the_rows_that_the_list_does_not_need(seeds: Path) -> None:
    async with reading(seeds, "call.txt", size=(120, 40)) as reader:
        panel = await echoes(reader)
        await reader.until(lambda: panel.size.height == panel.rows_wanted(120))


async def test_a_click_on_the_chosen_row_takes_the_keys_and_a_second_opens_it(seeds: Path) -> None:
    async with reading(seeds, "call.txt", "message.txt") as reader:
        panel = await at_message(reader)
        await reader.press("enter")
        await reader.until(lambda: reader.reading.focused is None)
        row = panel.cursor_on_screen() - panel.region.offset
        await reader.pilot.click(panel, offset=row)
        assert reader.reading.focused is panel
        await reader.pilot.click(panel, offset=row)
        assert reader.reading.focused is None
