"""What linked reading finds of what two texts both tell, beside what was written down by hand."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from benchmarks.link_gold import Direction, Score, directions, gold_files, score
from documents.document import Document
from search_index.alignment.matching import Matcher
from search_index.alignment.text_index import TextIndex

FILES = {file.stem: file for file in gold_files()}
STRANGERS = Path(__file__).parents[3].parent / "shared" / "data" / "sentences"
"""Texts about all sorts of things, of which some repeat a form word by word."""
NOTHING_IN_COMMON = ("different_accidents", "different_subjects")


def ready(document: Document) -> TextIndex:
    index = TextIndex(document.text, document.kind)
    for _ in index.build():
        pass
    return index


def scored(direction: Direction) -> Score:
    matcher = Matcher(ready(direction.source), ready(direction.target))

    def link(source: Document, target: Document, offset: int) -> int | None:
        match = matcher.match(offset)
        return match.sentence.start if match is not None else None

    return score(direction, link)


def both_ways(file: Path) -> Score:
    found = directions(file)
    if not found:
        pytest.skip("the texts are not here")
    return sum(map(scored, found), Score())


def test_two_reports_on_one_thing_are_linked_where_both_tell_it_and_nowhere_else() -> None:
    found = both_ways(FILES["shared_reports"])
    assert found.found >= 0.8 * found.demanded
    assert found.wrong == 0


@pytest.mark.parametrize("name", sorted({*FILES} - {*NOTHING_IN_COMMON, "shared_reports"}))
def test_reports_in_several_languages_are_linked(name: str) -> None:
    found = both_ways(FILES[name])
    assert found.found >= 0.55 * found.demanded
    assert found.wrong <= 1


def test_most_of_everything_is_found() -> None:
    found = sum((both_ways(FILES[name]) for name in FILES if name != "shared_reports"), Score())
    assert found.found >= 0.8 * found.demanded
    assert found.wrong <= 0.03 * found.given


@pytest.mark.parametrize("name", NOTHING_IN_COMMON)
def test_nothing_is_linked_where_nothing_is_in_common(name: str) -> None:
    assert both_ways(FILES[name]).wrong == 0


@pytest.mark.parametrize("language", ["en_ewt", "de_gsd", "es_gsd", "fr_gsd", "ja_gsd"])
def test_texts_about_other_things_are_hardly_ever_linked(language: str) -> None:
    file = STRANGERS / f"{language}.jsonl"
    if not file.exists():
        pytest.skip("the texts are not here")
    lines = file.read_text(encoding="utf-8").split("\n")
    texts = [json.loads(line)["text"] for line in lines if line]
    random.Random(1).shuffle(texts)
    halves = texts[: len(texts) // 2], texts[len(texts) // 2 :]
    one, other = (ready(Document("text", "\n\n".join(half)[:20_000])) for half in halves)
    matcher = Matcher(one, other)
    found = [matcher.match(one.span(number).start) for number in range(len(one))]
    assert sum(match is not None for match in found) <= 0.03 * len(found)


def test_what_two_reports_tell_is_found_among_other_things_too() -> None:
    (here, _) = directions(FILES["english"])
    (there, _) = directions(FILES["different_subjects"])
    bees = there.target.text * 4  # something else, before and after
    source = ready(Document("one", bees + here.source.text + bees))
    target = ready(Document("other", here.target.text))
    matcher = Matcher(source, target)
    right = 0
    for at, places in here.links.items():
        match = matcher.match(len(bees) + at)
        right += match is not None and match.sentence.start in places
    assert right >= 0.7 * len(here.links)
