"""``sidelight check``: whether every annotation still has its place. Writes nothing."""

from __future__ import annotations

import argparse
from collections import Counter
from typing import TYPE_CHECKING

from annotations.model import Anchor
from tui.commands.common import add_json, add_path, collected, is_incomplete, scope_of
from tui.commands.listed import say_annotation
from tui.output import complain_of_all, say

if TYPE_CHECKING:
    from annotations.model import PlacedAnnotation

_NEEDS_ATTENTION = (Anchor.REVIEW, Anchor.ORPHAN)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where, and how to print."""
    add_path(parser)
    add_json(parser)
    parser.epilog = "Exit status 1: an annotation needs attention (review or orphan)."


def run(args: argparse.Namespace) -> int:
    """Prints every annotation as ``list`` does, then how many sit how."""
    scope = scope_of(args.path)
    found = collected(scope)
    for placed in found.annotations:
        say_annotation(placed, scope.workspace, as_json=args.json)
    if not args.json:
        say(_summary(found.annotations))
    complain_of_all(found.problems)
    if is_incomplete(scope, found):
        return 2
    return int(any(placed.anchor in _NEEDS_ATTENTION for placed in found.annotations))


def _summary(annotations: list[PlacedAnnotation]) -> str:
    counts = Counter(placed.anchor for placed in annotations)
    if not counts:
        return "no annotations"
    return ", ".join(f"{counts[anchor]} {anchor}" for anchor in Anchor if counts[anchor])
