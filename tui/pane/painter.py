"""From a row of text to a strip of the screen: layers of colour, gutter and margin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.layout.direction import ISOLATOR, has_right_to_left
from tui.layout.rowtext import RowText
from tui.layout.wrapping import Row, columns_of
from tui.pane.geometry import Geometry
from tui.pane.margin import CUT, SLID, TIED, MarginLine
from tui.signs import ASCII
from tui.themes import Face, Theme
from tui.themes.blending import blend
from tui.widgets.whole_strip import WholeStrip

if TYPE_CHECKING:
    from documents.settings import Hue

# Of looks that lie over each other the one of the higher rank shows its colours.
SYNTAX, FADED, SENTENCE, LINKED, TINT, CHOSEN, MATCH, CURRENT_MATCH, SELECTION = range(9)


GOES_ON = "↵"
"""Behind a word that goes on in the next row."""

GONE = "∅"
"""In the gutter, where a marked passage stood that is not in the text any more."""


class Look(NamedTuple):
    """What a layer adds to plain text, and over which other layers it goes."""

    rank: int
    face: Face


class Layer(NamedTuple):
    """A stretch of the text that looks different, as offsets."""

    start: int
    end: int
    look: Look


class Painter:
    """Paints in a theme. Each style is made once; a row is few segments."""

    def __init__(self, theme: Theme, *, ascii_only: bool = False) -> None:
        self.theme = theme
        self.ascii_only = ascii_only
        """Whether the program's own signs are spelt in ASCII."""
        self._styles: dict[frozenset[Look], Style] = {}

    def use(self, theme: Theme) -> None:
        """Paints in another theme from now on."""
        self.theme = theme
        self._styles = {}

    def sign(self, signs: str) -> str:
        """Signs of the program, as they are to be drawn beside a text."""
        return signs.translate(ASCII) if self.ascii_only else signs

    def style(self, looks: frozenset[Look] = frozenset()) -> Style:
        """The style of text under these looks."""
        known = self._styles.get(looks)
        if known is None:
            known = self._styles[looks] = self._mixed(looks)
        return known

    def _mixed(self, looks: frozenset[Look]) -> Style:
        theme = self.theme
        foreground, background = theme.text, theme.background
        ordered = sorted(looks, key=lambda look: look.rank)
        under = (look.face.background for look in ordered if look.rank == TINT)
        tints = tuple(sorted(tint for tint in under if tint))  # another author's mark has none
        faded = any(look.rank == FADED for look in ordered)
        for look in ordered:
            face = look.face
            if look.rank == SYNTAX and len(ordered) > 1 and ordered[-1].rank >= TINT:
                continue  # a tint needs the contrast of plain text
            foreground = face.foreground or foreground
            background = face.background or background
            if look.rank == TINT and len(tints) > 1:
                background = blend(tints, text=theme.text, background=theme.background)
            if look.rank == TINT and faded:
                background = theme.softened(background)
        return Style(
            color=foreground,
            bgcolor=background,
            bold=any(look.face.bold for look in looks) or None,
            italic=any(look.face.italic for look in looks) or None,
            underline=any(look.face.underline for look in looks) or None,
            reverse=any(look.face.reverse for look in looks) or None,
            dim=any(look.face.dim for look in looks) or None,
        )

    def text(self, row: Row, shown: RowText, layers: Sequence[Layer]) -> list[Segment]:
        """The row's text, cut where its look changes."""
        display = shown.display
        if not display:
            return []
        if not layers:
            return [Segment(display, self.style())]
        cuts = {row.start, row.end}
        for layer in layers:
            cuts.add(min(max(layer.start, row.start), row.end))
            cuts.add(min(max(layer.end, row.start), row.end))
        segments: list[Segment] = []
        shown_to = shown.place(0)
        pending, pending_style = display[:shown_to], self.style()
        for place, following in pairwise(sorted(cuts)):
            stop = shown.place(following - row.start)
            piece, shown_to = display[shown_to:stop], stop
            looks = [layer.look for layer in layers if layer.start <= place < layer.end]
            style = self.style(frozenset(looks))
            if style is pending_style:
                pending += piece
            else:
                if pending:
                    segments.append(Segment(pending, pending_style))
                pending, pending_style = piece, style
        if pending:
            segments.append(Segment(pending, pending_style))
        return segments

    def strip(
        self,
        geometry: Geometry,
        text: Iterable[Segment] = (),
        *,
        bar: bool = False,
        focused: bool = True,
        follows: bool = False,
        linked: str = "",
        gone: bool = False,
        goes_on: bool = False,
        margin: MarginLine | None = None,
    ) -> Strip:
        """A whole row of a pane: separator, gutter, text, margin.

        The gutter has a ``bar`` beside the current sentence, in a pane that ``follows`` another a
        dot, and the sign of a passage that is ``linked`` before that. Where something marked is
        ``gone`` from the row its sign stands in the bar's place. A word that ``goes_on`` in
        the next row has a sign behind its column.
        """
        text = list(text)
        blank = self._blank_beside(one.text for one in text)
        segments: list[Segment] = []
        base = self.style()
        if geometry.separator:
            segments.append(Segment(self.sign("│"), self.plain(self.theme.separator)))
        indent = " " * (geometry.gutter_x - geometry.separator)
        if linked:
            segments += [Segment(indent, base)] if indent else []
            segments.append(Segment(self.sign(linked) + blank, self.plain(self.theme.accent, True)))
        elif bar or gone:
            quiet = self.theme.muted if gone else self.theme.separator
            colour = self.theme.cursor_bar if focused and bar else quiet
            segments += [Segment(indent, base)] if indent else []
            sign = GONE if gone else "·" if follows else "┃"
            segments.append(Segment(self.sign(sign) + blank, self.plain(colour)))
        else:
            segments.append(Segment(f"{indent} {blank}", base))
        width = 0
        for segment in text:
            segments.append(segment)
            width += columns_of(segment.text)
        edge = Segment(" ", base)
        if goes_on and blank == " ":
            edge = Segment(self.sign(GOES_ON), self.plain(self.theme.separator))
        beside = [edge] if edge.text != " " else []
        if margin and (margin.hue or margin.words):
            after = self._blank_beside((margin.words,))
            if ISOLATOR in (blank, after):
                edge = Segment(ISOLATOR, base)
            beside, blank = [edge, *self._margin(geometry, margin)], after
        room = geometry.width - geometry.text_x - width
        if beside:
            gap = geometry.text_width - width
            segments += [Segment(" " * gap, base)] if gap > 0 else []
            segments += beside
            room = geometry.width - geometry.margin_x - sum(columns_of(one.text) for one in beside)
        if room > 0:
            segments.append(Segment(blank + " " * (room - 1), base))
        strip: Strip = WholeStrip(segments, sum(columns_of(one.text) for one in segments))
        if strip.cell_length != geometry.width:
            strip = strip.adjust_cell_length(geometry.width, base)
        return strip

    def _blank_beside(self, texts: Iterable[str]) -> str:
        """What stands beside texts, to keep others out of their reordering; ASCII has no such."""
        isolated = not self.ascii_only and any(map(has_right_to_left, texts))
        return ISOLATOR if isolated else " "

    def _margin(self, geometry: Geometry, line: MarginLine) -> list[Segment]:
        segments: list[Segment] = []
        if line.hue is not None:
            hue = self.theme.hues[line.hue]
            bar = TIED.strip() if line.tied else "╎" if line.theirs else "▎"
            segments.append(Segment(self.sign(bar), self.plain(hue.bar)))
            segments.append(
                Segment(set_cell_size(self.sign(line.letters), 2), self.plain(hue.letter, True))
            )
        else:
            segments.append(Segment("   ", self.style()))
        room = geometry.margin_width - 6
        if line.words and room > 0:
            words = " " + set_cell_size(self._margin_words(line), room).rstrip()
            colour = self.theme.text if line.is_title else self.theme.muted
            segments.append(Segment(words, self.plain(colour)))
        return segments

    def _margin_words(self, line: MarginLine) -> str:
        """A line of a note with the program's own signs spelt; the note's stay as they are."""
        ours = len(line.words) if line.is_title or line.words == CUT else 0
        ours = max(ours, len(SLID) if line.words.startswith((SLID, TIED)) else 0)
        return self.sign(line.words[:ours]) + line.words[ours:]

    # Styles of everything that is not text

    def plain(self, colour: str, bold: bool = False) -> Style:
        """A colour on the background of the text."""
        return _style(colour, self.theme.background, bold)

    def chrome(self, *, active: bool, bar: bool = False) -> Style:
        """Titles and the status line, stronger where the keys go; ``bar`` for their marks."""
        theme = self.theme
        if bar:
            return self._chrome(theme.cursor_bar if active else theme.separator, True)
        return self._chrome(theme.text if active else theme.muted, active)

    def gauge(self, *, full: bool) -> Style:
        """The full part of a bar in the status line, and the empty one."""
        return self._chrome(self.theme.muted if full else self.theme.separator)

    def chrome_kind(self, kind: str) -> Style:
        """The status line where something has happened: ``error``, ``warning``, ``success``."""
        return self._chrome(self._kind(kind), True)

    def _chrome(self, colour: str, bold: bool = False) -> Style:
        """A colour on a title or the status line, which without colours is told by reversing."""
        theme = self.theme
        return _style(colour, theme.panel, bold, theme.reverses_bars)

    def notice(self, kind: str) -> Style:
        """A line to the reader."""
        return _style(self._kind(kind), self.theme.background, kind == "error")

    def _kind(self, kind: str) -> str:
        theme = self.theme
        known = {"error": theme.error, "warning": theme.warning, "success": theme.success}
        return known.get(kind, theme.accent)

    def panel(
        self,
        *,
        muted: bool = False,
        accent: bool = False,
        selected: bool = False,
        match: bool = False,
    ) -> Style:
        """Text in a panel."""
        theme = self.theme
        if match:
            face = theme.match
            return Style(
                color=face.foreground or theme.text,
                bgcolor=face.background or theme.background,
                bold=face.bold or None,
                underline=face.underline or None,
                reverse=face.reverse or None,
            )
        colour = theme.muted if muted else theme.accent if accent else theme.text
        return _style(colour, theme.sentence if selected else theme.background)

    def on_selected(self, style: Style) -> Style:
        """A style of a panel on the entry that is selected."""
        if style.bgcolor == self.panel().bgcolor:
            return style + _background(self.theme.sentence)
        return style

    def chosen_mark(self, *, focused: bool) -> Style:
        """The mark beside the entry that is selected: as that of the sentence it leads to."""
        theme = self.theme
        return _style(theme.cursor_bar if focused else theme.muted, theme.sentence, focused)

    def heading(self) -> Style:
        """A heading in a panel."""
        return _style(self.theme.cursor_bar, self.theme.background, True)

    def hue_bar(self, hue: Hue) -> Style:
        """The bar of a tag's hue."""
        return self.plain(self.theme.hues[hue].bar)

    def hue_letter(self, hue: Hue) -> Style:
        """A tag's letter or name in its hue."""
        return self.plain(self.theme.hues[hue].letter, True)

    def chip(self, hue: Hue) -> Style:
        """A key that sets a tag, on the tag's tint."""
        colours = self.theme.hues[hue]
        return _style(self.theme.text, colours.tint or self.theme.panel, True)


@lru_cache(maxsize=256)
def _style(colour: str, background: str, bold: bool = False, reverse: bool = False) -> Style:
    return Style(color=colour, bgcolor=background, bold=bold or None, reverse=reverse or None)


@lru_cache(maxsize=16)
def _background(colour: str) -> Style:
    return Style(bgcolor=colour)
