"""``config.toml``: what it may say, and where a mistake stands."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.errors import SettingsError, SettingsErrors
from tui.config import Config, load_config, parse_config

FILE = Path("config.toml")


def test_no_file_means_the_defaults(tmp_path: Path) -> None:
    assert load_config(tmp_path / "config.toml") == Config()


def test_everything_it_may_say() -> None:
    config = parse_config(
        'author = "mk"\ntheme = "light"\n'
        '[keys]\n"sentence.next" = ["j", "down"]\nundo = "U"\nredo = []\n',
        FILE,
    )
    assert (config.author, config.theme) == ("mk", "light")
    assert config.keys == {"sentence.next": ("j", "down"), "undo": ("U",), "redo": ()}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("author = \n", "config.toml:1:10: "),
        ('theme = "light"\nauthor = 3\n', "config.toml:2:10: "),
        ('author = " "\n', "config.toml:1:10: "),
        ('auhtor = "mk"\n', "config.toml:1:1: "),
        ("keys = 3\n", "config.toml:1:8: "),
        ('[keys]\n"no.such" = "x"\n', "config.toml:2:1: "),
        ("[keys]\nundo = 3\n", "config.toml:2:8: undo takes a key in quotes"),
        ('[keys]\nundo = [""]\n', "config.toml:2:8: undo takes a key"),
        ('[keys]\nsentence.last = "x"\n', "config.toml:2:1: "),
    ],
)
def test_a_mistake_is_named_with_its_place(text: str, place: str) -> None:
    with pytest.raises(SettingsError) as refusal:
        parse_config(text, FILE)
    assert str(refusal.value).startswith(place)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('theme = "drak"', 'no theme is called "drak"; did you mean "dark"?'),
        ('boxes = "round"', 'no boxes is called "round"; there are unicode, ascii'),
        ("boxes = true", 'boxes must be "unicode" or "ascii"'),
        ('keyboard = "ukranian"', 'did you mean "ukrainian"?'),
    ],
)
def test_a_name_that_does_not_exist_is_told_and_the_usual_taken(line: str, words: str) -> None:
    config = parse_config(line, FILE)
    (warning,) = config.warnings
    assert warning.startswith(f"config.toml:1:{line.index('= ') + 3}: ")
    assert words in warning
    assert (config.theme, config.boxes, config.keyboard) == (None, None, "")


def test_capitals_do_not_count_in_names() -> None:
    config = parse_config('theme = "Dark"\nboxes = "ASCII"\nkeyboard = "Hebrew"\n', FILE)
    assert (config.theme, config.boxes, config.keyboard) == ("dark", "ascii", "hebrew")
    assert config.warnings == ()


def test_of_a_file_that_is_nothing_but_mistakes_the_first_are_told() -> None:
    unknown = "\n".join(f"k{number} = 1" for number in range(9000))
    actions = "\n".join(f'a{number} = "ctlr+x"' for number in range(9000))
    with pytest.raises(SettingsErrors) as refusal:
        parse_config(f"{unknown}\n[keys]\n{actions}\n", FILE)
    assert len(refusal.value.mistakes) == 50
    assert refusal.value.mistakes[-1].line == 50


def test_an_actions_id_needs_no_quotes() -> None:
    assert parse_config('[keys]\nsentence.next = "J"\n', FILE).keys == {"sentence.next": ("J",)}


def test_every_mistake_is_told_in_the_order_of_the_file() -> None:
    text = 'author = 3\ntheme = 2\ncolour = 1\n[keys]\nundo = "ctrl+"\nredoo = "R"\n'
    with pytest.raises(SettingsErrors) as refusal:
        parse_config(text, FILE)
    lines = [str(mistake) for mistake in refusal.value.mistakes]
    assert [line.split(": ")[0] for line in lines] == [
        "config.toml:1:10",
        "config.toml:2:9",
        "config.toml:3:1",
        "config.toml:5:8",
        "config.toml:6:1",
    ]
    assert 'theme must be "' in lines[1]
    assert 'did you mean "redo"?' in lines[4]


def test_a_refusal_tells_what_would_not_have_refused_the_file_as_well() -> None:
    text = 'theme = "ligth"\n[reading]\nmeasure = 300\nfocsu = 1\n[keys]\nqit = "q"\n'
    with pytest.raises(SettingsErrors) as refusal:
        parse_config(text, FILE)
    assert [mistake.line for mistake in refusal.value.mistakes] == [1, 3, 4, 6]
    harmless, _, _ = text.partition("[keys]")
    assert len(parse_config(harmless, FILE).warnings) == 3


def test_bytes_that_are_not_utf8_are_named(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes(b'author = "\xff"\n')
    with pytest.raises(SettingsError, match="UTF-8"):
        load_config(file)


def test_a_folder_in_its_place_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        load_config(tmp_path)


@given(st.text())
def test_whatever_it_holds_is_read_or_refused(text: str) -> None:
    with suppress(SettingsError):
        assert isinstance(parse_config(text, FILE), Config)
