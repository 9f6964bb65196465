"""``sidelight annotate FILE START END``: marks a passage."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from tui.commands.common import add_author, add_file, author_of, one_of, open_one
from tui.output import Refused, say

if TYPE_CHECKING:
    from annotations.model import Annotation
    from annotations.palette import Palette
    from documents.document import Document


def arguments(parser: argparse.ArgumentParser) -> None:
    """The passage, and what is said of it."""
    add_file(parser)
    parser.add_argument(
        "start", type=int, nargs="?", metavar="START", help="its first character's offset"
    )
    parser.add_argument(
        "end", type=int, nargs="?", metavar="END", help="the offset after its last character"
    )
    parser.add_argument(
        "--tag", action="append", default=[], metavar="T", help="a tag; may be given more than once"
    )
    parser.add_argument("--note", default="", metavar="N", help="a note")
    parser.add_argument(
        "--status", metavar="S", help="a claim's status (default: the first, if a tag asks for one)"
    )
    add_author(parser)
    parser.epilog = (
        "Offsets count Unicode code points from 0, as `sidelight sentences` shows them. Without\n"
        "START and END the note is on the document as a whole."
    )


def run(args: argparse.Namespace) -> int:
    """Saves the annotation and prints its id."""
    from annotations.model import Change
    from annotations.palette import Palette

    author = author_of(args)
    workspace, store, document = open_one(args.file, args.encoding)
    known = store.recorded_encoding(document.path)
    if args.encoding and known and known != document.encoding:
        raise Refused(
            f"{args.file}: its annotations count in the text as {known}; leave --encoding out"
        )
    palette = Palette.from_settings(workspace.settings)
    tags = _tags(args.tag)
    status = _status(args.status, tags, palette)
    annotation = _made(document, args, tags, status)
    if status not in ("", palette.open_status):
        from annotations.decisions import first_decided

        annotation = first_decided(annotation, author)
    store.apply(author, document, [Change(None, annotation)])
    say(annotation.id)
    return 0


def _made(
    document: Document, args: argparse.Namespace, tags: tuple[str, ...], status: str
) -> Annotation:
    """The annotation of the passage; without one, of the document as a whole."""
    from annotations.document_notes import document_note
    from annotations.model import mark

    if args.start is None:
        if not args.note and not tags:
            raise Refused(f"{document.path}: say START and END, or --note for the whole document")
        return document_note(args.note, tags=tags, status=status)
    if args.end is None:
        raise Refused("END is missing: the offset after the last character of the passage")
    _check_span(document, args.start, args.end)
    return mark(document.text, args.start, args.end, tags=tags, note=args.note, status=status)


def _check_span(document: Document, start: int, end: int) -> None:
    length = len(document.text)
    if not 0 <= start < end <= length:
        raise Refused(
            f"{document.path}: {start} to {end} is no passage of its {length} characters; "
            "START must be at least 0, END greater than START and at most the length"
        )


def _tags(given: list[str]) -> tuple[str, ...]:
    """The tags, each once."""
    from annotations.tags import tag_problem

    for tag in given:
        if problem := tag_problem(tag):
            raise Refused(f'the tag "{tag}" {problem}')
    return tuple(dict.fromkeys(given))


def _status(given: str | None, tags: tuple[str, ...], palette: Palette) -> str:
    if given is None:
        return palette.initial_status(tags)
    if given and given not in palette.statuses:
        raise Refused(f'there is no status "{given}" here; use {one_of(palette.statuses)}')
    return given
