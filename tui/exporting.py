"""Writing all annotations to a file, from the screen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from annotations.model import PlacedAnnotation
from documents.workspace import Workspace

_FORMATS = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".csv": "csv",
    ".jsonl": "jsonl",
    ".html": "html",
    ".htm": "html",
}


def would_replace(name: str) -> Path | None:
    """The file that an export to ``name`` would take the place of, if there is one.

    An earlier export is no exception: somebody may have written in it since.
    """
    if Path(name).suffix.lower() not in _FORMATS:
        return None
    try:
        file = Path(name).expanduser()
        return file if file.is_file() else None
    except (OSError, RuntimeError):  # a name too long: told of when it is to be written
        return None


def export_to(
    name: str, placed: Sequence[PlacedAnnotation], workspace: Workspace
) -> tuple[str, str]:
    """Writes an export in the format that the file's ending asks for.

    Gives what to tell the reader, and of what kind it is. Blocks.
    """
    from annotations.exports import export
    from tui.commands.export import check_output, write
    from tui.output import Refused

    chosen = _FORMATS.get(Path(name).suffix.lower())
    if chosen is None:
        return f"{name}: the ending says the format; use one of {' '.join(_FORMATS)}", "warning"
    try:
        file = Path(name).expanduser()
        check_output(file, chosen, workspace)
        write(file, export(chosen, placed, workspace))
    except Refused as error:
        return str(error), "error"
    except (OSError, RuntimeError) as error:  # a name too long, a home that nobody has
        return f"{name}: {getattr(error, 'strerror', None) or error}", "error"
    noun = "annotation" if len(placed) == 1 else "annotations"
    return f"{len(placed)} {noun} written to {file.resolve()}", "success"
