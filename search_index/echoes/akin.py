"""The words that tell what a whole text is about, by which documents on the same thing are found.

A sentence may share nothing with its echo that an index knows: a figure written otherwise, a name
in another alphabet. The texts they stand in share the names of what both report.
"""

from __future__ import annotations

from collections import Counter

from documents.lazy_regex import lazy_regex
from search_index.alignment.lexemes import lexeme
from search_index.echoes.wanted import RUN, word_of
from search_index.folding import fold
from search_index.plain_text import plain
from search_index.queries.query import Words
from search_index.terms import is_paired

MOST_WORDS = 10
_LONG = 5
"""Letters of a word that says something where no capital tells a name."""

_cased = lazy_regex(r"[A-ZÀ-ÖØ-ÞΑ-ΩА-Я]")


def telling_words(text: str) -> tuple[Words, ...]:
    """The names that stand most often in a text; in a script without capitals its longer words."""
    text = plain(text)
    runs = Counter(RUN.findall(text))
    if _cased.search(text):
        lower = {run for run in runs if run[0].islower()}
        names = {
            run: count
            for run, count in runs.items()
            if run[0].isupper() and fold(run) not in lower and _says_something(run)
        }
    else:
        names = {
            run: count for run, count in runs.items() if len(run) >= _LONG and _says_something(run)
        }
    most = sorted(names, key=lambda run: (-names[run], -len(run), run))[:MOST_WORDS]
    return tuple(dict.fromkeys(map(word_of, most)))


def _says_something(run: str) -> bool:
    word = lexeme(run)
    return bool(word.stem) and not word.is_general and not is_paired(fold(run))
