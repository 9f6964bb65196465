"""What the README says of keys, keyboards and settings is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tui.actions import ACTIONS
from tui.config import parse_config
from tui.keyboards.known import LAYOUTS

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
KEYS = README.partition("\n## Keys\n")[2].partition("\n## ")[0]
ROWS = [line for line in KEYS.splitlines() if line.startswith("| `")]
BOUND = {key for action in ACTIONS for key in action.keys}
SECOND = {key.split(" ", 1)[1] for key in BOUND if " " in key}
FIRST = {key.split(" ", 1)[0] for key in BOUND if " " in key}


@pytest.mark.parametrize("row", ROWS)
def test_every_key_in_the_table_is_a_key(row: str) -> None:
    cells = [cell.replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", row.strip("| "))]
    keys, _, *others = cells
    for key in re.findall(r"`([^`]+)`", keys + " ".join(others)):
        assert key in BOUND | FIRST | SECOND, key


def test_every_keyboard_is_named() -> None:
    section = KEYS.partition("### Other keyboards")[2].partition("###")[0]
    assert all(f"`{name}`" in section for name in LAYOUTS)


def test_the_example_of_a_configuration_is_one() -> None:
    example = README.partition("### `config.toml`")[2].partition("```toml\n")[2].partition("```")[0]
    config = parse_config(example, Path("config.toml"))
    assert config.keyboard in LAYOUTS
    assert config.keys["export"] == ()
    assert config.warnings == ()
