"""Beside other programs: what they change is shown, and what was done here outlasts the program."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from at_the_screen import AUTHOR, Reader, add_as, reading

from annotations.annotation_file import AnnotationFile
from annotations.model import Annotation, Change
from annotations.store import Store
from documents.workspace import open_workspace
from tui.arrivals import Loaded
from tui.reading import bars
from tui.reading.bars import Bars
from tui.reading.loading import Loader
from tui.saving import SaveReport
from tui.session import Session

PATH = "call.txt"


def file(seeds: Path) -> Path:
    return seeds / "annotations" / AUTHOR / f"{PATH}.toml"


def here(reader: Reader) -> list[Annotation]:
    return [placed.annotation for placed in reader.pane.marks]


def change(seeds: Path, **content: object) -> None:
    """Another program changes what this reader has marked."""
    workspace = open_workspace([seeds]).workspace
    store = Store(workspace)
    [one] = store.read(AUTHOR, PATH).annotations
    after = replace(one, **content)  # type: ignore[arg-type]
    store.apply(AUTHOR, workspace.read(PATH), [Change(one, after)])


def spoken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """All that is said from now on, line by line."""
    said: list[str] = []
    say = Bars.say

    def heard(bars: Bars, words: str | list[str], kind: str) -> None:
        said.extend([words] if isinstance(words, str) else words)
        say(bars, words, kind)

    monkeypatch.setattr(Bars, "say", heard)
    return said


async def test_what_another_program_changes_is_shown_and_said(seeds: Path) -> None:
    async with reading(seeds, PATH) as reader:
        await reader.press("t", "c")
        await reader.saved()
        change(seeds, note="from elsewhere")
        await reader.until("Changed by another program: 1 edited")
        assert [one.note for one in here(reader)] == ["from elsewhere"]


async def test_steps_are_undone_after_quitting(seeds: Path) -> None:
    async with reading(seeds, PATH) as reader:
        await reader.press("t", "c")
        await reader.saved()
        await reader.press("q")
        await reader.until(lambda: reader.app.return_value is not None)
    async with reading(seeds, PATH) as reader:
        assert len(here(reader)) == 1
        await reader.press("u")
        await reader.until("Undone: ")
        assert here(reader) == []
        await reader.until(lambda: reader.marks() == [])
        await reader.press("ctrl+r")
        await reader.until(lambda: len(reader.marks()) == 1)


async def test_undoing_what_never_came_to_disk_says_so_and_it_can_be_redone(
    seeds: Path,
) -> None:
    async with reading(seeds, PATH) as reader:
        await reader.press("t", "c")
        await reader.saved()
        await reader.press("q")
        await reader.until(lambda: reader.app.return_value is not None)
    file(seeds).unlink()
    async with reading(seeds, PATH) as reader:
        assert here(reader) == []
        await reader.press("u")
        await reader.until("Undone: tag claim; nothing was left to do")
        assert not file(seeds).exists()
        await reader.press("ctrl+r")
        await reader.until("Redone: tag claim")
        await reader.until(lambda: len(reader.marks()) == 1)


async def test_a_step_that_no_longer_fits_is_refused_with_a_line(seeds: Path) -> None:
    async with reading(seeds, PATH) as reader:
        await reader.press("t", "c")
        await reader.saved()
        change(seeds, note="from elsewhere")
        await reader.until(lambda: [one.note for one in here(reader)] == ["from elsewhere"])
        await reader.press("u")
        await reader.until("Not undone: ")
        assert len(here(reader)) == len(reader.marks()) == 1
        await reader.press("u")
        await reader.until("Nothing to undo")


async def test_a_decision_is_on_record(seeds: Path) -> None:
    async with reading(seeds, PATH) as reader:
        await reader.press("t", "c")
        await reader.saved()
        [one] = here(reader)
        after = replace(one, status="refuted")
        document = reader.pane.document
        assert document is not None
        reader.reading.editing.edit("status refuted", document, Change(one, after))
        await reader.until(lambda: "history" in reader.marks()[0])
        [decision] = reader.marks()[0]["history"]
        assert (decision["status"], decision["author"]) == ("refuted", AUTHOR)
        await reader.press("u")
        await reader.until(lambda: "history" not in reader.marks()[0])


async def test_an_emptied_file_takes_no_mark_with_it(seeds: Path) -> None:
    async with reading(seeds, PATH) as reader:
        await reader.press("t", "c")
        await reader.saved()
        file(seeds).write_bytes(b"")
        await reader.until("it was emptied")
        assert len(here(reader)) == 1
        await reader.press("j", "t", "d")
        await reader.until(lambda: len(reader.marks()) == 2)


async def test_what_cannot_be_saved_here_can_be_saved_elsewhere(
    seeds: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    async with reading(seeds, PATH) as reader:
        await reader.press("t", "c")
        await reader.saved()
        file(seeds).write_text("[document\n", encoding="utf-8")
        await reader.press("j", "t", "d", "j", "t", "n", "u", "q")
        await reader.until("1 unsaved! Quit and lose them?")
        reader.paste(str(elsewhere))
        await reader.press("enter")
        await reader.until("Saved in ")
        assert reader.app.return_value is None
        (elsewhere / PATH).write_bytes((seeds / PATH).read_bytes())
        saved = Store(open_workspace([elsewhere]).workspace).read(AUTHOR, PATH)
        assert {one.tags for one in saved.annotations} == {("claim",), ("doubt",)}
        await reader.until("1 saved elsewhere only. Quit?")
        await reader.press("escape")
        file(seeds).unlink()
        await reader.press("q")
        await reader.until(lambda: reader.app.return_value is not None)


async def test_what_changes_while_all_is_read_at_first_is_seen(
    seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_as(AUTHOR, seeds, "A question of harbours", "doubt")
    looked = Event()
    load, look = Session.load, Loader.look

    def noticed(loader: Loader) -> None:
        look(loader)
        looked.set()

    def overtaken(
        session: Session, paths: Iterable[str] | None, step: Callable[[], object]
    ) -> Loaded:
        loaded = load(session, paths, step)
        if paths is None:
            change(seeds, note="from elsewhere")
            looked.clear()
            assert looked.wait(30)
        return loaded

    monkeypatch.setattr(Loader, "look", noticed)
    monkeypatch.setattr(Session, "load", overtaken)
    async with reading(seeds, PATH) as reader:
        await reader.until("Changed by another program: 1 edited")


async def test_a_mark_that_is_saved_while_its_file_is_read_again_stays(
    seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, go_on, said = Event(), Event(), spoken(monkeypatch)
    load, apply = Session.load, Store.apply

    def slow_load(session: Session, *arguments: Any) -> Loaded:
        loaded = load(session, *arguments)
        if not read.is_set() and session.annotated():
            read.set()
            assert go_on.wait(30)
        return loaded

    def slow_save(store: Store, author: str, *arguments: Any) -> AnnotationFile:
        assert author != AUTHOR or read.wait(30)
        return apply(store, author, *arguments)

    async with reading(seeds, PATH) as reader:
        monkeypatch.setattr(Session, "load", slow_load)
        monkeypatch.setattr(Store, "apply", slow_save)
        await reader.press("t", "c")
        add_as("ab", seeds, "A question of harbours", "doubt")
        await reader.saved()
        await reader.until(lambda: not reader.reading.desk.pending(PATH))
        [mine] = here(reader)
        go_on.set()
        await reader.until("Changed by another program: 1 added")
        assert mine in here(reader)
        assert len(here(reader)) == 2
        assert not any("deleted" in line for line in said)


async def test_what_another_program_changes_just_behind_a_save_is_seen(
    seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = Loader.saved

    def overtaken(loader: Loader, reports: Iterable[SaveReport]) -> None:
        monkeypatch.setattr(Loader, "saved", saved)
        change(seeds, note="from elsewhere")
        saved(loader, reports)

    async with reading(seeds, PATH) as reader:
        monkeypatch.setattr(Loader, "saved", overtaken)
        await reader.press("t", "c")
        await reader.until("Changed by another program: 1 edited")
        assert [one.note for one in here(reader)] == ["from elsewhere"]


async def test_what_another_program_changes_drives_no_answer_away(
    seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bars, "NOTICE_SECONDS", 600.0)
    async with reading(seeds, PATH) as reader:
        await reader.press("t", "c")
        await reader.saved()
        await reader.press("O")
        await reader.until("O is for the library")
        change(seeds, note="from elsewhere")
        await reader.until("Changed by another program: 1 edited")
        assert reader.sees("O is for the library")
        await reader.press("j")
        assert not reader.reading.bars.speaking


MERGE = "<<<<<<< HEAD\nnote = 1\n=======\nnote = 2\n>>>>>>> other\n"


@pytest.mark.parametrize(
    ("broken", "words"), [(MERGE, "both sides of a merge"), ("status = open\n", "Invalid value")]
)
async def test_a_file_that_is_broken_meanwhile_is_told_and_takes_no_mark_with_it(
    seeds: Path, broken: str, words: str
) -> None:
    async with reading(seeds, PATH) as reader:
        await reader.press("t", "c")
        await reader.saved()
        sound = file(seeds).read_bytes()
        file(seeds).write_bytes(sound + broken.encode())
        await reader.until(words)
        line = len(sound.splitlines()) + 1
        assert reader.sees(f"{AUTHOR}/{PATH}.toml:{line}:")
        assert reader.sees("1 file of marks unreadable")
        assert len(here(reader)) == 1
        await reader.press("j", "t", "d")
        await reader.until("NOT SAVED (1)")
        assert file(seeds).read_bytes() == sound + broken.encode()
        file(seeds).write_bytes(sound)
        await reader.until(lambda: len(reader.marks()) == 2)
        await reader.until(lambda: not reader.sees("unreadable"))
        assert len(here(reader)) == 2


async def test_a_mark_that_is_broken_by_hand_is_told_with_its_line_and_not_as_deleted(
    seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = spoken(monkeypatch)
    async with reading(seeds, PATH) as reader:
        await reader.press("t", "c", "j", "t", "d")
        await reader.saved()
        sound = file(seeds).read_text("utf-8")
        wrong = sound.replace("start = 0", "start = 999999")
        assert wrong != sound
        for _ in range(2):
            file(seeds).write_text(wrong, "utf-8")
            line = wrong.splitlines().index("start = 999999") + 2  # where it ends
            await reader.until(lambda line=line: reader.sees(f"{AUTHOR}/{PATH}.toml:{line}:"))
            await reader.until("1 mark unreadable")
            assert len(here(reader)) == 1
            assert file(seeds).read_text("utf-8") == wrong
            await reader.press("t", "q")
            await reader.until(lambda: "question" in file(seeds).read_text("utf-8"))
            wrong = file(seeds).read_text("utf-8")
            assert "start = 999999" in wrong
            file(seeds).write_text(wrong.replace("start = 999999", "start = 0"), "utf-8")
            await reader.until("can be read again")
            await reader.until(lambda: not reader.sees("unreadable"))
            assert len(here(reader)) == 2
            await reader.press("u")
            await reader.until(lambda: "question" not in file(seeds).read_text("utf-8"))
            await reader.saved()
            wrong = file(seeds).read_text("utf-8").replace("start = 0", "start = 999999")
        assert not any("deleted" in line or "added" in line for line in said)


async def test_what_else_another_program_did_is_counted_beside_a_broken_mark(seeds: Path) -> None:
    async with reading(seeds, PATH) as reader:
        await reader.press("t", "c", "j", "t", "d")
        await reader.saved()
        sound = file(seeds).read_text("utf-8")
        file(seeds).write_text(sound.replace("start = 0", "start = 999999"), "utf-8")
        await reader.until("1 mark unreadable")
        head = sound.index("[annotation.")
        file(seeds).write_text(sound[:head], "utf-8")
        await reader.until("Changed by another program: 1 deleted")
        await reader.until(lambda: not reader.sees("unreadable"))


async def test_the_marks_of_a_broken_file_follow_the_text(seeds: Path) -> None:
    async with reading(seeds, PATH) as reader:
        await reader.go("A question of harbours")
        await reader.press("t", "c")
        await reader.saved()
        file(seeds).write_bytes(file(seeds).read_bytes() + MERGE.encode())
        await reader.until("both sides of a merge")
        text = (seeds / PATH).read_bytes()
        (seeds / PATH).write_bytes(b"This is put in front.\n\n" + text)
        await reader.until(lambda: reader.sees("1 mark moved with its text"))
        await reader.go("A question of harbours")
        await reader.until(lambda: len(reader.reading.editing.here()) == 1)


async def test_a_deletion_that_gave_way_to_an_edit_is_told(seeds: Path) -> None:
    async with reading(seeds, PATH) as reader:
        await reader.press("t", "c")
        await reader.saved()
        workspace = open_workspace([seeds]).workspace
        [one] = Store(workspace).read(AUTHOR, PATH).annotations
        await reader.press("x", "x")
        await reader.until(lambda: not reader.marks())
        after = replace(one, note="from elsewhere")
        Store(workspace).apply(AUTHOR, workspace.read(PATH), [Change(one, after)])
        await reader.until("1 that you deleted kept, because it was edited there")


async def test_that_the_note_being_written_was_changed_is_told_and_both_are_kept(
    seeds: Path,
) -> None:
    async with reading(seeds, PATH) as reader:
        await reader.press("t", "c")
        await reader.saved()
        await reader.press("e")
        await reader.until_typing()
        await reader.type("mine")
        change(seeds, note="from elsewhere")
        await reader.until("among them the note you are writing: both are kept")
        await reader.press("enter")
        await reader.saved()
        await reader.until("Two notes were written at once")
        [mark] = reader.marks()
        assert "mine" in mark["note"]
        assert "from elsewhere" in mark["note"]


async def test_a_copy_that_a_sync_tool_leaves_meanwhile_is_told(seeds: Path) -> None:
    async with reading(seeds, PATH) as reader:
        await reader.press("t", "c")
        await reader.saved()
        copy = file(seeds).with_name(f"{PATH} (zoe's conflicted copy 2025-02-12).toml")
        copy.write_bytes(file(seeds).read_bytes())
        await reader.until("a sync tool left this copy")
        assert len(here(reader)) == 1
