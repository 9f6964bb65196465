"""What goes to the terminal arrives whole and in order, and nobody waits for a slow one."""

from __future__ import annotations

import os
import pty
import tty
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from tui.terminal.outlet import Outlet

LONG = "".join(f"{number:7}\n" for number in range(100_000))


class Line(NamedTuple):
    """The two ends of a line to a terminal: an outlet, and the handle of what shows it."""

    outlet: Outlet
    shown: int

    def read(self, size: int) -> str:
        data = b""
        while len(data) < size:
            data += os.read(self.shown, size - len(data))
        return data.decode()


@pytest.fixture
def line() -> Iterator[Line]:
    ours, theirs = pty.openpty()
    tty.setraw(theirs)
    outlet = Outlet(theirs)
    yield Line(outlet, ours)
    outlet.stop()
    for handle in (ours, theirs):
        os.close(handle)


def test_what_is_written_is_there_at_once(line: Line) -> None:
    line.outlet.write("“so”")
    assert line.read(8) == "“so” ".strip()


def test_the_parts_of_a_frame_come_together(line: Line) -> None:
    os.set_blocking(line.shown, False)
    for part in ("\x1b[?2026h", "one", "two"):
        line.outlet.write(part)
    with pytest.raises(BlockingIOError):
        os.read(line.shown, 100)
    line.outlet.write("\x1b[?2026l")
    assert os.read(line.shown, 100) == b"\x1b[?2026honetwo\x1b[?2026l"


def test_a_frame_that_is_not_ended_is_sent_when_asked(line: Line) -> None:
    line.outlet.write("\x1b[?2026h")
    line.outlet.write("one")
    line.outlet.flush()
    assert line.read(11) == "\x1b[?2026hone"


def test_a_terminal_that_reads_nothing_holds_nobody_up_and_misses_nothing(line: Line) -> None:
    line.outlet.write(LONG)  # far more than a terminal takes unread
    line.outlet.write("the end")
    assert line.read(len(LONG)) == LONG
    assert line.read(7) == "the end"


def test_stopping_waits_until_all_is_read(line: Line) -> None:
    line.outlet.write(LONG)
    assert line.read(len(LONG)) == LONG
    line.outlet.stop()
    line.outlet.stop()
    line.outlet.write("nobody is there")


def test_a_terminal_that_is_gone_is_no_error() -> None:
    ours, theirs = pty.openpty()
    outlet = Outlet(theirs)
    os.close(ours)
    outlet.write("text")
    outlet.stop()
    os.close(theirs)


def test_what_is_no_terminal_is_refused() -> None:
    ours, theirs = os.pipe()
    with pytest.raises(OSError, match="ioctl"):
        Outlet(theirs)
    os.close(ours)
    os.close(theirs)
