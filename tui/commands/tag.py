"""``sidelight tag rename OLD NEW``: gives a tag another name on all of one's annotations."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from tui.commands.common import (
    add_author,
    add_json,
    add_path,
    author_of,
    collected,
    is_incomplete,
    scope_of,
)
from tui.output import Refused, complain, complain_of_all, say, say_json

if TYPE_CHECKING:
    from annotations.tag_renaming import Renaming
    from tui.commands.common import Scope


def arguments(parser: argparse.ArgumentParser) -> None:
    """What to do, with which tag, and where."""
    parser.add_argument("what", choices=["rename"], metavar="rename", help="what to do: rename")
    parser.add_argument("old", metavar="OLD", help="the tag as it is now; its kinds go with it")
    parser.add_argument("new", metavar="NEW", help="its name from now on; one in use is merged")
    add_path(parser)
    parser.add_argument("--dry-run", action="store_true", help="only say what would be changed")
    add_json(parser)
    add_author(parser)
    parser.epilog = (
        "Only your own annotations are changed. A [[tag]] in sidelight.toml is left as it is."
    )


def run(args: argparse.Namespace) -> int:
    """Renames document by document; prints what was changed. Exit 1: nothing carries the tag."""
    from annotations.palette import Palette
    from annotations.tag_renaming import remarks, rename_tag

    author = author_of(args)
    scope = scope_of(args.path)
    found = collected(scope)
    settings = scope.workspace.settings
    palette = Palette.from_settings(settings)
    try:
        renaming = rename_tag(found.annotations, author, args.old, args.new, palette)
    except ValueError as error:
        raise Refused(f"the tag {error}") from None
    complain_of_all(found.problems)
    failed = is_incomplete(scope, found)
    if not renaming.changes:
        complain(_nothing(renaming, author))
        return 2 if failed else 1
    done, unsaved = _carry_out(args, scope, renaming, author)
    if done and not args.json:
        for line in remarks(renaming, [tag.name for tag in settings.tags]):
            say(line)
    return 2 if failed or unsaved else 0


def _nothing(renaming: Renaming, author: str) -> str:
    if renaming.others:
        return f"{renaming.others} annotations of others carry {renaming.old}, none of {author}’s"
    return f"no annotation carries the tag {renaming.old}"


def _carry_out(
    args: argparse.Namespace, scope: Scope, renaming: Renaming, author: str
) -> tuple[int, bool]:
    """Saves the changes, unless only to be told of: how many, and whether some could not be."""
    from annotations.applying import apply_all, by_document

    if args.dry_run:
        changed = {path: len(many) for path, many in by_document(renaming.changes).items()}
        problems: list[str] = []
    else:
        changed, problems = apply_all(scope.workspace.read, scope.store, author, renaming.changes)
    if args.json:
        for path, count in changed.items():
            say_json({"document": path, "annotations": count, "saved": not args.dry_run})
    else:
        whole = sum(changed.values()) == len(renaming.changes)
        say(renaming.summary() if whole else _partly(renaming, changed))
    complain_of_all(problems)
    return sum(changed.values()), bool(problems)


def _partly(renaming: Renaming, changed: dict[str, int]) -> str:
    done, wanted = sum(changed.values()), len(renaming.changes)
    said = f"{renaming.old} → {renaming.new}: {done} of {wanted} annotations"
    return f"{said}; run it again for the rest"
