"""A tag renamed on all annotations from the screen, opened documents or not."""

from __future__ import annotations

from pathlib import Path

from at_the_screen import AUTHOR, Reader, add_as, reading

from annotations.model import Change, mark
from annotations.store import Store
from documents.workspace import open_workspace


def tags(reader: Reader, document: str = "call.txt") -> list[list[str]]:
    return [one["tags"] for one in reader.marks(document)]


async def rename(reader: Reader, old: str, new: str, answer: str) -> None:
    await reader.press("ctrl+x", "t")
    await reader.until("Rename which of your tags")
    await reader.type(old)
    await reader.press("enter")
    await reader.until(f"{old} →")
    await reader.type(new)
    await reader.press("enter")
    await reader.until("(yes/no)")
    await reader.type(answer)
    await reader.press("enter")


async def test_a_tag_is_renamed_everywhere_in_one_step(seeds: Path) -> None:
    add_as("ana", seeds, "Mikhail Bogdanov", "claim")
    workspace = open_workspace([seeds]).workspace
    document = workspace.read("message.txt")
    made = mark(document.text, 0, 20, tags=("claim/figure",), status="supported")
    Store(workspace).apply(AUTHOR, document, [Change(None, made)])
    async with reading(seeds, "call.txt") as reader:
        await reader.press("t", "c")
        await reader.until(lambda: tags(reader) == [["claim"]])
        await rename(reader, "claim", "assertion", "y")
        await reader.until(lambda: tags(reader, "message.txt") == [["assertion/figure"]])
        await reader.until(lambda: tags(reader) == [["assertion"]])
        assert reader.marks("message.txt")[0]["status"] == "supported"
        assert [one["tags"] for one in reader.marks(author="ana")] == [["claim"]]
        await reader.press("u")
        await reader.until(lambda: tags(reader, "message.txt") == [["claim/figure"]])
        await reader.until(lambda: tags(reader) == [["claim"]])


async def test_the_preview_says_what_will_be_and_no_is_heard(seeds: Path) -> None:
    add_as("ana", seeds, "Mikhail Bogdanov", "claim")
    async with reading(seeds) as reader:
        await reader.press("t", "c", "j", "t", "d")
        await reader.until(lambda: len(reader.marks()) == 2)
        await reader.press("ctrl+x", "t")
        await reader.until("Rename which of your tags")
        await reader.type("claim")
        await reader.press("enter")
        await reader.until("claim →")
        await reader.type("doubt")
        await reader.until("merges 1 of yours in 1 document; 1 of others stay")
        await reader.press("enter")
        await reader.until("only yours are changed, 1 of others stay")
        await reader.type("no")
        await reader.press("enter")
        await reader.until("Nothing renamed")
        assert tags(reader) == [["claim"], ["doubt"]]


async def test_without_a_tag_there_is_nothing_to_rename(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("ctrl+x", "t")
        await reader.until("No annotation of yours has a tag yet")


async def test_only_ones_own_tags_are_offered_and_counted(seeds: Path) -> None:
    add_as("ana", seeds, "Mikhail Bogdanov", "claim", "theirs")
    async with reading(seeds) as reader:
        await reader.press("t", "c")
        await reader.until(lambda: tags(reader) == [["claim"]])
        await reader.press("ctrl+x", "t")
        await reader.until("Rename which of your tags")
        await reader.until(
            lambda: any("claim" in row and row.endswith(" 1") for row in reader.screen)
        )
        await reader.type("theirs")
        await reader.until("No tag fits")


async def asked_for_another_name_of_claim(reader: Reader) -> None:
    """Makes a claim, and is asked what its tag is to be called."""
    await reader.press("t", "c")
    await reader.until(lambda: tags(reader) == [["claim"]])
    await reader.press("ctrl+x", "t", "enter")
    await reader.until("claim →")


async def test_the_new_name_is_completed_to_one_in_use(seeds: Path) -> None:
    add_as("ana", seeds, "Mikhail Bogdanov", "assertion")
    async with reading(seeds) as reader:
        await asked_for_another_name_of_claim(reader)
        await reader.type("ass")
        await reader.until("▸   ▎a ass   new")
        await reader.until("1 of yours in 1 document")
        await reader.press("tab")
        await reader.until("▸   ▎a assertion")
        await reader.press("enter")
        await reader.until("(yes/no)")
        await reader.type("y")
        await reader.press("enter")
        await reader.until(lambda: tags(reader) == [["assertion"]])
        await reader.press("u")
        await reader.until("Undone: rename claim → assertion")


async def test_what_cannot_be_a_tag_is_not_taken_for_one_that_it_fits(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await asked_for_another_name_of_claim(reader)
        await reader.type("claim")
        await reader.until("is what it is called already")
        await reader.press("enter")
        await reader.until(lambda: not reader.typing)
        assert tags(reader) == [["claim"]]
