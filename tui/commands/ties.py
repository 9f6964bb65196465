"""Where commands look for the other ends of links and replies."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotations.collection import Collected
    from annotations.model import PlacedAnnotation
    from tui.commands.common import Scope


def everything_for(
    scope: Scope, found: Collected, *, either_end: bool
) -> Sequence[PlacedAnnotation]:
    """The annotations in which the ties of those found are to be looked up.

    They are those of the whole workspace, where a part was asked for: with ``either_end`` always,
    else only where any of those found names another. What is wrong with further files is not this
    command's to tell.
    """
    if scope.paths is None or scope.workspace.only is not None:
        return found.annotations
    named = any(one.annotation.links or one.annotation.reply_to for one in found.annotations)
    if not (either_end or named):
        return found.annotations
    from annotations.collection import collect

    return collect(scope.workspace, scope.store).annotations
