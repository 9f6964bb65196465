"""``[reading]`` in ``config.toml``: how the text is set until the reader changes it."""

from __future__ import annotations

from tui.configuring.tables import Table
from tui.typography import DEFAULT, KEYS, Typography, mistakes


def read_typography(table: Table) -> Typography:
    """The typography that the table describes; puts every mistake in it down."""
    table.only(KEYS)
    for key, reason in mistakes(table.values):
        if key in KEYS:
            table.refuse(key, reason)
    return DEFAULT.changed_by(table.values)
