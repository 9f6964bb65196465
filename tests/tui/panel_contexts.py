"""Where keys go while a panel has them."""

from __future__ import annotations

from tui.actions import Context

IN_PANELS: tuple[Context, ...] = (
    "list",
    "results",
    "searches",
    "review",
    "changed",
    "agreement",
    "concordance",
    "echoes",
    "conflicts",
    "library",
    "outline",
    "annotations",
)
