"""How long it takes to put thousands of annotations on a text that has changed."""

from __future__ import annotations

import random
import textwrap
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

from annotations.anchoring import Placer
from annotations.annotation_file import AnnotationFile
from annotations.model import Annotation, mark, now
from benchmarks.texts import prose
from documents.document import Document, text_digest

MARKS, SIZE = 10_000, 1_000_000
_LENGTHS = (20, 200)
_Change = Callable[[list[str], random.Random], list[str]]


def placing() -> Iterator[tuple[str, float]]:
    """Ways in which the text changed, and the seconds that the first to the last mark took."""
    old = prose(SIZE, 1)
    for kind, change in _CHANGES.items():
        chance = random.Random(kind)
        new = "\n\n".join(change(old.split("\n\n"), chance))
        yield kind, _seconds(old, new, chance)


def _seconds(old: str, new: str, chance: random.Random) -> float:
    digest, moment = text_digest(old), now()
    file = AnnotationFile(author="mk", path="a.txt", digest=digest)
    marks: list[Annotation] = []
    for _ in range(MARKS):
        start = chance.randrange(len(old) - max(_LENGTHS))
        one = mark(old, start, start + chance.randint(*_LENGTHS), moment=moment)
        marks.append(replace(one, id=str(len(marks))))
    document = Document("a.txt", new)
    before = time.process_time()
    placer = Placer(file, document, {digest: old}.get)
    for one in marks:
        placer.place(one)
    return time.process_time() - before


def _some_edited(share: float, rate: float) -> _Change:
    def change(paragraphs: list[str], chance: random.Random) -> list[str]:
        return [
            _edited(one, rate, chance) if chance.random() < share else one for one in paragraphs
        ]

    return change


def _edited(paragraph: str, rate: float, chance: random.Random) -> str:
    words = paragraph.split(" ")
    for _ in range(max(1, int(rate * len(words)))):
        words[chance.randrange(len(words))] = "changed"
    return " ".join(words)


def _moved(paragraphs: list[str], chance: random.Random) -> list[str]:
    moved = _some_edited(0.1, 0.1)(paragraphs, chance)
    for _ in range(20):
        moved.insert(chance.randrange(len(moved)), moved.pop(chance.randrange(len(moved))))
    return moved


def _wrapped(paragraphs: list[str], chance: random.Random) -> list[str]:
    return [textwrap.fill(one, 72) for one in paragraphs]


_CHANGES: dict[str, _Change] = {
    "a twentieth of the paragraphs edited": _some_edited(0.05, 0.1),
    "every paragraph edited": _some_edited(1.0, 0.05),
    "paragraphs moved, some edited": _moved,
    "every line broken anew": _wrapped,
}
