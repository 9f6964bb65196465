"""The reference of ``config.toml`` names every setting the program knows, and no other."""

from __future__ import annotations

import re
import runpy
from pathlib import Path
from typing import Any

import pytest

from tui.config import CURSORS, SETTINGS, Config, parse_config
from tui.key_names import NAMED
from tui.keyboards.known import LAYOUTS
from tui.signs import BOXES
from tui.themes import THEMES
from tui.typography import DEFAULT, FOCUSES, KEYS, NARROWEST, SPACINGS, WIDEST

DOCS = Path(__file__).parents[2] / "docs"
REFERENCE = (DOCS / "configuration.md").read_text("utf-8")
FILE = Path("config.toml")


def section(title: str) -> str:
    return REFERENCE.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def rows(title: str) -> dict[str, list[str]]:
    """The settings of a section's table, each with its values and its default."""
    lines = [line for line in section(title).splitlines() if line.startswith("| `")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return {name.strip("`"): others for name, *others in cells}


def listed(cell: str) -> tuple[str, ...]:
    return tuple(re.findall(r'"([\w-]+)"', cell))


def test_every_setting_is_named_and_no_other() -> None:
    assert tuple(rows("Settings")) == SETTINGS
    assert tuple(rows("`[reading]`")) == KEYS


def test_the_values_are_those_there_are() -> None:
    settings, reading = rows("Settings"), rows("`[reading]`")
    assert listed(settings["theme"][0]) == tuple(THEMES)
    assert listed(settings["boxes"][0]) == BOXES
    assert listed(settings["cursor"][0]) == CURSORS
    assert listed(section("`keyboard`")) == tuple(LAYOUTS)
    assert reading["measure"][0] == f"{NARROWEST} to {WIDEST}"
    assert listed(reading["spacing"][0]) == SPACINGS
    assert listed(reading["focus"][0]) == FOCUSES


def test_the_defaults_are_those_there_are() -> None:
    written = [f"{name} = {cells[1].strip('`')}" for name, cells in rows("`[reading]`").items()]
    assert parse_config("[reading]\n" + "\n".join(written), FILE).typography == DEFAULT
    settings = rows("Settings")
    assert listed(settings["cursor"][1]) == (Config().cursor,)


@pytest.mark.parametrize("name", ["theme", "boxes", "cursor"])
def test_every_value_named_is_taken(name: str) -> None:
    for value in listed(rows("Settings")[name][0]):
        config = parse_config(f'{name} = "{value}"', FILE)
        assert (getattr(config, name), config.warnings) == (value, ())


def test_every_key_has_its_name_in_it() -> None:
    names = set(re.findall(r"`([a-z_]+)`", section("`[keys]`")))
    assert {name for name in NAMED if not re.fullmatch(r"f\d+", name)} <= names


def test_the_examples_are_taken() -> None:
    for example in re.findall(r"```toml\n(.*?)```", REFERENCE, re.DOTALL):
        assert parse_config(example, FILE) != Config()


def test_the_actions_are_those_there_are() -> None:
    """``docs/make_key_table.py`` writes them anew."""
    made: dict[str, Any] = runpy.run_path(str(DOCS / "make_key_table.py"))
    assert made["with_table"](REFERENCE) == REFERENCE
