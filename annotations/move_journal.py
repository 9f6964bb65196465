"""What is on its way from one annotation file to another, told until it has arrived.

A move writes two files, the new one first, and a machine may die in between. As long as the
journal names an annotation that stands in both, it holds in the new file, and is not shown in the
old one. The next save of its author takes it out there.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from annotations.confinement import confined
from annotations.durable import read_regular, write_durably
from annotations.json_values import DAMAGED, as_json, from_json
from annotations.model import Annotation
from annotations.paths import file_name
from documents.discovery import ANNOTATIONS_FOLDER

_NAME = ".sidelight-moving"
_LARGEST = 64 * 1024 * 1024  # bytes
_FORMAT = 1


class Move(NamedTuple):
    """Annotations, as they stood under the old name of a document, that go to its new one."""

    old: str
    new: str
    annotations: tuple[Annotation, ...]


class MoveJournal:
    """The journals of the workspace at ``root``, one for each author. Usually there is none."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def is_there(self, author: str) -> bool:
        """Whether a move of this author's is under way, or was when a machine died.

        Raises OSError where that cannot be told.
        """
        try:
            self._file(author).lstat()
        except (FileNotFoundError, NotADirectoryError):
            return False
        return True

    def moves(self, author: str) -> list[Move]:
        """The moves under way; none where the journal is not as it was written. Raises OSError."""
        with suppress(FileNotFoundError, *DAMAGED):
            kept = json.loads(read_regular(self._file(author), _LARGEST))
            if kept["format"] == _FORMAT:
                return [_move(author, one) for one in kept["moves"]]
        return []

    def write(self, author: str, moves: list[Move]) -> None:
        """Tells of these moves, and of no others. Raises OSError."""
        values = [
            {
                "old": move.old,
                "new": move.new,
                "annotations": [[one.id, as_json(one)] for one in move.annotations],
            }
            for move in moves
        ]
        data = json.dumps({"format": _FORMAT, "moves": values}).encode("ascii")
        write_durably(confined(self._root, self._name(author)), data)

    def clear(self, author: str) -> None:
        """Everything has arrived. Raises OSError.

        Should a power cut bring the journal back, it finds nothing left to do.
        """
        self._file(author).unlink(missing_ok=True)

    def _file(self, author: str) -> Path:
        return self._root / self._name(author)

    def _name(self, author: str) -> str:
        return f"{ANNOTATIONS_FOLDER}/{author}/{_NAME}"


def _move(author: str, kept: Any) -> Move:
    """Raises one of DAMAGED, also where a path is none that annotations could be kept for."""
    found = [from_json(str(identifier), values) for identifier, values in kept["annotations"]]
    move = Move(kept["old"], kept["new"], tuple(one for one in found if one is not None))
    for path in (move.old, move.new):
        file_name(author, path)
    return move
