"""What the reader does where something is in its way: a broken file, a pipe, a small screen."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from marks_on_disk import READER, quotes
from terminal import SIDELIGHT, Open, Terminal, environment


def test_a_broken_annotation_file_is_told_and_left_alone_and_its_text_is_read(
    open_reader: Open, seeds: Path, home: Path
) -> None:
    argv = [SIDELIGHT, "annotate", str(seeds / "call.txt"), "0", "5", "--tag", "name"]
    subprocess.run(argv, cwd=seeds, env=environment(home), check=True)
    broken = seeds / "annotations" / READER / "call.txt.toml"
    broken.write_text('schema = 1\n[document]\npath = "call.txt\n', encoding="utf-8")
    before = broken.read_bytes()
    terminal = open_reader(seeds)
    terminal.wait_for("call.txt.toml:3:")
    terminal.wait_for("Vladimir Putin telephoned")
    terminal.press("t", "c")
    terminal.wait_for("NOT SAVED")
    assert broken.read_bytes() == before


def test_standard_input_is_read_and_the_keyboard_still_works(
    tmp_path: Path, home: Path, seeds: Path
) -> None:
    piped = f"'{sys.executable}' -c 'print(\"From a pipe. With two sentences.\")' | '{SIDELIGHT}' -"
    with Terminal(["/bin/sh", "-c", piped], cwd=tmp_path, home=home) as terminal:
        terminal.wait_for("From a pipe.")
        terminal.press("j")
        terminal.wait_for("2/2")
        terminal.press("q")
        assert terminal.exit_status() == 0


def test_a_narrow_terminal_shows_one_pane_and_the_other_a_key_away(
    open_reader: Open, seeds: Path
) -> None:
    terminal = open_reader(seeds, columns=60, rows=20)
    screen = terminal.wait_for("1/24")
    assert not any("Russia's president" in row for row in screen)
    terminal.press("tab")
    terminal.wait_for("Russia's president")


def test_a_terminal_that_is_too_small_is_told_and_can_grow(open_reader: Open, seeds: Path) -> None:
    terminal = open_reader(seeds, columns=12, rows=3)
    terminal.wait_for("small")
    terminal.resize(100, 30)
    terminal.wait_for("1/24")


def test_a_click_goes_to_a_sentence(open_reader: Open, seeds: Path) -> None:
    terminal = open_reader(seeds)
    terminal.wait_for("1/24")
    screen = terminal.wait_for("Sergei Bogdanov")
    row = next(number for number, line in enumerate(screen) if "Sergei Bogdanov" in line)
    column = screen[row].index("Sergei Bogdanov")
    for action in "Mm":
        terminal.send(f"\x1b[<0;{column + 1};{row + 1}{action}")
    terminal.wait_for("11/27")


def test_two_readers_at_once_keep_each_others_marks(open_reader: Open, seeds: Path) -> None:
    one, other = open_reader(seeds), open_reader(seeds)
    for terminal in (one, other):
        terminal.wait_for("1/24")
    one.press("t", "c")
    one.wait_for(lambda _: len(quotes(seeds, "call.txt")) == 1)
    other.press("2", "G", "t", "d")
    other.wait_for(lambda _: len(quotes(seeds, "call.txt")) == 2)


def test_what_cannot_be_opened_is_told_in_one_line(tmp_path: Path, open_reader: Open) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    for name in ("absent.txt", "empty", "picture.png"):
        terminal = open_reader(name)
        assert terminal.exit_status() == 2
        (line,) = [row for row in terminal.screen() if row]
        assert name in line


def test_without_a_terminal_the_reader_says_so(tmp_path: Path, home: Path, seeds: Path) -> None:
    run = subprocess.run(
        [SIDELIGHT, seeds],
        cwd=tmp_path,
        env=environment(home),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    assert run.returncode == 2
    assert len(run.stderr.splitlines()) == 1


def test_what_is_typed_after_leaving_does_nothing(open_reader: Open, seeds: Path) -> None:
    terminal = open_reader(seeds)
    terminal.wait_for("Vladimir Putin telephoned")
    terminal.send("qo/:rtc")
    assert terminal.exit_status() == 0
    assert b"Traceback" not in terminal.raw


def test_the_help_closes_once_however_often_its_key_is_pressed(
    open_reader: Open, seeds: Path
) -> None:
    terminal = open_reader(seeds)
    terminal.wait_for(lambda screen: "READ" in screen[-1])
    terminal.press("f1")
    terminal.wait_for(lambda screen: "READ" not in screen[-1])  # the help is there, to its last row
    terminal.press(*["enter"] * 4)  # the first one closes it
    terminal.wait_for(lambda screen: "READ" in screen[-1])
    terminal.press("j")
    terminal.wait_for("2/24")
    terminal.press("q")
    assert terminal.exit_status() == 0
    assert b"Traceback" not in terminal.raw
