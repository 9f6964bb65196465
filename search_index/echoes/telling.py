"""What is told of the documents that tell the same: the words, what they share, what differs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from search_index.alignment.matching import MOST
from search_index.alignment.running_text import UNKNOWN, running_text
from search_index.answering import Sources
from search_index.echoes.differing import compared, differences
from search_index.echoes.model import Asked, Echo, Place
from search_index.echoes.weighing import Weighed, normal
from search_index.texts import Texts


def told(
    asked: Asked, copied: Iterable[Place], weighed: Iterable[Weighed], sources: Sources
) -> list[Echo]:
    """The echoes of a sentence: all places where it is ``copied`` as one, then the others."""
    copies, others = _copies_apart(asked, copied, weighed, sources.texts)
    copies.sort(key=lambda place: sources.view.number(place.document))
    echoes = [_echo(asked, one, sources) for one in others]
    return [*_copied(asked, copies, sources.texts), *echoes]


def _copies_apart(
    asked: Asked, copied: Iterable[Place], weighed: Iterable[Weighed], texts: Texts
) -> tuple[list[Place], list[Weighed]]:
    """Where the sentence stands word for word, and what else tells the same."""
    copies, others = list(copied), []
    for one in weighed:
        if normal(_words(one, texts)) == normal(asked.words):
            copies += [Place(one.path, one.paired.sentence), *one.others]
        else:
            others.append(one)
    return copies, others


def _words(one: Weighed, texts: Texts) -> str:
    text = texts.get(one.path)
    return text.text[slice(*one.paired.sentence)] if text is not None else ""


def _copied(asked: Asked, places: Sequence[Place], texts: Texts) -> list[Echo]:
    """All places at which the sentence stands word for word, as one echo."""
    if not places:
        return []
    path, span = places[0]
    text = texts.get(path)
    words = text.text[slice(*span)] if text is not None else asked.words
    pieces = compared(asked.words, words, UNKNOWN)
    return [Echo(path, span, span, words, MOST, True, pieces, (), tuple(places[1:]))]


def _echo(asked: Asked, one: Weighed, sources: Sources) -> Echo:
    text = sources.texts.get(one.path)
    passage, sentence, confidence = one.paired
    words = text.text[slice(*passage)] if text is not None else ""
    running = running_text(asked.text, text.text) if text is not None else UNKNOWN
    pieces = compared(asked.words, words, running)
    differing = differences(asked.words, words, pieces)
    others = sorted(one.others, key=lambda place: sources.view.number(place.document))
    where = one.path, passage, sentence
    return Echo(*where, words, confidence, False, pieces, differing, tuple(others))
