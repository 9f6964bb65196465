"""What is said of keys that mean nothing."""

from __future__ import annotations

from tui.keys import KeyReader
from tui.visible import visible


def no_meaning(keys: KeyReader) -> str:
    """That the keys typed last do nothing, and where to look for those that do."""
    if advice := keys.advice:
        return visible(advice)
    where = keys.named("help")
    mend = f"; {visible(where)} lists the keys" if where else ""
    return f"{visible(keys.unknown)} does nothing here{mend}"
