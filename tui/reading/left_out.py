"""What a list leaves out because its author's marks are hidden, told in one line below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.numbers import grouped
from tui.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotations.model import PlacedAnnotation
    from tui.keys import KeyReader
    from tui.reading.screen import ReadingScreen

_NAMED = 2
"""Authors that are named; of more only the number."""


def parted(
    reading: ReadingScreen, annotations: Iterable[PlacedAnnotation]
) -> tuple[list[PlacedAnnotation], list[PlacedAnnotation]]:
    """The annotations that are shown, and those of hidden authors, each in their order."""
    shows = reading.session.company.shows
    everything = list(annotations)
    shown = [one for one in everything if shows(one)]
    return shown, [one for one in everything if not shows(one)]


def left_out_words(keys: KeyReader, authors: Iterable[str]) -> str:
    """How many are left out, whose they are and which key shows them; empty where there are none.

    ``authors`` has a name for each that is left out.
    """
    authors = list(authors)
    if not authors:
        return ""
    names = sorted(set(authors))
    whose = visible(", ".join(names)) if len(names) <= _NAMED else f"{len(names)} authors"
    key = visible(keys.named("authors.toggle") or "the palette")
    them = "it" if len(authors) == 1 else "them"
    return f"{grouped(len(authors))} of {whose} hidden; {key} shows {them}"
