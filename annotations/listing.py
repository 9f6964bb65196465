"""What ``sidelight list --json`` says of an annotation: one JSON object, on one line.

The object is the interchange form of an annotation. ``check`` prints it, ``export --format jsonl``
writes it and ``import`` reads it, so whatever one of them learns belongs here.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from annotations.toml_entries import entries_of
from annotations.toml_values import UNKNOWN_TIME

if TYPE_CHECKING:
    from annotations.model import PlacedAnnotation
    from documents.sources import Source


def as_object(placed: PlacedAnnotation, source: Source | None = None) -> dict[str, object]:
    """The object that ``list --json`` prints for an annotation.

    ``start`` and ``end`` are code points of today's text of the document; they are None for an
    orphan and for a note on the document as a whole. A time that nobody recorded is None.
    ``source_author``, ``reply_to``, ``links``, ``history``, ``conflicts``, ``decided_on`` (the
    words that the status was decided on, where others stand there today) and ``source`` (where the
    document comes from) are there only where they say something.
    """
    one = placed.annotation
    listed: dict[str, object] = {
        "id": one.id,
        "author": placed.author,
        "document": placed.document,
        "start": placed.start,
        "end": placed.end,
        "exact": one.exact,
        "prefix": one.prefix,
        "suffix": one.suffix,
        "text": placed.text,
        "tags": list(one.tags),
        "note": one.note,
        "status": one.status,
        "anchor": str(placed.anchor),
        "created": _known(one.created),
        "modified": _known(one.modified),
    }
    optional = {
        "source_author": one.source_author,
        "reply_to": one.reply_to,
        **{key: _plain(entries) for key, entries in entries_of(one).items()},
        "decided_on": placed.decided_on,
        "source": source_object(source) if source else None,
    }
    return listed | {key: value for key, value in optional.items() if value}


def source_object(source: Source) -> dict[str, object]:
    """What is on record of where a document comes from; empty where nothing is."""
    known: dict[str, object] = {
        "title": source.title,
        "outlet": source.outlet,
        "url": source.url,
        "date": source.date,
        "retrieved": source.retrieved,
        **source.extra,
    }
    return {key: _plain(value) for key, value in known.items() if value not in (None, "")}


def iso(moment: datetime) -> str:
    """A moment as ISO 8601 in UTC, such as ``2026-11-21T19:00:00Z``."""
    return utc(moment).isoformat().replace("+00:00", "Z")


def _known(moment: datetime) -> str | None:
    return None if moment == UNKNOWN_TIME else iso(moment)


def utc(moment: datetime) -> datetime:
    """The moment in UTC. One without a zone, as a person may write it by hand, is taken as UTC."""
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def _plain(value: object) -> object:
    """A value of a TOML file as JSON knows it: times as ISO 8601, the rest as it is."""
    if isinstance(value, datetime) and value.tzinfo:
        return iso(value)
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, float) and value - value != 0:  # JSON has no infinity and no NaN
        return str(value)
    return value
