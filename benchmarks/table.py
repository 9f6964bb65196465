"""A table of figures: a row a figure, a column a program, each cell with its ratio to the first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

_LABEL, _CELL = 30, 20

Cell = float | str | None
"""A figure, the reason why there is none, or nothing to say."""


def table(columns: Sequence[str], rows: Mapping[str, Sequence[Cell]]) -> Iterator[str]:
    """The lines of the table."""
    yield f"{'':{_LABEL}}" + "".join(f"{name:>{_CELL}}" for name in columns)
    for label, cells in rows.items():
        yield f"{label:{_LABEL}}" + "".join(f"{_cell(cell, cells[0]):>{_CELL}}" for cell in cells)


def _cell(value: Cell, base: Cell) -> str:
    if value is None:
        return "–"
    if isinstance(value, str):
        return value
    ratio = f"{value / base:7.2f} x" if isinstance(base, float) and base else "      – x"
    return f"{value:.1f}{ratio}"
