"""Cases made of nonsense that is edited as people edit, so that the truth is known."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence

from benchmarks.anchoring.edits import EDITS, LINE_EDITS, Edit, boilerplate_taken_out
from benchmarks.anchoring.pieces import (
    Paragraph,
    lines,
    spans_of,
    text_of,
    with_boilerplate,
    written,
)
from benchmarks.anchoring.scoring import Case, Expected

_SIZE = 12_000
"""Code points of a text."""
_MIXED = 4
"""Edits that follow each other on one text."""
_LEAST = 12
"""Code points of the shortest passage that is followed."""


def cases(seed: int) -> Iterator[Case]:
    """One case of every kind of edit, of prose, lists, tables and code, and some of many edits."""
    chance = random.Random(seed)
    for kind, edit in EDITS.items():
        yield case(kind, written(_SIZE, chance.getrandbits(32)), [edit], chance)
    text = with_boilerplate(written(_SIZE, chance.getrandbits(32)))
    yield case("boilerplate deleted", text, [boilerplate_taken_out], chance)
    for form in ("list", "table", "code"):
        for kind, edit in LINE_EDITS.items():
            text = lines(form, _SIZE // 3, chance.getrandbits(32))
            yield case(f"{form}: {kind}", text, [edit], chance)
    yield from _mixed(EDITS, chance)


def _mixed(edits: Mapping[str, Edit], chance: random.Random) -> Iterator[Case]:
    mild = [edit for kind, edit in edits.items() if kind not in ("near-copies left",)]
    for _ in range(3):
        text = written(_SIZE, chance.getrandbits(32))
        yield case("several edits", text, chance.sample(mild, _MIXED), chance)


def case(
    kind: str, paragraphs: Sequence[Paragraph], edits: Sequence[Edit], chance: random.Random
) -> Case:
    """The text before and after the edits, and where each of its sentences went.

    A sentence that is gone while a copy of it stands elsewhere is left out: whether it was deleted
    or moved, the two texts alone do not tell.
    """
    edited = list(paragraphs)
    width: int | None = None
    for edit in edits:
        done = edit(edited, chance)
        edited, width = done.paragraphs, width or done.width
    old = spans_of(paragraphs, 72 if width else None)
    new = spans_of(edited, width)
    copied = {piece.copy_of for paragraph in edited for piece in paragraph}
    expected = [
        Expected(start, end, ((new[number][0], new[number][1]),) if number in new else ())
        for number, (start, end) in old.items()
        if end - start >= _LEAST and (number in new or number not in copied)
    ]
    return Case(kind, text_of(paragraphs, 72 if width else None), text_of(edited, width), expected)
