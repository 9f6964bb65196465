"""From a sentence to its echoes in all other documents, the same ones whatever is indexed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from search_index.answering import Sources, find_texts
from search_index.echoes.akin import telling_words
from search_index.echoes.candidates import Candidates
from search_index.echoes.model import Asked, Echoes
from search_index.echoes.pairing import around
from search_index.echoes.telling import told
from search_index.echoes.wanted import wanted_in
from search_index.echoes.weighing import Weighing
from search_index.queries.query import Or, Term, Words
from search_index.ranking import Tally

EARLY = 4
"""Documents that are looked at sentence by sentence before a first answer is given."""


def find_echoes(
    asked: Asked,
    early: Callable[[Echoes], None] | None,
    sources: Sources,
    check: Callable[[], None],
) -> Echoes:
    """The echoes of a sentence in all documents but its own.

    Where some are found soon, ``early`` is called with these. ``check`` is called between short
    steps and may raise Cancelled. Raises ``search_index.view.Damaged`` where the index turns out
    not to be readable.
    """
    view, texts = sources.view, sources.texts
    wanted = wanted_in(asked.text, *asked.span)
    if not wanted.written:
        return Echoes((), (), view.indexed, len(view.paths))
    candidates = Candidates(asked, sources, _tallies(wanted.words, wanted.pieces, sources, check))
    candidates.gather(check)
    weighing = Weighing(asked, candidates, texts, check)

    def answer(*, whole: bool) -> Echoes:
        return Echoes(
            told(asked, candidates.copies, weighing.found(), sources),
            wanted.written,
            view.indexed,
            len(view.paths),
            candidates.read,
            candidates.complete,
            whole,
        )

    for looked_at, _ in enumerate(weighing.by_sentence(), start=1):
        if looked_at == EARLY and early is not None and (first := answer(whole=False)).echoes:
            early(first)
    names = telling_words(asked.text[slice(*around(asked.text, asked.span, asked.kind))])
    candidates.gather_akin(_tallies(names, (), sources, check), check)
    weighing.by_text(candidates.akin)
    return answer(whole=True)


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
