"""JSON Lines: the objects ``sidelight list --json`` prints, which ``sidelight import`` reads."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from annotations.json_line import json_line
from annotations.listing import as_object

if TYPE_CHECKING:
    from annotations.exports.material import Material

OPENING = '{"id": '


def export(material: Material) -> Iterator[str]:
    """One annotation a line."""
    for placed in material.placed:
        yield json_line(as_object(placed, material.source(placed.document))) + "\n"
