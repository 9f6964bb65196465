"""What is said of changes that were saved in another folder than the workspace."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path

from tui.reading.confirming import THEN_ENTER
from tui.reading.question import Hear, Question


def brings_home(files: Sequence[Path], root: Path, author: str) -> Iterator[str]:
    """A line for each file: where it is, and the command that brings it into the workspace."""
    for file in files:
        words = ["sidelight", "import", str(file.absolute()), str(root), "--author", author]
        command = shlex.join(words)
        yield f"they are in {file}; once this folder can be written: {command}"


def on_leaving(unsaved: int, files: Sequence[Path], answer: Hear) -> Question:
    """What is asked of somebody who leaves while changes are ``unsaved`` but for these files."""
    if not files:
        return Question(
            f"{unsaved} unsaved! Quit and lose them? (yes/no)",
            answer,
            hint=THEN_ENTER,
            answers="yes loses them · no stays and tries again · a folder’s name saves them there",
        )
    where = f"{files[0]}" + (f" and {len(files) - 1} more" if len(files) > 1 else "")
    told = f"they are in {where}; quitting says how they come home"
    words = f"{unsaved} saved elsewhere only. Quit? (yes/no)"
    return Question(words, answer, hint=THEN_ENTER, answers=told)
