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
"""An action's id (or, where something is being typed, perhaps the key itself) and a word for it."""

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
        ("concordance.help", "keys"),
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
        ("results.select", "select"),
        ("results.tag", "tag"),
        ("results.concordance", "lines"),
        ("results.query", "query"),
        ("results.save", "save"),
        ("annotation.link", "link"),
        ("results.help", "how to ask"),
        ("help", "keys"),  # those of the results, before all others
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
        ("results.forms", "other forms"),
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


_NEEDED = (
    "help",
    "list.close",
    "escape",
    "results.help",
    "concordance.help",
    "echoes.help",
    "f1",
    "list.open",
)
"""What is told before all else where room is short: it leads to the rest, and out."""

_SPARE = ("results.concordance", "results.query", "results.save", "annotation.link")
"""What is told only where room is left."""

_WITHOUT_ENTRIES = (
    "list.leave",
    "list.close",
    "results.query",
    "results.forms",
    "concordance.other",
    "concordance.query",
    "concordance.help",
    "results.help",
    "library.filter",
    "annotations.filter",
    "undo",
    "f1",
    "escape",
)
"""What there is to do in a list that has no entries."""


def hints(
    painter: Painter,
    keys: KeyReader,
    context: str,
    room: int,
    entries: Entries | None = None,
    *,
    spare: bool = True,
) -> list[Piece]:
    """A few keys, each with what it does in ``context``: as many as ``room`` columns take.

    Of ``entries``, the list that they are about, depends which of them do anything. Without the
    ``spare`` ones they are those for which other things give way.
    """
    typing = _WHILE_TYPING.get(context)
    here = typing or _BY_CONTEXT.get(context, _BY_CONTEXT["list"])
    if entries is not None and context not in _ABOUT_WHAT_IS_TYPED:
        here = _true_of(here, entries)
    if not spare:
        here = [pair for pair in here if pair[0] not in _SPARE]
    known = [(one, word, _key(one, keys, typed=typing is not None)) for one, word in here]
    pieces: list[Piece] = []
    for key, word in _fitting([each for each in known if each[2]], room):
        pieces.append((f"  {key}", painter.chrome(active=True)))
        if word != key:  # of the key delete its name is enough
            pieces.append((f" {word}", painter.chrome(active=False)))
    return pieces


def _key(hint: str, keys: KeyReader, *, typed: bool) -> str:
    """The key of an action; what is told while something is ``typed`` may be a key itself."""
    return hint if typed and "." not in hint else keys.named(hint)


def _true_of(here: Sequence[Hint], entries: Entries) -> list[Hint]:
    """Those of the hints that hold of a list as it is now."""
    if not entries.count():
        return [(action, word) for action, word in here if action in _WITHOUT_ENTRIES]
    idle = getattr(entries, "idle", ())
    here = [pair for pair in here if pair[0] not in idle]
    does = entries.enter_does()
    if does is None:
        return here
    told = [(one, does if one in ("list.open", "enter") else word) for one, word in here]
    return [(action, word) for action, word in told if word]


def _fitting(known: Sequence[tuple[str, str, str]], room: int) -> list[tuple[str, str]]:
    """The keys, of actions, words and keys, that ``room`` columns take: the needed before others.

    They stay in their order.
    """
    fitting: list[tuple[str, str, str]] = []
    for one in sorted(known, key=lambda each: _need(each[0])):
        if (width := len(one[2]) + len(one[1]) + 3) <= room:
            room -= width
            fitting.append(one)
        elif one[0] in _NEEDED:
            break
    return [(key, word) for action, word, key in known if (action, word, key) in fitting]


def _need(action: str) -> int:
    return _NEEDED.index(action) if action in _NEEDED else len(_NEEDED)
