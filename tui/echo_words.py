"""What an echo and its sentence differ in, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from search_index.echoes.model import Difference


def difference_in_words(one: Difference) -> str:
    """What stands against what; of names and figures, what only one of both has is told as that.

    A denial or a doubt stands against there being none.
    """
    here, there = (", ".join(side) for side in (one.here, one.there))
    if is_one_sided(one):
        return f"only here: {here}" if here else f"only there: {there}"
    return f"{here or '–'} ≠ {there or '–'}"


def is_one_sided(one: Difference) -> bool:
    """Whether only one of both has any, which tells little of a name; of a denial it tells all."""
    return one.kind != "stance" and not (one.here and one.there)
