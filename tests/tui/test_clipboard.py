"""What is written to have a text copied, and which tools are asked for it."""

from __future__ import annotations

import base64
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.clipboard import LARGEST, Tool, copy, desktop_tool, hand_to, osc_52, tmux

SCREEN = re.compile(r"\x1bP([^\x1b]*(?:\x1b\][^\x1b]*)?)\x1b\\")


def copied(sequence: str) -> str:
    """The text that a terminal takes from a sequence."""
    found = re.fullmatch(r"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07", sequence)
    assert found, sequence
    return base64.b64decode(found[1]).decode("utf-8")


def everywhere(name: str) -> str:
    return f"/usr/bin/{name}"


def nowhere(name: str) -> None:
    return None


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=500))
def test_a_terminal_gets_the_text_whole(text: str) -> None:
    assert copied(osc_52(text, {})) == text


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=500))
def test_screen_passes_it_on_in_small_pieces(text: str) -> None:
    sequence = osc_52(text, {"STY": "1.pts", "TERM": "screen"})
    pieces = SCREEN.findall(sequence)
    assert SCREEN.sub("", sequence) == ""
    assert max(map(len, pieces)) <= 252
    assert copied("".join(pieces)) == text


def test_tmux_gets_it_for_itself_and_to_pass_on() -> None:
    plain = osc_52("words", {})
    sequence = osc_52("words", {"TMUX": "/tmp/tmux-0/default,1,0"})
    assert sequence.startswith(plain)
    wrapped = re.fullmatch(r"\x1bPtmux;(.*)\x1b\\", sequence.removeprefix(plain), re.DOTALL)
    assert wrapped
    assert copied(wrapped[1].replace("\x1b\x1b", "\x1b")) == "words"


def test_what_terminals_would_cut_is_refused_and_what_they_take_is_not() -> None:
    assert len(osc_52("x" * LARGEST, {})) <= 100_000
    with pytest.raises(ValueError, match="74\u202f995 bytes are more"):
        osc_52("x" * (LARGEST + 1), {})
    with pytest.raises(ValueError, match="bytes are more"):
        osc_52("ж" * 40_000, {})


@pytest.mark.parametrize(
    ("environment", "platform", "name"),
    [
        ({}, "darwin", "pbcopy"),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "linux", "wl-copy"),
        ({"DISPLAY": ":0"}, "linux", "xclip"),
        ({"WSL_DISTRO_NAME": "Debian"}, "linux", "clip.exe"),
    ],
)
def test_a_desktops_own_tool_is_used(environment: dict[str, str], platform: str, name: str) -> None:
    tool = desktop_tool(environment, everywhere, platform)
    assert tool is not None
    assert tool.command[0] == f"/usr/bin/{name}"


def test_without_a_desktop_or_without_a_tool_there_is_none() -> None:
    assert desktop_tool({}, everywhere, "linux") is None
    assert desktop_tool({"DISPLAY": ":0"}, nowhere, "linux") is None
    only_xsel = desktop_tool({"DISPLAY": ":0"}, lambda n: n if n == "xsel" else None, "linux")
    assert only_xsel is not None
    assert only_xsel.command[0] == "xsel"


def test_tmux_is_asked_inside_of_it_alone() -> None:
    assert tmux({}, everywhere) is None
    assert tmux({"TMUX": "x"}, nowhere) is None
    inside = tmux({"TMUX": "x"}, everywhere)
    assert inside is not None
    assert inside.command == ["/usr/bin/tmux", "load-buffer", "-w", "-"]


def test_a_tool_gets_the_text_in_its_encoding(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    assert hand_to(Tool(["/bin/sh", "-c", f"cat > {taken}"], "utf-16-le"), "café")
    assert taken.read_bytes().decode("utf-16-le") == "café"
    assert not hand_to(Tool(["/bin/sh", "-c", "exit 1"]), "x")
    assert not hand_to(Tool([str(tmp_path / "missing")]), "x")


def test_a_text_too_large_for_the_terminal_is_copied_where_a_tool_takes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken, tool = tmp_path / "taken", tmp_path / "xclip"
    tool.write_text(f"#!/bin/sh\nexec cat > {taken}\n")
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    written: list[str] = []
    assert copy("x" * 100_000, written.append, {"DISPLAY": ":0"}) == ""
    assert taken.stat().st_size == 100_000
    assert copy("short", written.append, {"DISPLAY": ":0"}) == ""
    assert [copied(sequence) for sequence in written] == ["short"]
    assert "more than a terminal takes" in copy("x" * 100_000, written.append, {})
