"""Documents that go from the disk while the program is open, and come back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from at_the_screen import AUTHOR, Reader, reading

from annotations.collection import collect
from annotations.model import Change, mark
from annotations.store import Store
from documents.workspace import open_workspace
from tui.reading.bars import Bars

CALL, MESSAGE = "call.txt", "message.txt"
QUOTE = "telephoned"


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Everything that is said or announced, in order."""
    lines: list[str] = []
    say, announce = Bars.say, Bars.announce

    def hear(bars: Bars, words: str | list[str], kind: str) -> None:
        lines.extend([words] if isinstance(words, str) else words)
        say(bars, words, kind)

    def heard(bars: Bars, words: list[str]) -> None:
        lines.extend(words)
        announce(bars, words)

    monkeypatch.setattr(Bars, "say", hear)
    monkeypatch.setattr(Bars, "announce", heard)
    return lines


def add(seeds: Path, path: str, *quotes: str) -> None:
    workspace = open_workspace([seeds]).workspace
    document = workspace.read(path)
    for quote in quotes:
        at = document.text.index(quote)
        one = mark(document.text, at, at + len(quote), tags=("quote",))
        Store(workspace).apply(AUTHOR, document, [Change(None, one)])


def looked(reader: Reader, condition: Callable[[], object]) -> Callable[[], object]:
    """The condition, once the program has looked at the disk again."""

    def held() -> object:
        reader.reading.background.look()
        return condition()

    return held


def anchors(reader: Reader, path: str) -> list[str]:
    return [str(one.anchor) for one in reader.reading.session.annotations(path)]


async def test_an_open_one_is_known_to_be_gone_everywhere(seeds: Path, said: list[str]) -> None:
    add(seeds, CALL, QUOTE, "agriculture")
    data = (seeds / CALL).read_bytes()
    async with reading(seeds, CALL, MESSAGE, indexed=True) as reader:
        (seeds / CALL).unlink()
        await reader.until(looked(reader, lambda: reader.sees("2 to look at")))
        await reader.until("2 marks are kept – R shows them")
        assert any("here it is as it was read last" in line for line in said)
        assert not any("cannot open" in line for line in said)
        assert reader.pane.document is not None
        assert reader.pane.document.path == CALL
        assert "2 lost" in reader.screen[0]
        await reader.press("R")
        await reader.until("its document is gone")
        await reader.press("a")
        await reader.until("no place in the text")
        await reader.press("escape", "A")
        await reader.until("2 lost")
        await reader.press("escape")
        (seeds / CALL).write_bytes(data)
        await reader.until(looked(reader, lambda: anchors(reader, CALL) == ["exact"] * 2))
        await reader.until("call.txt is there again: every mark is in its place")
        await reader.until(lambda: not (reader.sees("to look at") or reader.sees("2 lost")))


async def test_one_that_was_only_away_and_is_the_very_same_file_is_back(seeds: Path) -> None:
    add(seeds, CALL, QUOTE)
    async with reading(seeds, CALL, indexed=True) as reader:
        for _ in range(2):
            (seeds / CALL).rename(seeds.parent / "away")
            await reader.until(looked(reader, lambda: anchors(reader, CALL) == ["orphan"]))
            (seeds.parent / "away").rename(seeds / CALL)
            await reader.until(looked(reader, lambda: anchors(reader, CALL) == ["exact"]))


async def test_one_that_no_pane_shows_is_told_by_its_name(seeds: Path, said: list[str]) -> None:
    add(seeds, MESSAGE, "practical cooperation")
    data = (seeds / MESSAGE).read_bytes()
    async with reading(seeds, CALL, indexed=True) as reader:
        (seeds / MESSAGE).unlink()
        await reader.until(looked(reader, lambda: reader.sees("1 to look at")))
        assert "message.txt is gone from the disk; its 1 mark is kept – R shows it" in said
        assert not any("cannot open" in line for line in said)
        (seeds / MESSAGE).write_bytes(data)
        await reader.until(looked(reader, lambda: anchors(reader, MESSAGE) == ["exact"]))
        assert "message.txt is there again: every mark is in its place" in said


async def test_one_gone_before_it_was_first_looked_at_is_seen(
    seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(seeds, MESSAGE, "practical cooperation")
    async with reading(seeds, CALL, indexed=True) as reader:
        loader = reader.reading.background._loader
        assert loader is not None
        assert loader._looks < 4  # nothing but what is in sight was looked at yet
        (seeds / MESSAGE).unlink()
        await reader.until(looked(reader, lambda: anchors(reader, MESSAGE) == ["orphan"]))


async def test_it_is_told_once_and_not_again_the_next_day(seeds: Path, said: list[str]) -> None:
    add(seeds, MESSAGE, "practical cooperation")
    (seeds / MESSAGE).unlink()
    for _ in range(2):
        async with reading(seeds, CALL, indexed=True) as reader:
            await reader.until("1 to look at")
            await reader.until(lambda: "history" in vars(reader.reading.session))
            await reader.reading.save_all()
    assert len([line for line in said if "gone from the disk" in line]) == 1


async def test_one_that_is_another_file_now_is_not_said_to_be_gone(
    seeds: Path, said: list[str]
) -> None:
    add(seeds, MESSAGE, "practical cooperation")
    async with reading(seeds, MESSAGE, CALL, indexed=True) as reader:
        for old, new in ((MESSAGE, "letter.txt"), ("letter.txt", MESSAGE)):
            (seeds / old).rename(seeds / new)
            await reader.until(looked(reader, lambda new=new: reader.pane.document.path == new))
            await reader.until(looked(reader, lambda new=new: anchors(reader, new) == ["exact"]))
            assert f"{old} was renamed: it is {new} now, and marks are saved there" in said
        assert not any("gone from the disk" in line for line in said)
        assert not reader.sees("to look at")


async def test_a_mark_on_what_is_gone_is_not_moved_within_it(seeds: Path) -> None:
    add(seeds, CALL, QUOTE)
    async with reading(seeds, CALL, indexed=True) as reader:
        (seeds / CALL).unlink()
        await reader.until(looked(reader, lambda: reader.sees("1 to look at")))
        await reader.press("R")
        await reader.until("its document is gone")
        await reader.press("m", "M")
        await reader.until("can only go to another document")
        await reader.press("x", "x")
        await reader.until(lambda: not reader.marks())


async def test_one_that_was_renamed_and_then_removed_is_known_to_be_gone(
    seeds: Path, said: list[str]
) -> None:
    add(seeds, CALL, QUOTE)
    text = (seeds / CALL).read_text(encoding="utf-8")
    async with reading(seeds, CALL, indexed=True) as reader:
        (seeds / CALL).rename(seeds / "letter.txt")
        await reader.until(looked(reader, lambda: anchors(reader, "letter.txt") == ["exact"]))
        assert "letter.txt" in reader.screen[0]
        (seeds / "letter.txt").unlink()
        await reader.until(looked(reader, lambda: "1 lost" in reader.screen[0]))
        await reader.until(lambda: any("here it is as it was read last" in line for line in said))
        assert CALL in reader.screen[0]
        await reader.until("1 to look at")
        (seeds / CALL).write_text(text.replace("Wednesday", "Thursday"), encoding="utf-8")
        await reader.until(looked(reader, lambda: reader.sees("Thursday")))
        await reader.until(looked(reader, lambda: anchors(reader, CALL) == ["exact"]))
        assert "lost" not in reader.screen[0]


async def test_it_is_found_again_by_the_name_that_it_had_last(seeds: Path) -> None:
    add(seeds, CALL, QUOTE)
    letter = seeds / "letter.txt"
    async with reading(seeds, CALL, indexed=True) as reader:
        (seeds / CALL).rename(letter)
        await reader.until(looked(reader, lambda: anchors(reader, letter.name) == ["exact"]))
        letter.rename(seeds.parent / "away")
        await reader.until(looked(reader, lambda: "1 lost" in reader.screen[0]))
        (seeds.parent / "away").rename(letter)
        await reader.until(looked(reader, lambda: anchors(reader, letter.name) == ["exact"]))
        await reader.until(looked(reader, lambda: letter.name in reader.screen[0]))


async def lost(seeds: Path, *quotes: str) -> None:
    """The document is gone before the program starts: no pane shows it."""
    add(seeds, CALL, *quotes)
    (seeds / CALL).unlink()


def everywhere(reader: Reader) -> list[tuple[str, str]]:
    everything = reader.reading.session.everything()
    return sorted((one.document, str(one.anchor)) for one in everything)


def on_disk(root: Path) -> list[tuple[str, str]]:
    """The same, as a program which starts now has it."""
    workspace = open_workspace([root]).workspace
    everything = collect(workspace, Store(workspace)).annotations
    return sorted((one.document, str(one.anchor)) for one in everything)


@pytest.mark.parametrize("keys", [("m", "j", "enter"), ("tab", "j", "M")], ids=["m", "M"])
async def test_a_mark_on_what_no_pane_shows_any_more_goes_to_another_document(
    seeds: Path, keys: tuple[str, ...]
) -> None:
    await lost(seeds, QUOTE, "agriculture")
    before = [(CALL, "orphan"), (CALL, "orphan")]
    after = [(CALL, "orphan"), (MESSAGE, "exact")]
    async with reading(seeds, MESSAGE, indexed=True) as reader:
        await reader.until("2 to look at")
        await reader.press("R")
        await reader.until("its document is gone")
        await reader.press(*keys)
        await reader.until(f"Moved to {MESSAGE}")
        await reader.until("1 to look at")
        await reader.saved()
        for way, then in (("u", before), ("ctrl+r", after), ("u", before)):
            await reader.press(way)
            await reader.until(lambda then=then: everywhere(reader) == then)
            await reader.saved()
            assert everywhere(reader) == then
            assert on_disk(seeds) == then
        await reader.press("ctrl+r")
        await reader.until("1 to look at")
    async with reading(seeds, MESSAGE, indexed=True) as reader:
        await reader.until("1 to look at")
        assert everywhere(reader) == after


async def test_how_such_a_mark_is_moved_is_told(seeds: Path) -> None:
    await lost(seeds, QUOTE)
    async with reading(seeds, MESSAGE, indexed=True) as reader:
        await reader.until("1 to look at")
        await reader.press("R")
        await reader.until("its document is gone")
        await reader.press("m")
        await reader.until("Go to its sentence, in another document")
        await reader.until("enter put it here")
        await reader.press("escape")
        await reader.until("Not moved")
        await reader.press("x", "x")
        await reader.until("Deleted")
        await reader.press("u")
        await reader.until("1 to look at")


async def test_a_mark_whose_text_was_not_kept_says_what_is_missing(seeds: Path) -> None:
    await lost(seeds, QUOTE)
    for kept in (seeds / "annotations" / ".texts").rglob("*.*"):
        kept.unlink()
    async with reading(seeds, MESSAGE, indexed=True) as reader:
        await reader.until("1 to look at")
        await reader.press("R")
        await reader.until("its document is gone")
        await reader.press("m")
        await reader.until("its text was not kept")


async def test_what_is_marked_on_a_text_that_is_gone_waits_with_the_others(seeds: Path) -> None:
    add(seeds, CALL, QUOTE)
    data = (seeds / CALL).read_bytes()
    async with reading(seeds, CALL, indexed=True) as reader:
        (seeds / CALL).unlink()
        await reader.until(looked(reader, lambda: reader.sees("1 to look at")))
        await reader.until("call.txt  ·  gone from the disk")
        assert "1 lost" in reader.screen[0]
        await reader.go("A question of harbours")
        await reader.press("t", "q")
        await reader.until("Tagged question; call.txt is gone, and it waits for that to be back")
        await reader.until("2 to look at")
        assert "2 lost" in reader.screen[0]
        await reader.saved()
        assert anchors(reader, CALL) == ["orphan"] * 2
        await reader.press("k", "j")
        await reader.until("question lost here (R)")
        await reader.press("u")
        await reader.until("1 to look at")
        await reader.press("ctrl+r")
        await reader.until("2 to look at")
        await reader.saved()
        (seeds / CALL).write_bytes(data)
        await reader.until(looked(reader, lambda: anchors(reader, CALL) == ["exact"] * 2))
        await reader.until(lambda: "gone" not in reader.screen[0])
        await reader.until(lambda: not reader.sees("to look at"))


async def test_that_a_mark_waits_is_not_said_any_more_once_its_text_is_back(seeds: Path) -> None:
    add(seeds, CALL, QUOTE)
    data = (seeds / CALL).read_bytes()
    async with reading(seeds, CALL, indexed=True) as reader:
        (seeds / CALL).unlink()
        await reader.until(looked(reader, lambda: reader.sees("1 to look at")))
        await reader.go("A question of harbours")
        await reader.press("t", "q")
        await reader.until("Tagged question; call.txt is gone, and it waits for that to be back")
        await reader.saved()
        (seeds / CALL).write_bytes(data)
        await reader.until(looked(reader, lambda: anchors(reader, CALL) == ["exact"] * 2))
        await reader.until("call.txt is there again")
        assert not reader.sees("waits for that")
        assert reader.sees("Tagged question")


async def test_what_was_open_and_is_not_there_any_more_is_named_at_the_start(seeds: Path) -> None:
    async with reading(seeds, CALL, MESSAGE) as reader:
        await reader.press("q")
        await reader.until(lambda: reader.app._exit)
    (seeds / CALL).rename(seeds / "anruf.txt")
    text = (seeds / "anruf.txt").read_text("utf-8")
    (seeds / "anruf.txt").write_text(f"{text[: len(text) // 2]}And so on.\n", "utf-8")
    async with reading(seeds) as reader:
        await reader.until("call.txt is gone, open here the last time")
        await reader.press("q")
        await reader.until(lambda: reader.app._exit)
    async with reading(seeds) as reader:
        await reader.press("j")
        assert not reader.sees("call.txt is gone")
