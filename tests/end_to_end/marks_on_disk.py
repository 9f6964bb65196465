"""What a reader's marks look like in the workspace, as any other program sees them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import tomli

READER = "reader"


def marks(workspace: Path, document: str) -> list[dict[str, Any]]:
    """The annotations of a document, in the order of the file; none where there is no file."""
    file = workspace / "annotations" / READER / f"{document}.toml"
    if not file.exists():
        return []
    return list(tomli.loads(file.read_text(encoding="utf-8")).get("annotation", {}).values())


def quotes(workspace: Path, document: str) -> list[str]:
    """What is marked in a document, word for word."""
    return [str(mark["exact"]) for mark in marks(workspace, document)]


def text_of(file: Path, encoding: str = "utf-8") -> str:
    """A document's text, as Python itself reads it: what offsets count in."""
    with file.open(encoding=encoding, newline="") as stream:
        return stream.read()


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path there."""
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {str(file.relative_to(folder)): file.read_bytes() for file in files}
