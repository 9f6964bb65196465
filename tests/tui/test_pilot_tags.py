"""The palette of all tags: a few letters, several tags on one annotation, new kinds of tags."""

from __future__ import annotations

from pathlib import Path

from at_the_screen import Reader, reading


def tags(reader: Reader) -> list[list[str]]:
    return [one["tags"] for one in reader.marks()]


async def test_a_tag_is_found_by_some_of_its_letters(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("t", "/")
        await reader.until_typing()
        await reader.type("qst")
        await reader.until("▸")
        await reader.press("enter")
        await reader.until(lambda: tags(reader) == [["question"]])
        await reader.until("READ")


async def test_the_tag_used_last_is_the_first_to_be_chosen(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("t", "d", "j", "T")
        await reader.until_typing()
        await reader.until("none on so far")
        await reader.press("enter")
        await reader.until(lambda: tags(reader) == [["doubt"], ["doubt"]])


async def test_several_tags_go_on_one_after_the_other_and_one_comes_off(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("j", "v", "l", "T")
        await reader.until_typing()
        await reader.type("claim")
        await reader.press("tab")
        await reader.type("dou")
        await reader.press("tab")
        await reader.until("Tags  claim  doubt")
        await reader.type("claim")
        await reader.until("✓")
        await reader.press("enter")
        await reader.until(lambda: tags(reader) == [["doubt"]])
        assert len(reader.marks()[0]["exact"].split()) == 2


async def test_a_new_kind_of_tag_waits_for_review_like_what_it_is_a_kind_of(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("T")
        await reader.until_typing()
        await reader.type("claim/date")
        await reader.until("new · a kind of claim · waits for review")
        await reader.press("enter")
        await reader.until(lambda: tags(reader) == [["claim/date"]])
        assert reader.marks()[0]["status"] == "open"
        await reader.press("j", "T")
        await reader.until_typing()
        await reader.until("claim/date")


async def test_what_is_no_tag_is_not_made(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("T")
        await reader.until_typing()
        await reader.type("one;two")
        await reader.until("none can be made of this")
        await reader.press("enter", "escape")
        await reader.until(lambda: not reader.typing)
        assert tags(reader) == []
