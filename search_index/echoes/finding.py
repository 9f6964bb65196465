"""From a sentence to its echoes in all other documents, the same ones whatever is indexed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from search_index.alignment.matching import MOST
from search_index.alignment.running_text import UNKNOWN, running_text
from search_index.answering import Sources, find_texts
from search_index.echoes.candidates import Candidates
from search_index.echoes.differing import compared, differences
from search_index.echoes.model import Asked, Echo, Echoes, Place
from search_index.echoes.wanted import Wanted, wanted_in
from search_index.echoes.weighing import Weighed, normal, weigh
from search_index.queries.query import Or, Term
from search_index.ranking import Tally
from search_index.texts import Texts


def find_echoes(asked: Asked, sources: Sources, check: Callable[[], None]) -> Echoes:
    """The echoes of a sentence in all documents but its own.

    ``check`` is called between short steps and may raise Cancelled. Raises
    ``search_index.view.Damaged`` where the index turns out not to be readable.
    """
    view, texts = sources.view, sources.texts
    wanted = wanted_in(asked.text, *asked.span)
    candidates = Candidates(asked, sources, _tallies(wanted, sources, check))
    candidates.gather(check)

    def in_order(places: Iterable[Place]) -> list[Place]:
        return sorted(places, key=lambda place: view.number(place.document))

    copies, others = list(candidates.copies), []
    for one in weigh(asked, candidates, texts, check):
        if normal(_words(one, texts)) == normal(asked.words):
            copies += [Place(one.path, one.paired.sentence), *one.others]
        else:
            others.append(one._replace(others=tuple(in_order(one.others))))
    copies = in_order(copies)
    return Echoes(
        [*_copied(asked, copies, texts), *(_echo(asked, one, texts) for one in others)],
        wanted.written,
        view.indexed,
        len(view.paths),
        candidates.read,
        candidates.complete,
    )


def _tallies(wanted: Wanted, sources: Sources, check: Callable[[], None]) -> Mapping[Term, Tally]:
    """In which documents each word stands.

    Words and pieces are counted apart, so that an index can count the words where it cannot count
    the pieces.
    """
    found: dict[Term, Tally] = {}
    for terms in (wanted.words, wanted.pieces):
        if terms:
            root = Or(terms) if len(terms) > 1 else terms[0]
            tallies = find_texts(root, sources, check).tallies
            found |= {term: tallies[term] for term in terms if term in tallies}  # in this order
    return found


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


def _echo(asked: Asked, one: Weighed, texts: Texts) -> Echo:
    text = texts.get(one.path)
    passage, sentence, confidence = one.paired
    words = text.text[slice(*passage)] if text is not None else ""
    running = running_text(asked.text, text.text) if text is not None else UNKNOWN
    pieces = compared(asked.words, words, running)
    differing = differences(asked.words, words, pieces)
    return Echo(
        one.path, passage, sentence, words, confidence, False, pieces, differing, one.others
    )
