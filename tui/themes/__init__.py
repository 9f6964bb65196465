"""The themes to read in, by name."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from tui.themes.dark import DARK, DARK_CONTRAST
from tui.themes.light import LIGHT, LIGHT_CONTRAST
from tui.themes.mono import MONO
from tui.themes.theme import Face, HueColours, Theme

__all__ = ["THEMES", "Face", "HueColours", "Theme"]

THEMES: Mapping[str, Theme] = MappingProxyType(
    {theme.name: theme for theme in (DARK, LIGHT, DARK_CONTRAST, LIGHT_CONTRAST, MONO)}
)
