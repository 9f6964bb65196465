"""Setting the text from the keyboard: every key answers, and what was chosen is kept."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from random import Random

import pytest
from at_the_screen import Reader, reading

from tui.config import Config
from tui.typography import NARROWEST, WIDEST, Typography


async def keys(reader: Reader, *names: str) -> None:
    for name in names:
        await reader.press("z", name)


def rows_of_text(reader: Reader) -> list[str]:
    return reader.screen[reader.pane.picture.text_y : -2]


async def test_the_text_is_made_wider_and_narrower_in_steps(seeds: Path) -> None:
    async with reading(seeds, "call.txt") as reader:
        await keys(reader, "w")
        await reader.until("Text width 76")
        await keys(reader, "n", "n")
        await reader.until("Text width 68")
        assert reader.pane.picture.geometry.text_width == 68


async def test_a_count_takes_several_steps_and_the_ends_are_told(seeds: Path) -> None:
    async with reading(seeds, "call.txt", size=(200, 50)) as reader:
        await reader.press("9", "9", "z", "w")
        await reader.until(f"Text width {WIDEST}")
        await keys(reader, "w")
        await reader.until("it gets no wider")
        await reader.press("9", "9", "z", "n")
        await reader.until(f"Text width {NARROWEST}")
        await keys(reader, "n")
        await reader.until("it gets no narrower")


async def test_a_full_pane_says_that_it_has_no_more_columns(seeds: Path) -> None:
    async with reading(seeds, size=(80, 24)) as reader:
        room = reader.pane.picture.geometry.room
        await keys(reader, "w")
        await reader.until(f"Text width {room}: this pane has no more columns")
        assert reader.reading.desk.typography == Typography()


async def test_the_sentence_stays_in_sight_however_the_text_is_set(seeds: Path) -> None:
    async with reading(seeds, "call.txt") as reader:
        await reader.go("He also pressed for an end")
        for key in "snjsfm":
            await keys(reader, key)
            view = reader.pane.view
            assert view is not None
            assert view.cursor is not None
            assert view.in_sight(view.cursor)
            assert reader.pane.place_of(view.cursor.start) is not None


async def test_double_spacing_leaves_a_line_between_rows_and_two_between_paragraphs(
    seeds: Path,
) -> None:
    (seeds / "two.txt").write_text(f"{'One paragraph. ' * 40}\n\n{'Another one. ' * 40}")
    async with reading(seeds, "two.txt") as reader:
        await keys(reader, "s")
        await reader.until("Line spacing double")
        shown = [any(map(str.isalpha, row)) for row in rows_of_text(reader)]
        shown = shown[shown.index(True) :]
        blank = {len(list(run)) for is_text, run in groupby(shown) if not is_text}
        assert blank == {1, 2}
        assert all(len(list(run)) == 1 for is_text, run in groupby(shown) if is_text)
        await keys(reader, "s")
        await reader.until("Line spacing single")


async def test_the_mouse_finds_its_sentence_in_double_spaced_justified_text(seeds: Path) -> None:
    async with reading(seeds, "call.txt") as reader:
        await keys(reader, "s", "j")
        words = "sanctions"
        at = reader.pane.document
        assert at is not None
        place = reader.pane.place_of(at.text.index(words))
        assert place is not None
        await reader.pilot.click(reader.pane, offset=place)
        await reader.until(lambda: words in reader.sentence)


async def test_focus_goes_round(seeds: Path) -> None:
    async with reading(seeds) as reader:
        for words in ("Focus on the sentence", "Focus on the paragraph", "No focus"):
            await keys(reader, "f")
            await reader.until(words)


@pytest.mark.parametrize("focus", ["off", "sentence", "paragraph"])
async def test_what_the_focus_fades_follows_the_sentence(seeds: Path, focus: str) -> None:
    config = Config(typography=Typography(focus=focus))
    async with reading(seeds, "call.txt", config=config) as reader:
        for key in ("j", "j", "j", "k", "}", "{", "space", "b"):
            await reader.press(key)
            kept = reader.pane.picture.strips(0, 40)
            reader.pane.picture.forget()
            assert reader.pane.picture.strips(0, 40) == kept


async def test_selecting_a_sentence_of_one_word_is_seen(seeds: Path) -> None:
    (seeds / "word.txt").write_text("Word\n", encoding="utf-8")
    async with reading(seeds, "word.txt") as reader:
        before = reader.pane.picture.strips(0, 40)
        await reader.press("v")
        assert reader.pane.picture.strips(0, 40) != before


async def test_a_step_in_a_paragraph_paints_no_row_that_did_not_change(seeds: Path) -> None:
    config = Config(typography=Typography(focus="paragraph"))
    async with reading(seeds, "call.txt", config=config) as reader:
        await reader.go("By the Russian account")
        await reader.until(lambda: not reader.reading.desk.chores)
        before = reader.pane.picture.strips(0, 40)
        await reader.press("j")
        after = reader.pane.picture.strips(0, 40)
        same = [one is other for one, other in zip(before, after, strict=True)]
        assert not all(same)
        assert sum(same) > 30


async def test_the_sentence_goes_to_the_middle_top_and_bottom(seeds: Path) -> None:
    async with reading(seeds, "call.txt", size=(60, 24)) as reader:
        await reader.go("Not everyone expects the bargain to hold.")
        view = reader.pane.view
        assert view is not None
        assert view.cursor is not None
        places = []
        for key in "tzb":
            await keys(reader, key)
            rows = [row for row in view.window() if view.cursor.overlaps(row.start, row.end)]
            places.append((view.window().index(rows[0]), view.window().index(rows[-1])))
        top, middle, bottom = places
        assert top[0] == 0
        assert bottom[1] == view.height - 1
        assert abs(middle[0] - (view.height - 1 - middle[1])) <= 1
        await keys(reader, "b")
        await reader.until("as near the bottom as the sentence comes")


async def test_notes_leave_the_margin_and_come_back(seeds: Path) -> None:
    async with reading(seeds, "call.txt", size=(120, 40)) as reader:
        assert reader.pane.picture.geometry.has_notes
        await keys(reader, "m")
        await reader.until("No notes in the margin")
        assert not reader.pane.picture.geometry.has_notes
        await keys(reader, "m")
        await reader.until(lambda: reader.pane.picture.geometry.has_notes)


async def test_how_the_text_was_set_comes_back(seeds: Path) -> None:
    async with reading(seeds, "call.txt") as reader:
        await keys(reader, "j", "f", "n")
        await reader.press("q")
        await reader.until(lambda: reader.app.return_code == 0)
    config = Config(typography=Typography(spacing="double"))
    async with reading(seeds, "call.txt", config=config) as reader:
        chosen = Typography(68, "double", justified=True, focus="sentence")
        assert reader.reading.desk.typography == chosen
        assert reader.pane.picture.typography == chosen


async def test_rows_that_were_kept_are_as_they_would_be_painted_now(seeds: Path) -> None:
    chance = Random(7)
    pieces = [
        "word ",
        "漢字",
        "שלום ",
        "🇸🇾",
        "\n",
        "\n\n",
        "\t",
        "\x1b[2J",
        "\u202e",
        "- item ",
        "ไทย",
    ]
    pieces += ["Heading\n\n", "https://a.example/b/c?d=e "]
    text = "".join(chance.choices(pieces, k=2000))
    (seeds / "mixed.txt").write_text(text, encoding="utf-8")
    keys = ["j", "k", "}", "{", "space", "b", "v", "l", "escape", "tab", "ctrl+e", "g", "G"]
    keys += [f"z {letter}" for letter in "wnsjfmztb"]
    async with reading(seeds, "mixed.txt", "call.txt", size=(90, 30)) as reader:
        for number in range(50):
            await reader.press(*chance.choice(keys).split())
            if number % 10 == 0:
                await reader.pilot.resize_terminal(chance.randint(40, 160), chance.randint(10, 50))
            picture = reader.pane.picture
            kept = picture.strips(0, picture.size.height)
            assert {strip.cell_length for strip in kept} == {picture.size.width}
            picture.forget_strips()
            assert picture.strips(0, picture.size.height) == kept


async def test_a_workspace_forgets_its_theme_for_that_of_the_configuration(seeds: Path) -> None:
    async with reading(seeds, config=Config(theme="light")) as reader:
        await reader.press("ctrl+t")
        assert reader.reading.desk.positions.theme == "dark"
        await reader.enter("as in config", "f10")
        await reader.until(lambda: reader.reading.painter.theme.name == "light")
        assert reader.reading.desk.positions.theme == ""
