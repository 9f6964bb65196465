"""The steps to undo, kept from one time to the next: in the reader's own state folder.

The file is one author's in one workspace. It is never trusted: what is not understood counts as
no history, and a step is carried out only where it fits what stands there (see ``History``).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from annotations.durable import read_regular, replace_privately
from annotations.history import MOST_STEPS, History, Step
from annotations.json_values import DAMAGED, as_json, from_json
from annotations.model import Change
from annotations.paths import file_name
from documents.hashing import sha256_of
from documents.places import state_folder, workspace_folder

LARGEST = 16 * 1024 * 1024
"""In bytes, some 40,000 changes; where the steps take more, the oldest are left out."""

_STEPS_KEPT = 200
_FORMAT = 1


def load_history(root: Path, author: str) -> History:
    """The steps of ``author`` in the workspace at ``root``; none where nothing can be read."""
    with suppress(OSError, *DAMAGED):
        if not state_folder().is_dir():
            return History()
        data = read_regular(_file(root, author), LARGEST)
        kept = json.loads(data.decode("utf-8", "surrogatepass")) if len(data) <= LARGEST else {}
        if kept["format"] == _FORMAT:
            return History(_steps(author, kept["done"]), _steps(author, kept["undone"]))
    return History()


def save_history(root: Path, author: str, history: History, *, meanwhile: bool = False) -> bool:
    """Keeps the steps, if it can; that it cannot is no reason to trouble the reader.

    ``meanwhile`` is while what they did is not all on disk. May be called in another thread than
    the one that takes steps.
    """
    done, undone = history.steps_meanwhile if meanwhile else history.steps
    with suppress(OSError, *DAMAGED):
        data = _fitting(done[-_STEPS_KEPT:], undone[-_STEPS_KEPT:])
        replace_privately(_file(root, author), data)
        return True
    return False


def _file(root: Path, author: str) -> Path:
    name = sha256_of(author.encode("utf-8", "surrogateescape"))[:16]
    return workspace_folder(state_folder(), root) / f"undo-{name}.json"


def _fitting(done: Iterable[Step], undone: Iterable[Step]) -> bytes:
    """The newest steps in JSON, as many as there is room for."""
    room = LARGEST - 100
    parts = {"done": [*done], "undone": [*undone]}
    written: dict[str, list[str]] = {"undone": [], "done": []}
    for key, lines in written.items():
        for step in reversed(parts[key]):
            line = json.dumps(_step_values(step), ensure_ascii=False)
            room -= len(line.encode("utf-8", "surrogatepass")) + 2
            if room < 0:
                break
            lines.insert(0, line)
    done_text, undone_text = (",\n".join(written[key]) for key in ("done", "undone"))
    text = f'{{"format": {_FORMAT},\n"done": [{done_text}],\n"undone": [{undone_text}]}}'
    return text.encode("utf-8", "surrogatepass")


def _step_values(step: Step) -> dict[str, Any]:
    changes = [
        [path, change.annotation_id, as_json(change.before), as_json(change.after)]
        for path, change in step.changes
    ]
    return {"what": step.description, "changes": changes}


def _steps(author: str, kept: Any) -> list[Step]:
    return [_step(author, one) for one in kept[-MOST_STEPS:]]


def _step(author: str, kept: Any) -> Step:
    """Raises one of DAMAGED, also where a path is none that annotations could be kept for."""
    changes = tuple(
        (str(path), Change(from_json(str(i), before), from_json(str(i), after)))
        for path, i, before, after in kept["changes"]
    )
    if any(change.before is None and change.after is None for _, change in changes):
        raise ValueError("a change without an annotation")
    for path, _ in changes:
        file_name(author, path)
    return Step(str(kept["what"]), changes)
