"""Which annotations a key is about, and what is said where they are another's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from annotations.model import PlacedAnnotation
from tui.pane.chosen import chosen_at
from tui.relation_words import quoted
from tui.visible import visible

if TYPE_CHECKING:
    from tui.reading.offering import Option
    from tui.reading.screen import ReadingScreen


@runtime_checkable
class HoldsAnnotation(Protocol):
    """A panel whose selected entry is an annotation."""

    def selected(self) -> PlacedAnnotation | None:
        """The annotation that is selected."""


@runtime_checkable
class HoldsHits(Protocol):
    """A list of hits, each in annotations or in a sentence that may have some."""

    def annotations(self) -> list[PlacedAnnotation]:
        """Those of the hit that is selected."""


def meant(reading: ReadingScreen) -> list[PlacedAnnotation]:
    """The annotation selected in the panel that has the keys, else those that stand here.

    In a list of hits it is those of the hit; a panel that lists nothing leaves it to the text.
    Where one was chosen of several, or exactly its words are selected, it is that alone. Where
    none stands here it is those of the document as a whole.
    """
    panel, view = reading.focused, reading.pane.view
    if isinstance(panel, HoldsAnnotation) and (one := panel.selected()) is not None:
        return [one] if isinstance(one, PlacedAnnotation) else []
    if isinstance(panel, HoldsHits):
        return panel.annotations()
    here, current, whole, _ = reading.editing.standing()
    if view is None or not here:
        return list(whole)
    if current is not None and chosen_at(view) is not None:
        return [current]
    selected = view.selection.span if view.selection is not None else None
    exactly = [one for one in here if (one.start, one.end) == selected]
    return exactly or list(here)


def meant_of_others(reading: ReadingScreen) -> list[PlacedAnnotation]:
    """Those of them that other authors made."""
    return [one for one in meant(reading) if not reading.session.own(one)]


def options(reading: ReadingScreen, several: list[PlacedAnnotation]) -> list[Option]:
    """Annotations to choose from: tags, author and words of each."""
    from tui.reading.offering import numbered

    return numbered([(_named(reading, one), one) for one in several])


def _named(reading: ReadingScreen, placed: PlacedAnnotation) -> str:
    who = [] if reading.session.own(placed) else [f"({placed.author})"]
    return " ".join([*placed.annotation.tags, *who, quoted(placed)])


def not_yours(reading: ReadingScreen, placed: PlacedAnnotation) -> str:
    """That an annotation is another's, and how to reply to it."""
    return f"This annotation is {visible(placed.author)}’s; {_how_to_reply(reading)}"


def beside_others(reading: ReadingScreen) -> str:
    """Whose annotations stay as they are where the reader adds one; empty where there is none."""
    others = dict.fromkeys(one.author for one in meant_of_others(reading))
    if not others:
        return ""
    return f"{visible(', '.join(others))}’s stays; {_how_to_reply(reading)}"


def _how_to_reply(reading: ReadingScreen) -> str:
    key = visible(reading.keys.named("annotation.reply"))
    return f"{key} replies to it" if key else "“Reply” in the palette answers it"
