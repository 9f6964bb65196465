"""What a query asks for that there is none of at all: where nothing is found, that is why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from search_index.answering import Sources
from search_index.finding.matching import AnnotationSubject, matches
from search_index.queries.query import (
    ANYTHING,
    OF_DOCUMENTS,
    Field,
    FieldName,
    Node,
    leaves,
    text_of,
)
from search_index.time_limits import timed

_MOST_NAMED = 6
_NONE = {
    FieldName.TAG: "no annotation has a tag",
    FieldName.NOTE: "no annotation has a note",
    FieldName.STATUS: "no annotation has a status",
    FieldName.DATE: (
        "no document has a date; it would stand in its path, as 2025-03-31, or in sidelight.toml"
    ),
}


def absences(root: Node, sources: Sources) -> list[str]:
    """A line for each field that is asked for and that nothing has, or nothing with that value.

    Raises TookTooLong where there is a limit to the time.
    """
    fields = [leaf for leaf, wanted in leaves(root) if wanted and isinstance(leaf, Field)]
    of_annotations = [field for field in fields if field.name not in OF_DOCUMENTS]
    found = [line for field in fields for line in _of_documents(field, sources)]
    if of_annotations:
        subjects = list(sources.marks.subjects(sources.view.snapshot.records))
        found += [line for field in of_annotations for line in _of_annotations(field, subjects)]
    return list(dict.fromkeys(found))


def _of_documents(field: Field, sources: Sources) -> Iterator[str]:
    paths = sources.view.paths
    if field.name is FieldName.DATE and not sources.fitting(Field(field.name, ANYTHING), paths):
        yield _NONE[FieldName.DATE]
    elif field.name is FieldName.DATE and not sources.fitting(field, paths):
        yield "no document is of these days"
    elif field.name is FieldName.DOC and not sources.fitting(field, paths):
        yield f"no document’s path holds “{text_of(field.term)}”"


def _of_annotations(field: Field, subjects: Sequence[AnnotationSubject]) -> Iterator[str]:
    if not subjects:
        yield "there are no annotations yet"
    elif any(matches(field, each) for each in timed(subjects)):
        return
    elif field.name is FieldName.HAS:
        what = text_of(field.term)
        yield "no annotation is a reply" if what == "reply" else f"no annotation has a {what}"
    elif field.name is FieldName.AUTHOR:
        names = _commonest([each.author] for each in subjects)
        yield f"there is no author “{text_of(field.term)}”; annotations are by {names}"
    elif field.name is FieldName.TAG and (names := _commonest(each.tags for each in subjects)):
        yield f"no annotation has the tag “{text_of(field.term)}”; in use: {names}"
    elif field.term == ANYTHING or field.name is FieldName.TAG:
        yield _NONE[field.name]


def _commonest(found: Iterable[Iterable[str]]) -> str:
    """The names that stand most often, a few of them."""
    counts = Counter(name for names in found for name in names)
    named = [name for name, _ in counts.most_common(_MOST_NAMED)]
    return ", ".join([*named, *["…"] * (len(counts) > len(named))])
