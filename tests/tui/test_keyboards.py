"""Keyboards of other scripts: where their characters stand, and what becomes of them."""

from __future__ import annotations

import os
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.at_the_screen import reading
from tui.actions import action
from tui.config import Config, parse_config
from tui.foreign_keys import Foreign
from tui.keyboards.known import LAYOUTS
from tui.keyboards.layout import PLAIN, SHIFTED, Layout
from tui.keyboards.translator import Translator, languages
from tui.keys import Command, Keymap, KeyReader

ALPHABETS = {
    "russian": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "ukrainian": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "belarusian": "абвгдеёжзійклмнопрстуўфхцчшыьэюя",
    "bulgarian": "абвгдежзийклмнопрстуфхцчшщъьюя",
    "bulgarian-phonetic": "абвгдежзийклмнопрстуфхцчшщъьюя",
    "serbian": "абвгдђежзијклљмнњопрстћуфхцчџш",
    "macedonian": "абвгдѓежзѕијклљмнњопрстќуфхцчџш",
    "greek": "αβγδεζηθικλμνξοπρσςτυφχψω",
    "arabic": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "persian": "ابپتثجچحخدذرزسشصضطظعغفقکگلمنوهی",
    "hebrew": "אבגדהוזחטיכךלמםנןסעפףצץקרשת",
    "georgian": "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
}
layouts = pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)


@pytest.fixture(autouse=True)
def no_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in os.environ:
        if name.startswith(("LC_", "LANG")):
            monkeypatch.delenv(name)


def keys_of(layout: Layout) -> list[tuple[str, str]]:
    return [*layout.keys(shifted=False), *layout.keys(shifted=True)]


@layouts
def test_a_layout_has_the_rows_of_a_keyboard(layout: Layout) -> None:
    for rows, labels in ((layout.plain, PLAIN), (layout.shifted, SHIFTED)):
        assert [len(row) for row in rows] == [len(row) for row in labels]


@layouts
def test_every_character_stands_on_one_key_and_none_is_decomposed(layout: Layout) -> None:
    characters = Counter(one for one, _ in keys_of(layout) if not one.isascii())
    assert characters.most_common(1)[0][1] == 1
    for shifted in (False, True):
        assert Counter(one for one, _ in layout.keys(shifted=shifted)).most_common(1)[0][1] == 1
    assert all(len(unicodedata.normalize("NFC", one)) == 1 or one == "\u095f" for one in characters)


@pytest.mark.parametrize("name", ALPHABETS)
def test_every_letter_of_the_alphabet_has_its_key(name: str) -> None:
    translator = Translator(name, {})
    keys = [translator.key(letter) for letter in ALPHABETS[name]]
    assert all(keys)
    assert len(set(keys)) == len(keys)


@layouts
def test_shift_makes_capitals_of_the_letters_on_a_key(layout: Layout) -> None:
    plain, shifted = (dict(layout.keys(shifted=shifted)) for shifted in (False, True))
    key_of = dict(zip("".join(PLAIN), "".join(SHIFTED), strict=True))
    for letter, key in plain.items():
        capital = letter.upper()
        if len(capital) == 1 and capital != letter and capital in shifted and letter != "ς":
            assert shifted[capital] == key_of[key]


@pytest.mark.parametrize(
    ("pressed", "key"),
    [
        *zip("фывапролд", "asdfghjkl", strict=True),
        *zip("ФЫВАПРОЛД", "ASDFGHJKL", strict=True),
        *zip("іїєґ", "s]'\\", strict=True),
        *zip("хъжэбюХЪЖЭБЮ", "[];',.{}:\"<>", strict=True),
        *zip("ασδφγηξκλΑΣ", "asdfghjklAS", strict=True),
        *zip("שדגכעיחלך", "asdfghjkl", strict=True),
        *zip("شسيبلاتنم", "asdfghjkl", strict=True),
        *zip("ძქწ", "Zqw", strict=True),
        *zip("٣۷५๑", "3751", strict=True),
        ("؟", "?"),
        ("ctrl+ф", "ctrl+a"),
        ("ctrl+ц", "ctrl+w"),
        ("alt+х", "alt+left_square_bracket"),
    ],
)
def test_what_is_unambiguous_needs_no_setting(pressed: str, key: str) -> None:
    assert Translator("", {}).key(pressed) == key


@pytest.mark.parametrize("pressed", [*"éßñ«§№°漢j.", "ท้", "", "f5"])
def test_what_belongs_to_no_such_keyboard_is_left_alone(pressed: str) -> None:
    assert Translator("", {}).key(pressed) == ""


def test_where_keyboards_disagree_none_is_chosen_and_both_are_named() -> None:
    translator = Translator("", {})
    assert translator.key("ط") == ""
    assert translator.claimants("ط") == ["arabic", "persian"]
    assert translator.claimants("ф") == []
    assert 'keyboard = "arabic" or "persian"' in Foreign().advice("ط")


def test_the_named_keyboard_decides_and_then_the_language_of_the_locale() -> None:
    assert Translator("persian", {"LANG": "ar_EG.UTF-8"}).key("ط") == "x"
    assert Translator("", {"LANG": "en_US.UTF-8", "LC_TIME": "ar_EG"}).key("ط") == "'"
    assert Translator("bulgarian", {}).key("в") == "l"
    assert Translator("", {"LANG": "mk_MK.UTF-8"}).key("в") == "v"
    assert Translator("", {"LANG": "bg_BG.UTF-8"}).claimants("в") == [
        "bulgarian",
        "bulgarian-phonetic",
    ]
    assert Translator("belarusian", {}).key("і") == "b"
    assert Translator("bulgarian", {}).key("λ") == "l"  # what it lacks is found elsewhere


def test_a_named_keyboard_has_its_ascii_where_it_stands() -> None:
    assert Translator("russian", {}).key(".") == "/"
    assert Translator("russian", {}).key(",") == "?"
    assert Translator("", {"LANG": "ru_RU.UTF-8"}).key(".") == ""


def test_the_languages_of_a_locale() -> None:
    assert languages({"LANG": "uk_UA.UTF-8", "LC_ALL": "C", "PATH": "ru"}) == {"uk"}
    assert languages({"LANGUAGE": "el:en_GB", "LC_TIME": ""}) == {"el", "en"}


@given(st.sampled_from(["", *LAYOUTS]), st.text(max_size=3))
def test_whatever_is_pressed_comes_to_a_key_or_to_nothing(keyboard: str, pressed: str) -> None:
    key = Translator(keyboard, {}).key(pressed)
    assert key.isascii()
    assert len(key) <= 1 or "+" in pressed


# In the reader


def typed(*keys: str, keymap: Keymap | None = None, **options: dict[str, str]) -> list[Command]:
    reader = KeyReader(keymap or Keymap(), Foreign(), **options)
    return [command for key in keys if (command := reader.feed(key, "reading"))]


def test_a_letter_of_another_script_is_the_key_it_stands_on() -> None:
    assert typed("о", "Т", "ю", "Ж") == [
        Command(action("sentence.next")),
        Command(action("find.previous")),
        Command(action("palette")),
    ]
    assert typed("٣", "ξ") == [Command(action("sentence.next"), 3)]


def test_sequences_and_ctrl_are_typed_in_any_script() -> None:
    keymap = Keymap({"undo": ("ctrl+w v",), "redo": ("z j",)})
    assert typed("ctrl+ц", "м", "я", "ctrl+w", "о", keymap=keymap)[0].action.id == "undo"
    assert [one.action.id for one in typed("я", "о", "ctrl+w", "м", keymap=keymap)] == [
        "redo",
        "undo",
    ]


def test_a_key_that_an_action_has_is_never_translated() -> None:
    keymap = Keymap({"undo": ("ф",)})
    assert [one.action.id for one in typed("ф", keymap=keymap)] == ["undo"]


def test_what_waits_for_a_letter_gets_the_letter() -> None:
    assert typed("ь", "ф") == [Command(action("mark.set"), argument="ф")]


def test_a_map_of_ones_own_goes_first() -> None:
    assert [one.action.id for one in typed("é", "j", "h", langmap={"é": "u", "j": "k"})] == [
        "undo",
        "sentence.previous",
        "pane.left",
    ]


# At the screen


async def test_everything_is_reached_in_cyrillic(seeds: Path) -> None:
    async with reading(seeds) as reader:
        first = reader.sentence
        await reader.press("о")
        await reader.until(lambda: reader.sentence != first)
        await reader.press("е", "с")
        await reader.until(reader.marks)
        assert reader.marks()[0]["tags"] == ["claim"]
        await reader.press("ы", "1")
        await reader.until(lambda: reader.marks()[0].get("status") == "supported")
        await reader.press("ь", "ф", "п", "э", "ф")
        await reader.until("s 2/")
        await reader.enter("о", "у")
        await reader.until(lambda: reader.marks()[0].get("note") == "о")


async def test_a_letter_that_keyboards_disagree_on_is_answered(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("ط")
        await reader.until('keyboard = "arabic" or "persian" in config.toml')


# In config.toml


def test_a_keyboard_and_a_map_of_ones_own() -> None:
    text = 'keyboard = "greek"\nlangmap = { "é" = "2", "ф" = "pagedown" }\n'
    config = parse_config(text, Path("config.toml"))
    assert config.keyboard == "greek"
    assert config.langmap == {"é": "2", "ф": "pagedown"}
    assert Config().keyboard == ""


def test_mistakes_in_them_are_told() -> None:
    text = '\n[langmap]\n"ab" = "x"\n"c" = "PageDown"\n"d" = 3\n'
    told = parse_config(text, Path("config.toml")).warnings
    assert [line.split(": ")[0] for line in told] == [
        "config.toml:3:1",
        "config.toml:4:7",
        "config.toml:5:7",
    ]
    assert 'did you mean "pagedown"?' in told[1]


def test_a_sign_of_ascii_that_does_something_stays_what_it_is() -> None:
    hebrew = KeyReader(Keymap(), Foreign("hebrew"))
    command = hebrew.feed("/", "reading")
    assert command is not None
    assert command.action.id == "find.forward"
    own = KeyReader(Keymap(), Foreign("hebrew"), {"/": "q"})
    command = own.feed("/", "reading")
    assert command is not None
    assert command.action.id == "quit"
