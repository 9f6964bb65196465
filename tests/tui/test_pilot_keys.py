"""Keys at the screen: sequences, and what is said of them."""

from __future__ import annotations

from pathlib import Path

from textual.events import Key

from tests.tui.at_the_screen import reading
from tui.config import Config

SEQUENCES = Config(
    keys={"sentence.next": ("ctrl+g j",), "sentence.previous": ("ctrl+g k",), "tag": ("ctrl+g t",)}
)


async def test_a_sequence_shows_what_may_follow_and_does_it(seeds: Path) -> None:
    async with reading(seeds, config=SEQUENCES) as reader:
        first = reader.sentence
        await reader.press("ctrl+g")
        await reader.until("j Next sentence")
        assert reader.sees("k Previous sentence")
        await reader.press("j")
        await reader.until(lambda: reader.sentence != first)
        assert not reader.sees("Previous sentence")


async def test_every_follower_is_in_sight_on_a_narrow_screen(seeds: Path) -> None:
    async with reading(seeds, config=SEQUENCES, size=(40, 12)) as reader:
        await reader.press("ctrl+g")
        await reader.until(" t Tag")
        assert reader.sees(" j Next")
        assert reader.sees(" k Prev")


async def test_a_key_that_cannot_follow_is_answered(seeds: Path) -> None:
    async with reading(seeds, config=SEQUENCES) as reader:
        await reader.press("ctrl+g", "x")
        await reader.until("ctrl+g x does nothing here")


async def test_escape_leaves_a_sequence(seeds: Path) -> None:
    async with reading(seeds, config=SEQUENCES) as reader:
        first = reader.sentence
        await reader.press("3", "ctrl+g")
        await reader.until("3 ctrl+g")
        await reader.press("escape")
        await reader.until(lambda: not reader.sees("3 ctrl+g"))
        assert reader.sentence == first


async def test_ctrl_q_may_be_given_to_something_else(seeds: Path) -> None:
    config = Config(keys={"outline.open": ("ctrl+q",)})
    async with reading(seeds, config=config) as reader:
        await reader.press("ctrl+q")
        await reader.until("Outline")


async def test_what_config_toml_had_wrong_is_told_at_the_start(seeds: Path) -> None:
    config = Config(warnings=("/own/config.toml:2:8: mind this", "/own/config.toml:3:8: and this"))
    async with reading(seeds, config=config) as reader:
        await reader.until(" config.toml:2:8: mind this")
        assert reader.sees(" config.toml:3:8: and this")
        await reader.press("j")
        assert not reader.sees("config.toml")
        assert reader.reading.bars.tray.size.height == 1


async def test_what_sidelight_toml_says_in_vain_is_told_at_the_start(seeds: Path) -> None:
    file = seeds / "sidelight.toml"
    file.write_text("ignor = []\n" + file.read_text())
    async with reading(seeds) as reader:
        await reader.until(' sidelight.toml:1:1: unknown key "ignor"; did you mean "ignore"?')


async def test_a_screen_too_small_can_be_left_by_the_key_for_it(seeds: Path) -> None:
    async with reading(seeds, size=(20, 5), config=Config(keys={"quit": ("Z q",)})) as reader:
        await reader.press("q", "j", "я")
        assert reader.app.is_running
        await reader.press("q")
        assert reader.app.is_running
        await reader.press("Z", "q")
        await reader.until(lambda: reader.app._exit)


async def test_a_key_held_with_alt_is_not_the_key_alone(seeds: Path) -> None:
    config = Config(keys={"outline.open": ("alt+7",)})
    async with reading(seeds, config=config) as reader:
        reader.app.post_message(Key("alt+7", "7"))  # as it comes from most terminals
        await reader.until("Outline")


async def test_decisions_go_by_the_place_of_their_key(seeds: Path) -> None:
    config = Config(keys={"review.decide": ("A", "B", "C")})
    async with reading(seeds, config=config) as reader:
        await reader.press("t", "c", "r")
        await reader.until("1 open")
        await reader.press("B")
        await reader.until(lambda: reader.marks()[0]["status"] == "disputed")
