"""``sidelight concordance QUERY``: every hit on its line, the keyword in the middle."""

from __future__ import annotations

import argparse
import shutil
from typing import TYPE_CHECKING

from tui.commands.common import (
    add_json,
    add_no_index,
    add_path,
    add_seconds,
    scope_of,
)
from tui.commands.index_wanted import to_search
from tui.commands.nothing_found import tell_of_nothing
from tui.commands.search import count
from tui.output import Refused, complain, complain_of_all, say, say_json
from tui.parsing import operand
from tui.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from search_index.concordances.collocates import Collocate
    from search_index.concordances.concordance import Line, Order
    from search_index.concordances.frequencies import Frequency
    from search_index.occurrences import Occurrences
    from search_index.search import Searcher

_LIMIT = 1000
_LEAST_WIDTH = 24
_NAME = 24
_MOST_SORTED = 100_000
"""Lines that are held to be sorted."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What to look for, where, in which order, and how to print."""
    parser.add_argument("query", type=operand, metavar="QUERY", help='words, or a "quoted phrase"')
    add_path(parser)
    parser.add_argument(
        "--sort",
        type=_order,
        metavar="ORDER",
        help="document (as it is without this), keyword, left or 1L, 2L, 3L, right or 1R, 2R, 3R: "
        "by that word beside the keyword, then by those further out",
    )
    parser.add_argument(
        "--width", type=_width, metavar="N", help="columns of a line (the terminal’s, else 100)"
    )
    parser.add_argument(
        "--limit", type=count, default=_LIMIT, metavar="N", help=f"at most N lines ({_LIMIT})"
    )
    other = parser.add_mutually_exclusive_group()
    other.add_argument(
        "--collocates", action="store_true", help="the words that stand near it, strongest first"
    )
    other.add_argument(
        "--frequencies", action="store_true", help="how often it stands by year, folder, document"
    )
    add_seconds(parser)
    add_no_index(parser)
    add_json(parser)
    parser.epilog = "Exit status 1: nothing was found; standard error says how the query was read."


def run(args: argparse.Namespace) -> int:
    """Prints the lines, or the figures."""
    from search_index.search import Searcher

    if not args.query.strip():
        raise Refused("there is nothing to search for; give a word, or a phrase in quotes")
    scope = scope_of(args.path)
    workspace = to_search(scope.workspace, no_index=args.no_index)
    searcher = Searcher(workspace, scope.store, seconds=args.seconds)
    found = searcher.occurrences(args.query, within=scope.paths)
    if args.collocates:
        _print_collocates(found, args)
    elif args.frequencies:
        _print_frequencies(found, args)
    else:
        _print_lines(found, args)
    if not found.total and not found.refused:
        _tell_of_nothing(found, searcher, args.query, scope.paths)
    complain_of_all(found.problems)
    if found.problems:
        return 2
    return 0 if found.total else 1


def _tell_of_nothing(
    found: Occurrences, searcher: Searcher, query: str, within: list[str] | None
) -> None:
    """Says that there are no lines; and why, if it is annotations that answer the query."""
    marks = found.findings.total if found.findings else 0
    if not marks:
        tell_of_nothing(searcher, query, within)
        return
    from search_index.queries.parsing import parse

    complain(f"nothing found in the texts: {parse(query).plain}")
    complain(f"annotations have no lines here; sidelight search finds {marks} of them")


def _print_lines(found: Occurrences, args: argparse.Namespace) -> None:
    from search_index.concordances.concordance import IN_TEXT_ORDER, Concordance, ordered

    order: Order = args.sort or IN_TEXT_ORDER
    concordance = Concordance(found)
    concordance.read(args.limit if order == IN_TEXT_ORDER else _MOST_SORTED)
    lines = ordered(concordance.lines, order)[: args.limit]
    if args.json:
        for line in lines:
            say_json(line._asdict())
        return
    for row in _rows(lines, order, args.width or shutil.get_terminal_size((100, 24)).columns):
        say(row)
    if len(concordance.lines) < found.total and order != IN_TEXT_ORDER:
        complain(f"only the first {len(concordance.lines)} of {found.total} hits were sorted")
    if len(lines) < found.total:
        complain(f"{len(lines)} of {found.total} hits shown; --limit shows more")


def _rows(lines: list[Line], order: Order, width: int) -> Iterable[str]:
    """The lines, each with the end of its document's name behind it."""
    from tui.layout.kwic import columns_for, ending, kwic
    from tui.layout.wrapping import columns_of

    names = [visible(line.document) for line in lines]
    name = min(_NAME, width // 4, max(map(columns_of, names), default=0))
    widest = max((columns_of(visible(line.keyword)) for line in lines), default=0)
    columns = columns_for(width - name - 2, widest)
    for line, document in zip(lines, names, strict=True):
        row = kwic(line.left, line.keyword, line.right, columns)
        yield f"{row.text}  {ending(document, name).lstrip()}".rstrip()


def _print_collocates(found: Occurrences, args: argparse.Namespace) -> None:
    from search_index.concordances.collocates import count_words

    listed = count_words(found).collocates()[: args.limit]
    if args.json:
        for one in listed:
            say_json(_as_object(one))
        return
    if listed:
        say("logDice   left  right  in all  word")
    for one in listed:
        say(f"{one.score:7.2f} {one.left:6} {one.right:6} {one.frequency:7}  {one.word}")


def _as_object(one: Collocate) -> dict[str, object]:
    return {
        "word": one.word,
        "left": one.left,
        "right": one.right,
        "frequency": one.frequency,
        "log_dice": round(one.score, 4),
    }


def _print_frequencies(found: Occurrences, args: argparse.Namespace) -> None:
    from search_index.concordances.frequencies import frequencies

    for one in frequencies(found)[: args.limit] if found.total else ():
        if args.json:
            say_json(one._asdict())
        else:
            say(_frequency_line(one))


def _frequency_line(one: Frequency) -> str:
    where = "" if one.kind == "document" else f"  ({one.documents} of {one.searched} documents)"
    return f"{one.places:7}  {one.kind:8}  {one.name or '.'}{where}"


def _order(text: str) -> Order:
    from search_index.concordances.concordance import parse_order

    if (order := parse_order(text)) is None:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no order: document, keyword, left, right, 1L to 3L or 1R to 3R"
        )
    return order


def _width(text: str) -> int:
    width = count(text)
    if width < _LEAST_WIDTH:
        raise argparse.ArgumentTypeError(f"a line needs {_LEAST_WIDTH} columns at least")
    return width
