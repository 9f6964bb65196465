"""The tags to choose from: found by a few letters, the one used last first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from annotations.palette import Palette, ancestors
from annotations.tag_use import TagUse, as_typed
from annotations.tags import tag_problem
from tui.actions import Context
from tui.fuzzy import fitting
from tui.numbers import grouped
from tui.pane.painter import Painter
from tui.panels.list_panel import ListPanel
from tui.visible import visible
from tui.widgets.pieces import Piece, fitted
from tui.widgets.type_line import TypeLine

_ROWS = 10


class TagList(ListPanel):
    """The tags that fit what was typed; behind them the typed one, where it is new."""

    context: Context = "list"

    def __init__(
        self,
        painter: Painter,
        palette: Palette,
        uses: Sequence[TagUse],
        on: Callable[[], Sequence[str]],
        choose: Callable[[], None],
    ) -> None:
        super().__init__(painter)
        self.palette = palette
        self.uses = {use.name: use for use in uses}
        self.names = list(self.uses)
        self.on = on
        self.problem = ""
        self.title = "Tags"
        self.aside: Callable[[str], str] | None = None
        self.takes_new = True
        self.typed_first = False
        self._typed = ""
        self._choose = choose

    def narrow_if_other(self, typed: str) -> None:
        """Shows the tags that fit what was typed, unless they are shown: then one may be chosen."""
        if typed != self._typed:
            self._narrow(typed)
        self.refresh()

    def _narrow(self, typed: str) -> None:
        """Shows the tags that fit; the typed one as a new one, where it may be a tag."""
        self._typed = typed
        name = as_typed(typed)
        self.names = fitting(self.uses, name) if name else list(self.uses)
        self.problem = (tag_problem(name) or "") if name else ""
        if name and self.takes_new:
            self._offer_typed(name)
        self.update(index=0)

    def _offer_typed(self, name: str) -> None:
        """Lists what was typed as well: behind the tags that fit it, or before them."""
        if self.problem:
            self.names = [] if self.typed_first else self.names
        elif self.typed_first:
            self.names = [name, *(one for one in self.names if one != name)]
        elif name not in self.uses:
            self.names.append(name)

    def selected(self) -> str:
        """The name of the tag that is chosen; empty where nothing fits."""
        return self.names[self.index] if self.names else ""

    def count(self) -> int:
        """How many tags there are to choose from."""
        return len(self.names)

    def heading(self) -> tuple[list[Piece], list[Piece]]:
        """Which tags are on; what choosing the selected one comes to."""
        strong, style = self.painter.chrome(active=True), self.painter.chrome(active=False)
        names = "  ".join(self.on())
        left = [(f"{visible(self.title)}  ", strong), (visible(names) or "none on so far", style)]
        if self.aside is None or not self.names:
            return left, []
        return left[:1], [(f"{visible(self.aside(self.selected()))} ", style)]

    def entry(self, index: int, width: int) -> Sequence[Sequence[Piece]]:
        """A tag: whether it is on, its letter and name, what it is a kind of, how often used."""
        name = self.names[index]
        tag, use = self.palette.tag(name), self.uses.get(name)
        plain, muted = self.painter.panel(), self.painter.panel(muted=True)
        mark = "✓ " if name in self.on() else "  "
        left: list[Piece] = [
            (mark, self.painter.panel(accent=True)),
            ("▎", self.painter.hue_bar(tag.hue)),
            (f"{visible(tag.letter)} ", self.painter.hue_letter(tag.hue)),
            (visible(name), plain),
            (visible(self._said(name)), muted),
        ]
        right = [(f"  {grouped(use.times)} " if use is not None and use.times else "", muted)]
        return [[(one.text, one.style or plain) for one in fitted((), left, right, width, plain)]]

    def _said(self, name: str) -> str:
        """What is to be known of a tag besides its name."""
        known = {tag.name for tag in self.palette.tags}
        parent = next((one for one in ancestors(name) if one in known), "")
        words = [] if name in self.uses else ["new"]
        words += [f"a kind of {parent}"] if parent and name not in known else []
        words += ["waits for review"] if self.palette.tag(name).review else []
        return f"   {' · '.join(words)}" if words else ""

    def open(self) -> None:
        """Puts the tag on, or takes it off."""
        self._choose()

    def empty(self) -> str:
        """What to say where nothing fits."""
        if self.problem:
            return f"No tag fits, and none can be made of this: it {self.problem}."
        return "No tag fits." if self.uses else "No tags yet: type the name of one."


class TagPanel(Vertical):
    """A line to type into over the tags that fit it."""

    typing = "tags"
    _HINT = "Some letters of a tag; claim/figure is a kind of claim"

    def __init__(
        self,
        painter: Painter,
        palette: Palette,
        uses: Sequence[TagUse],
        *,
        on: Callable[[], Sequence[str]],
        choose: Callable[[str], None],
        leave: Callable[[], None],
        title: str = "Tags",
        new: bool = True,
        aside: Callable[[str], str] | None = None,
    ) -> None:
        """``on`` gives the tags that are on; ``choose`` puts one on or takes it off.

        Where no ``new`` one is wanted only those in use can be chosen. ``aside`` tells, before it
        is done, what choosing a tag comes to.
        """
        super().__init__()
        self.styles.height, self.styles.max_height = _ROWS, "50%"
        self.list = TagList(painter, palette, uses, on, self._enter)
        self.list.title, self.list.takes_new, self.list.aside = title, new, aside
        self.line = TypeLine(
            "",
            self._HINT,
            enter=self._enter,
            escape=leave,
        )
        self._take = choose
        self._leave = leave

    def compose(self) -> ComposeResult:
        """The line over the list."""
        yield self.line
        yield self.list

    def focus(self, scroll_visible: bool = True) -> TagPanel:
        """Puts the keys into the line."""
        self.line.focus(scroll_visible)
        return self

    def _enter(self) -> None:
        if self._toggle():
            self._leave()

    def _toggle(self) -> bool:
        self.list.narrow_if_other(self.line.value)
        name = self.list.selected()
        if name:
            self._take(name)
        return bool(name)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.list.narrow_if_other(event.value)

    def on_key(self, event: events.Key) -> None:
        """The arrows choose while the line has the keys; after tab another tag may follow."""
        moves = {"down": 1, "up": -1}
        if not self.line.has_focus or event.key not in (*moves, "tab"):
            return
        event.stop()
        event.prevent_default()
        if event.key == "tab":
            self._tab()
            return
        self.list.move(moves[event.key])
        self.line.chooses_in = self.list

    def _tab(self) -> None:
        """Takes the tag, and lets another follow."""
        if self._toggle():
            self.line.value = ""
            self.list.narrow_if_other("")


class OldNamePanel(TagPanel):
    """Asks which tag is to have another name."""

    typing = "old name"

    def _tab(self) -> None:
        """Takes the tag; only one can be."""
        self._enter()


class NewNamePanel(TagPanel):
    """Asks what a tag is to be called: what was typed, or a tag that it is to be merged into."""

    typing = "new name"
    _HINT = "Its new name; one in use merges the two"

    def __init__(
        self,
        painter: Painter,
        palette: Palette,
        uses: Sequence[TagUse],
        *,
        choose: Callable[[str], None],
        leave: Callable[[], None],
        title: str,
        aside: Callable[[str], str],
    ) -> None:
        """``choose`` takes the name; ``aside`` tells before what it comes to."""
        super().__init__(
            painter,
            palette,
            uses,
            on=lambda: (),
            choose=choose,
            leave=leave,
            title=title,
            aside=aside,
        )
        self.list.typed_first = True

    def _tab(self) -> None:
        """Completes the name: the selected tag, or the first that what was typed fits."""
        self.list.narrow_if_other(self.line.value)
        names = self.list.names
        if self.list.index == 0 and names[:1] == [as_typed(self.line.value)]:
            names = names[1:]
        else:
            names = names[self.list.index :]
        if names:
            self.line.value = names[0]
            self.line.cursor_position = len(names[0])
            self.list.narrow_if_other(names[0])
