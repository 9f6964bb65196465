"""Where the reader was, kept from one time to the next: personal, and never needed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from documents.places import state_folder, workspace_folder
from documents.workspace import Workspace
from tui.jumps import MOST, Place
from tui.reading.quotes import quotes_from_json

_FILE = "positions.json"
_SIZE_LIMIT = 16_000_000  # bytes
_DOCUMENTS_KEPT = 2000
FINDS_KEPT = 50
_DAMAGED = (ValueError, TypeError, KeyError, AttributeError, RecursionError, OverflowError)
"""What comes of JSON that is none, or of values that are no places."""


@dataclass(slots=True)
class Position:
    """A place in a document: offsets of the cursor and of the top of the window."""

    cursor: int = 0
    top: int = 0


class OpenPane(NamedTuple):
    """A pane as it was left: its document, the place in it, and its share of the width.

    The same document may stand in two panes at two places. No share is nought.
    """

    path: str
    cursor: int = 0
    top: int = 0
    share: float = 0.0


@dataclass(slots=True)
class Positions:
    """The panes that were open, left to right, and the place in every document that ever was.

    ``behind`` and ``ahead`` are the places to jump back to and forward again, ``quotes`` the words
    at places (see ``Quotes``), ``finds`` what was looked for, ``searches`` the queries put to all
    documents, ``announced`` of each document that changed the text (its SHA-256) whose changes were
    told, ``renamed`` where documents were told to be now that were renamed, by their old paths,
    ``hidden`` the authors whose marks are not shown. ``theme``, ``reading`` and ``linking`` are
    what the reader chose with keys; ``reading`` is named as in the configuration's table of that
    name, ``linking`` as in ``Links``.
    """

    panes: list[OpenPane] = field(default_factory=list)
    active: int = 0
    places: dict[str, Position] = field(default_factory=dict)
    bookmarks: dict[str, Place] = field(default_factory=dict)
    theme: str = ""
    reading: dict[str, Any] = field(default_factory=dict)
    boxes: str = ""
    linking: str = "off"
    behind: list[Place] = field(default_factory=list)
    ahead: list[Place] = field(default_factory=list)
    quotes: dict[str, dict[int, str]] = field(default_factory=dict)
    finds: list[str] = field(default_factory=list)
    searches: list[str] = field(default_factory=list)
    announced: dict[str, str] = field(default_factory=dict)
    hidden: list[str] = field(default_factory=list)
    renamed: dict[str, str] = field(default_factory=dict)

    def remembered(self) -> Iterator[Place]:
        """Every place that is remembered."""
        for path, position in self.places.items():
            yield Place(path, position.cursor)
        for pane in self.panes:
            yield Place(pane.path, pane.cursor)
        yield from self.bookmarks.values()
        yield from self.behind
        yield from self.ahead

    def remember(self, path: str, position: Position) -> None:
        """Keeps the place in a document, as the one used last."""
        self.places.pop(path, None)
        self.places[path] = position
        while len(self.places) > _DOCUMENTS_KEPT:
            del self.places[next(iter(self.places))]


def load_positions(workspace: Workspace) -> Positions:
    """What was kept for a workspace; nothing where it cannot be read."""
    try:
        if not state_folder().is_dir():  # nothing was read on this machine yet
            return Positions()
        file = _file(workspace)
        if file.stat().st_size > _SIZE_LIMIT:
            return Positions()
        import json

        return _from_json(json.loads(file.read_text("utf-8", "surrogatepass")))
    except (OSError, *_DAMAGED):
        return Positions()


def save_positions(workspace: Workspace, positions: Positions) -> None:
    """Keeps the places; a folder that cannot be written is no reason to trouble the reader."""
    import os
    import tempfile

    try:
        file = _file(workspace)
        handle, name = tempfile.mkstemp(dir=file.parent, prefix=".positions-")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(_fitting(asdict(positions)))
            Path(name).replace(file)
        finally:
            Path(name).unlink(missing_ok=True)
    except OSError:
        return


def _fitting(kept: dict[str, Any]) -> bytes:
    """What is kept, in JSON; where that were too large to be read again, without the oldest."""
    import json

    while True:
        data = json.dumps(kept, ensure_ascii=False).encode("utf-8", "surrogatepass")
        places = kept["places"]
        if len(data) <= _SIZE_LIMIT or not places:
            return data
        for path in list(places)[: len(places) // 2 + 1]:
            del places[path]
            kept["quotes"].pop(path, None)


def _file(workspace: Workspace) -> Path:
    return workspace_folder(state_folder(), workspace.root) / _FILE


def _from_json(kept: Any) -> Positions:
    places = {
        str(path): Position(_offset(place["cursor"]), _offset(place["top"]))
        for path, place in kept["places"].items()
    }
    bookmarks = {
        str(letter): Place(str(path), _offset(offset))
        for letter, (path, offset) in kept["bookmarks"].items()
    }
    panes = [pane for one in kept["panes"] if (pane := _open_pane(one, places)) is not None]
    theme, boxes = (str(kept.get(name, "")) for name in ("theme", "boxes"))
    reading = dict(kept.get("reading", {}))
    found = Positions(panes, _offset(kept["active"]), places, bookmarks, theme, reading, boxes)
    found.linking = str(kept.get("linking", "off"))
    _take_trail(found, kept)
    return found


def _take_trail(found: Positions, kept: dict[str, Any]) -> None:
    """Takes the way that was gone, each part of it as far as it can be read."""
    with suppress(*_DAMAGED):
        found.behind = [Place(str(path), _offset(at)) for path, at in kept["behind"][-MOST:]]
    with suppress(*_DAMAGED):
        found.ahead = [Place(str(path), _offset(at)) for path, at in kept["ahead"][-MOST:]]
    with suppress(*_DAMAGED):
        found.quotes = quotes_from_json(kept["quotes"])
    with suppress(*_DAMAGED):
        found.finds = [str(words) for words in kept["finds"][-FINDS_KEPT:]]
    with suppress(*_DAMAGED):
        found.searches = [str(query) for query in kept["searches"][-FINDS_KEPT:]]
    with suppress(*_DAMAGED):
        found.announced = {str(path): str(text) for path, text in kept["announced"].items()}
    with suppress(*_DAMAGED):
        found.renamed = {str(old): str(new) for old, new in kept["renamed"].items()}
    with suppress(*_DAMAGED):
        found.hidden = [str(author) for author in kept["hidden"]]


def _open_pane(kept: Any, places: dict[str, Position]) -> OpenPane | None:
    """A pane, as far as it can be understood; a path alone is its document."""
    path = kept[0] if isinstance(kept, list) and kept else kept
    if not isinstance(path, str):
        return None
    place = places.get(path) or Position()
    pane = OpenPane(path, place.cursor, place.top)
    try:
        _, cursor, top, share = kept
        return OpenPane(path, _offset(cursor), _offset(top), _share(share))
    except _DAMAGED:
        return pane


def _share(value: Any) -> float:
    share = float(value)
    return share if 0 < share <= 1 else 0.0


def _offset(value: Any) -> int:
    return max(0, int(value))
