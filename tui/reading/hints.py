"""The keys worth knowing in the moment, for the status line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tui.keys import KeyReader
from tui.pane.painter import Painter
from tui.widgets.pieces import Piece

if TYPE_CHECKING:
    from tui.reading.entries import Entries

Hint = tuple[str, str]
"""An action's id (or, where something is being typed, the key itself) and a word for it."""

_BY_CONTEXT: Mapping[str, Sequence[Hint]] = {
    "reading": (
        ("tag", "tag"),
        ("note.edit", "note"),
        ("search.open", "search"),
        ("review.open", "review"),
        ("help", "help"),
    ),
    "selecting": (
        ("select.word-on", "more"),
        ("select.word-back", "less"),
        ("select.swap", "other end"),
        ("tag", "tag"),
        ("select.cancel", "leave"),
    ),
    "resizing": (
        ("select.take", "take"),
        ("select.word-on", "more"),
        ("select.word-back", "less"),
        ("select.swap", "other end"),
        ("select.cancel", "leave"),
    ),
    "list": (("list.open", "open"), ("list.leave", "text"), ("list.close", "close")),
    "library": (
        ("library.beside", "beside"),  # the one that nobody would guess
        ("list.open", "open here"),
        ("library.filter", "narrow"),
        ("list.close", "close"),
    ),
    "review": (
        ("list.open", "go there"),
        ("review.note", "note"),
        ("undo", "undo"),
        ("list.close", "close"),
    ),
    "changed": (
        ("changed.keep", "keep"),
        ("status.set", "decide"),
        ("changed.move", "move"),
        ("changed.leave", "later"),
        ("changed.delete", "delete"),
        ("list.close", "close"),
    ),
    "moving": (
        ("changed.take", "put it here"),
        ("select.start", "words"),
        ("changed.stay", "back"),
    ),
    "placing": (
        ("select.take", "put it here"),
        ("select.word-on", "more"),
        ("select.word-back", "less"),
        ("select.swap", "other end"),
        ("select.cancel", "leave"),
    ),
    "annotations": (
        ("annotations.filter", "filter"),
        ("annotations.order", "order"),
        ("annotations.tag-shown", "tag all"),
        ("annotations.delete-shown", "delete all"),
        ("list.close", "close"),
    ),
    "conflicts": (
        ("conflicts.choose", "choose"),
        ("list.open", "go there"),
        ("undo", "undo"),
        ("list.close", "close"),
    ),
    "agreement": (
        ("list.open", "open"),
        ("agreement.other", "figures, all"),
        ("list.leave", "text"),
        ("list.close", "close"),
    ),
    "concordance": (
        ("list.open", "open"),
        ("concordance.right", "by right"),
        ("concordance.left", "left"),
        ("concordance.document", "text order"),
        ("concordance.other", "figures"),
        ("list.close", "close"),
    ),
    "echoes": (
        ("list.open", "open beside"),
        ("echoes.other", "elsewhere"),
        ("echoes.supports", "supports"),
        ("echoes.contradicts", "contradicts"),
        ("echoes.repeats", "repeats"),
        ("echoes.help", "signs"),
        ("list.close", "close"),
    ),
    "results": (
        ("list.open", "open"),
        ("results.query", "query"),
        ("results.tag", "tag"),
        ("results.save", "save"),
        ("annotation.link", "link"),
        ("results.help", "how to ask"),
        ("list.close", "close"),
    ),
    "searches": (
        ("list.open", "search"),
        ("results.query", "type"),
        ("searches.remove", "remove"),
        ("list.close", "close"),
    ),
}
_WHILE_TYPING: Mapping[str, Sequence[Hint]] = {
    "search": (
        ("enter", "open"),
        ("down", "next"),
        ("tab", "to the list"),
        ("f1", "how to ask"),
        ("escape", "close"),
    ),
    "commands": (("enter", "do it"), ("down", "next"), ("escape", "close")),
    "filter": (("enter", "to the list"),),
    "names": (("enter", "open"), ("tab", "to the list"), ("escape", "all of them")),
    "tags": (("enter", "tag"), ("tab", "tag and go on"), ("escape", "close")),
    "old name": (("enter", "rename this one"), ("down", "next"), ("escape", "close")),
    "new name": (("enter", "call it so"), ("tab", "complete"), ("escape", "close")),
    "note": (("enter", "keep"), ("ctrl+j", "new line"), ("escape", "leave it")),
    "waiting": (("escape", "leave"),),
}
_ABOUT_WHAT_IS_TYPED = ("filter", "note", "waiting")
"""Where the keys do the same whatever a list holds."""


_WITHOUT_ENTRIES = (
    "list.leave",
    "list.close",
    "results.query",
    "concordance.other",
    "concordance.query",
    "results.help",
    "library.filter",
    "annotations.filter",
    "undo",
    "escape",
)
"""What there is to do in a list that has no entries."""


def hints(
    painter: Painter, keys: KeyReader, context: str, room: int, entries: Entries | None = None
) -> list[Piece]:
    """A few keys, each with what it does in ``context``: as many as ``room`` columns take.

    Of ``entries``, the list that they are about, depends which of them do anything.
    """
    typing = _WHILE_TYPING.get(context)
    here = typing or _BY_CONTEXT.get(context, _BY_CONTEXT["list"])
    if entries is not None and context not in _ABOUT_WHAT_IS_TYPED:
        here = _true_of(here, entries)
    known = [(action if typing else keys.named(action), word) for action, word in here]
    pairs = [(key, word) for key, word in known if key]
    pieces: list[Piece] = []
    for key, word in _fitting(pairs, room):
        pieces.append((f"  {key}", painter.chrome(active=True)))
        if word != key:  # of the key delete its name is enough
            pieces.append((f" {word}", painter.chrome(active=False)))
    return pieces


def _true_of(here: Sequence[Hint], entries: Entries) -> list[Hint]:
    """Those of the hints that hold of a list as it is now."""
    if not entries.count():
        return [(action, word) for action, word in here if action in _WITHOUT_ENTRIES]
    idle = getattr(entries, "idle", ())
    here = [pair for pair in here if pair[0] not in idle]
    does = entries.enter_does()
    if does is None:
        return here
    told = [(action, does if action == "list.open" else word) for action, word in here]
    return [(action, word) for action, word in told if word]


def _fitting(pairs: Sequence[Hint], room: int) -> list[Hint]:
    """The pairs that ``room`` columns take: the help before all others, since it tells of them."""
    by_need = sorted(pairs, key=lambda pair: pair[1] != "help")
    fitting: list[Hint] = []
    for pair in by_need:
        room -= len(pair[0]) + len(pair[1]) + 3
        if room < 0:
            break
        fitting.append(pair)
    return [pair for pair in pairs if pair in fitting]
