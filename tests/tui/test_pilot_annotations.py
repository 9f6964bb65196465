"""The list of all annotations: narrowed, sorted, and many changed at once."""

from __future__ import annotations

from pathlib import Path

from at_the_screen import AUTHOR, Reader, add_as, proposed_elsewhere, reading

from annotations.narrowing import ORDERS
from tui.panels.annotations import AnnotationsPanel


def tags(reader: Reader, document: str = "call.txt") -> list[list[str]]:
    return [one["tags"] for one in reader.marks(document)]


async def three_marks(reader: Reader) -> None:
    await reader.press("t", "c", "j", "t", "c", "j", "t", "d")
    await reader.until(lambda: tags(reader) == [["claim"], ["claim"], ["doubt"]])


async def narrow(reader: Reader, line: str) -> None:
    await reader.enter(line, "/")
    await reader.until(lambda: not reader.typing)


async def test_an_empty_list_says_what_to_do(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("A")
        await reader.until("No annotations yet: t and a tag’s key")
        await reader.press("escape", "t", "c", "A")
        await reader.until("Annotations  1")
        await narrow(reader, "tag:nothing")
        await reader.until("None is like that. / changes what is asked for.")


async def test_the_list_is_narrowed_and_put_in_another_order(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await three_marks(reader)
        await reader.press("A")
        await reader.until("Annotations  3")
        await narrow(reader, "tag:claim")
        await reader.until("Annotations  2 of 3")
        for order in (*ORDERS[1:], ORDERS[0]):
            await reader.press("o")
            await reader.until(f"by {order}")


async def test_all_that_are_shown_are_tagged_in_one_step(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await three_marks(reader)
        await reader.press("A")
        await narrow(reader, "tag:claim")
        await reader.press("+")
        await reader.until("Tag 2 annotations")
        await reader.type("checked")
        await reader.press("enter")
        both = ["claim", "checked"]
        await reader.until(lambda: tags(reader) == [both, both, ["doubt"]])
        await reader.until("Tagged checked on: 2 annotations")
        await reader.press("-")
        await reader.until("Untag 2 annotations")
        await reader.type("checked")
        await reader.press("enter")
        await reader.until(lambda: tags(reader) == [["claim"], ["claim"], ["doubt"]])
        await reader.press("u", "u")
        await reader.until(lambda: tags(reader) == [["claim"], ["claim"], ["doubt"]])
        await reader.until("Undone: tag checked")


async def test_all_that_are_shown_are_decided_on(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await three_marks(reader)
        await reader.enter("ref", "A", "=")
        await reader.until(
            lambda: [one.get("status") for one in reader.marks()] == ["refuted", "refuted", None]
        )
        await reader.press("u")
        await reader.until(lambda: reader.marks()[0]["status"] == "open")


async def test_deleting_all_that_are_shown_is_confirmed_and_spares_others(seeds: Path) -> None:
    add_as("ana", seeds, "Mikhail Bogdanov", "claim")
    async with reading(seeds) as reader:
        await three_marks(reader)
        await reader.press("A")
        await narrow(reader, "tag:claim")
        await reader.until("3 of 4 · 1 of others")
        await reader.press("!")
        await reader.until("Delete 2 annotations? (yes/no)")
        await reader.type("no")
        await reader.press("enter")
        await reader.until("Nothing deleted")
        await reader.enter("yes", "!")
        await reader.until(lambda: tags(reader) == [["doubt"]])
        assert [one["tags"] for one in reader.marks(author="ana")] == [["claim"]]
        await reader.press("u")
        await reader.until(lambda: len(reader.marks()) == 3)


async def test_what_will_be_changed_is_counted_before_and_after(seeds: Path) -> None:
    add_as("ana", seeds, "Mikhail Bogdanov", "claim")
    async with reading(seeds) as reader:
        await three_marks(reader)
        await reader.press("k", "s", "2")
        await reader.until(lambda: reader.marks()[1]["status"] == "disputed")
        await reader.press("A", "=")
        await reader.until("Status of 2 claims")
        await reader.until("4 annotations listed; left as they are: 1 no claim, 1 of others")
        await reader.type("9")
        await reader.press("enter")
        await reader.until("9 is no status: ")
        await reader.until_typing()
        await reader.press("2")
        await reader.until("disputed: 1 changes; unchanged: 1 so already, 1 no claim, 1 of others")
        await reader.press("enter")
        counted = "Disputed: 1 annotation (unchanged: 1 so already, 1 no claim, 1 of others)"
        await reader.until(counted)
        await reader.press("+")
        await reader.type("claim")
        await reader.until("1 changes; unchanged: 2 so already, 1 of others")
        await reader.press("escape", "!")
        await reader.until("4 annotations listed; left as they are: 1 of others")


async def test_undoing_tells_how_many_were_changed_and_where(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await three_marks(reader)
        await reader.press("tab", "t", "c")
        await reader.until(lambda: tags(reader, "message.txt") == [["claim"]])
        await reader.press("A")
        for line, where in (("", "4 annotations in 2 documents"), ("doc:call", "3 annotations in")):
            await narrow(reader, line)
            await reader.press("+")
            await reader.type("zz")
            await reader.press("enter")
            await reader.until("Tagged zz on: ")
            await reader.press("u")
            await reader.until(f"Undone: tag zz, {where}")
            await reader.press("ctrl+r")
            await reader.until(f"Redone: tag zz, {where}")
            await reader.press("u")
            await reader.until(f"Undone: tag zz, {where}")


async def test_the_list_opens_at_the_annotation_nearest_to_the_reader(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await three_marks(reader)
        wanted = reader.sentence
        await reader.press("j", "j", "A")
        await reader.until("▸ ▎d doubt")
        await reader.press("enter")
        await reader.until(lambda: reader.sentence == wanted)


async def test_quoted_words_stand_in_quotation_marks_beside_a_note(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.enter("why", "e")
        await reader.press("A")
        await reader.until("  why  “")


async def test_one_is_changed_by_the_same_keys_as_in_the_text(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await three_marks(reader)
        await reader.enter("why", "A", "e")
        await reader.until(lambda: reader.marks()[2].get("note") == "why")
        await reader.press("t")
        await reader.until("Tag 1 annotation")
        await reader.type("quote")
        await reader.press("enter")
        await reader.until(lambda: tags(reader)[2] == ["doubt", "quote"])
        await reader.press("x")
        await reader.until(lambda: len(reader.marks()) == 2)


async def test_what_is_somebody_elses_is_left_alone(seeds: Path) -> None:
    add_as("ana", seeds, "Mikhail Bogdanov", "claim")
    async with reading(seeds) as reader:
        await reader.press("A", "x")
        await reader.until("ana’s")
        await reader.press("!")
        await reader.until("None of those shown is yours")


async def test_those_shown_are_exported(seeds: Path, tmp_path: Path) -> None:
    async with reading(seeds) as reader:
        await three_marks(reader)
        await reader.press("A")
        await narrow(reader, "tag:doubt")
        await reader.press(">")
        await reader.until_typing()
        await reader.press("ctrl+u")
        reader.paste(str(tmp_path / "out.jsonl"))
        await reader.press("enter")
        await reader.until("1 annotation written")
        assert len((tmp_path / "out.jsonl").read_text("utf-8").splitlines()) == 1


async def test_a_mark_that_does_not_stand_as_it_did_says_so_in_the_list(seeds: Path) -> None:
    add_as(AUTHOR, seeds, "a port and a runway", "figure")
    await proposed_elsewhere(seeds)
    async with reading(seeds, "call.txt") as reader:
        await reader.press("A")
        await reader.until("f∅ figure  open  lost")
        assert reader.sees("c¿ claim  open  to review")


async def test_a_note_on_the_whole_text_stands_in_the_list(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.enter("no prisoners", "W")
        await reader.press("A")
        await reader.until("no prisoners  on the whole text")
        await reader.press("enter")
        await reader.until("This one is on the whole text")


async def test_the_statuses_of_the_workspace_are_the_ones_to_decide_with(seeds: Path) -> None:
    settings = 'statuses = ["todo", "kept", "thrown"]\n[[tag]]\nname = "lead"\nkey = "l"\n'
    (seeds / "sidelight.toml").write_text(f"{settings}review = true\n")
    async with reading(seeds) as reader:
        await reader.press("t", "l", "j", "t", "l")
        await reader.until(lambda: [one["status"] for one in reader.marks()] == ["todo", "todo"])
        await reader.press("r")
        await reader.until("2 open")
        await reader.press("1")
        await reader.until("1 open · 1 decided")
        await reader.press("escape", "A", "o", "o", "=")
        await reader.until_typing()
        await reader.until("1 kept  2 thrown  0 todo")
        await reader.type("thr")
        await reader.press("enter")
        await reader.until(lambda: {one["status"] for one in reader.marks()} == {"thrown"})
        await reader.press("escape", "r")
        await reader.until("0 open · 2 decided")


async def test_what_is_selected_in_the_list_is_told_and_shown(seeds: Path) -> None:
    add_as("boris", seeds, "Putin and al-Sharaa", "claim")
    async with reading(seeds) as reader:
        await reader.press("t", "n", "j", "j", "t", "d", "k", "k", "A")
        await narrow(reader, "tag:doubt")
        await reader.until("Annotations  1 of")
        tray = reader.reading.bars.tray
        await reader.until(lambda: "doubt" in _row(reader, tray.region.y))
        assert "name" not in _row(reader, tray.region.y)
        await reader.saved()
        doubted = next(one for one in reader.marks() if one["tags"] == ["doubt"])
        await reader.until(lambda: reader.sentence == doubted["exact"])


def _row(reader: Reader, number: int) -> str:
    return reader.screen[number]


async def test_a_line_that_asks_for_nothing_there_is_does_not_lose_the_place(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("t", "n", "j", "t", "c", "j", "t", "n", "j", "t", "c", "k", "k", "k")
        await reader.until(lambda: len(tags(reader)) == 4)
        await reader.press("A")
        panel = reader.reading.panel
        assert isinstance(panel, AnnotationsPanel)
        for line, at in (("zzz", 0), ("tag:claim", 0), ("tag:name", 0)):
            panel.list.narrow(line)
            assert panel.list.index == at
        panel.list.select(1)
        panel.list.narrow("tag:claim")
        panel.list.narrow("tag:name")
        assert panel.list.index == 1


async def test_a_narrow_screen_tells_every_status_that_can_be_given(seeds: Path) -> None:
    (seeds / "sidelight.toml").write_text(
        'statuses = ["open", "supported", "disputed", "refuted", "unverifiable", "half true", '
        '"out of date"]\n',
        encoding="utf-8",
    )
    async with reading(seeds, size=(80, 24)) as reader:
        await three_marks(reader)
        await reader.press("A", "=")
        await reader.until_typing()
        await reader.until("1 supported")
        for status in ("5 half true", "6 out of date", "0 open"):
            assert reader.sees(status)
