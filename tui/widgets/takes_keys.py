"""Widgets whose keys are commands."""

from __future__ import annotations

from tui.actions import Context


class TakesKeys:
    """A widget that leaves its keys to the screen: ``context`` says which keymap they are for."""

    context: Context = "list"
