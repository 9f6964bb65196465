"""What a theme is: the colours of the screen as plain values, known to no widget.

The tints of the six hues were found by search and softened by eye: of tints that still read as
their name, carry the body text at a contrast of at least 4.6:1 and are quiet enough for hours of
reading, these lie furthest apart to normal, protan, deutan and tritan sight. Letters and bars were
found alike: to many eyes blue and violet, or teal and grey, differ in lightness alone. The figures
are printed by ``python -m benchmarks.colours`` and held by the tests. Colour says nothing alone: a
tag has its letter in the margin, a search match its underline, and "mono" does without.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from tui.themes.blending import between, blend

if TYPE_CHECKING:
    from documents.settings import Hue


_SOFTER = 0.65
"""How far a tint under faded text has gone over to the background."""


class Face(NamedTuple):
    """How a stretch of text looks; None leaves a colour as it is below."""

    foreground: str | None = None
    background: str | None = None
    bold: bool = False
    italic: bool = False
    underline: bool = False
    reverse: bool = False
    dim: bool = False


class HueColours(NamedTuple):
    """One hue of tags: ``tint`` under the text, ``letter`` and ``bar`` on the background.

    The attributes are for terminals without colour, and False in every theme but "mono".
    """

    tint: str
    letter: str
    bar: str
    bold: bool = False
    italic: bool = False
    underline: bool = False

    @property
    def face(self) -> Face:
        """The face of text under a highlight of this hue."""
        return Face(None, self.tint, self.bold, self.italic, self.underline)

    @property
    def face_of_another(self) -> Face:
        """The face of text under another author's highlight: a line, and the paper as it is."""
        return Face(underline=True)


class Theme(NamedTuple):
    """All colours of the screen, each as ``#rrggbb``.

    ``sentence`` is the quiet background of the current sentence, ``panel`` that of what is not
    text: panels, trays, prompts, the status line. ``faded`` is the text that a focus leaves
    aside, still to be read, ``linked`` the passage that a sentence in another pane leads to and
    ``chosen`` the one of several annotations at the cursor that is worked on.
    ``syntax`` holds a face for each of ``tui.syntax.STYLES``; its foregrounds suit ``background``,
    not the tints. ``reverses_bars`` tells titles and the status line by reversing them.
    """

    name: str
    dark: bool
    text: str
    background: str
    muted: str
    separator: str
    cursor_bar: str
    sentence: str
    panel: str
    accent: str
    warning: str
    error: str
    success: str
    selection: Face
    match: Face
    current_match: Face
    faded: Face
    linked: Face
    hues: Mapping[Hue, HueColours]
    syntax: Mapping[str, Face]
    reverses_bars: bool = False
    chosen: Face = Face(bold=True, italic=True, underline=True)

    def __eq__(self, other: object) -> bool:
        """A theme is itself alone, and so may be a key; what it holds may not."""
        return self is other

    def __hash__(self) -> int:
        return id(self)

    def tint(self, hues: Iterable[Hue]) -> str:
        """The background of text under highlights of these hues, of one or of several."""
        tints = sorted({self.hues[hue].tint for hue in hues})
        return blend(tuple(tints), text=self.text, background=self.background)

    def softened(self, tint: str) -> str:
        """A tint under text that is faded."""
        return between(tint, self.background, _SOFTER)
