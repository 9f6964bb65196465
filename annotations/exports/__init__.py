"""Annotations in the formats that others read.

A format is a module with a function ``export(material: Material) -> Iterator[str]``, which yields
the file piece by piece, and ``OPENING``, what the file always begins with. To add one, write the
module and name it in ``FORMATS``; it is imported when somebody asks for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from annotations.exports.material import Material
    from annotations.model import PlacedAnnotation
    from documents.workspace import Workspace

FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "markdown": "annotations.exports.markdown",
        "csv": "annotations.exports.table",
        "csv-excel": "annotations.exports.table_for_excel",
        "jsonl": "annotations.exports.json_lines",
        "html": "annotations.exports.html_page",
    }
)
"""Every format by its name, with the module that writes it."""


def export(
    format: str,
    placed: Iterable[PlacedAnnotation],
    workspace: Workspace,
    everything: Iterable[PlacedAnnotation] | None = None,
) -> Iterator[str]:
    """The annotations in one of ``FORMATS``, piece by piece, ready to be written as UTF-8.

    ``placed`` is in document then text order. ``everything`` is where the other ends of links and
    replies are looked for, if that is more than what is exported. Line ends are as the format
    wants them: write without translating them. Raises ``KeyError`` for a format that is not known.
    """
    from annotations.exports.material import gather

    write = cast("Callable[[Material], Iterator[str]]", import_module(FORMATS[format]).export)
    return write(gather(placed, workspace, everything))


def opening_of(format: str) -> str:
    """What every export in this format begins with, by which one is known again."""
    return cast("str", import_module(FORMATS[format]).OPENING)
