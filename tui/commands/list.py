"""``sidelight list``: everyone's annotations, as they sit on today's texts."""

from __future__ import annotations

import argparse

from tui.commands.common import (
    add_filters,
    add_json,
    add_path,
    collected,
    filter_of,
    is_incomplete,
    scope_of,
)
from tui.commands.listed import say_annotation
from tui.output import complain_of_all


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where, which, and how to print."""
    add_path(parser)
    add_json(parser)
    add_filters(parser)


def run(args: argparse.Namespace) -> int:
    """Prints the annotations in document then text order."""
    wanted = filter_of(args)
    scope = scope_of(args.path)
    found = collected(scope)
    for placed in found.annotations:
        if wanted.admits(placed):
            say_annotation(placed, scope.workspace, as_json=args.json)
    complain_of_all(found.problems)
    return 2 if is_incomplete(scope, found) else 0
