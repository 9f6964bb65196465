"""The container of the one open panel."""

from __future__ import annotations

from textual.containers import Vertical


class Side(Vertical):
    """What holds a panel at its place."""

    DEFAULT_CSS = """
    Side.-left { width: 32; height: 1fr; border-right: solid $border; }
    Side.-right { width: 32%; min-width: 48; height: 1fr; border-left: solid $border; }
    Side.-below { width: 1fr; height: 42%; min-height: 7; }
    """
