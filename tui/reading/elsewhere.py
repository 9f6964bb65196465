"""What is said of changes that were saved in another folder than the workspace."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.numbers import counted
from tui.reading.confirming import THEN_ENTER
from tui.reading.question import Hear, Question

if TYPE_CHECKING:
    from tui.saving import SaveState


def brings_home(files: Sequence[Path], root: Path, author: str) -> Iterator[str]:
    """A line for each file: where it is, and the command that brings it into the workspace."""
    for file in files:
        words = ["sidelight", "import", str(file.absolute()), str(root), "--author", author]
        command = shlex.join(words)
        yield f"they are in {file}; once this folder can be written: {command}"


def not_saved(left: SaveState) -> str:
    """What is printed at the end where changes are not on disk: how many, and why."""
    changes = f"{counted(left.unsaved, 'change')} {'is' if left.unsaved == 1 else 'are'} not saved"
    return f"{changes}: {left.failure or 'Sidelight was left while they were being saved'}"


def while_saving(answer: Hear, cancel: Callable[[], None]) -> Question:
    """What is asked of somebody who will not wait until all is saved."""
    return Question(
        "Not all is saved yet! Quit and lose the rest? (yes/no)",
        answer,
        hint=THEN_ENTER,
        on_cancel=cancel,
        answers="yes loses what is not written by then · no stays and goes on saving",
    )


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
