"""Everything said by attributes, for terminals and readers without colour."""

from __future__ import annotations

from tui.themes.theme import Face, HueColours, Theme

_GREYS = ("#3a3a3a", "#ffffff", "#c0c0c0")

MONO = Theme(
    name="mono",
    dark=True,
    text="#e6e6e6",
    background="#000000",
    muted="#a0a0a0",
    separator="#6a6a6a",
    cursor_bar="#ffffff",
    sentence="#000000",
    panel="#000000",
    accent="#ffffff",
    warning="#ffffff",
    error="#ffffff",
    success="#ffffff",
    selection=Face(reverse=True),
    match=Face(bold=True, underline=True, reverse=True),
    current_match=Face(bold=True, reverse=True),
    faded=Face(dim=True),
    linked=Face(italic=True),
    hues={
        "blue": HueColours(*_GREYS, underline=True),
        "amber": HueColours(*_GREYS, bold=True),
        "violet": HueColours(*_GREYS, italic=True),
        "teal": HueColours(*_GREYS, bold=True, underline=True),
        "red": HueColours(*_GREYS, bold=True, italic=True),
        "grey": HueColours(*_GREYS, italic=True, underline=True),
    },
    syntax={
        "heading": Face(bold=True),
        "strong": Face(bold=True),
        "emphasis": Face(italic=True),
        "code": Face(),
        "link": Face(underline=True),
        "comment": Face(italic=True),
        "keyword": Face(bold=True),
        "string": Face(),
        "number": Face(),
        "name": Face(),
        "operator": Face(),
    },
    reverses_bars=True,
    chosen=Face(underline=True, reverse=True),
)
