"""A short random walk: no traceback, nothing raw on the terminal, no annotation lost."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from benchmarks.key_bytes import sent
from benchmarks.walk import steps
from benchmarks.walk.choosing import Chooser
from benchmarks.walk.steps import Step
from benchmarks.walk.stream import StreamCheck
from benchmarks.walk.walking import Walk
from tui.actions import ACTIONS

STEPS = 60
DEADLINE = 60.0
"""Seconds to answer in: far above what is needed, for a machine under load."""


@pytest.mark.parametrize(("seed", "columns", "rows"), [(11, 80, 24), (12, 0, 0)])
def test_a_random_walk_does_no_harm(tmp_path: Path, seed: int, columns: int, rows: int) -> None:
    walk = Walk(tmp_path, seed, columns or 120, rows or 40, limit=DEADLINE)
    chooser = Chooser(seed, walk.paths, walk.notes, columns, rows)
    walk.take(islice(chooser.steps(), STEPS))
    walk.end()
    assert [f"{one.number}: {one.words}\n{one.screen}" for one in walk.problems] == []


def test_the_same_seed_walks_the_same_way() -> None:
    def chosen(seed: int) -> list[Step]:
        return list(islice(Chooser(seed, ["a.txt"], ["annotations/a.toml"], 0, 0).steps(), 300))

    assert chosen(3) == chosen(3)
    assert chosen(3) != chosen(4)


def test_a_journal_gives_the_steps_back(tmp_path: Path) -> None:
    taken = [Step("type", "j\x1b[<0;1;1M\u00e9"), Step("resize", columns=80, rows=24), Step("kill")]
    with (tmp_path / "journal").open("w", encoding="ascii") as journal:
        for step in taken:
            steps.write(step, journal)
    assert list(steps.read(tmp_path / "journal")) == taken


@pytest.mark.parametrize(
    "smuggled",
    [
        b"\x1b]52;c;b3duZWQ=\x07",
        b"\x1b]0;owned\x07",
        b"\x1b[5;31m",
        b"\x1b[53m",
        b"\x1b[3J",
        b"\x1bP+q544e\x1b\\",
        b"a\x00b",
        b"a\x7fb",
        "a\x9b2Jb".encode(),
        "a\u202eb".encode(),
        "a\u200bb".encode(),
        b"a\x9bb",
    ],
)
def test_what_has_no_business_at_a_terminal_is_found(smuggled: bytes) -> None:
    check = StreamCheck()
    for byte in b"\x1b[1;1H" + smuggled + b"\x1b[0m":
        check.feed(bytes([byte]))
    assert check.found


def test_what_a_screen_is_painted_with_is_not_found() -> None:
    check = StreamCheck()
    styled = "\x1b[1;38;2;5;8;53;48;2;0;0;5mé 👩\u200d👩\u200d👧 漢\x1b[0m"
    check.feed(f"\x1b[?2026h\x1b[2;1H{styled}\r\n\x1b[?2026l\x1b[H".encode())
    assert check.found == []


@pytest.mark.parametrize(
    ("key", "sent_for_it"),
    [
        ("j", "j"),
        ("f1", "\x1bOP"),
        ("f6", "\x1b[17~"),
        ("shift+f3", "\x1b[1;2R"),
        ("ctrl+pageup", "\x1b[5;5~"),
        ("alt+left", "\x1b[1;3D"),
        ("ctrl+shift+left", "\x1b[1;6D"),
        ("alt+1", "\x1b1"),
        ("ctrl+underscore", "\x1f"),
        ("ctrl+w v", "\x17v"),
    ],
)
def test_keys_are_sent_as_xterm_sends_them(key: str, sent_for_it: str) -> None:
    assert sent(key) == sent_for_it


def test_every_key_of_every_action_can_be_sent() -> None:
    assert all(sent(key) for action in ACTIONS for key in action.keys)
