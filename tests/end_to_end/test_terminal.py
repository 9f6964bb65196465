"""The harness shows what a program does at a terminal, and says so when it does not."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from raw_output import smuggled
from terminal import Terminal

ECHO_KEYS = """
import sys, termios, tty
tty.setraw(0)
print("ready", end="\\r\\n", flush=True)
while (key := sys.stdin.buffer.raw.read(1)) != b"q":
    print("key", key.hex(), end="\\r\\n", flush=True)
sys.exit(3)
"""


def program(code: str, tmp_path: Path, columns: int = 40, rows: int = 6) -> Terminal:
    return Terminal(
        [sys.executable, "-c", code], cwd=tmp_path, home=tmp_path, columns=columns, rows=rows
    )


def test_shows_what_is_printed_where_it_is_printed(tmp_path: Path) -> None:
    code = r"print('one\n\x1b[3;5Hthree \u4e16\u754c', end='', flush=True); input()"
    with program(code, tmp_path) as terminal:
        screen = terminal.wait_for("three 世界")
    assert screen[0] == "one"
    assert screen[2] == "    three 世界"


def test_keys_arrive_by_name(tmp_path: Path) -> None:
    with program(ECHO_KEYS, tmp_path) as terminal:
        terminal.wait_for("ready")
        terminal.press("j", "ctrl+f")
        terminal.wait_for("key 06")
        terminal.press("q")
        assert terminal.exit_status() == 3
    assert [line for line in terminal.screen() if line] == ["ready", "key 6a", "key 06"]


def test_a_question_to_the_terminal_is_answered(tmp_path: Path) -> None:
    code = ECHO_KEYS.replace('print("ready"', 'print("\\x1b[c"')
    with program(code, tmp_path, rows=20) as terminal:
        terminal.wait_for("key 63")  # the last letter of the reply to "who are you?"


def test_a_wait_that_fails_shows_the_screen(tmp_path: Path) -> None:
    with program(ECHO_KEYS, tmp_path) as terminal:
        terminal.wait_for("ready")
        with pytest.raises(AssertionError, match=r"'the moon' was not seen in time(.|\n)*│ready"):
            terminal.wait_for("the moon", timeout=0)


def test_a_wait_ends_with_the_program(tmp_path: Path) -> None:
    with (
        program("print('last words')", tmp_path) as terminal,
        pytest.raises(AssertionError, match=r"before the end(.|\n)*│last words"),
    ):
        terminal.wait_for("the moon")


def test_a_program_can_be_killed(tmp_path: Path) -> None:
    with program(ECHO_KEYS, tmp_path) as terminal:
        terminal.wait_for("ready")
        terminal.kill()
        assert terminal.exit_status() == -9


def test_the_program_learns_of_another_size(tmp_path: Path) -> None:
    code = """
import os, signal
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGWINCH])  # kept until it is waited for
while True:
    os.write(1, b"%d by %d " % os.get_terminal_size())
    signal.sigwait([signal.SIGWINCH])
"""
    with program(code, tmp_path, columns=40, rows=6) as terminal:
        terminal.wait_for("40 by 6")
        terminal.resize(100, 30)
        assert len(terminal.wait_for("100 by 30")) == 30


def test_the_program_sees_none_of_the_machines_home(tmp_path: Path) -> None:
    code = (
        "import os; print(*sorted(k for k, v in os.environ.items() if v.startswith(os.getcwd())))"
    )
    with program(code, tmp_path, columns=100) as terminal:
        terminal.wait_for("HOME XDG_CACHE_HOME XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME")


@pytest.mark.parametrize(
    "character", ["\x07", "\x1b", "\x7f", "\x9b", "\u202e", "\u2066", "\u200b", "\ufeff"]
)
def test_smuggled_finds_control_and_invisible_characters(character: str) -> None:
    painted = f"\x1b[1;3H\x1b[38;2;1;2;3mtext{character}\x1b[0m\r\n"
    assert smuggled(painted.encode()) == [character]


def test_smuggled_finds_command_strings_and_lets_painting_pass() -> None:
    assert smuggled(b"\x1b[2J\x1b[?25lplain \xe2\x80\x9ctext\xe2\x80\x9d\x1b[0m\r\n") == []
    assert smuggled(b"a\x1b]52;c;aGk=\x07b") == ["\x1b]52;c;aGk=\x07"]
