"""``sidelight search QUERY``: the places where words and phrases stand, best first."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from tui.commands.common import (
    Scope,
    add_json,
    add_no_index,
    add_path,
    add_seconds,
    scope_of,
)
from tui.commands.index_wanted import to_search
from tui.commands.nothing_found import tell_of_forms, tell_of_nothing
from tui.output import Refused, complain, complain_of_all, on_one_line, quoted, say, say_json
from tui.parsing import operand

if TYPE_CHECKING:
    from search_index.hits import Hit, Results

_LIMIT = 50


def arguments(parser: argparse.ArgumentParser) -> None:
    """What to look for, where, and how to print."""
    parser.add_argument(
        "query", type=operand, nargs="?", metavar="QUERY", help='words, or a "quoted phrase"'
    )
    add_path(parser)
    parser.add_argument(
        "--limit", type=count, default=_LIMIT, metavar="N", help=f"at most N hits ({_LIMIT})"
    )
    parser.add_argument(
        "--forms", action="store_true", help="other forms of the words too, after the others"
    )
    parser.add_argument(
        "--saved", metavar="NAME", help="the search saved under this name, in place of QUERY"
    )
    parser.add_argument(
        "--facets",
        action="store_true",
        help="not the hits, but the ways to narrow them: by folder, tag and so on, with counts",
    )
    add_seconds(parser)
    add_no_index(parser)
    add_json(parser)
    parser.epilog = "Exit status 1: nothing was found; standard error says how the query was read."


def run(args: argparse.Namespace) -> int:
    """Prints a hit a line."""
    from search_index.queries.parsing import parse
    from search_index.search import Searcher

    query, path = _asked(args)
    scope = scope_of(path)
    if args.saved is not None:
        query = _saved(scope, args.saved)
    workspace = to_search(scope.workspace, no_index=args.no_index)
    searcher = Searcher(workspace, scope.store, seconds=args.seconds)
    found = searcher.search(query, limit=args.limit, within=scope.paths, forms=args.forms)
    if not found.total and not found.refused:
        tell_of_nothing(searcher, query, scope.paths)
        if not args.forms:
            tell_of_forms(searcher, query, scope.paths)
    elif hint := parse(query).hint:
        complain(hint)
    if args.facets:
        _say_facets(found, query, as_json=args.json)
        return _status(found)
    for hit in found.hits:
        if args.json:
            say_json(_as_object(hit))
        else:
            say(_line(hit))
    if not args.json and len(found.hits) < found.total:
        complain(f"{len(found.hits)} of {found.total} hits shown; --limit shows more")
    return _status(found)


def _status(found: Results) -> int:
    """The exit status, once what could not be searched was told."""
    complain_of_all(found.problems)
    if found.problems:
        return 2
    return 0 if found.hits else 1


def _say_facets(found: Results, query: str, *, as_json: bool) -> None:
    """Prints a way to narrow the answer a line, each with the query that does it."""
    from search_index.facets import narrowed
    from search_index.queries.parsing import parse

    root, ways = parse(query).root, found.facets()
    if found.total and not ways:
        complain("these hits cannot be narrowed: there is no field that leaves some of them")
    for facet in ways:
        narrower = narrowed(query, facet.field, root)
        if as_json:
            named = {"facet": facet.kind, "value": facet.value, "hits": facet.hits}
            say_json({**named, "query": narrower})
        else:
            say(f"{facet.hits}\t{facet.kind}\t{on_one_line(facet.value)}\t{on_one_line(narrower)}")


def _asked(args: argparse.Namespace) -> tuple[str, Path | None]:
    """The query and the path; where a saved search is wanted, what is given is the path."""
    query: str = args.query or ""
    path: Path | None = args.path
    if args.saved is None:
        if not query.strip():
            raise Refused("there is nothing to search for; give a word, or a phrase in quotes")
    elif path is not None:
        raise Refused("give a query, or --saved and a name: not both")
    elif query:
        return "", Path(query)
    return query, path


def _saved(scope: Scope, name: str) -> str:
    """The query that is saved under a name."""
    searches = {one.name: one.query for one in scope.workspace.settings.searches}
    if name not in searches:
        raise Refused(f"no search is saved as {quoted(name)}; {_there(list(searches))}")
    return searches[name]


def _there(names: list[str]) -> str:
    if not names:
        return "none is saved in sidelight.toml; ctrl+s in the search of the reader saves one"
    return f"there {'is' if len(names) == 1 else 'are'} {', '.join(map(quoted, names))}"


def _as_object(hit: Hit) -> dict[str, object]:
    decided_on = {"decided_on": hit.decided_on} if hit.decided_on else {}
    of_annotation = hit.kind == "annotation"
    said = {"author": hit.author, **hit.said._asdict()} if of_annotation else {}
    return {
        "kind": hit.kind,
        "document": hit.document,
        "start": hit.start,
        "end": hit.end,
        "text": hit.text,
        "score": hit.score,
        "annotation": hit.annotation,
        **said,
        **decided_on,
    }


def _line(hit: Hit) -> str:
    where = "" if hit.start is None else f":{hit.start}-{hit.end}"
    what = f"  [{hit.annotation}, {hit.author}]" if hit.kind == "annotation" else ""
    return f"{hit.document}{where}{what}  {on_one_line(hit.text)}{_said(hit)}{_decided(hit)}"


def _said(hit: Hit) -> str:
    """What an annotation says; its note not where that is shown in place of a passage."""
    tags, status, note = hit.said
    note = note.strip() if hit.text != note else ""
    parts = [
        ", ".join(tags),
        "" if hit.decided_on else status,
        f"“{on_one_line(note)}”" if note else "",
    ]
    told = "; ".join(on_one_line(part) for part in parts if part)
    return f"  ({told})" if told else ""


def _decided(hit: Hit) -> str:
    """Which words an annotation was decided on, where others are marked now."""
    if not hit.decided_on:
        return ""
    return f"  ({on_one_line(hit.decided)} on “{on_one_line(hit.decided_on)}”)"


def count(text: str) -> int:
    """How many at most, as an argument."""
    try:
        number = int(text)
    except ValueError:
        number = 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 up")
    return number
