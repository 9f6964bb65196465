"""A document changes under its marks: the reader is told once, and settles each of them."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from at_the_screen import AUTHOR, Reader, proposed_elsewhere, reading
from running import CommandLine

from annotations.model import Change, mark
from annotations.store import Store
from documents.workspace import open_workspace
from tui.panels.changed import ChangedPanel

OLD = (
    "The envoy spoke for an hour. Nobody else was there.\n\n"
    "A spokesman confirmed the call with 40 officers. He gave no details of it.\n\n"
    "The prisoners were to be freed on Monday. Their names are not known.\n"
)
CHANGED = "A spokesman confirmed the call with 40 officers."
LOST = "The prisoners were to be freed on Monday."
MOVED = "Nobody else was there."
NEW = "An update.\n\n" + OLD.replace("with 40 officers", "with 45 officers").replace(LOST, "")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A workspace with three marks on a document that then changed."""
    folder = tmp_path / "papers"
    folder.mkdir()
    write(folder, OLD)
    for number, words in enumerate((MOVED, CHANGED, LOST)):
        add(folder, AUTHOR, words, f"mark{number}")
    write(folder, NEW)
    return folder


def write(folder: Path, text: str) -> None:
    (folder / "a.txt").write_text(text, encoding="utf-8")


def add(folder: Path, author: str, words: str, name: str, path: str = "a.txt") -> None:
    workspace = open_workspace([folder]).workspace
    document = workspace.read(path)
    at = document.text.index(words)
    one = mark(document.text, at, at + len(words), tags=("claim",), status="open")
    Store(workspace).apply(author, document, [Change(None, replace(one, id=name))])


def panel(reader: Reader) -> ChangedPanel:
    assert isinstance(reader.reading.panel, ChangedPanel)
    return reader.reading.panel


def quotes(reader: Reader) -> list[str]:
    return [str(one["exact"]) for one in reader.marks("a.txt")]


async def opened(reader: Reader) -> None:
    await reader.press("R")
    await reader.until("was ")


TOLD = "1 mark moved with its text, 1 changed, 1 lost – R shows them"


async def test_it_is_told_once_and_never_again_for_the_same_change(root: Path) -> None:
    async with reading(root, "a.txt") as reader:
        await reader.until(f"a.txt has changed since you marked it: {TOLD}")
        await reader.until("2 to look at")
        assert not quotes_settled(root)
        await reader.reading.save_all()
    async with reading(root, "a.txt") as reader:
        await reader.until("2 to look at")
        reader.reading.background.look()
        await reader.pilot.pause()
        assert not reader.sees("has changed")
    write(root, NEW + "More.\n")
    async with reading(root, "a.txt") as reader:
        await reader.until("has changed since you marked it")


def quotes_settled(root: Path) -> bool:
    """Whether anything was written that names another text than the one marks were made on."""
    return "anchor" in (root / "annotations" / AUTHOR / "a.txt.toml").read_text("utf-8")


async def test_it_is_told_when_the_document_changes_while_it_is_open(root: Path) -> None:
    write(root, OLD)
    async with reading(root, "a.txt") as reader:
        assert not reader.sees("to look at")
        write(root, NEW)
        reader.reading.background.look()
        await reader.until(TOLD)
        await reader.until("2 to look at")


async def test_changed_words_are_shown_beside_the_old_ones_and_kept(root: Path) -> None:
    async with reading(root, "a.txt") as reader:
        await opened(reader)
        assert reader.sees("[40]")
        assert reader.sees("{45}")
        assert reader.sees("numbers 40 ≠ 45")
        await reader.until(lambda: "45 officers" in reader.sentence)
        await reader.press("a")
        await reader.until(lambda: any("45 officers" in one for one in quotes(reader)))
        await reader.until("1 to look at")
        await reader.press("u")
        await reader.until("2 to look at")
        await reader.until(lambda: CHANGED in quotes(reader))
        assert reader.sees("[40]")


async def test_a_lost_mark_is_moved_to_what_the_reader_selects(root: Path) -> None:
    async with reading(root, "a.txt") as reader:
        await opened(reader)
        await reader.press("j")
        await reader.until("Nothing like it was found")
        await reader.until(lambda: "Their names" in reader.sentence)  # what stood behind it
        await reader.press("a")
        await reader.until("no place in the text")
        await reader.press("m")
        await reader.until("puts the mark there")
        await reader.press("V", "M")
        await reader.until(lambda: "Their names are not known." in quotes(reader))
        assert reader.app.focused is panel(reader)
        await reader.until("1 to look at")
        await reader.press("u")
        await reader.until("2 to look at")
        await reader.until(lambda: LOST in quotes(reader))


async def test_while_a_mark_is_moved_the_screen_says_so_and_how_it_ends(root: Path) -> None:
    async with reading(root, "a.txt", size=(80, 24)) as reader:
        await opened(reader)
        await reader.press("j", "m", "j")
        await reader.until(" MOVE ")
        assert reader.sees("enter put it here")
        assert reader.sees("escape back")
        await reader.press("escape")
        await reader.until(" CHANGED ")
        assert reader.app.focused is panel(reader)
        await reader.press("m", "v", "l")
        await reader.until("enter put it here")
        words = reader.selected
        await reader.press("enter")
        await reader.until(lambda: words in quotes(reader))
        await reader.until(" CHANGED ")


async def test_a_mark_is_moved_to_another_document_and_back(root: Path) -> None:
    (root / "b.txt").write_text("The rest.\n\nThe captives go free.\n", encoding="utf-8")
    async with reading(root, "a.txt", "b.txt") as reader:
        await opened(reader)
        await reader.press("j")
        await reader.until("Nothing like it was found")
        await reader.press("m", "tab")
        await reader.go("The captives go free.")
        await reader.press("enter")
        await reader.until("Moved to b.txt")
        await reader.until("1 to look at")
        await reader.saved()
        assert [one["exact"] for one in reader.marks("b.txt")] == ["The captives go free."]
        assert LOST not in live(reader)
        await reader.press("u")
        await reader.until("2 to look at")
        await reader.saved()
        assert LOST in live(reader)
        await reader.press("ctrl+r")
        await reader.until("1 to look at")
        await reader.saved()
        assert LOST not in live(reader)


def live(reader: Reader) -> list[str]:
    """The words of the marks of a.txt that were not deleted."""
    store = Store(open_workspace([reader.root]).workspace)
    return [one.exact for one in store.read(AUTHOR, "a.txt").annotations]


async def test_the_document_that_has_the_words_now_is_found_and_gone_to(root: Path) -> None:
    (root / "b.txt").write_text(f"The rest.\n\n{LOST}\n", encoding="utf-8")
    async with reading(root, "a.txt") as reader:
        await opened(reader)
        await reader.press("j")
        await reader.until("It stands in b.txt now")
        await reader.press("m")
        await reader.until(lambda: reader.selected == LOST)
        await reader.press("enter")
        await reader.until("Moved to b.txt")
        await reader.saved()
        assert [one["exact"] for one in reader.marks("b.txt")] == [LOST]
        assert LOST not in live(reader)


async def test_what_no_pane_shows_is_counted_while_open(root: Path) -> None:
    (root / "b.txt").write_text(OLD, encoding="utf-8")
    add(root, AUTHOR, LOST, "other", "b.txt")
    async with reading(root, "a.txt", indexed=True) as reader:
        await reader.until("2 to look at")
        look = reader.reading.background.look

        def sees_three() -> bool:
            look()
            return reader.sees("3 to look at")

        for _ in range(20):
            look()
            await reader.pilot.pause()
        (root / "b.txt").write_text(NEW, encoding="utf-8")
        await reader.until(sees_three)
        await reader.until("a.txt and b.txt have changed since you marked them")
        assert not reader.sees("this is how it reads now")


async def decided_before_it_changed(reader: Reader) -> None:
    """Decides on a claim whose words change then."""
    await reader.go(CHANGED)
    await reader.press("s", "1")
    await reader.until("supported")
    await reader.saved()
    write(reader.root, NEW)
    reader.reading.background.look()
    await reader.until("R 2 to look at")


async def kept_after_it_was_decided(reader: Reader) -> None:
    """The same, and keeps the claim on the new words."""
    await decided_before_it_changed(reader)
    await opened(reader)
    await reader.until("supported on the words before")
    await reader.press("a")
    await reader.until("supported on the words before: r decides anew on “…call with 45 officers.”")
    await reader.saved()


async def test_a_decision_made_on_other_words_says_so_until_it_is_made_anew(root: Path) -> None:
    write(root, OLD)
    async with reading(root, "a.txt") as reader:
        await kept_after_it_was_decided(reader)
        decisions = next(one["history"] for one in reader.marks("a.txt") if "45" in one["exact"])
        assert [one.get("exact") for one in decisions] == [CHANGED]
        await reader.press("escape")
        await reader.go("45 officers")
        await reader.until("supported on other words")
        await reader.until("c≠")
        await reader.press("d")
        await reader.until("supported  by mk  on other words:")
        await reader.until(lambda: CHANGED in " ".join(" ".join(reader.screen).split()))
        await reader.press("escape", "r")
        await reader.until("supported on other words")
        assert reader.sees("[40] {45}")
        await reader.press("escape", "A")
        await reader.until("claim  supported on other words")
        await reader.press("escape", "s", "1")
        await reader.until(lambda: not reader.sees("on other words"))
        await reader.press("u")
        await reader.until("supported on other words")


async def test_a_decision_is_taken_on_the_words_that_are_seen(root: Path) -> None:
    write(root, OLD)
    async with reading(root, "a.txt") as reader:
        await decided_before_it_changed(reader)
        await reader.go("45 officers")
        await reader.until("supported on other words · changed")
        await reader.press("A")
        await reader.until("c≠ claim  supported on other words  changed")
        await reader.press("escape", "r")
        await reader.until("[40] {45}")
        await reader.press("3")
        await reader.until(
            "Refuted, and kept as it reads now: “…call with 45 officers.”; u takes it back"
        )
        await reader.saved()
        (one,) = [one for one in reader.marks("a.txt") if one["status"] == "refuted"]
        assert one["exact"] == CHANGED.replace("40", "45")
        made = [(each["status"], each.get("exact")) for each in one["history"]]
        assert made == [("supported", CHANGED), ("refuted", None)]
        await reader.press("u")
        await reader.until("R 2 to look at")
        await reader.saved()
        assert CHANGED in quotes(reader)


async def test_many_are_not_decided_on_words_that_are_not_seen(root: Path) -> None:
    write(root, OLD)
    async with reading(root, "a.txt") as reader:
        await decided_before_it_changed(reader)
        await reader.press("A")
        await reader.until("changed")
        await reader.press("=")
        await reader.until("3 annotations listed; left as they are: 1 whose text changed")
        await reader.enter("3")
        await reader.until("Refuted: 2 annotations")
        await reader.saved()
        statuses = {one["exact"]: one["status"] for one in reader.marks("a.txt")}
        assert statuses == {MOVED: "refuted", LOST: "refuted", CHANGED: "supported"}
        await reader.press("g", "j", "s")
        await reader.until("Status of 1 claim")
        await reader.enter("2")
        await reader.until("Disputed, and kept as it reads now")
        await reader.saved()
        assert "45" in next(
            one["exact"] for one in reader.marks("a.txt") if one["status"] == "disputed"
        )


async def test_what_is_marked_otherwise_was_decided_on_the_words_before(root: Path) -> None:
    write(root, OLD)
    async with reading(root, "a.txt") as reader:
        await decided_before_it_changed(reader)
        await reader.go("45 officers")
        await reader.press("S", "h", "enter")
        await reader.until("Now marked")
        await reader.until("supported on other words")
        await reader.saved()
        (one,) = [one for one in reader.marks("a.txt") if one["status"] == "supported"]
        assert [each["exact"] for each in one["history"]] == [CHANGED]


async def test_a_claim_opened_again_is_open_on_the_words_that_are_seen(root: Path) -> None:
    write(root, OLD)
    async with reading(root, "a.txt") as reader:
        await decided_before_it_changed(reader)
        await reader.go("45 officers")
        await reader.press("s", "0")
        await reader.until("Open, and kept as it reads now")
        await reader.until("claim · open")
        assert not reader.sees("on other words")


async def test_what_is_back_on_the_words_it_was_decided_on_is_plainly_so(root: Path) -> None:
    write(root, OLD)
    async with reading(root, "a.txt") as reader:
        await kept_after_it_was_decided(reader)
        write(root, OLD)
        reader.reading.background.look()
        await reader.press("escape")
        await reader.go("40 officers")
        await reader.until("claim · supported · changed")
        assert not reader.sees("on other words")
        await reader.press("R")
        await reader.until("reads differently now  a.txt · supported")


async def test_where_a_place_is_only_proposed_it_is_settled_before_a_decision(seeds: Path) -> None:
    await proposed_elsewhere(seeds)
    async with reading(seeds, "call.txt") as reader:
        await reader.until("to review")
        await reader.go("A question of airfields")
        await reader.press("s")  # before a number is asked for
        await reader.until("Where this claim stands is only proposed: R settles that first")
        assert reader.reading.keys.waiting is None
        assert [one["status"] for one in reader.marks()] == ["open"]


async def test_every_command_tells_of_a_decision_made_on_other_words(
    root: Path,
) -> None:
    write(root, OLD)
    async with reading(root, "a.txt") as reader:
        await kept_after_it_was_decided(reader)
    printed = CommandLine(root)
    for command in (["list"], ["check"], ["search", "status:supported"]):
        assert f"supported on “{CHANGED}”" in printed(*command, status=None).output, command
    assert "1 decided on other words" in printed("check", status=None).output


async def test_a_selection_made_before_is_taken(root: Path) -> None:
    async with reading(root, "a.txt") as reader:
        await opened(reader)
        await reader.press("tab", "j", "V", "M")
        await reader.until(lambda: "He gave no details of it." in quotes(reader))


async def test_leaving_changes_nothing_and_goes_on(root: Path) -> None:
    before = (root / "annotations" / AUTHOR / "a.txt.toml").read_bytes()
    async with reading(root, "a.txt") as reader:
        await opened(reader)
        await reader.press("l")
        await reader.until("Nothing like it was found")
        assert reader.sees("left for later")
        assert reader.sees("2 to look at")
        await reader.press("u")
        await reader.until("[40]")
        assert not reader.sees("· left for later")
        await reader.press("u")
        await reader.until("Nothing to undo")
    assert (root / "annotations" / AUTHOR / "a.txt.toml").read_bytes() == before


async def test_undoing_takes_back_what_was_left_for_later_in_its_turn(root: Path) -> None:
    async with reading(root, "a.txt") as reader:
        await reader.go("An update.")
        await reader.press("t", "q")
        await reader.until(lambda: len(quotes(reader)) == 4)
        await opened(reader)
        await reader.press("j", "l", "k", "a", "u")
        await reader.until("Undone: keep as it reads now")
        await reader.press("u")
        await reader.until("Not left for later")
        assert not reader.sees("· left for later")
        await reader.saved()
        assert len(quotes(reader)) == 4
        await reader.press("u")
        await reader.until("Undone: tag question")


async def test_a_step_taken_before_stays_when_leaving_is_taken_back(root: Path) -> None:
    async with reading(root, "a.txt") as reader:
        await reader.go("An update.")
        await reader.press("t", "q")
        await reader.until(lambda: len(quotes(reader)) == 4)
        await opened(reader)
        await reader.press("l", "u")
        await reader.until("Not left for later")
        await reader.saved()
        assert len(quotes(reader)) == 4
        await reader.press("l", "x", "x")
        await reader.until(lambda: len(quotes(reader)) == 3)
        await reader.press("u")
        await reader.until(lambda: len(quotes(reader)) == 4)


async def test_all_documents_that_changed_are_told_of_together(root: Path) -> None:
    (root / "b.txt").write_text(OLD, encoding="utf-8")
    add(root, AUTHOR, LOST, "other", "b.txt")
    (root / "b.txt").write_text(NEW, encoding="utf-8")
    words = "a.txt and b.txt have changed since you marked them: 1 mark moved with its text, "
    async with reading(root, "a.txt") as reader:
        await reader.until(words)
        reader.reading.say("Something else")
        await reader.until("Something else")
        assert reader.sees(words)


async def test_marks_that_are_there_again_are_told_of(root: Path) -> None:
    async with reading(root, "a.txt") as reader:
        await reader.until("2 to look at")
        write(root, OLD)
        reader.reading.background.look()
        await reader.until("a.txt has changed again: every mark is in its place")
        assert not reader.sees("since you marked")


async def test_all_keys_of_the_panel_are_seen_on_a_small_screen(root: Path) -> None:
    async with reading(root, "a.txt", size=(80, 24)) as reader:
        await reader.press("t", "q")
        await reader.until("saved ")
        await opened(reader)
        for word in ("a keep", "m move", "l later", "x delete", "escape close"):
            await reader.until(word)


async def test_one_is_deleted_only_where_that_is_asked_for_twice(root: Path) -> None:
    async with reading(root, "a.txt") as reader:
        await opened(reader)
        await reader.press("x", "j")
        await reader.until("Not deleted")
        await reader.press("x", "x")
        await reader.until("1 to look at")
        await reader.until(lambda: CHANGED not in quotes(reader))
        await reader.press("u")
        await reader.until(lambda: CHANGED in quotes(reader))
        await reader.until("[40]")


async def test_a_changed_mark_deleted_in_the_text_comes_back_as_it_was(root: Path) -> None:
    async with reading(root, "a.txt") as reader:
        await reader.go("45 officers")
        await reader.press("x")
        await reader.until(lambda: CHANGED not in quotes(reader))
        await reader.saved()
        await reader.press("u")
        await reader.until(lambda: CHANGED in quotes(reader))
        await reader.saved()
        await reader.until("2 to look at")
        await reader.until("c≠")
    write(root, OLD)
    async with reading(root, "a.txt") as reader:
        assert not reader.sees("to look at")
        await reader.go(CHANGED)
        assert [one.annotation.id for one in reader.reading.editing.here()] == ["mark1"]


async def test_other_authors_marks_are_there_to_be_looked_at(root: Path) -> None:
    write(root, OLD)
    add(root, "anna", LOST, "hers")
    write(root, NEW)
    theirs = root / "annotations" / "anna" / "a.txt.toml"
    before = theirs.read_bytes()
    async with reading(root, "a.txt") as reader:
        await opened(reader)
        await reader.press("G")
        await reader.until("theirs to settle")
        for keys in (("a",), ("m",), ("x", "x")):
            await reader.press(*keys)
            await reader.until("anna settles it")
            await reader.press("g", "G")
        await reader.press("tab", "V", "M")
        await reader.until("anna settles it")
    assert theirs.read_bytes() == before


async def test_a_lost_mark_is_there_again_when_its_passage_is(root: Path) -> None:
    async with reading(root, "a.txt") as reader:
        await reader.until(" 1 lost ")
        await reader.go("An update.")
        await reader.press("t", "q")
        await reader.until(lambda: len(quotes(reader)) == 4)
        write(root, NEW + "\n" + LOST + "\n")
        reader.reading.background.look()
        await reader.until(lambda: not reader.sees(" 1 lost "))
        await reader.until("1 to look at")
        await reader.go(LOST)
        assert [one.annotation.id for one in reader.reading.editing.here()] == ["mark2"]


async def test_marks_on_a_document_that_is_gone_are_there_and_stay(root: Path) -> None:
    (root / "b.txt").write_text("Another text altogether.\n", encoding="utf-8")
    (root / "a.txt").unlink()
    async with reading(root, "b.txt", indexed=True) as reader:
        await reader.until("3 to look at")
        await reader.press("R")
        await reader.until("its document is gone")
        await reader.press("a")
        await reader.until("no place in the text")
        await reader.press("m")
        await reader.until("Go to its sentence, in another document")
    assert len(quotes(reader)) == 3


async def test_a_document_deleted_after_it_was_read_is_told_to_be_gone(root: Path) -> None:
    (root / "b.txt").write_text("Another text altogether.\n", encoding="utf-8")
    async with reading(root, "a.txt", "b.txt", indexed=True) as reader:
        await reader.until("2 to look at")
        await reader.press("ctrl+w", "c")
        await reader.until(lambda: len(reader.reading.panes) == 1)
        (root / "a.txt").unlink()

        def sees_three() -> bool:
            reader.reading.background.look()
            return reader.sees("3 to look at")

        await reader.until("b.txt")
        await reader.until(sees_three)
        await reader.until("a.txt is gone from the disk")
        await reader.press("R")
        await reader.until("its document is gone")
        assert not reader.sees("is not in the text any more")
        await reader.press("a")
        await reader.until("no place in the text")
        write(root, NEW)
        await reader.until(lambda: not sees_three() and reader.sees("2 to look at"))
    assert len(quotes(reader)) == 3


async def test_after_a_move_to_another_document_escape_goes_back(root: Path) -> None:
    (root / "b.txt").write_text(f"It was said in two parts.\n\n{LOST}\n", encoding="utf-8")
    async with reading(root, "a.txt") as reader:
        await reader.go("An update.")
        await opened(reader)
        await reader.press("j")
        await reader.until("It stands in b.txt now")
        await reader.press("m")
        await reader.until(lambda: LOST in reader.selected)
        await reader.press("enter")
        await reader.until("Moved to b.txt")
        await reader.press("escape")
        await reader.until(lambda: reader.reading.panel is None)
        await reader.until(lambda: reader.sentence == "An update.")


@pytest.mark.parametrize("key", ["r", "A", "d", "w", "R"])
async def test_at_eighty_columns_a_panel_tells_its_keys_though_marks_wait(
    root: Path, key: str
) -> None:
    write(root, OLD)
    async with reading(root, "a.txt", size=(80, 24)) as reader:
        await reader.go("The envoy")
        await reader.press("t", "c", "s", "1")
        await reader.saved()
        write(root, "At first. " + NEW.replace("The envoy spoke", "The envoy then spoke"))
        reader.reading.background.look()
        await reader.until("to look at")
        await reader.go("The envoy")
        await reader.press("s", "1")
        await reader.saved()
        await reader.press(key)
        await reader.until(lambda: reader.reading.panel is not None)
        await reader.until(lambda: " close" in reader.screen[-1])
        assert "left" not in reader.screen[-1]


async def test_an_empty_panel_says_what_it_is_for(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("R")
        await reader.until("Every mark sits on the words")
        for key in ("a", "m", "l", "enter", "j"):
            await reader.press(key)
        await reader.press("x")
        await reader.until("No mark waits here")
        await reader.press("escape")
        await reader.until(lambda: reader.reading.panel is None)
        await reader.press("M")
        await reader.until("Choose the mark")


async def test_signs_stand_beside_the_letter_and_in_the_tray(root: Path) -> None:
    async with reading(root, "a.txt") as reader:
        await reader.until("c≠")
        await reader.go("45 officers")
        await reader.until("open · changed")
        await reader.press("r")
        await reader.until("≠ changed")


async def test_closing_leaves_the_reader_where_they_were(root: Path) -> None:
    async with reading(root, "a.txt") as reader:
        await reader.go("An update.")
        await opened(reader)
        await reader.until(lambda: "45 officers" in reader.sentence)
        await reader.press("escape")
        await reader.until(lambda: reader.sentence == "An update.")


def test_check_tells_old_and_new_words(root: Path) -> None:
    argv = [str(Path(sys.executable).parent / "sidelight"), "check", str(root)]
    done = subprocess.run(argv, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 1
    lines = [line.strip() for line in done.stdout.splitlines()]
    assert "now “A spokesman confirmed the call with 45 officers.”" in lines
    assert "40 → 45  (number)" in lines
    assert lines[-1] == "1 shifted, 1 changed, 1 lost"


async def test_where_a_lost_passage_stood_is_seen_in_the_text(root: Path) -> None:
    async with reading(root) as reader:
        await reader.until("1 lost")
        await reader.until(
            lambda: any("∅" in row and "Their names" in row for row in reader.screen)
        )
        await reader.go("Their names")
        await reader.until(f"∅ claim lost here (R)  “{LOST}”")


async def test_the_lost_mark_is_the_first_to_be_looked_at_from_there(root: Path) -> None:
    async with reading(root) as reader:
        await reader.until("1 lost")
        await reader.go("Their names")
        await reader.until("lost here (R)")
        await reader.press("R")
        await reader.until("2 of 2")
        assert "Their names" in reader.sentence


async def test_the_sign_goes_when_the_mark_has_a_place_again_and_comes_back(root: Path) -> None:
    async with reading(root) as reader:
        await reader.until("1 lost")
        await reader.go("Their names")
        await reader.until("lost here (R)")
        await reader.press("R")
        await reader.until("2 of 2")
        await reader.press("m", "M")
        await reader.until("Moved")
        assert not any("∅" in row for row in reader.screen)
        await reader.press("u")
        await reader.until(
            lambda: any("∅" in row and "Their names" in row for row in reader.screen)
        )


async def test_a_hidden_authors_lost_mark_leaves_no_sign(root: Path) -> None:
    (root / "annotations" / "mk").rename(root / "annotations" / "ab")
    async with reading(root) as reader:
        await reader.until(lambda: any("∅" in row for row in reader.screen))
        await reader.press("H")
        await reader.until(lambda: not any("∅" in row for row in reader.screen))
