"""One step of a walk, and the journal that steps are written to and read from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple, TextIO

Kind = Literal["type", "resize", "write", "remove", "rename", "heal", "kill", "check"]


class Step(NamedTuple):
    """What is done to the program or to its files.

    ``type`` sends ``text`` to the terminal; ``resize`` gives it ``columns`` and ``rows``; the next
    three change the file at ``path`` in the workspace, where ``text`` is its new content, byte by
    byte as Latin-1, or its new name; ``heal`` puts back every file that the walk began with;
    ``kill`` ends the program without a warning; ``check`` looks at the annotations.
    """

    kind: Kind
    text: str = ""
    path: str = ""
    columns: int = 0
    rows: int = 0


def write(step: Step, journal: TextIO) -> None:
    """Adds a step to a journal: one JSON object a line."""
    line = {key: value for key, value in step._asdict().items() if value}
    journal.write(json.dumps(line) + "\n")
    journal.flush()


def read(journal: Path) -> Iterator[Step]:
    """The steps in a journal. Raises OSError, and ValueError for what is no journal."""
    with journal.open(encoding="ascii") as lines:
        for line in lines:
            yield Step(**json.loads(line))
