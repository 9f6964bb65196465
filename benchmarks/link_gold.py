"""Gold for linked reading: which passages two texts both tell, written down by hand.

A file of gold names two texts, or holds them, and says where each sentence that has a counterpart
must lead; see ``shared_reports.toml``. A sentence is named by the offset at which it starts or by
some words of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import tomli

from documents.document import Document

GOLD = Path(__file__).parents[1] / "tests" / "search_index" / "alignment" / "gold"
_ROOT = Path(__file__).parents[1]
_FOLDERS = (_ROOT / "seeds", _ROOT.parent / "shared" / "seeds")
"""Where the texts lie that a file of gold only names."""


class Direction(NamedTuple):
    """What leads where from one text to another, by the starts of sentences.

    ``links`` must be found, ``may`` are right where they are; no other sentence leads anywhere.
    """

    source: Document
    target: Document
    links: Mapping[int, frozenset[int]]
    may: Mapping[int, frozenset[int]]


class Score(NamedTuple):
    """How the links of one direction stand to the gold.

    ``wrong`` counts links that lead elsewhere, or from where nothing leads.
    """

    demanded: int = 0
    found: int = 0
    wrong: int = 0
    given: int = 0

    def __add__(self, other: object) -> Score:
        """Two scores together."""
        assert isinstance(other, Score)
        return Score(*(mine + yours for mine, yours in zip(self, other, strict=True)))


Link = Callable[[Document, Document, int], int | None]
"""From the start of a sentence of the first text to that of one of the second, or nowhere."""


def gold_files() -> list[Path]:
    """Every file of gold."""
    return sorted(GOLD.glob("*.toml"))


def directions(file: Path) -> list[Direction]:
    """Both directions of a file of gold; none where its texts are not here, or are others."""
    with file.open("rb") as source:
        gold = tomli.load(source)
    texts = [_document(side, gold[side]) for side in ("first", "second")]
    if None in texts:
        return []
    first, second = (text for text in texts if text is not None)
    return [_direction(gold["first"], first, second), _direction(gold["second"], second, first)]


def score(direction: Direction, link: Link) -> Score:
    """What ``link`` makes of every sentence of a direction."""
    source, target = direction.source, direction.target
    demanded = found = wrong = given = 0
    for sentence in source.segmentation.sentences():
        to = link(source, target, sentence.start)
        wanted = direction.links.get(sentence.start, frozenset())
        right = to in wanted
        demanded += bool(wanted)
        found += right
        given += to is not None
        wrong += to is not None and not right and to not in direction.may.get(sentence.start, ())
    return Score(demanded, found, wrong, given)


def _document(name: str, side: Mapping[str, Any]) -> Document | None:
    if "text" in side:
        return Document(name, side["text"])
    for folder in _FOLDERS:
        file = folder / side["name"]
        if file.exists():
            document = Document(file.name, file.read_text(encoding="utf-8"))
            wanted = side.get("sha256", document.digest)
            return document if document.digest == wanted else None
    return None


def _direction(side: Mapping[str, Any], source: Document, target: Document) -> Direction:
    return Direction(
        source,
        target,
        dict(_entries(side.get("links", ()), source, target)),
        dict(_entries(side.get("may", ()), source, target)),
    )


def _entries(
    entries: Iterable[Mapping[str, Any]], source: Document, target: Document
) -> Iterator[tuple[int, frozenset[int]]]:
    for entry in entries:
        places = frozenset(_start(target, place) for place in entry["to"])
        yield _start(source, entry["at"]), places


def _start(document: Document, place: int | str) -> int:
    """The start of the sentence at an offset, or with these words. Raises ValueError."""
    offset = place if isinstance(place, int) else document.text.index(place)
    sentence = document.segmentation.sentence_at(offset)
    if sentence is None or (isinstance(place, int) and sentence.start != place):
        raise ValueError(f"no sentence starts at {place}")
    return sentence.start
