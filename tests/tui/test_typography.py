"""What the text is set by: values from the configuration and from keys, each checked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.config import Config, parse_config
from tui.typography import DEFAULT, FOCUSES, NARROWEST, SPACINGS, WIDEST, Typography, mistakes

typographies = st.builds(
    Typography,
    st.integers(NARROWEST, WIDEST),
    st.sampled_from(SPACINGS),
    st.booleans(),
    st.sampled_from(FOCUSES),
    st.booleans(),
)

WRONG: dict[str, Any] = {
    "measure": 39,
    "spacing": "triple",
    "justified": "yes",
    "focus": ["sentence"],
    "margin-notes": 1,
    "mesure": 60,
}


def test_nothing_said_means_the_defaults() -> None:
    assert DEFAULT.changed_by({}) == DEFAULT
    assert Config().typography == DEFAULT


@given(typographies, typographies)
def test_what_differs_brings_one_to_the_other(one: Typography, other: Typography) -> None:
    settings = one.differences(other)
    assert list(mistakes(settings)) == []
    assert one.changed_by(settings) == other


@pytest.mark.parametrize(("name", "value"), WRONG.items())
def test_a_value_that_cannot_be_is_named_and_left_out(name: str, value: object) -> None:
    ((wrong, reason),) = mistakes({name: value, "justified": True} | {name: value})
    assert wrong == name
    assert name in reason
    assert DEFAULT.changed_by({name: value}) == DEFAULT


@given(st.dictionaries(st.sampled_from([*WRONG]), st.none() | st.booleans() | st.integers()))
def test_whatever_was_kept_gives_a_typography_that_can_be(settings: dict[str, Any]) -> None:
    changed = DEFAULT.changed_by(settings)
    assert list(mistakes(DEFAULT.differences(changed))) == []


def test_the_configuration_has_a_table_for_it() -> None:
    text = '[reading]\nmeasure = 60\nspacing = "double"\nmargin-notes = false\n'
    wanted = Typography(measure=60, spacing="double", margin_notes=False)
    assert parse_config(text, Path("config.toml")).typography == wanted


def test_a_mistake_in_the_table_is_pointed_at() -> None:
    text = "[reading]\njustified = true\nmeasure = 400\n"
    config = parse_config(text, Path("config.toml"))
    assert config.typography == Typography(justified=True)
    (warning,) = config.warnings
    assert warning.startswith("config.toml:3:11: measure must be")
