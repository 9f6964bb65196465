"""The container of the one open panel."""

from __future__ import annotations

from textual.containers import Vertical


class Side(Vertical):
    """What holds a panel at its place."""

    DEFAULT_CSS = """
    Side.-left { dock: left; width: 32; height: 1fr; border-right: solid $border; }
    Side.-right { dock: right; width: 32%; min-width: 48; height: 1fr; border-left: solid $border; }
    Side.-below { dock: bottom; width: 1fr; height: 42vh; min-height: 7; }
    """
