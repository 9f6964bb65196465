"""What is composed of a part of the screen is what Textual composes there, each cell once."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.geometry import Region
from textual.screen import Screen
from textual.widgets import Input, Static, TextArea

from tui.terminal import compositing
from tui.terminal.compositing import LeanCompositor, disjoint, without

WIDTH, HEIGHT = 40, 16

regions = st.builds(
    Region, st.integers(0, 9), st.integers(0, 9), st.integers(0, 6), st.integers(0, 6)
)
Cells = dict[tuple[int, int], str]


def cells_of(region: Region) -> Iterator[tuple[int, int]]:
    return ((x, y) for y in region.line_range for x in range(*region.column_span))


@given(region=regions, part=regions)
def test_what_is_left_of_a_region_is_all_but_the_part(region: Region, part: Region) -> None:
    left = Counter(cell for rest in without(region, part) for cell in cells_of(rest))
    assert left == Counter(set(cells_of(region)) - set(cells_of(part)))


@given(st.lists(regions, max_size=6))
def test_disjoint_regions_have_each_cell_once(several: list[Region]) -> None:
    apart = Counter(cell for region in disjoint(several) for cell in cells_of(region))
    assert apart == Counter({cell for region in several for cell in cells_of(region)})


class Layered(Screen[None]):
    """Widgets that lie over one another, with wide characters, and one that is scrolled."""

    CSS: ClassVar[str] = """
    Screen { layers: under over; overflow: hidden; }
    Static { width: 20; height: 10; color: red; }
    #over { layer: over; offset: 12 3; width: 11; height: 6; background: blue; }
    VerticalScroll { width: 30; height: 5; }
    TextArea { width: 25; height: 4; }
    """

    def compose(self) -> ComposeResult:
        yield Static("你好 " + "words that go on over several rows, to be covered in part " * 3)
        with VerticalScroll():
            yield Static("\n".join(f"row {number}" for number in range(12)))
        yield TextArea("what was\nwritten here")
        yield Input("typed")
        yield Static("over the others", id="over")


class Layers(App[None]):
    """An application of that one screen."""

    def get_default_screen(self) -> Screen[None]:
        return Layered()


def whole(screen: Screen[object]) -> Cells:
    """What Textual composes of the whole screen."""
    return {
        place: text
        for y, strip in enumerate(screen._compositor.render_strips())
        for place, text in laid_out(0, y, str(strip.text))
    }


def laid_out(x: int, y: int, text: str) -> Iterator[tuple[tuple[int, int], str]]:
    for character in text:
        for column in range(cell_len(character)):
            yield (x + column, y), character if not column else ""
        x += cell_len(character)


def partial(screen: Screen[object]) -> list[tuple[tuple[int, int], str]]:
    """What is composed of what changed."""
    update = screen._compositor.render_partial_update()
    if update is None:
        return []
    assert [y for y, _, _ in update.spans] == sorted({y for y, _, _ in update.spans})
    return [
        cell
        for y, start, stop in update.spans
        for x, strip in update.chops[y].items()
        if strip is not None and start <= x < stop
        for cell in laid_out(x, y, strip.text)
    ]


def changes(chance: random.Random) -> list[Region]:
    """Regions that change, of which no wide character is cut."""
    columns = [0, 11, 13, 15, 30, WIDTH]
    some = []
    for _ in range(chance.randint(1, 5)):
        left, right = sorted(chance.sample(columns, 2))
        top, bottom = sorted(chance.sample(range(HEIGHT + 1), 2))
        some.append(Region(left, top, right - left, bottom - top))
    return some


@pytest.mark.parametrize("seed", range(20))
async def test_a_part_is_composed_as_the_whole_each_cell_once(seed: int) -> None:
    chance = random.Random(seed)
    app = Layers()
    async with app.run_test(size=(WIDTH, HEIGHT)):
        lean, stock = LeanCompositor(), app.screen._compositor
        lean.reflow(app.screen, app.screen.size)
        app.screen.query_one(VerticalScroll).scroll_to(y=chance.randint(0, 5), animate=False)
        lean.reflow(app.screen, app.screen.size)
        stock.reflow(app.screen, app.screen.size)
        expected = whole(app.screen)
        app.screen._compositor = lean
        lean._dirty_regions.clear()
        for _ in range(20):
            changed = changes(chance)
            lean._dirty_regions.update(changed)
            seen = partial(app.screen)
            wanted = {cell for region in changed for cell in cells_of(region)}
            assert Counter(place for place, _ in seen) == Counter(wanted)
            assert {place: expected[place] for place in wanted} == dict(seen)
        assert lean.render_partial_update() is None


async def test_where_the_compositor_is_another_it_composes_as_it_would_have(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def other(*_: object) -> None:
        raise AttributeError

    app = Layers()
    async with app.run_test(size=(WIDTH, HEIGHT)):
        app.screen._compositor = LeanCompositor()
        app.screen._compositor.reflow(app.screen, app.screen.size)
        expected = whole(app.screen)
        app.screen._compositor._dirty_regions.add(Region(0, 2, WIDTH, 3))
        monkeypatch.setattr(compositing, "composed", other)
        seen = dict(partial(app.screen))
        assert {place: expected[place] for place in seen} == seen
        assert set(seen) >= set(cells_of(Region(0, 2, WIDTH, 3)))
