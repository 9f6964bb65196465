"""Where annotations are listed, those of hidden authors are left out, and the reader is told so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from at_the_screen import Reader, add_as, reading

from annotations.model import Change, Link, LinkKind
from annotations.store import Store
from documents.workspace import open_workspace

HEADLINE = "Putin and al-Sharaa speak by telephone as Moscow hopes to keep its bases"
TOLD = "1 of ab hidden; H shows it"


async def test_the_list_of_all_leaves_them_out_until_they_are_shown(seeds: Path) -> None:
    add_as("ab", seeds, HEADLINE, "claim")
    async with reading(seeds) as reader:
        await reader.until("╎cA")
        await reader.press("G", "t", "d", "H", "A")
        await reader.until(TOLD)
        assert reader.sees("Annotations  1 ")
        await reader.press("H")
        await reader.until("Annotations  2")
        assert not reader.sees("hidden; H shows")


async def test_what_is_asked_for_is_counted_of_the_hidden_ones_too(seeds: Path) -> None:
    add_as("ab", seeds, HEADLINE, "claim")
    add_as("ab", seeds, "Mikhail Bogdanov", "doubt")
    async with reading(seeds) as reader:
        await reader.until("╎cA")
        await reader.press("H", "A")
        await reader.until("2 of ab hidden; H shows them")
        await reader.press("/")
        await reader.until_typing()
        await reader.type("tag:claim")
        await reader.until(TOLD)


async def hidden_while_listed(reader: Reader, key: str, listed: str, left: str) -> None:
    """Opens a list by its key, and hides the authors of what is listed: it tells what is left."""
    await reader.press(key)
    await reader.until(listed)
    await reader.press("H")
    await reader.until(TOLD)
    assert reader.sees(left)


async def test_the_review_tells_of_the_claims_it_leaves_out(seeds: Path) -> None:
    add_as("ab", seeds, HEADLINE, "claim")
    async with reading(seeds) as reader:
        await reader.until("╎cA")
        await hidden_while_listed(reader, "r", "1 open", "0 open")


async def test_marks_whose_text_changed_are_left_out_likewise(seeds: Path) -> None:
    add_as("ab", seeds, HEADLINE, "claim")
    text = seeds / "call.txt"
    text.write_text(text.read_text("utf-8").replace(HEADLINE, "Something else."), "utf-8")
    async with reading(seeds) as reader:
        await hidden_while_listed(reader, "R", "1 of 1", "Every mark sits")


async def test_hits_in_their_annotations_are_left_out(seeds: Path) -> None:
    add_as("ab", seeds, HEADLINE, "claim")
    async with reading(seeds, indexed=True) as reader:
        await reader.until("╎cA")
        await reader.press("G", "t", "c", "H")
        await reader.saved()
        await reader.press("ctrl+f")
        await reader.until_typing()
        await reader.type("tag:claim ")
        await reader.until(TOLD)
        assert reader.sees("1 hit in 1 document")
        await reader.press("tab", "H")
        await reader.until("2 hits in 1 document")


async def test_what_they_say_of_a_mark_is_left_out_beside_it(seeds: Path) -> None:
    mine = add_as("mk", seeds, HEADLINE, "claim")
    theirs = add_as("ab", seeds, "Mikhail Bogdanov", "doubt")
    workspace = open_workspace([seeds]).workspace
    document, store = workspace.read("call.txt"), Store(workspace)
    [one] = [each for each in store.read("ab", "call.txt").annotations if each.id == theirs]
    linked = replace(one, links=(Link(LinkKind.CONTRADICTS, mine, "call.txt", "mk"),))
    store.apply("ab", document, [Change(one, linked)])
    async with reading(seeds) as reader:
        await reader.until("contradicted by ab")
        await reader.press("H")
        await reader.until(lambda: not reader.sees("contradicted by"))
        await reader.press("f")
        await reader.until(f"linked or answered but by marks that are hidden: {TOLD}")


async def test_the_library_counts_the_marks_that_are_shown(seeds: Path) -> None:
    add_as("ab", seeds, HEADLINE, "claim")
    async with reading(seeds) as reader:
        await reader.until("╎cA")
        await reader.press("o")
        await reader.until("1 marked")
        await reader.press("H")
        await reader.until(lambda: not reader.sees("1 marked"))
