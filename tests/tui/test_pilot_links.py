"""Linking annotations to one another, from the keyboard."""

from __future__ import annotations

from pathlib import Path

from at_the_screen import Reader, add_as, reading

HERE, THERE = "Unconfirmed reports say", "Putin had already congratulated"


async def link(reader: Reader, kind: str) -> None:
    """Tags a sentence in either pane, and links the first to the second."""
    await reader.go(HERE, pane=0)
    await reader.press("t", "c", "&")
    await reader.until("Link from call.txt “Unconfirmed")
    await reader.go(THERE, pane=1)
    await reader.press("t", "c")
    await reader.until(lambda: reader.marks("message.txt"))
    await reader.press("&")
    await reader.until("s▸supports  c contradicts  r repeats  i cites")
    assert reader.sees("call.txt “Unconfirmed")
    assert reader.sees("→  message.txt “")
    await reader.press(kind)


async def test_a_link_is_made_and_seen_from_both_ends(seeds: Path) -> None:
    async with reading(seeds, "call.txt", "message.txt") as reader:
        await link(reader, "c")
        await reader.until("Linked: contradicts message.txt")
        await reader.saved()
        [made], [other] = reader.marks(), reader.marks("message.txt")
        assert [one["kind"] for one in made["links"]] == ["contradicts"]
        assert made["links"][0]["document"] == "message.txt"
        assert "links" not in other
        await reader.press("k", "j")
        await reader.until("⇄ contradicted by call.txt: “Unconfirmed")
        await reader.go(HERE, pane=0)
        await reader.until("⇄ contradicts message.txt: “")


async def test_a_link_is_followed_to_and_fro_and_back(seeds: Path) -> None:
    async with reading(seeds, "call.txt", "message.txt") as reader:
        await link(reader, "1")
        await reader.until("Linked: supports")
        await reader.press("f")
        await reader.until(lambda: HERE in reader.sentence)
        await reader.press("f")
        await reader.until(lambda: THERE in reader.sentence)
        await reader.press("ctrl+o")
        await reader.until(lambda: HERE in reader.sentence)


async def test_a_link_is_undone_and_taken_away(seeds: Path) -> None:
    async with reading(seeds, "call.txt", "message.txt") as reader:
        await link(reader, "r")
        await reader.until("Linked: repeats")
        await reader.press("u")
        await reader.until(lambda: "links" not in reader.marks()[0])
        await reader.press("ctrl+r")
        await reader.until(lambda: "links" in reader.marks()[0])
        await reader.press("F")
        await reader.until("This link is kept at its other end")
        await reader.press("f", "F")
        await reader.until(lambda: "links" not in reader.marks()[0])
        await reader.until("Link taken away: repeats message.txt")


async def test_where_there_are_several_links_it_is_asked_which(seeds: Path) -> None:
    async with reading(seeds, "call.txt", "message.txt") as reader:
        await link(reader, "i")
        await reader.go(HERE, pane=0)
        await reader.press("&")
        await reader.go("He also pressed for an end")
        await reader.press("t", "d", "&", "s", "f")
        await reader.until(lambda: HERE in reader.sentence)
        await reader.press("f")
        await reader.until("Go where?")
        await reader.press("2")
        await reader.until(lambda: "He also pressed" in reader.sentence)


async def test_following_leads_to_another_mark_on_the_same_words_and_back(seeds: Path) -> None:
    add_as("ab", seeds, HERE, "doubt")
    async with reading(seeds) as reader:
        await reader.go(HERE)
        await reader.enter("why", "p")
        await reader.until(lambda: reader.marks())
        for said in ("answered by mk", "answers ab", "answered by mk"):
            await reader.press("f")
            await reader.until(said)
            assert reader.sees(" of 2 (a)")
        assert HERE in reader.sentence


async def test_what_a_link_leads_to_is_what_keys_act_on_there(seeds: Path) -> None:
    async with reading(seeds, "call.txt", "message.txt") as reader:
        await link(reader, "c")
        await reader.press("v", "l", "t", "n")
        await reader.until("1 of 2")
        await reader.go(HERE, pane=0)
        await reader.press("f")
        await reader.until(lambda: THERE in reader.sentence)
        await reader.press("x")
        await reader.until(
            lambda: [one["tags"] for one in reader.marks("message.txt")] == [["name"]]
        )


async def test_at_80_columns_each_link_has_a_row_of_its_own(seeds: Path) -> None:
    async with reading(seeds, "call.txt", "message.txt", size=(80, 24)) as reader:
        await reader.press("t", "c", "&")
        for words, kind in [(HERE, "s"), ("He also pressed for an end", "c")]:
            await reader.go(words)
            await reader.press("t", "d", "&", kind)
            await reader.until("Linked:")
            await reader.press("g", "&")
        await reader.press("escape", "F")
        await reader.until("UNLINK")
        assert reader.sees("Take which link away?")
        assert reader.sees("1▸supports “Unconfirmed")
        assert reader.sees("2 contradicts “He also pressed")
        await reader.press("down", "enter")
        await reader.until("Link taken away: contradicts")


async def test_a_link_begun_is_given_up(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("t", "c", "&")
        await reader.until("Link from call.txt")
        await reader.press("&")
        await reader.until("The link begins here")
        await reader.press("escape")
        await reader.until("No link made")
        await reader.press("j", "k")
        await reader.until(lambda: not reader.sees("Link from"))


async def test_a_link_leads_to_anothers_annotation_and_is_kept_in_ones_own(seeds: Path) -> None:
    theirs = add_as("ab", seeds, HERE, "claim")
    async with reading(seeds) as reader:
        await reader.press("t", "c", "&")
        await reader.go(HERE)
        await reader.press("&", "c")
        await reader.until("Linked: contradicts")
        await reader.saved()
        assert reader.marks()[0]["links"][0]["id"] == theirs
        assert reader.marks()[0]["links"][0]["author"] == "ab"
        assert all("links" not in one for one in reader.marks(author="ab"))


async def test_what_there_is_nothing_to_do_with_is_told(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("&")
        await reader.until("No annotation of yours here to link from")
        await reader.press("f")
        await reader.until("Nothing here is linked or answered")
        await reader.press("F")
        await reader.until("No link begins here")


async def test_deleting_what_others_lead_to_says_so_and_is_taken_back_whole(seeds: Path) -> None:
    async with reading(seeds, "call.txt", "message.txt") as reader:
        await link(reader, "c")
        await reader.until("Linked: contradicts")
        await reader.press("x")
        await reader.until("Deleted (1 link leads nowhere now; u brings it back): ")
        await reader.press("u")
        await reader.until("Undone")
        await reader.press("k", "j")
        await reader.until("⇄ contradicted by call.txt")


async def test_beside_a_good_link_one_that_leads_nowhere_is_told(seeds: Path) -> None:
    async with reading(seeds, "call.txt", "message.txt") as reader:
        await link(reader, "c")
        await reader.go(HERE, pane=0)
        await reader.press("&")
        await reader.go("He also pressed")
        await reader.press("t", "d", "&", "s")
        await reader.until("Linked: supports")
        await reader.go(THERE, pane=1)
        await reader.press("x")
        await reader.until("Deleted (1 link")
        await reader.go(HERE, pane=0)
        await reader.press("f")
        await reader.until(lambda: "He also pressed" in reader.sentence)
        await reader.until("It also contradicts message.txt: “Putin had already congratulated")


async def test_a_link_to_what_was_deleted_says_so(seeds: Path) -> None:
    async with reading(seeds, "call.txt", "message.txt") as reader:
        await link(reader, "c")
        await reader.until("Linked: contradicts")
        await reader.press("x")
        await reader.until(lambda: not reader.marks("message.txt"))
        await reader.go(HERE, pane=0)
        await reader.press("f")
        await reader.until("which is not here")
