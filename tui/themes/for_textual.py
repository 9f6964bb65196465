"""Our colours for Textual's own widgets: inputs, lists, the palette."""

from __future__ import annotations

from functools import cache

import textual.theme

from tui.themes.theme import Face, Theme


@cache
def textual_theme(theme: Theme) -> textual.theme.Theme:
    """The same colours for Textual's own widgets, under the same name."""
    cursor = theme.selection if theme.selection.background else Face(theme.background, theme.text)
    return textual.theme.Theme(
        name=theme.name,
        dark=theme.dark,
        primary=theme.accent,
        secondary=theme.muted,
        accent=theme.cursor_bar,
        warning=theme.warning,
        error=theme.error,
        success=theme.success,
        foreground=theme.text,
        background=theme.background,
        surface=theme.background,
        panel=theme.panel,
        boost=theme.sentence,
        text_alpha=1.0,
        variables={
            "text-muted": theme.muted,
            "foreground-muted": theme.muted,
            "border": theme.separator,
            "border-blurred": theme.separator,
            "block-cursor-background": cursor.background or theme.text,
            "block-cursor-foreground": cursor.foreground or theme.background,
            "block-cursor-text-style": "none",
            "input-selection-background": cursor.background or theme.text,
            "input-selection-foreground": cursor.foreground or theme.background,
            "footer-key-foreground": theme.cursor_bar,
            "scrollbar": theme.separator,
            "scrollbar-background": theme.background,
        },
    )
