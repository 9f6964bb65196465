"""Texts, names and files as nobody should have to read them, the same from the same chance."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping

PAYLOADS = (
    "\x1b]52;c;b3duZWQ=\x07",
    "\x1b]0;owned\x07",
    "\x1b[5;8;53m",
    "\x1b[3J\x1b[10;10H",
    "\x9b2J\x9d0;owned\x9c",
    "\x1bP+q544e\x1b\\",
    "\x00\x07\x08\x0b\x0c\x0e\x0f\x7f\x85",
    "\u202etxt.exe\u202c\u2066rtl\u2069\u200e\u200f\u061c",
    "\u200b\ufeff\u2060\u00ad\u180e\U000e0041\U000e007f",
    "\u2028\u2029\ufffe\uffff\U0010ffff",
    "[red]markup[/red] [link=x]\\[ $var {0} %s",
)
"""What no terminal should ever be sent; none of the sequences is one that Sidelight makes."""

_WORDS = (
    "the envoy said on 12 February that 1,500 tons — “unconfirmed” — were refused.",
    "Мост закрыли в 1998 году, сказал Иванов.",
    "他说，协议将于三月签署。东京の会議は延期された。",
    "קראתי את הדו״ח اليوم في دمشق ۱۲۳ می‌خواهم",
    "क्षत्रिय हिन्दी में लिखा 👩‍👩‍👧‍👦 🏳️‍🌈 🇩🇪 👍🏽 ☺️",
    "e\u0301\u0302\u0303 Z̷a̷l̷g̷o " + "a" + "\u0301" * 40,
    "https://example.org/" + "very-long-path/" * 30,
    "\u0301begins with a mark. ﷽ ｆｕｌｌ　ｗｉｄｔｈ ㅤ",
    "tab\tbetween\tthese, CRLF\r\nand CR\rand LF\nand FF\x0c.",
)


def text(chance: random.Random, length: int) -> bytes:
    """A text of some ``length`` bytes that mixes everything above; not always in UTF-8."""
    encoding = chance.choice(("utf-8", "utf-8", "utf-8", "utf-16", "cp1252", "utf-8-sig"))
    data = _mixed(chance, length).encode(encoding, errors="replace")
    return data if chance.random() < 0.8 else _spoilt(data, chance)


def _whole(chance: random.Random, length: int) -> bytes:
    return _mixed(chance, length).encode()


def _mixed(chance: random.Random, length: int) -> str:
    pieces: list[str] = []
    size = 0
    while size < length:
        piece = chance.choice(PAYLOADS if chance.random() < 0.3 else _WORDS)
        pieces.append(piece + chance.choice((" ", " ", "\n", "\r\n", "\n\n", ". ", "")))
        size += len(piece)
    return "".join(pieces)


def _spoilt(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + bytes(chance.randrange(256) for _ in range(20)) + data[at:]


DOCUMENTS: Mapping[str, Callable[[random.Random], bytes]] = {
    "mixed.txt": lambda chance: _whole(chance, 20_000),
    "nul.txt": lambda chance: b"First.\0\0 Second. " * 200,
    "line.txt": lambda chance: b"one long line without an end, " * 20_000,
    "word.txt": lambda chance: b"x" * 200_000,
    "marks.txt": lambda chance: ("o" + "\u0336\u0301" * 3000 + " next. ").encode() * 5,
    "empty.txt": lambda chance: b"",
    "blank.txt": lambda chance: b"\n \t\r\n" * 500,
    "wide.md": lambda chance: ("# 見出し\n\n" + "漢字と假名。" * 4000).encode(),
    "emoji.txt": lambda chance: "👩‍👩‍👧‍👦🏳️‍🌈🇩🇪👍🏽 ".encode() * 2000,
    "bidi.txt": lambda chance: ("שלום עולם. \u202eabc\u202c مرحبا. " * 400).encode(),
    "code.py": lambda chance: b"def f(x):\n\treturn '\x1b[31m' # [b]\n\n" * 300,
    "folder/esc\x1b[5mname\x07.txt": lambda chance: _whole(chance, 3000),
    "folder/\u202egnp.txt": lambda chance: _whole(chance, 3000),
    "folder/[bold]%41 é.txt": lambda chance: _whole(chance, 3000),
}
"""The documents that a walk begins with, by path, and what writes them."""

SETTINGS = """
[[tag]]
name = "claim"
key = "c"
hue = "blue"
review = true

[[tag]]
name = "[b]%s \\\\x [/]"
key = "w"
hue = "red"

[[tag]]
name = "doubt"
key = "d"
hue = "grey"
"""

DAMAGES = (
    b"",
    b"schema = 1\n[document\n",
    b"schema = 999\n",
    b"\xff\xfe\x00 not utf-8",
    b"schema = 1\n[annotation.a]\nstart = 5\nend = 2\n",
    b'schema = 1\n[document]\npath = "../../elsewhere"\n',
    b"[annotation]\nx = 1\n\x1b[5m\n",
)
"""What another program may leave of an annotation file or of the workspace's settings."""

TYPED = (
    "envoy",
    "the",
    "[red]x[/red]",
    "\\d+(",
    "quote \"and' both",
    "漢字",
    "tag:claim OR note:deed",
    "*",
    "9999999",
    "a/b claim/figure",
    "👍🏽é",
    " " * 50,
    "y" * 300,
    "out.md",
    "out.jsonl",
    "export",
    "tag",
)
"""What is typed into lines; no name in it leads out of the folder."""
