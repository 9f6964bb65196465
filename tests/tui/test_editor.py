"""Which editor is opened, and how it is told where."""

from __future__ import annotations

import pytest

from tui.editor import NoEditor, chosen_editor, editing_command, line_of


def installed(*names: str):  # type: ignore[no-untyped-def]
    return lambda name: f"/usr/bin/{name}" if name in names else None


@pytest.mark.parametrize(
    ("environment", "wanted"),
    [
        ({"VISUAL": "emacs -nw", "EDITOR": "nano"}, ["emacs", "-nw"]),
        ({"VISUAL": " ", "EDITOR": "nano"}, ["nano"]),
        ({"EDITOR": "nano --rcfile 'my file'"}, ["nano", "--rcfile", "my file"]),
        ({}, ["nano"]),
    ],
)
def test_the_readers_own_comes_first(environment: dict[str, str], wanted: list[str]) -> None:
    assert chosen_editor(environment, installed("nano", "emacs")) == wanted


def test_vi_comes_before_nano_where_nothing_is_named() -> None:
    assert chosen_editor({}, installed("vi", "nano")) == ["vi"]


@pytest.mark.parametrize(
    ("environment", "reason"),
    [
        ({"EDITOR": "ed'"}, "EDITOR has a quotation mark too few"),
        ({"VISUAL": "nope --x", "EDITOR": "nano"}, "VISUAL names nope --x, which is not installed"),
    ],
)
def test_a_named_editor_that_cannot_be_used_is_told(
    environment: dict[str, str], reason: str
) -> None:
    with pytest.raises(NoEditor, match=reason):
        chosen_editor(environment, installed("nano"))


def test_no_editor_at_all_is_told() -> None:
    with pytest.raises(NoEditor, match="name yours in EDITOR"):
        chosen_editor({}, installed())


@pytest.mark.parametrize(
    ("editor", "wanted"),
    [
        (["vi"], ["vi", "+7", "/a.txt"]),
        (["/opt/bin/nvim", "-R"], ["/opt/bin/nvim", "-R", "+7", "/a.txt"]),
        (["nano"], ["nano", "+7", "/a.txt"]),
        (["micro"], ["micro", "+7", "/a.txt"]),
        (["hx"], ["hx", "/a.txt:7"]),
        (["code"], ["code", "--wait", "--goto", "/a.txt:7"]),
        (["code", "-w"], ["code", "-w", "--goto", "/a.txt:7"]),
        (["subl"], ["subl", "--wait", "/a.txt:7"]),
        (["my-editor"], ["my-editor", "/a.txt"]),
    ],
)
def test_known_editors_are_told_the_line(editor: list[str], wanted: list[str]) -> None:
    assert editing_command(editor, "/a.txt", 7) == wanted


def test_without_a_line_only_the_file_is_named() -> None:
    assert editing_command(["vi"], "/a.txt") == ["vi", "/a.txt"]
    assert editing_command(["code"], "/a.txt") == ["code", "--wait", "/a.txt"]


@pytest.mark.parametrize(
    ("text", "offset", "line"),
    [("one\ntwo", 0, 1), ("one\ntwo", 4, 2), ("a\r\nb\r\nc", 6, 3), ("a\rb\rc", 4, 3)],
)
def test_lines_are_counted_as_editors_count_them(text: str, offset: int, line: int) -> None:
    assert line_of(text, offset) == line
