"""Changes that cannot be saved in the workspace are saved elsewhere, in a copy of its files.

The folder then has an ``annotations`` of its own, which is the workspace's with the changes in it,
as far as files had to change. It can be opened there, or be copied back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from annotations.confinement import confined
from annotations.durable import read_regular, write_durably
from annotations.errors import UnreadableAnnotations
from annotations.model import Change
from annotations.paths import file_name
from annotations.safety_copies import SafetyCopies
from annotations.save_failures import save_failed
from annotations.store import Store
from annotations.toml_file import LARGEST_FILE, parse
from annotations.turn import Turn
from documents.document import Document
from documents.workspace import Workspace


def save_elsewhere(
    workspace: Workspace,
    author: str,
    unsaved: Iterable[tuple[Document, Sequence[Change]]],
    folder: Path,
) -> list[Path]:
    """Saves changes in ``folder``, which is made if it is missing; gives the files they are in.

    Doing it again does no harm. Raises SaveFailed, UnreadableAnnotations and OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    store = Store(Workspace(folder, workspace.settings))
    files: dict[Path, None] = {}
    for document, changes in unsaved:
        name = file_name(author, document.path)
        file = confined(store.workspace.root, name)
        with _turn(store, name):
            if not file.exists() and (data := _sound(workspace.root, name, author, document.path)):
                write_durably(file, data)
        store.apply(author, document, changes)
        files[file] = None
    return [*files]


@contextmanager
def _turn(store: Store, name: str) -> Iterator[None]:
    """A writer's turn in the folder, where another may be saving as well."""
    try:
        with Turn(store.workspace.root).taken(name):
            yield
    except OSError as error:
        raise save_failed(name, error) from error


def _sound(root: Path, name: str, author: str, path: str) -> bytes | None:
    """What stands in the workspace's own file; where that is damaged, what was last saved."""
    with suppress(OSError, UnreadableAnnotations):
        data = read_regular(confined(root, name), LARGEST_FILE)
        parse(data, name, author, path)
        return data
    return SafetyCopies(root).data(name)
