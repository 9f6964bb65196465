"""The CSV of ``table``, begun with a byte-order mark.

Excel takes a CSV file that begins otherwise for the system's old code page, and shows every
curly quote as three odd letters. Programs are better served without the mark.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from annotations.exports import table

if TYPE_CHECKING:
    from annotations.exports.material import Material

_BYTE_ORDER_MARK = "\ufeff"
OPENING = _BYTE_ORDER_MARK + table.OPENING


def export(material: Material) -> Iterator[str]:
    """The mark, then the table."""
    yield _BYTE_ORDER_MARK
    yield from table.export(material)
