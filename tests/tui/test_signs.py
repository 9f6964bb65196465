"""The program's own signs, in Unicode and in ASCII."""

from __future__ import annotations

import ast
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.events import Paste

import tui
from tests.tui.at_the_screen import Reader, reading
from tui.config import Config
from tui.signs import ASCII, usual_boxes

TUI = Path(tui.__file__).parent
# What these hold are classes of characters to be found in texts, and layouts of keyboards.
ABOUT_TEXTS = {
    "signs.py",
    "visible.py",
    "look_alikes.py",
    "layout",
    "selection.py",
    "keyboards",
    "commands",
}


def drawn_by(file: Path) -> Iterator[tuple[int, str]]:
    """The characters outside ASCII in strings of a module that are no docstrings."""
    tree = ast.parse(file.read_text("utf-8"))
    documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            drawn = "" if id(node) in documentation else node.value
            yield from ((node.lineno, one) for one in drawn if not one.isascii())


@pytest.mark.parametrize(
    "file",
    [
        pytest.param(file, id=str(file.relative_to(TUI)))
        for file in sorted(TUI.rglob("*.py"))
        if not ABOUT_TEXTS & set(file.relative_to(TUI).parts)
        and not file.read_text("utf-8").isascii()
    ],
)
def test_every_sign_in_the_code_can_be_spelt_in_ascii(file: Path) -> None:
    unknown = [(line, one) for line, one in drawn_by(file) if ord(one) not in ASCII]
    assert not unknown, "give it a place in tui/signs.py"


@pytest.mark.parametrize("sign", [chr(code) for code in ASCII], ids=unicodedata.name)
def test_a_sign_and_its_spelling_take_the_same_room(sign: str) -> None:
    spelt = ASCII[ord(sign)]
    assert not sign.isascii()
    assert spelt.isascii()
    assert spelt.isprintable()
    assert cell_len(sign) == cell_len(spelt) == len(spelt) == 1


@pytest.mark.parametrize(
    ("environment", "boxes"),
    [
        ({"TERM": "xterm-256color", "LANG": "en_GB.UTF-8"}, "unicode"),
        ({"TERM": "xterm-256color", "LANG": "de_DE.utf8@euro"}, "unicode"),
        ({"TERM": "xterm-256color"}, "unicode"),
        ({"TERM": "xterm-256color", "LANG": "C"}, "unicode"),
        ({"TERM": "xterm", "LANG": "en_GB.UTF-8", "LC_ALL": "ru_RU.KOI8-R"}, "ascii"),
        ({"TERM": "xterm", "LANG": "de_DE.ISO-8859-15@euro"}, "ascii"),
        ({"TERM": "xterm", "LC_CTYPE": "en_GB.UTF-8", "LANG": "de_DE.ISO-8859-1"}, "unicode"),
        ({"TERM": "linux", "LANG": "C"}, "ascii"),
        ({"TERM": "linux", "LANG": "en_GB.UTF-8"}, "ascii"),
    ],
)
def test_ascii_is_usual_where_a_terminal_cannot_do_more(
    environment: dict[str, str], boxes: str
) -> None:
    assert usual_boxes(environment) == boxes


def assert_ascii(reader: Reader) -> None:
    for row in reader.screen:
        assert row.isascii(), row


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    """A workspace whose documents and annotations hold nothing but ASCII."""
    texts = tmp_path / "plain"
    texts.mkdir()
    for name in ("one.md", "two.md"):
        parts = [f"# Part {n}\n\nThis is text {n} of {name}. It goes on.\n" for n in range(60)]
        (texts / name).write_text("\n".join(parts))
    return texts


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_nothing_but_ascii_is_drawn(plain: Path, size: tuple[int, int]) -> None:
    config = Config(boxes="ascii")
    async with reading(plain, "one.md", "two.md", size=size, config=config, indexed=True) as reader:
        assert reader.sees(">")
        steps: list[tuple[tuple[str, ...], str]] = [
            (("j", "t", "c"), "Tagged claim"),
            (("j", "e", "a", "enter"), "Note kept"),
            (("x",), "Deleted"),
            (("t",), "question"),
            (("escape", "k", "s"), "supported"),
            (("1",), "Supported"),
            (("u", "v", "l"), "SELECT"),
            (("escape", "/", *"zebra", "enter"), "not in this document"),
            (("?", *"goes", "enter"), "goes"),
            (("o",), "two.md"),
            (("escape", "c"), "Outline"),
            (("escape", "r"), "Review"),
            (("escape", ":"), "Commands"),
            (("escape", "ctrl+f", *"text"), "SEARCH"),
            (("escape", "f1"), "Next sentence"),
        ]
        for keys, words in steps:
            await reader.press(*keys)
            await reader.until(words)
            assert_ascii(reader)


async def test_texts_and_notes_stay_as_they_are(seeds: Path) -> None:
    async with reading(seeds, "call.txt", config=Config(boxes="ascii")) as reader:
        assert reader.sees("“")
        await reader.press("e")
        await reader.until_typing()
        reader.app.post_message(Paste("“…"))
        await reader.until(lambda: reader.sees("“…"))
        await reader.press("enter")
        await reader.until(reader.marks)
        assert reader.marks()[0]["note"] == "“…"


async def test_the_way_to_draw_is_changed_and_kept(seeds: Path) -> None:
    async with reading(seeds) as reader:
        assert reader.sees("│")
        await reader.press("o", "z", "x")
        await reader.until("Signs in ASCII")
        assert not reader.sees("│")
        await reader.press("escape")
        await reader.until(lambda: reader.reading.panel is None)
        assert not reader.sees("│")
        await reader.reading.save_all()
    async with reading(seeds) as again:
        assert not again.sees("│")
        await again.press("z", "x")
        await again.until("│")
