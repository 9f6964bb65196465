"""The steps to undo, kept from one time to the next: in the reader's own state folder.

The file is one author's in one workspace. It is never trusted: what is not understood counts as
no history, and a step is carried out only where it fits what stands there (see ``History``).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from annotations.durable import read_regular, replace_privately
from annotations.history import MOST_STEPS, History, Step
from annotations.model import Annotation, Change
from annotations.paths import file_name
from annotations.toml_values import NotAnAnnotation, annotation_from, values_of
from documents.hashing import sha256_of
from documents.places import state_folder, workspace_folder

LARGEST = 4 * 1024 * 1024
"""In bytes; where the steps take more, the oldest are left out."""

_STEPS_KEPT = 200
_FORMAT = 1
_DAMAGED = (ValueError, TypeError, KeyError, AttributeError, RecursionError, NotAnAnnotation)


def load_history(root: Path, author: str) -> History:
    """The steps of ``author`` in the workspace at ``root``; none where nothing can be read."""
    with suppress(OSError, *_DAMAGED):
        if not state_folder().is_dir():
            return History()
        data = read_regular(_file(root, author), LARGEST)
        kept = json.loads(data.decode("utf-8", "surrogatepass")) if len(data) <= LARGEST else {}
        if kept["format"] == _FORMAT:
            return History(_steps(author, kept["done"]), _steps(author, kept["undone"]))
    return History()


def save_history(root: Path, author: str, history: History) -> bool:
    """Keeps the steps, if it can; that it cannot is no reason to trouble the reader.

    May be called in another thread than the one that takes steps.
    """
    done, undone = history.steps
    with suppress(OSError, *_DAMAGED):
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
        [path, change.annotation_id, _values(change.before), _values(change.after)]
        for path, change in step.changes
    ]
    return {"what": step.description, "changes": changes}


def _steps(author: str, kept: Any) -> list[Step]:
    return [_step(author, one) for one in kept[-MOST_STEPS:]]


def _step(author: str, kept: Any) -> Step:
    """Raises one of _DAMAGED, also where a path is none that annotations could be kept for."""
    changes = tuple(
        (str(path), Change(_annotation(str(i), before), _annotation(str(i), after)))
        for path, i, before, after in kept["changes"]
    )
    if any(change.before is None and change.after is None for _, change in changes):
        raise ValueError("a change without an annotation")
    for path, _ in changes:
        file_name(author, path)
    return Step(str(kept["what"]), changes)


def _values(annotation: Annotation | None) -> object:
    """The values of an annotation's table, times and all, as JSON can hold them."""
    return None if annotation is None else _plain(values_of(annotation))


def _annotation(identifier: str, kept: Any) -> Annotation | None:
    return None if kept is None else annotation_from(identifier, _revived(kept))


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, date | time):
        return {"": value.isoformat()}
    if value is None or isinstance(value, str | int | float):
        return value
    raise TypeError(f"a {type(value).__name__} is not kept")


def _moment(text: str) -> date | time:
    if "T" in text:
        return datetime.fromisoformat(text)
    return time.fromisoformat(text) if ":" in text else date.fromisoformat(text)


def _revived(value: Any) -> Any:
    if isinstance(value, dict):
        if value.keys() == {""}:
            return _moment(str(value[""]))
        return {key: _revived(one) for key, one in value.items()}
    return [_revived(one) for one in value] if isinstance(value, list) else value
