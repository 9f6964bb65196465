"""What is left out of an update makes no difference on the screen, in any cell."""

from __future__ import annotations

from itertools import pairwise

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.color import ColorSystem
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from tui.terminal import repainting
from tui.terminal.repainting import Drawn, Repainting, render

CUTS = [0, 9, 20]
HEIGHT = 3
STYLES = [
    None,
    Style(),
    Style(color="#e6e6e6", bgcolor="#16181d"),
    Style(color="#e6e6e6", bgcolor="#20242c"),
    Style(color="red", bold=True),
    Style(reverse=True, underline=True),
]
BOLD = Style(bold=True)
WORDS = ["", " ", "   ", "word", "naïve", "“so”", "你好", "🙂", "e\u0301"]

Frame = list[list[Strip]]
Touched = tuple[int, tuple[int, int]]


@st.composite
def strips(draw: st.DrawFn, width: int) -> Strip:
    segments: list[Segment] = []
    room = width
    for word in draw(st.lists(st.sampled_from(WORDS), max_size=5)):
        if cell_len(word) <= room:
            segments.append(Segment(word, draw(st.sampled_from(STYLES))))
            room -= cell_len(word)
    return Strip([*segments, Segment(" " * room, draw(st.sampled_from(STYLES)))], width)


frames = st.lists(
    st.tuples(*(strips(end - start) for start, end in pairwise(CUTS))).map(list),
    min_size=HEIGHT,
    max_size=HEIGHT,
)
spans = st.lists(
    st.tuples(
        st.integers(0, HEIGHT - 1), st.sampled_from([(0, 20), (0, 9), (9, 20), (0, 5), (9, 15)])
    ),
    min_size=1,
    max_size=4,
)


def partial(frame: Frame, touched: list[Touched]) -> ChopsUpdate:
    chops = [dict(zip(CUTS, row, strict=False)) for row in frame]
    return ChopsUpdate(chops, [(y, *span) for y, span in sorted(touched)], [CUTS[1:]] * HEIGHT)


def full(frame: Frame) -> LayoutUpdate:
    return LayoutUpdate(list(frame), Region(0, 0, CUTS[-1], HEIGHT))


def drawn(strip: Strip) -> Drawn:
    return Drawn(0, 0, list(strip), strip.cell_length)


class Terminal:
    """A terminal of some colours, and what it shows."""

    def __init__(self, system: str = "truecolor") -> None:
        self.console = Console(color_system=system, force_terminal=True)  # type: ignore[arg-type]
        self.screen = pyte.Screen(CUTS[-1], HEIGHT)
        self.stream = pyte.Stream(self.screen)
        self.stream.feed("\x1b[?7l")  # no wrapping at the right edge, as Textual has it
        self.data, self.sent = "", 0

    def show(self, update: object) -> None:
        assert isinstance(update, CompositorUpdate)
        data = update.render_segments(self.console)
        self.data, self.sent = data, len(data)
        self.stream.feed(data)

    @property
    def cells(self) -> list[list[tuple[object, ...]]]:
        rows = range(HEIGHT)
        return [[tuple(self.screen.buffer[y][x]) for x in range(CUTS[-1])] for y in rows]


@settings(deadline=None)
@given(
    first=frames,
    following=st.lists(st.tuples(frames, spans | st.none()), max_size=4),
    system=st.sampled_from(["truecolor", "256", "standard"]),
)
def test_the_screen_is_the_same_cell_by_cell(
    first: Frame, following: list[tuple[Frame, list[Touched] | None]], system: str
) -> None:
    for style in STYLES:
        if style is not None:
            style._ansi = None  # made for the colours of the terminal before
    painting, lean, stock = Repainting(), Terminal(system), Terminal(system)
    updates: list[object] = [full(first)]
    updates += [
        full(frame) if touched is None else partial(frame, touched) for frame, touched in following
    ]
    for update in updates:
        lean.show(painting.lean(update))
        stock.show(update)
        assert lean.cells == stock.cells


STILL = [[Strip([Segment("left     ")]), Strip([Segment("right      ")])] for _ in range(HEIGHT)]
EVERYWHERE = [(y, (0, 20)) for y in range(HEIGHT)]


def test_what_stands_there_already_is_not_sent_again() -> None:
    painting, terminal = Repainting(), Terminal()
    terminal.show(painting.lean(full(STILL)))
    terminal.show(painting.lean(partial(STILL, EVERYWHERE)))
    assert terminal.sent == 0


def test_everything_is_sent_again_where_another_program_had_the_terminal() -> None:
    painting, terminal = Repainting(), Terminal()
    terminal.show(painting.lean(full(STILL)))
    painting.forget()
    terminal.screen.reset()
    terminal.show(painting.lean(partial(STILL, EVERYWHERE)))
    assert terminal.screen.display == ["left     right      "] * HEIGHT


def test_an_update_of_the_whole_screen_sends_what_is_not_there_yet() -> None:
    painting, terminal = Repainting(), Terminal()
    terminal.show(painting.lean(full(STILL)))
    terminal.show(painting.lean(full(STILL)))
    assert terminal.sent == 0
    painting.forget()
    terminal.screen.reset()
    terminal.show(painting.lean(full(STILL)))
    assert terminal.screen.display == ["left     right      "] * HEIGHT


def test_of_a_row_the_segments_that_changed_are_sent() -> None:
    painting, terminal = Repainting(), Terminal()
    plain = Style(color="#e6e6e6")
    rows = [
        [[Strip([Segment("s ", plain), Segment(word, plain), Segment(" x", plain)])]] * HEIGHT
        for word in ("one", "two")
    ]
    ends = [[7]] * HEIGHT
    for row in rows:
        chops = [{0: strips[0]} for strips in row]
        terminal.show(painting.lean(ChopsUpdate(chops, [(0, 0, 7)], ends)))
    assert terminal.screen.display[0].rstrip() == "s two x"
    assert terminal.sent < len("\x1b[1;3H\x1b[38;2;230;230;230mtwo\x1b[m") + 3


def test_a_link_stays_a_link() -> None:
    terminal = Terminal()
    strip = Strip([Segment("here", Style(link="https://example.org"))])
    update = LayoutUpdate([[strip]], Region(0, 0, 4, 1))
    sent = Repainting().lean(update)
    assert isinstance(sent, CompositorUpdate)
    assert "\x1b]8;;https://example.org\x1b\\here\x1b]8;;" in sent.render_segments(terminal.console)


@pytest.mark.parametrize("update", [None, "text", CompositorUpdate()])
def test_what_is_not_known_here_is_left_as_it_is(update: object) -> None:
    assert Repainting().lean(update) is update


def test_colours_are_those_of_the_terminal() -> None:
    style = Style(color="#ff0000")
    strip = Strip([Segment("x", style)])
    sent = Repainting().lean(LayoutUpdate([[strip]], Region(0, 0, 1, 1)))
    assert isinstance(sent, CompositorUpdate)
    console = Console(color_system="256", force_terminal=True)
    assert console._color_system is ColorSystem.EIGHT_BIT
    assert "38;5;" in sent.render_segments(console)


@pytest.mark.parametrize("disputed", ["👨\u200d👩\u200d👧", "🇸🇾", "👍🏽", "हिन्दी", "1\ufe0f\u20e3"])
def test_what_stands_behind_a_disputed_width_is_at_its_place(disputed: str) -> None:
    room = " " * (12 - cell_len(disputed))
    terminal = Terminal()
    terminal.stream.feed("\x1b[H" + "x" * CUTS[-1])
    strip = Strip([Segment(disputed), Segment(room), Segment("|here", BOLD), Segment(" ")])
    terminal.stream.feed(render([drawn(strip)], ColorSystem.TRUECOLOR))
    shown = terminal.screen.display[0]
    assert "".join(terminal.screen.buffer[0][x].data for x in range(12, 17)) == "|here"
    assert "x" not in shown[: shown.index("|here")]


@pytest.mark.parametrize("last", ["", " "])
def test_space_that_is_drawn_in_pieces_gives_way_as_one(last: str) -> None:
    terminal = Terminal()
    parts = [Segment("ка👍🏽"), Segment(" "), Segment(" "), Segment(f"|here{last}", BOLD)]
    terminal.stream.feed(render([drawn(Strip(parts))], ColorSystem.TRUECOLOR))
    assert "".join(terminal.screen.buffer[0][x].data for x in range(6, 11)) == "|here"


def test_no_letter_is_lost_where_a_terminal_takes_more_columns_for_a_text() -> None:
    family = "👨\u200d👩\u200d👧\u200d👦"
    terminal = Terminal()
    strip = Strip([Segment(family), Segment("one", BOLD), Segment("  "), Segment("|")])
    terminal.stream.feed(render([drawn(strip)], ColorSystem.TRUECOLOR))
    assert "one" in terminal.screen.display[0]


def test_where_the_terminal_erases_without_colour_spaces_are_drawn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("STY", "1.pts-0.host")
    monkeypatch.setenv("TERM", "screen-256color")
    style = Style(bgcolor="#101010")
    strip = Strip([Segment("🇸🇾", style), Segment("    ", style), Segment("|", style)])
    terminal = Terminal()
    terminal.show(Repainting().lean(LayoutUpdate([[strip]], Region(0, 0, 7, 1))))
    assert "\x1b[7X" not in terminal.data
    assert {terminal.screen.buffer[0][x].bg for x in range(7)} == {"101010"}


def test_where_rich_is_another_everything_is_sent_as_it_would_be(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def other(*_: object) -> str:
        raise AttributeError

    stock, terminal = Terminal(), Terminal()
    stock.show(full(STILL))
    monkeypatch.setattr(repainting, "change", other)
    terminal.show(Repainting().lean(full(STILL)))
    assert terminal.data == stock.data
