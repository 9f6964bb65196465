"""Whose annotations a command writes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.output import Refused

if TYPE_CHECKING:
    from tui.config import Config


def author_named(name: str | None, config: Callable[[], Config]) -> str:
    """Whose annotations are to be written: the author of that name, else the one configured."""
    from annotations.authors import author_name, default_author

    if name is None:
        return default_author(config().author)
    if not name.strip():
        raise Refused("--author is empty; give a name such as mk")
    return author_name(name)
