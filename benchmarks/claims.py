"""What is claimed of a figure, and whether it holds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Claim(NamedTuple):
    """A figure that may be ``limit`` at most, or at ``least``; ``aim`` is what it should be.

    ``unit`` is printed behind the numbers: "x" for a ratio. A figure that could not be taken is
    None, and its claim does not hold.
    """

    label: str
    measured: float | None
    limit: float
    unit: str = "x"
    aim: float | None = None
    least: bool = False

    @property
    def holds(self) -> bool:
        """Whether the figure was taken and is within the limit."""
        if self.measured is None:
            return False
        return self.measured >= self.limit if self.least else self.measured <= self.limit

    def __str__(self) -> str:
        measured = "not measured" if self.measured is None else _number(self.measured)
        aim = "" if self.aim is None else f" (aim {_number(self.aim)})"
        verdict = "holds" if self.holds else "DOES NOT HOLD"
        side = "at least" if self.least else "at most"
        limit = f"claimed {_number(self.limit)} {self.unit} {side}{aim}"
        return f"  {self.label:<56}{measured:>12} {self.unit:<4} {limit}: {verdict}"


def all_hold(claims: Iterable[Claim]) -> bool:
    """Prints each claim with what was measured; whether all of them hold."""
    given = list(claims)
    for claim in given:
        print(claim, flush=True)
    return all(claim.holds for claim in given)


def _number(value: float) -> str:
    return f"{value:.2f}" if value < 100 else f"{value:,.0f}"
