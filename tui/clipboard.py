"""The clipboard: by OSC 52 through the terminal, by tmux, and by the desktop's own tools.

A terminal takes ``ESC ] 52 ; c ; base64 BEL`` (xterm, "Operating System Commands") and puts it on
the clipboard of whoever sits before it, over ssh too; some take no more than 100,000 bytes, some
take none at all. So a tool of the desktop gets the text as well where there is a desktop.
"""

from __future__ import annotations

import base64
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from tui.numbers import grouped

LARGEST = 74_994
"""Bytes of text that a terminal takes: 100,000 with the escape sequence and in base64."""

_SCREEN_PIECE = 240
"""Bytes that GNU screen passes on at once; its limit is 256 in old versions."""
_PATIENCE = 3.0
"""Seconds that a tool may take."""

_ESC = "\x1b"
_END = f"{_ESC}\\"

Which = Callable[[str], str | None]


class Tool(NamedTuple):
    """A program that takes a text on its standard input, in an encoding."""

    command: Sequence[str]
    encoding: str = "utf-8"


def osc_52(text: str, environment: Mapping[str, str]) -> str:
    """What is written to the terminal to have it copy ``text``; through tmux or screen if need be.

    Raises ValueError where the text is larger than terminals take.
    """
    data = text.encode("utf-8", "replace")
    if len(data) > LARGEST:
        raise ValueError(
            f"{grouped(len(data))} bytes are more than a terminal takes ({grouped(LARGEST)})"
        )
    sequence = f"{_ESC}]52;c;{base64.b64encode(data).decode('ascii')}\x07"
    if environment.get("TMUX"):  # which obeys one or the other, as it is set up
        doubled = sequence.replace(_ESC, _ESC * 2)
        return f"{sequence}{_ESC}Ptmux;{doubled}{_END}"
    if environment.get("STY"):
        starts = range(0, len(sequence), _SCREEN_PIECE)
        return "".join(f"{_ESC}P{sequence[at : at + _SCREEN_PIECE]}{_END}" for at in starts)
    return sequence


def tmux(environment: Mapping[str, str], which: Which = shutil.which) -> Tool | None:
    """tmux itself, inside of which it is the one way that works however it is set up.

    As it comes, tmux (3.3 to 3.5) lets no program inside set the clipboard, neither by OSC 52
    nor by passing a sequence on; asked by its own command it does, and keeps a buffer.
    """
    found = which("tmux") if environment.get("TMUX") else None
    return Tool([found, "load-buffer", "-w", "-"]) if found else None


def desktop_tool(
    environment: Mapping[str, str], which: Which = shutil.which, platform: str = sys.platform
) -> Tool | None:
    """The desktop's own tool for its clipboard, where there is a desktop and such a tool."""
    candidates: list[tuple[bool, str, Sequence[str], str]] = [
        (platform == "darwin", "pbcopy", (), "utf-8"),
        ("WAYLAND_DISPLAY" in environment, "wl-copy", (), "utf-8"),
        ("DISPLAY" in environment, "xclip", ("-selection", "clipboard", "-in"), "utf-8"),
        ("DISPLAY" in environment, "xsel", ("--clipboard", "--input"), "utf-8"),
        ("WSL_DISTRO_NAME" in environment, "clip.exe", (), "utf-16-le"),
    ]
    for there, name, arguments, encoding in candidates:
        if there and (found := which(name)):
            return Tool([found, *arguments], encoding)
    return None


def hand_to(tool: Tool, text: str) -> bool:
    """Gives a text to a tool; whether it was taken. Blocks."""
    import subprocess

    try:
        done = subprocess.run(
            tool.command,
            input=text.encode(tool.encoding, "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd="/",
            timeout=_PATIENCE,
            check=False,
            start_new_session=True,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0


def copy(text: str, write: Callable[[str], None], environment: Mapping[str, str]) -> str:
    """Copies a text in every way there is; nothing, or why that cannot be done. Blocks.

    ``write`` is called with what is to be written to the terminal, in this thread.
    """
    multiplexer, desktop = tmux(environment), desktop_tool(environment)
    taken = [tool for tool in (multiplexer, desktop) if tool and hand_to(tool, text)]
    if multiplexer in taken:
        return ""
    try:
        write(osc_52(text, environment))
    except ValueError as error:
        return "" if taken else str(error)
    return ""
