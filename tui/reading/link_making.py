"""The link that is being made: where it begins, until its other end is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotations.model import PlacedAnnotation
    from tui.reading.screen import ReadingScreen


class LinkMaking:
    """Remembers the annotation a link begins at, and keeps it in sight in the tray."""

    def __init__(self, reading: ReadingScreen) -> None:
        self._reading = reading
        self._source: tuple[str, str] | None = None

    @property
    def begun(self) -> bool:
        """Whether a link waits for its other end."""
        return self._source is not None

    @property
    def source(self) -> PlacedAnnotation | None:
        """The annotation that the link begins at, as it is now; None where it is gone."""
        return self._reading.session.find(*self._source) if self._source is not None else None

    def begin(self, source: PlacedAnnotation) -> None:
        """Begins a link at one of the reader's own annotations."""
        from tui.relation_words import quoted

        self._source = source.author, source.annotation.id
        self._reading.bars.linking = f"Link from {source.document} {quoted(source)}"

    def end(self) -> bool:
        """Forgets the link; whether there was one."""
        begun, self._source = self.begun, None
        self._reading.bars.linking = ""
        return begun
