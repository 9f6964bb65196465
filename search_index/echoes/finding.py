"""From a sentence to its echoes in all other documents, the same ones whatever is indexed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from search_index.alignment.matching import MOST
from search_index.alignment.running_text import UNKNOWN, running_text
from search_index.answering import Sources, find_texts
from search_index.echoes.akin import telling_words
from search_index.echoes.candidates import Candidates
from search_index.echoes.differing import compared, differences
from search_index.echoes.model import Asked, Echo, Echoes, Place
from search_index.echoes.pairing import around
from search_index.echoes.wanted import wanted_in
from search_index.echoes.weighing import Weighed, normal, weigh
from search_index.queries.query import Or, Term, Words
from search_index.ranking import Tally
from search_index.texts import Texts


def find_echoes(asked: Asked, sources: Sources, check: Callable[[], None]) -> Echoes:
    """The echoes of a sentence in all documents but its own.

    ``check`` is called between short steps and may raise Cancelled. Raises
    ``search_index.view.Damaged`` where the index turns out not to be readable.
    """
    view, texts = sources.view, sources.texts
    wanted = wanted_in(asked.text, *asked.span)
    if not wanted.written:
        return Echoes((), (), view.indexed, len(view.paths))
    candidates = Candidates(asked, sources, _tallies(wanted.words, wanted.pieces, sources, check))
    candidates.gather(check)
    names = telling_words(asked.text[slice(*around(asked.text, asked.span, asked.kind))])
    candidates.gather_akin(_tallies(names, (), sources, check), check)
    copies, others = _copies_apart(asked, candidates, weigh(asked, candidates, texts, check), texts)
    copies.sort(key=lambda place: view.number(place.document))
    return Echoes(
        [*_copied(asked, copies, texts), *(_echo(asked, one, sources) for one in others)],
        wanted.written,
        view.indexed,
        len(view.paths),
        candidates.read,
        candidates.complete,
    )


def _copies_apart(
    asked: Asked, candidates: Candidates, weighed: Iterable[Weighed], texts: Texts
) -> tuple[list[Place], list[Weighed]]:
    """Where the sentence stands word for word, and what else tells the same."""
    copies, others = list(candidates.copies), []
    for one in weighed:
        if normal(_words(one, texts)) == normal(asked.words):
            copies += [Place(one.path, one.paired.sentence), *one.others]
        else:
            others.append(one)
    return copies, others


def _tallies(
    words: tuple[Words, ...],
    pieces: tuple[Words, ...],
    sources: Sources,
    check: Callable[[], None],
) -> Mapping[Term, Tally]:
    """In which documents each word stands.

    Words and pieces are counted apart, so that an index can count the words where it cannot count
    the pieces.
    """
    found: dict[Term, Tally] = {}
    for terms in (words, pieces):
        if terms:
            root = Or(terms) if len(terms) > 1 else terms[0]
            tallies = find_texts(root, sources, check).tallies
            found |= {  # in the same order, whatever has counted them
                term: tally for term in terms if (tally := tallies.get(term)) and tally.counts
            }
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
