"""What is read: texts of every size, a folder that takes long to index, a text full of marks."""

from __future__ import annotations

import json
import os
import random
import subprocess
from collections.abc import Callable
from pathlib import Path

from benchmarks.articles import Articles
from benchmarks.reading.programs import SIDELIGHT
from benchmarks.texts import prose

_BASE = 3_000_000
_MARKS = 10_000
_SEEN = 2_000
"""So many of them stand in what the keys that are timed go through, with some to spare."""
_MARKED = "the marks of this text are there"

Make = Callable[[int, int], str]


def ascii_text(size: int, seed: int) -> str:
    """Prose of ``size`` bytes in ASCII; above 3 MB the same paragraphs in another order."""
    text = prose(min(size, _BASE), seed)
    if size <= _BASE:
        return text
    chance, paragraphs, pieces, length = random.Random(seed), text.split("\n\n"), [""], 0
    while length < size:
        chance.shuffle(paragraphs)
        pieces += paragraphs
        length += len(text)
    return "\n\n".join(pieces[1:])[:size]


def latin_text(size: int, seed: int) -> str:
    """The same with accents on one vowel in four and curly quotes round one word in ten.

    That is what a text in a Latin script is like that is not English: most of it takes one byte
    a character in UTF-8, some of it two or three, and Python needs two for each in memory.
    """
    accents = {"qu": "qu", "ea": "éa", "ou": "où", "ai": "aî"}
    text = ascii_text(round(size / 1.15), seed)
    for plain, accented in accents.items():
        text = text.replace(plain, accented)
    return text.replace(" the ", " “thé” ")


def one_line(size: int, seed: int) -> str:
    """Prose without a single line end."""
    return ascii_text(size, seed).replace("\n\n", " ").rstrip("\n")


def two_files(folder: Path, size: int, make: Make = ascii_text) -> list[Path]:
    """Two texts of ``size`` bytes each, named by it, in a folder of their own."""
    place = folder / f"{make.__name__}-{size}"
    place.mkdir(exist_ok=True)
    files = [place / "first.txt", place / "second.txt"]
    for seed, file in enumerate(files):
        if not file.exists():
            file.write_text(make(size, seed), encoding="utf-8")
    return files


def folder_to_index(folder: Path, documents: int) -> list[Path]:
    """A workspace with so many articles that its index takes a while; two long texts in it."""
    root = folder / "articles"
    root.mkdir()
    (root / "sidelight.toml").touch()
    Articles().write(root, documents)
    return two_files(root, _BASE)


def marked_files(folder: Path, *, seen: bool = False) -> tuple[list[Path], str]:
    """Two texts, 10,000 annotations in the first; and what shows on the screen that they are there.

    With ``seen`` there are no others than those that come in sight. Sidelight itself imports them.
    One stands at the second sentence, whose note is what is shown.
    """
    root = folder / ("seen" if seen else "marked")
    root.mkdir()
    files = two_files(root, _BASE)
    lines = root / "marks.jsonl"
    marks = _marks(files[0].relative_to(root), files[0])
    lines.write_text("".join(marks[: _SEEN if seen else None]), encoding="utf-8")
    home = {"HOME": str(folder / "home"), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
    argv = [SIDELIGHT, "import", str(lines), str(root), "--author", "bench"]
    subprocess.run(argv, env=home, check=True, stdout=subprocess.DEVNULL)
    lines.unlink()
    return files, _MARKED


def _marks(document: Path, file: Path) -> list[str]:
    """Lines for the import: annotations of a few words each, spread over the whole text."""
    text = file.read_text(encoding="utf-8")
    apart = len(text) // _MARKS
    tags = ("claim", "question", "quote", "figure")
    marks = [
        {"document": str(document), "start": at, "end": at + 60, "tags": [tags[number % 4]]}
        for number, at in enumerate(range(0, apart * _MARKS, apart))
    ]
    second = next(at for at, character in enumerate(text) if character in ".?!") + 2
    marks[0] |= {"start": second, "end": second + 20, "note": _MARKED}
    return [json.dumps(mark) + "\n" for mark in marks]
