"""What somebody may have meant whose query finds nothing."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from documents.lazy_regex import lazy_regex
from search_index.edits import distance, within
from search_index.engine import Completion
from search_index.finding.accents import accented_letters, unaccented
from search_index.finding.fuzziness import edits_for
from search_index.folding import fold
from search_index.letters import WORD, word_pattern
from search_index.queries.query import And, Field, Near, Node, Not, Or, Term, Words
from search_index.queries.wording import wording
from search_index.time_limits import look_at_the_time, timed

MOST = 3
"""Queries that are suggested."""
_MOST_READ = 4_000_000  # code points of texts that are looked through for words

Vocabulary = Callable[[str], Iterable[Completion]]
"""Gives the words, folded, that have a certain beginning, and how often each stands somewhere."""

_word = lazy_regex(WORD)


def suggestions(root: Node | None, known: Vocabulary) -> list[str]:
    """Queries like this one in which each word that is not ``known`` is one that is, best first.

    A word is replaced by those that are written so but for accents, and then by those that are the
    fewest edits away, of these by the commonest. The first letter is taken to be right. The
    beginning of a word counts as a word where no word begins so: it may be one that is typed to its
    end. None where every word is known, or nothing is like it.
    """
    if root is None:
        return []
    meant = _Meant(known)
    found = [wording(_replaced(root, meant, number)) for number in range(MOST)]
    return list(dict.fromkeys(found)) if meant.changed else []


def words_of(texts: Iterable[str]) -> Vocabulary:
    """The words of texts, which are folded, where there is no index to ask; of many the first."""
    counts: Counter[str] = Counter()
    left = _MOST_READ
    for text in texts:
        look_at_the_time()
        counts.update(word_pattern(text).findall(text[:left]))
        left -= len(text)
        if left <= 0:
            break
    words = sorted(counts)

    def beginning(prefix: str) -> Iterator[Completion]:
        for word in islice(words, bisect_left(words, prefix), None):
            if not word.startswith(prefix):
                return
            yield Completion(word, counts[word])

    return beginning


class _Meant:
    """The words that may have been meant by those that are not known."""

    def __init__(self, known: Vocabulary) -> None:
        self._known = known
        self._found: dict[str, list[str]] = {}
        self.changed = False

    def begins_one(self, beginning: str) -> bool:
        """Whether a word that is known begins so."""
        folded = fold(beginning)
        return any(term.startswith(folded) for term, _ in self._known(folded))

    def word(self, word: str, number: int) -> str:
        """The word itself, or the best like it by its ``number``; the last where there are less."""
        like = self._like(fold(word))
        if not like:
            return word
        self.changed = True
        chosen = like[min(number, len(like) - 1)]
        return chosen.upper() if word.isupper() else chosen.title() if word.istitle() else chosen

    def _like(self, word: str) -> list[str]:
        if word not in self._found:
            self._found[word] = list(islice(self._ranked(word), MOST))
        return self._found[word]

    def _ranked(self, word: str) -> list[str]:
        if any(each.term == word for each in self._known(word)):
            return []
        accented = [
            (0, -frequency, term)
            for first in accented_letters(word[0])
            for term, frequency in timed(self._known(first))
            if not (term.isascii() and word.isascii())
            and unaccented(term) == unaccented(word)
            and _word.fullmatch(term)
        ]
        most = edits_for(word)
        near = [
            (distance(word, term, most), -frequency, term)
            for term, frequency in timed(self._known(word[0]) if most else ())
            if within(word, term, most) and _word.fullmatch(term)
        ]
        return list(dict.fromkeys(term for _, _, term in sorted(accented) + sorted(near)))


def _replaced(node: Node, meant: _Meant, number: int) -> Node:
    match node:
        case Term():
            return _term(node, meant, number)
        case And(parts) | Or(parts):
            return type(node)(tuple(_replaced(part, meant, number) for part in parts))
        case Field() | Not():
            return node


def _term(term: Term, meant: _Meant, number: int) -> Term:
    match term:
        case Words(text, prefix=False):
            return Words(_word.sub(lambda found: meant.word(found.group(), number), text))
        case Words(text, prefix=True):
            last = _word.findall(text)[-1:]
            if not last or meant.begins_one(last[0]):
                return term
            return _term(Words(text), meant, number)
        case Near(left, right, distance):
            sides = [tuple(_term(each, meant, number) for each in side) for side in (left, right)]
            return Near(sides[0], sides[1], distance)
    return term
