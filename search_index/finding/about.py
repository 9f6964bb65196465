"""What a query can ask of a document as a whole: its path, title, language and date."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from fnmatch import fnmatchcase
from functools import cached_property

from documents.sources import Source
from search_index.dates import asked_days, document_days
from search_index.finding.patterns import places_in
from search_index.folding import fold
from search_index.queries.query import ANYTHING, Field, FieldName, Term, text_of
from search_index.texts import SearchText


class About:
    """A document as queries see it; ``read`` gives its text, which is asked for if need be."""

    def __init__(self, path: str, source: Source, read: Callable[[], SearchText | None]) -> None:
        self.path = path
        self._source = source
        self._read = read

    @cached_property
    def text(self) -> SearchText | None:
        """The text, or None where there is none."""
        return self._read()

    def has(self, field: Field) -> bool:
        """Whether the document has what a field asks of documents."""
        match field.name:
            case FieldName.DOC:
                return path_matches(field.term, self.path)
            case FieldName.DATE:
                return date_matches(field.term, self.path, self._source)
            case FieldName.LANG:
                from search_index.languages import is_language

                return self.text is not None and is_language(
                    self.text.language, text_of(field.term)
                )
            case FieldName.TITLE:
                return any(self._titled(title, field.term) for title in self._titles())
            case _:
                return False

    def _titles(self) -> list[str]:
        """The titles that it has: by its source on record, and by its text."""
        titles = [self._source.title or ""]
        if self.text:
            titles.append(self.text.text[slice(*self.text.title)])
        return titles

    @staticmethod
    def _titled(title: str, term: Term) -> bool:
        return bool(title) if term == ANYTHING else places_in(title, term) > 0


def path_matches(term: Term, path: str) -> bool:
    """Whether a path contains the words of ``doc:``, or fits them where they are a glob."""
    wanted, path = fold(text_of(term)), fold(path)
    if not any(character in wanted for character in "*?["):
        return wanted in path
    names = (path, posixpath.basename(path))
    return any(fnmatchcase(name, wanted) for name in names) or fnmatchcase(path, f"*/{wanted}")


def date_matches(term: Term, path: str, source: Source) -> bool:
    """Whether a document is of the days that ``date:`` asks for; not where it has no date."""
    asked, days = asked_days(text_of(term)), document_days(path, source.date)
    return asked is not None and days is not None and asked.meets(days)
