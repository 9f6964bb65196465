"""``sidelight echoes FILE START``: what other documents tell of the same thing as a sentence."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from tui.commands.common import (
    add_encoding,
    add_json,
    add_no_index,
    open_one,
    scope_of,
)
from tui.commands.index_wanted import to_search
from tui.commands.search import count
from tui.output import Refused, complain, say, say_json

if TYPE_CHECKING:
    from documents.document import Document
    from search_index.echoes.model import Asked, Echo, Echoes

_LIMIT = 32


def arguments(parser: argparse.ArgumentParser) -> None:
    """The sentence, and how to print."""
    parser.add_argument(
        "file", type=Path, nargs="?", metavar="FILE", help="the document; with --text, a folder"
    )
    parser.add_argument(
        "start", type=int, nargs="?", metavar="START", help="an offset in the sentence"
    )
    parser.add_argument(
        "end", type=int, nargs="?", metavar="END", help="where it ends (default: as it is cut)"
    )
    parser.add_argument("--text", metavar="WORDS", help="a sentence that is in no document")
    parser.add_argument("--limit", type=count, default=_LIMIT, metavar="N", help="at most N echoes")
    add_encoding(parser)
    add_no_index(parser)
    add_json(parser)
    parser.epilog = (
        "Offsets count Unicode code points from 0, as `sidelight sentences` shows them.\n"
        "Exit status 1: no other document tells the same."
    )


def run(args: argparse.Namespace) -> int:
    """Prints the echoes, copies first, then the surest."""
    found = _found(args)
    for echo in found.echoes[: args.limit]:
        if args.json:
            say_json(_as_object(echo))
        else:
            for line in _lines(echo):
                say(line)
    if not found.looked_for:
        complain("the sentence has no names, figures or words that tell much")
    return 0 if found.echoes else 1


def _found(args: argparse.Namespace) -> Echoes:
    from documents.spans import Span
    from search_index.echoes.model import Asked
    from search_index.search import Searcher

    if args.text is not None:
        if args.start is not None:
            raise Refused("give either --text, or FILE and START")
        if not args.text.strip():
            raise Refused("--text holds no words to look for")
        scope = scope_of(args.file)
        asked = Asked(args.text, Span(0, len(args.text)))
        workspace = to_search(scope.workspace, no_index=args.no_index)
        return Searcher(workspace, scope.store).echoes(asked, within=scope.paths)
    if args.file is None or args.start is None:
        raise Refused("say which sentence: FILE and START, or --text")
    one = open_one(args.file, args.encoding)
    asked = _asked(one.document, args)
    workspace = to_search(one.workspace, no_index=args.no_index)
    return Searcher(workspace, one.store).echoes(asked)


def _asked(document: Document, args: argparse.Namespace) -> Asked:
    from documents.spans import Span
    from search_index.echoes.model import Asked

    length = len(document.text)
    if not 0 <= args.start < length:
        raise Refused(f"{args.file}: START is not in the text, which has {length} characters")
    if args.end is not None and not args.start < args.end <= length:
        raise Refused(f"{args.file}: END has to be above START, and at most {length}")
    sentence = document.segmentation.sentence_at(args.start)
    if sentence is None:
        raise Refused(f"{args.file}: there is no sentence in this text")
    span = sentence if args.end is None else Span(args.start, args.end)
    return Asked(document.text, span, document.path, document.kind)


def _lines(echo: Echo) -> list[str]:
    from tui.echo_words import difference_in_words

    sure = "copy" if echo.copy else echo.percent
    where = f"{echo.document}:{echo.passage.start}-{echo.passage.end}"
    again = f"  (and in {len(echo.others)} more)" if echo.others else ""
    differing = "".join(f"  {difference_in_words(one)}" for one in echo.differences)
    return [f"{sure:>4}  {where}{again}{differing}", f"      {' '.join(echo.text.split())}"]


def _as_object(echo: Echo) -> dict[str, object]:
    first = echo.sentence.start - echo.passage.start
    return {
        "document": echo.document,
        "start": echo.sentence.start,
        "end": echo.sentence.end,
        "text": echo.text[first : first + echo.sentence.end - echo.sentence.start],
        "passage": list(echo.passage),
        "confidence": round(echo.confidence, 4),
        "copy": echo.copy,
        "differences": [one._asdict() for one in echo.differences],
        "others": [
            {"document": place.document, "start": place.span.start, "end": place.span.end}
            for place in echo.others
        ],
    }
