"""The reader among other programs: the clipboard, the editor, the shell it was started from."""

from __future__ import annotations

import base64
import os
import re
import shutil
import signal
import subprocess
from pathlib import Path

import psutil
import pytest
from marks_on_disk import marks
from terminal import SIDELIGHT, Terminal, environment

FIRST = "Putin and al-Sharaa speak by telephone as Moscow hopes to keep its bases"


def clipboard(terminal: Terminal) -> list[str]:
    """The texts that the terminal was asked to copy, in their order."""
    found = re.findall(rb"\x1b\]52;c?;([A-Za-z0-9+/=]*)\x07", bytes(terminal.raw))
    return [base64.b64decode(data).decode("utf-8") for data in found]


@pytest.fixture
def editor(tmp_path: Path) -> Path:
    """An editor that adds a line to its file, tells what it was given, and waits for enter."""
    script = tmp_path / "vim"
    script.write_text(
        "#!/bin/sh\n"
        'printf "EDITING %s\\n" "$*"\n'
        "read answer\n"
        "for file; do :; done\n"
        'case "$answer" in\n'
        "  fail) exit 3;;\n"
        "  nothing) ;;\n"
        '  *) printf "%s\\n" "$answer" >> "$file";;\n'
        "esac\n"
    )
    script.chmod(0o755)
    return script


def reader(seeds: Path, home: Path, **env: str) -> Terminal:
    return Terminal([SIDELIGHT, str(seeds)], cwd=seeds, home=home, columns=120, rows=40, env=env)


def test_a_sentence_is_copied_with_its_source_or_without(seeds: Path, home: Path) -> None:
    with reader(seeds, home) as terminal:
        terminal.wait_for("1/24")
        terminal.press("y")
        terminal.wait_for("Copied 72 characters with their source")
        terminal.press("Y")
        terminal.wait_for(lambda _: len(clipboard(terminal)) == 2)
    quoted, words = clipboard(terminal)
    assert words == FIRST
    assert quoted.startswith(f"“{FIRST}”\n— ")
    assert quoted.endswith("call.txt, sentence 1, characters 0–72")
    assert "The Harbour Lamp" in quoted


@pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
def test_inside_of_tmux_a_copy_gets_out_and_into_its_buffer(
    seeds: Path, home: Path, tmp_path: Path
) -> None:
    tmux = ["tmux", "-f", "/dev/null", "-S", str(tmp_path / "tmux")]
    command = [*tmux, "new-session", SIDELIGHT, str(seeds)]
    with Terminal(command, cwd=seeds, home=home, columns=120, rows=40) as terminal:
        terminal.wait_for("1/24")
        terminal.press("Y")
        terminal.wait_for("Copied 72 characters")
        terminal.wait_for(lambda _: clipboard(terminal) == [FIRST])
        shown = subprocess.run([*tmux, "show-buffer"], check=True, capture_output=True, text=True)
        assert shown.stdout == FIRST
        terminal.press("q")
        assert terminal.exit_status() == 0


def test_control_characters_of_a_document_are_not_copied(tmp_path: Path, home: Path) -> None:
    folder = tmp_path / "hostile"
    folder.mkdir()
    (folder / "a.txt").write_text("Run \x1b[201~\rrm -rf\x07 now\x9b.\n", encoding="utf-8")
    with reader(folder, home) as terminal:
        terminal.wait_for("1/1")
        terminal.press("Y")
        terminal.wait_for("Copied")
    (words,) = clipboard(terminal)
    assert words.isprintable()


def test_a_document_is_edited_at_the_current_line(seeds: Path, home: Path, editor: Path) -> None:
    with reader(seeds, home, EDITOR=f"'{editor}' -n") as terminal:
        terminal.wait_for("1/24")
        terminal.press("2", "G")
        terminal.wait_for("2/24")
        terminal.press("ctrl+x", "e")
        shown = terminal.wait_for("EDITING -n +")
        (line,) = re.findall(r"\+(\d+) ", "".join(shown))
        assert (
            "Vladimir Putin telephoned"
            in (seeds / "call.txt").read_text("utf-8").split("\n")[int(line) - 1]
        )
        terminal.send("A sentence that was added.\n")
        terminal.wait_for("2/25")
        terminal.wait_for("has changed on disk")
        terminal.press("G")
        terminal.wait_for("A sentence that was added.")
        terminal.press("q")
        assert terminal.exit_status() == 0


def test_a_note_is_written_in_the_editor(
    seeds: Path, home: Path, editor: Path, tmp_path: Path
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    with reader(seeds, home, VISUAL=str(editor), TMPDIR=str(temporary)) as terminal:
        terminal.wait_for("1/24")
        terminal.press("ctrl+x", "n")
        terminal.wait_for("EDITING")
        terminal.send("Who says so?\n")
        terminal.wait_for("Note kept")
        terminal.wait_for(lambda _: bool(marks(seeds, "call.txt")))
        assert marks(seeds, "call.txt")[0]["note"] == "Who says so?"
        terminal.press("ctrl+x", "n")
        terminal.wait_for("EDITING")
        terminal.send("fail\n")
        terminal.wait_for("The note is as it was")
        terminal.wait_for(lambda screen: not any("EDITING" in row for row in screen))
        terminal.press("ctrl+x", "n")
        terminal.wait_for("EDITING")
        terminal.send("And when?\n")
        terminal.wait_for(
            lambda _: marks(seeds, "call.txt")[0]["note"] == "Who says so?\nAnd when?"
        )
    assert list(temporary.iterdir()) == []


def test_an_editor_that_fails_or_is_missing_is_told(seeds: Path, home: Path, editor: Path) -> None:
    with reader(seeds, home, EDITOR=str(editor)) as terminal:
        terminal.wait_for("1/24")
        terminal.press("ctrl+x", "e")
        terminal.wait_for("EDITING")
        terminal.send("fail\n")
        terminal.wait_for("ended with status 3")
        terminal.press("j")
        terminal.wait_for("2/24")
    with reader(seeds, home, EDITOR="no-such-editor") as terminal:
        terminal.wait_for("/24")
        terminal.press("ctrl+x", "e")
        terminal.wait_for("EDITOR names no-such-editor, which is not installed")


def test_a_stopped_reader_holds_up_nobody_and_goes_on(seeds: Path, home: Path) -> None:
    with reader(seeds, home) as terminal:
        terminal.wait_for("1/24")
        terminal.press("t", "c", "ctrl+z")
        terminal.wait_for(lambda _: stopped(terminal.process))
        assert len(marks(seeds, "call.txt")) == 1
        subprocess.run(
            [SIDELIGHT, "annotate", str(seeds / "call.txt"), "80", "90"],
            env=environment(home),
            check=True,
            capture_output=True,
        )
        painted = len(terminal.raw)
        os.kill(terminal.process, signal.SIGCONT)
        terminal.wait_for(lambda _: b"telephoned Ahmad" in terminal.raw[painted:])
        terminal.press("j")
        terminal.wait_for("2/24")


def cursor_is_seen(terminal: Terminal) -> bool:
    """Whether the terminal was told last to show its cursor."""
    return re.findall(rb"\x1b\[\?25([hl])", bytes(terminal.raw))[-1] == b"h"


@pytest.mark.parametrize("seen", [True, False])
def test_the_cursor_of_the_terminal_is_seen_where_that_is_asked_for(
    seeds: Path, home: Path, editor: Path, seen: bool
) -> None:
    if seen:
        (home / "config" / "sidelight").mkdir(parents=True)
        (home / "config" / "sidelight" / "config.toml").write_text('cursor = "visible"\n')
    with reader(seeds, home, EDITOR=str(editor)) as terminal:
        terminal.wait_for("1/24")
        assert cursor_is_seen(terminal) == seen
        terminal.press("ctrl+x", "e")
        terminal.wait_for("EDITING")
        painted = len(terminal.raw)
        terminal.send("nothing\n")
        terminal.wait_for(lambda _: b"telephoned Ahmad" in terminal.raw[painted:])
        assert cursor_is_seen(terminal) == seen
        terminal.press("ctrl+z")
        terminal.wait_for(lambda _: stopped(terminal.process))
        painted = len(terminal.raw)
        os.kill(terminal.process, signal.SIGCONT)
        terminal.wait_for(lambda _: b"telephoned Ahmad" in terminal.raw[painted:])
        assert cursor_is_seen(terminal) == seen


WALL = "\x1b[31mBroadcast message"


def test_what_another_program_wrote_is_painted_over_when_asked(seeds: Path, home: Path) -> None:
    with reader(seeds, home) as terminal:
        terminal.wait_for("1/24")
        before = terminal.screen()
        terminal.write_over(f"\x1b[H{WALL}\x1b[20;30H{WALL}")
        terminal.press("ctrl+l")
        assert terminal.wait_for(lambda screen: screen == before)


def test_what_was_written_while_the_reader_stood_still_is_painted_over(
    seeds: Path, home: Path
) -> None:
    with reader(seeds, home) as terminal:
        terminal.wait_for("1/24")
        before = terminal.screen()
        os.kill(terminal.process, signal.SIGSTOP)
        terminal.wait_for(lambda _: stopped(terminal.process))
        terminal.write_over(f"\x1b[H{WALL}\x1b[20;30H{WALL}")
        os.kill(terminal.process, signal.SIGCONT)
        terminal.wait_for(lambda screen: screen == before)


def test_a_reader_that_was_made_to_stand_still_has_the_terminal_once(
    seeds: Path, home: Path
) -> None:
    with reader(seeds, home) as terminal:
        before = terminal.settings()
        terminal.wait_for("1/24")
        threads = psutil.Process(terminal.process).num_threads()
        for _ in range(2):
            os.kill(terminal.process, signal.SIGSTOP)
            terminal.wait_for(lambda _: stopped(terminal.process))
            painted = len(terminal.raw)
            os.kill(terminal.process, signal.SIGCONT)
            terminal.wait_for(lambda _, at=painted: b"telephoned Ahmad" in terminal.raw[at:])
        terminal.press("j")
        terminal.wait_for("2/24")
        assert psutil.Process(terminal.process).num_threads() <= threads
        terminal.press("q")
        assert terminal.exit_status() == 0
        assert terminal.settings() == before


def stopped(process: int) -> bool:
    """Whether a process stands still until it is told to go on."""
    found, status = os.waitpid(process, os.WNOHANG | os.WUNTRACED)
    return bool(found) and os.WIFSTOPPED(status)


def piped(command: str, seeds: Path, home: Path) -> Terminal:
    return Terminal(["/bin/sh", "-c", command], cwd=seeds, home=home, columns=120, rows=40)


def test_a_text_from_a_pipe_is_read_beside_a_file(seeds: Path, home: Path) -> None:
    with piped(f"echo 'Words from a pipe.' | {SIDELIGHT} - call.txt", seeds, home) as terminal:
        screen = terminal.wait_for("Words from a pipe.")
        assert any("(standard input)" in row and "call.txt" in row for row in screen)
        terminal.wait_for("1/1")
        terminal.press("q")
        assert terminal.exit_status() == 0


def test_an_endless_pipe_is_refused(seeds: Path, home: Path) -> None:
    with piped(f"yes | {SIDELIGHT} -", seeds, home) as terminal:
        terminal.wait_for("sidelight: there is more than 256 MB on standard input")
        assert terminal.exit_status() == 2


def test_a_pipe_on_which_nothing_comes_can_be_interrupted(seeds: Path, home: Path) -> None:
    with piped(f"sleep 1000 | {SIDELIGHT} -", seeds, home) as terminal:
        terminal.wait_for("reading standard input: 0.0 MB so far")
        terminal.press("ctrl+c")
        assert terminal.exit_status() in (130, -signal.SIGINT)
    assert "Traceback" not in terminal.raw.decode()


@pytest.mark.parametrize("told", [signal.SIGHUP, signal.SIGTERM])
def test_a_note_is_kept_when_the_terminal_is_closed(
    seeds: Path, home: Path, told: signal.Signals
) -> None:
    with reader(seeds, home) as terminal:
        terminal.wait_for("1/24")
        terminal.press("j", "e")
        terminal.wait_for("NOTE")
        terminal.send("Who says so?")
        terminal.wait_for("Who says so?")
        os.kill(terminal.process, told)
        assert terminal.exit_status() == 128 + told
    assert marks(seeds, "call.txt")[0]["note"] == "Who says so?"
    assert "Traceback" not in terminal.raw.decode()
