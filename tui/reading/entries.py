"""The list that enter and the arrows are about: the one with the keys, or that is typed for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from textual.widget import Widget


@runtime_checkable
class Entries(Protocol):
    """A list of which one entry is selected."""

    def count(self) -> int:
        """How many entries there are."""

    def enter_does(self) -> str | None:
        """What enter does with the selected one, in a word; None where it is the usual."""


def entries_at(focused: Widget | None) -> Entries | None:
    """The list that has the keys, or stands below the line that has them; None in the text."""
    if focused is None or isinstance(focused, Entries):
        return focused
    below = (getattr(one, "list", None) for one in focused.ancestors)
    return next((one for one in below if isinstance(one, Entries)), None)
