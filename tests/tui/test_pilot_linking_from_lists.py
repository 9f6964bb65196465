"""Links are begun and ended from what is listed: hits, all annotations, claims."""

from __future__ import annotations

from pathlib import Path

from at_the_screen import Reader, add_as, reading

BOGDANOV = "Mikhail Bogdanov"
KINDS = "s▸supports  c contradicts"


async def search(reader: Reader, query: str) -> None:
    await reader.search(f"{query} ")
    await reader.until("hits in 3 documents")
    await reader.press("tab")


async def selected(reader: Reader, document: str) -> None:
    """Goes down the list to the first hit in a document."""
    await reader.press("g")
    for _ in range(20):
        if any(row.startswith(f"▸ {document}") for row in reader.screen):
            return
        await reader.press("j")
    raise AssertionError("\n".join([f"not listed: {document}", *reader.screen]))


async def from_one_hit_to_another(reader: Reader) -> None:
    """Begins a link at a hit in one document, and is at a hit in the other asked of which kind."""
    await search(reader, "bogdanov")
    await selected(reader, "call.txt")
    await reader.press("&")
    await reader.until("Marked; & at another links them; u takes it back: “Mikhail")
    await selected(reader, "message.txt")
    await reader.press("&")
    await reader.until(KINDS)


async def test_the_sentences_of_two_hits_are_linked(seeds: Path) -> None:
    async with reading(seeds, "call.txt", "message.txt", indexed=True) as reader:
        await from_one_hit_to_another(reader)
        assert reader.sees("call.txt “Mikhail Bogdanov")
        await reader.press("c")
        await reader.until("which is marked now")
        await reader.saved()
        [source], [target] = reader.marks(), reader.marks("message.txt")
        assert source["exact"].startswith(BOGDANOV)
        assert "Bogdanov" in target["exact"]
        assert [one["kind"] for one in source["links"]] == ["contradicts"]


async def test_a_link_not_made_leaves_the_other_sentence_unmarked(seeds: Path) -> None:
    async with reading(seeds, "call.txt", "message.txt", indexed=True) as reader:
        await from_one_hit_to_another(reader)
        await reader.press("escape", "u")
        await reader.until("Undone")
        await reader.saved()
        assert (reader.marks(), reader.marks("message.txt")) == ([], [])


async def test_a_hit_on_a_marked_sentence_is_that_mark(seeds: Path) -> None:
    theirs = add_as("ab", seeds, BOGDANOV, "claim")
    async with reading(seeds, "call.txt", "message.txt", indexed=True) as reader:
        await reader.until(reader.reading.session.everything)
        await reader.go("In a message to Damascus", pane=1)
        await reader.press("t", "c", "&")
        await reader.until("Link from message.txt")
        await search(reader, "bogdanov")
        await selected(reader, "call.txt")
        await reader.press("&")
        await reader.until(KINDS)
        await reader.press("s")
        await reader.until("Linked: supports call.txt")
        await reader.saved()
        assert reader.marks("message.txt")[0]["links"][0]["id"] == theirs
        assert reader.marks() == []


async def test_two_entries_of_the_list_of_all_are_linked(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("t", "c", "G", "t", "d", "A")
        await reader.until("Annotations  2")
        await reader.press("g", "&")
        await reader.until("Link from call.txt")
        await reader.press("j", "&")
        await reader.until(KINDS)
        await reader.press("r")
        await reader.until("Linked: repeats")
        await reader.saved()
        first, last = reader.marks()
        assert first["links"][0]["kind"] == "repeats"
        assert "links" not in last


async def test_a_link_begins_at_a_claim_of_the_review(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("t", "c", "G", "t", "d", "g", "r")
        await reader.until("1 open")
        await reader.press("&")
        await reader.until("Link from call.txt")
        await reader.press("escape", "G", "&")
        await reader.until(KINDS)
        await reader.press("i")
        await reader.until("Linked: cites")
