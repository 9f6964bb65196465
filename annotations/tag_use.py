"""Which tags are in use, how often, and which was used last."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from annotations.listing import utc
from annotations.model import PlacedAnnotation
from annotations.palette import Palette


class TagUse(NamedTuple):
    """A tag, how many annotations carry it, and when one of them was last changed."""

    name: str
    times: int = 0
    last: datetime | None = None


def tags_in_use(annotations: Iterable[PlacedAnnotation], palette: Palette) -> list[TagUse]:
    """All tags that any annotation carries or the palette names, each once.

    Those in use come first, the one on the annotation changed last before the others; then the
    palette's that nobody has used, in its order.
    """
    uses: dict[str, TagUse] = {}
    for placed in annotations:
        moment = utc(placed.annotation.modified)
        for name in placed.annotation.tags:
            before = uses.get(name)
            last = max(moment, before.last) if before and before.last else moment
            uses[name] = TagUse(name, (before.times if before else 0) + 1, last)
    used = sorted(uses.values(), key=lambda use: use.name)
    used.sort(key=lambda use: use.last.timestamp() if use.last else 0.0, reverse=True)
    return used + [TagUse(tag.name) for tag in palette.tags if tag.name not in uses]


def as_typed(words: str) -> str:
    """The tag that typed words name: each level without white space at its ends."""
    return "/".join(part.strip() for part in words.split("/") if part.strip())
