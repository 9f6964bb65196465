"""What goes to the terminal arrives whole and in order, and nobody waits for a slow one."""

from __future__ import annotations

import os
import pty
import threading
import time
import tty
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from tui.terminal import outlet
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
    line = Line(Outlet(theirs), ours)
    yield line
    line.outlet.stop()
    for handle in (ours, theirs):
        os.close(handle)


def nobody() -> None:
    """Hears that there is room again."""


def paint(line: Line, text: str) -> None:
    with line.outlet.frame(nobody) as has_room:
        assert has_room
        line.outlet.write(text)


def test_what_is_written_is_there_at_once(line: Line) -> None:
    line.outlet.write("“so”")
    assert line.read(8) == "“so” ".strip()


def test_the_parts_of_a_frame_come_together(line: Line) -> None:
    os.set_blocking(line.shown, False)
    with line.outlet.frame(nobody) as has_room:
        assert has_room
        line.outlet.write("one")
        line.outlet.write("two")
        line.outlet.flush()
        with pytest.raises(BlockingIOError):
            os.read(line.shown, 100)
    assert os.read(line.shown, 100) == b"onetwo"


def test_what_another_thread_writes_is_no_part_of_a_frame(line: Line) -> None:
    with line.outlet.frame(nobody):
        line.outlet.write("frame")
        other = threading.Thread(target=line.outlet.write, args=("other",))
        other.start()
        other.join()
        assert line.read(5) == "other"
    assert line.read(5) == "frame"


def test_frames_that_wait_are_dropped_at_the_end_and_nothing_else(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    dropped, drop = threading.Event(), line.outlet._drop_frames

    def drop_and_tell() -> None:
        drop()
        dropped.set()

    paint(line, "1" * 20_000)  # of this a part is sent
    paint(line, "2" * 5_000)
    line.outlet.write("command")
    paint(line, "3" * 5_000)
    ending = threading.Thread(target=line.outlet.stop)
    line.outlet.write("restored")
    monkeypatch.setattr(line.outlet, "_drop_frames", drop_and_tell)
    ending.start()
    dropped.wait()  # else they could be read before the end has come
    assert line.read(20_015) == "1" * 20_000 + "commandrestored"
    ending.join()


def test_a_slow_line_gets_the_end_however_long_it_takes(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outlet, "_PATIENCE", 0.5)
    line.outlet.write(LONG)
    line.outlet.write("restored")
    ending = threading.Thread(target=line.outlet.stop)
    ending.start()
    pieces: list[bytes] = []
    begun = time.monotonic()
    while time.monotonic() - begun < 2 * outlet._PATIENCE:  # the pace of the line
        ending.join(outlet._PATIENCE / 20)
        pieces.append(os.read(line.shown, 4096))
    size = len(LONG) + len("restored") - sum(map(len, pieces))
    assert line.read(size).endswith("restored")
    ending.join()


def test_a_terminal_that_takes_nothing_is_given_up(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outlet, "_PATIENCE", 0.05)
    line.outlet.write(LONG)
    line.outlet.stop()


def test_where_too_much_waits_frames_are_refused_until_all_is_sent(line: Line) -> None:
    emptied = threading.Event()
    paint(line, "1" * 25_000)
    paint(line, "2" * 50_000)
    for _ in range(2):
        with line.outlet.frame(emptied.set) as has_room:
            assert not has_room
    line.outlet.write("command")
    assert not emptied.is_set()
    assert line.read(25_007) == "1" * 25_000 + "command"
    assert emptied.wait(10)
    paint(line, "3")
    assert line.read(1) == "3"


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
    line = Line(Outlet(theirs), ours)
    os.close(ours)
    line.outlet.write("text")
    line.outlet.stop()
    os.close(theirs)


def test_what_is_no_terminal_is_refused() -> None:
    ours, theirs = os.pipe()
    with pytest.raises(OSError, match="ioctl"):
        Outlet(theirs)
    os.close(ours)
    os.close(theirs)
