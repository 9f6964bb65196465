"""A note that was being written when the program was killed is there at the next start."""

from __future__ import annotations

from pathlib import Path

from marks_on_disk import marks
from terminal import Open

WORDS = "not even the embassy says so"


def drafts(home: Path) -> list[str]:
    """What is kept of notes that are being written."""
    return [file.read_text() for file in home.rglob("notes/*.json")]


def test_a_note_being_written_survives_a_killed_reader(
    open_reader: Open, seeds: Path, tmp_path: Path
) -> None:
    first = open_reader(seeds)
    first.wait_for("1/24")
    first.wait_for(lambda screen: screen[-4] != "")
    first.press("e")
    first.wait_for(lambda screen: screen[-4] == "")
    first.send(WORDS)
    first.wait_for(lambda _: any(WORDS in draft for draft in drafts(tmp_path)))
    first.kill()
    second = open_reader(seeds)
    second.wait_for("A note was being written here: e goes on with it")
    second.press("e")
    second.wait_for(WORDS)
    second.press("enter")
    second.wait_for(lambda _: [one.get("note") for one in marks(seeds, "call.txt")] == [WORDS])
    second.wait_for(lambda _: drafts(tmp_path) == [])
