"""Which annotations are wanted."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from annotations.model import Anchor, PlacedAnnotation
from annotations.palette import falls_under


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Admits the annotations that have one of each kind of thing named; what is empty admits all.

    A tag admits the tags under it too: ``claim`` admits ``claim/figure``.
    """

    tags: Collection[str] = ()
    statuses: Collection[str] = ()
    authors: Collection[str] = ()
    anchors: Collection[Anchor] = ()

    def admits(self, placed: PlacedAnnotation) -> bool:
        """Whether ``placed`` is wanted."""
        return (
            self._admits_tags(placed.annotation.tags)
            and (not self.statuses or placed.annotation.status in self.statuses)
            and (not self.authors or placed.author in self.authors)
            and (not self.anchors or placed.anchor in self.anchors)
        )

    def _admits_tags(self, tags: Collection[str]) -> bool:
        return not self.tags or any(falls_under(t, wanted) for t in tags for wanted in self.tags)
