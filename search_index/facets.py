"""Ways to narrow an answer: by folder, document, tag, status, author or language, with counts.

Each is a field that can be put behind the query, and its count is how many hits that leaves.
Folders and documents are counted by what is known of each document already, without reading any.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple

from search_index.answering import Findings, Sources, possible_records
from search_index.folding import fold
from search_index.queries.ending import unbracketed, without_last_field
from search_index.queries.parsing import parse
from search_index.queries.query import (
    ANYTHING,
    And,
    Field,
    FieldName,
    Node,
    Or,
    Words,
    asks_for_annotations,
)
from search_index.queries.wording import wording

Kind = Literal["folder", "document", "tag", "status", "author", "language"]

MOST_READ = 400
"""Documents with hits of which the languages are told: for that they have to be read."""
_MOST = 9
_OF_ANNOTATIONS: tuple[Kind, ...] = ("tag", "status", "author")
_GLOB = frozenset("*?[")

_FIELDS: dict[Kind, FieldName] = {
    "folder": FieldName.DOC,
    "document": FieldName.DOC,
    "tag": FieldName.TAG,
    "status": FieldName.STATUS,
    "author": FieldName.AUTHOR,
    "language": FieldName.LANG,
}


class Facet(NamedTuple):
    """One way to narrow an answer; ``hits`` are those that it leaves, ``field`` how it is typed."""

    kind: Kind
    value: str
    hits: int
    field: str


def facets(
    root: Node, findings: Findings, sources: Sources, check: Callable[[], None]
) -> list[Facet]:
    """The ways to narrow the answer to the query ``root``, kind by kind, most hits first.

    At most nine of a kind, and none that would leave all hits, or none. ``check`` is called before
    each document that is read, and may raise Cancelled.
    """
    by_path = _by_path(findings)
    counts: dict[Kind, Counter[str]] = {
        "folder": _folders(by_path),
        "document": _documents(by_path),
        **_of_annotations(root, sources),
        "language": _languages(by_path, sources, check),
    }
    total, asked = findings.total, asks_for_annotations(root)
    return [
        Facet(kind, value, hits, _field(kind, value))
        for kind, found in counts.items()
        for value, hits in _commonest(found)
        if hits < total or (kind in _OF_ANNOTATIONS and not asked)
    ]


def _commonest(found: Counter[str]) -> list[tuple[str, int]]:
    return sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST]


def _field(kind: Kind, value: str) -> str:
    written = f"{value}/*" if kind == "folder" else value
    return wording(Field(_FIELDS[kind], Words(written)))


def _by_path(findings: Findings) -> dict[str, int]:
    """How many hits each document has."""
    keys = findings.view.keys
    found = {keys[number]: places for number, places in findings.places.items()}
    for path, marks in findings.marks.items():
        found[path] = found.get(path, 0) + len(marks.placed)
    return found


def _folders(by_path: dict[str, int]) -> Counter[str]:
    """The folders below the one that all hits lie in."""
    depth = _shared([path.split("/")[:-1] for path in by_path])
    names: set[str] = set()
    for path in by_path:
        parts = path.split("/")
        if len(parts) > depth + 1:
            names.add("/".join(parts[: depth + 1]))
    if len(names) > _MOST:
        first: Counter[str] = Counter()
        for path, hits in by_path.items():
            first["/".join(path.split("/")[: depth + 1])] += hits
        names = {name for name, _ in first.most_common(_MOST + 1) if name in names}
    return _left_by({name: f"/{fold(name)}/" for name in names}, by_path)


def _shared(folders: list[list[str]]) -> int:
    """How many levels, from the first on, all these folders have in common."""
    first, last = min(folders, default=[]), max(folders, default=[])
    alike = (one == other for one, other in zip(first, last, strict=False))
    return next((level for level, same in enumerate(alike) if not same), min(len(first), len(last)))


def _documents(by_path: dict[str, int]) -> Counter[str]:
    """The documents with most hits; a name may be part of another's, whose hits it leaves too."""
    names = sorted(by_path, key=lambda path: (-by_path[path], path))[:_MOST]
    return _left_by({name: fold(name) for name in names}, by_path)


def _left_by(wanted: dict[str, str], by_path: dict[str, int]) -> Counter[str]:
    """By name, the hits in documents whose folded paths hold what is ``wanted``."""
    folded = [(f"/{fold(path)}", hits) for path, hits in by_path.items()]
    return Counter(
        {
            name: sum(hits for path, hits in folded if part in path)
            for name, part in wanted.items()
            if _GLOB.isdisjoint(name)
        }
    )


def _of_annotations(root: Node, sources: Sources) -> dict[Kind, Counter[str]]:
    """Tags, statuses and authors of the annotations that the query would find, asked for them."""
    asked = And((root, Field(FieldName.AUTHOR, ANYTHING)))
    tags: Counter[str] = Counter()
    statuses: Counter[str] = Counter()
    authors: Counter[str] = Counter()
    for marks in sources.marks.answering(asked, possible_records(asked, sources)).values():
        for placed in marks.placed:
            tags.update(_with_levels_above(placed.annotation.tags))
            statuses.update(filter(None, [placed.annotation.status]))
            authors.update({placed.author, *filter(None, [placed.annotation.source_author])})
    return {"tag": tags, "status": statuses, "author": authors}


def _with_levels_above(tags: Iterable[str]) -> set[str]:
    """The tags, and those they are kinds of: ``claim`` admits ``claim/figure``."""
    parts = [tag.split("/") for tag in tags]
    return {"/".join(each[:length]) for each in parts for length in range(1, len(each) + 1)}


def _languages(
    by_path: dict[str, int], sources: Sources, check: Callable[[], None]
) -> Counter[str]:
    """The languages of the documents, where these are few enough to be read."""
    found: Counter[str] = Counter()
    if len(by_path) > MOST_READ:
        return found
    for path, hits in by_path.items():
        check()
        text = sources.texts.get(path)
        if text is not None and text.language:
            found[text.language] += hits
    return found


def narrowed(query: str, field: str, root: Node | None) -> str:
    """The query with a field behind it, which all of its answers must satisfy.

    ``root`` is what it was read as. The query stays as it was typed if that is so with the field
    behind it too; else, as after half a phrase, what it asks for is written out.
    """
    if root is None:
        return field
    as_typed, written = (
        f"({one}) {field}" if isinstance(root, Or) else f"{one} {field}"
        for one in (query.strip(), wording(root))
    )
    same = parse(as_typed).root == parse(written).root and widened(as_typed)
    return as_typed if same else written


def widened(query: str) -> str | None:
    """The query without the field at its end; None where there is none, or nothing else."""
    return unbracketed(without_last_field(query)) or None
