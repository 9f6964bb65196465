"""The programs that are timed, each with the keys that do in it what a reader does.

=============  ======================================  ====================  ================
program        sentence step                           line step             page
=============  ======================================  ====================  ================
empty app      repaints one row                        repaints one row      repaints the screen
sidelight      next sentence                           scrolls one line      next page
less           scrolls one line: it has no sentences   scrolls one line      next page
two TextAreas  cursor one line down                    cursor one line down  cursor a page down
toolong        scrolls one line                        scrolls one line      next page
=============  ======================================  ====================  ================

``less`` and toolong show one text at a time, and toolong cuts a line off where the screen ends.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.terminal_timing import Case, Gesture

PEERS = Path(__file__).parents[1] / "peers"
SIDELIGHT = str(Path(sys.executable).parent / "sidelight")
"""The command as it is installed beside the Python that runs the benchmark."""

SENTENCE, LINE, PAGE = "sentence", "line", "page"
EMPTY, AGAIN, OURS = "empty app", "empty, again", "sidelight"
SEEN, UNMARKED = "only in sight", "unmarked"
"""The program itself too, on other texts: with fewer marks, and with none."""
PEER_NAMES = ("less", "textarea", "toolong")

_SCROLL_LINE = "\x05"
_PEER_LIMIT = 45.0


def empty_app(keys: int, name: str = EMPTY) -> Case:
    """What everything is compared with: a row repainted, and a screen repainted."""
    return Case(
        name,
        [sys.executable, str(PEERS / "empty_app.py")],
        at_start="j",
        answered=r"^row 1\b",
        gestures=_gestures(keys),
    )


def sidelight(
    files: Sequence[Path], keys: int, ready: str = "", name: str = OURS, *, alone: bool = True
) -> Case:
    """The program itself, as it is installed: its status line counts sentences.

    ``alone`` waits for the index to be made before keys are timed.
    """
    return Case(
        name,
        [SIDELIGHT, *map(str, files)],
        at_start="j",
        answered=r"\b2/(\d|…)",
        gestures=_gestures(keys, line=_SCROLL_LINE),
        ready=ready,
        alone=alone,
    )


def less(file: Path, keys: int) -> Case:
    """The pager that everybody knows; its prompt tells how far the top row is into the file."""
    return Case(
        "less",
        ["less", "-Pstop %bt", str(file)],
        at_start="j",
        answered=r"\btop [1-9]",
        gestures=_gestures(keys),
        limit=_PEER_LIMIT,
        peer=True,
    )


def text_areas(files: Sequence[Path], keys: int) -> Case:
    """The same texts in the text widget that Textual brings."""
    return Case(
        "two TextAreas",
        [sys.executable, str(PEERS / "text_areas.py"), *map(str, files)],
        at_start="j",
        answered=r"^row 1\b",
        gestures=_gestures(keys),
        limit=_PEER_LIMIT,
        peer=True,
    )


def toolong(command: Path, files: Sequence[Path], keys: int) -> Case:
    """A reader made with Textual. It begins at a text's end; what is typed takes it to the start.

    Its last row counts lines, after its keys and, at the end of the text, the word TAIL. While it
    follows the end, which it may do again when it has read all of the text, no key moves it.
    """
    return Case(
        "toolong",
        [str(command), *map(str, files)],
        at_start="G",
        answered=r"Help +\d+$",
        gestures=_gestures(keys, before=("G",)),
        limit=_PEER_LIMIT,
        peer=True,
    )


def _gestures(keys: int, line: str = "j", before: tuple[str, ...] = ()) -> dict[str, Gesture]:
    return {
        SENTENCE: Gesture("j", keys, before),
        LINE: Gesture(line, keys, before),
        PAGE: Gesture(" ", keys, before),
    }
