"""An annotation as the values of its TOML table, and back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

from annotations.model import Anchor, Annotation, Conflict, Decision, Link
from annotations.paths import written_path
from annotations.toml_entries import (
    conflict_from,
    decision_from,
    entries_of,
    in_utc,
    link_from,
    read_entries,
    with_odd,
)
from documents.lazy_regex import lazy_regex

UNKNOWN_TIME = datetime(1970, 1, 1, tzinfo=UTC)
"""Stands for a time that a file does not give; it is not written."""

KEY_ORDER = (
    "start",
    "end",
    "exact",
    "prefix",
    "suffix",
    "tags",
    "note",
    "status",
    "created",
    "modified",
    "text",
    "anchor",
    "reply_to",
    "source_author",
    "links",
    "history",
    "conflicts",
    "deleted",
)
"""The keys this version knows, in the order in which a new table has them."""

_ENTRY_KEYS = frozenset(("links", "history", "conflicts"))
_KNOWN_KEYS = frozenset(KEY_ORDER)
_SURROGATES = lazy_regex("[\ud800-\udfff]")


class NotAnAnnotation(Exception):
    """A table that cannot be understood; ``key`` is where, empty for the table as a whole."""

    def __init__(self, key: str, reason: str) -> None:
        super().__init__(key, reason)
        self.key = key
        self.reason = reason


def annotation_from(identifier: str, values: object) -> Annotation:
    """The annotation that a table holds.

    Lenient where the sense is clear: one tag without its array, a date for a time, a time without
    a zone (taken as UTC), a number for a text. Raises NotAnAnnotation where it is not.
    """
    if not isinstance(values, dict):
        raise NotAnAnnotation("", "it is not a table")
    start, end = _span(values)
    created, modified = _time(values, "created"), _time(values, "modified")
    anchor = _anchor(values.get("anchor"))
    entries = _entries(values) if not _ENTRY_KEYS.isdisjoint(values) else _NO_ENTRIES
    return Annotation(
        id=identifier,
        start=start,
        end=end,
        exact=_string(values, "exact"),
        prefix=_string(values, "prefix"),
        suffix=_string(values, "suffix"),
        tags=_tags(values.get("tags", [])),
        note=_string(values, "note"),
        status=_string(values, "status"),
        created=created or modified or UNKNOWN_TIME,
        modified=modified or created or UNKNOWN_TIME,
        text=_string(values, "text") or None,
        anchor=anchor,
        source_author=_string(values, "source_author") or None,
        reply_to=_string(values, "reply_to") or None,
        links=entries.links,
        history=entries.history,
        conflicts=entries.conflicts,
        deleted=_time(values, "deleted"),
        extra=_extra(values, anchor) | entries.odd,
    )


class _Entries(NamedTuple):
    links: tuple[Link, ...]
    history: tuple[Decision, ...]
    conflicts: tuple[Conflict, ...]
    odd: dict[str, object]


_NO_ENTRIES = _Entries((), (), (), {})


def _entries(values: Mapping[str, Any]) -> _Entries:
    links, odd_links = read_entries(values, "links", link_from)
    history, odd_history = read_entries(values, "history", decision_from)
    conflicts, odd_conflicts = read_entries(values, "conflicts", conflict_from)
    odd = {"links": odd_links, "history": odd_history, "conflicts": odd_conflicts}
    kept = {key: value for key, value in odd.items() if value is not None}
    return _Entries(links, history, conflicts, kept)


def values_of(annotation: Annotation) -> dict[str, Any]:
    """What stands in the table of ``annotation``, in order; what is empty is left out.

    Of one that was deleted, that and when it was last changed.
    """
    if annotation.deleted:
        return {
            "modified": _written_time(annotation.modified),
            "deleted": in_utc(annotation.deleted),
        }
    values: dict[str, Any] = {
        "start": annotation.start,
        "end": annotation.end,
        "exact": annotation.exact,
        "prefix": annotation.prefix,
        "suffix": annotation.suffix,
        "tags": list(annotation.tags),
        "note": annotation.note,
        "status": annotation.status,
        "created": _written_time(annotation.created),
        "modified": _written_time(annotation.modified),
        "text": annotation.text,
        "anchor": annotation.anchor.value if annotation.anchor else None,
        "reply_to": annotation.reply_to,
        "source_author": annotation.source_author,
    }
    known = {key: value for key, value in values.items() if value not in (None, "", [])}
    if annotation.links or annotation.history or annotation.conflicts:
        extra = annotation.extra
        for key, entries in entries_of(annotation).items():
            known[key] = with_odd(entries, extra[key]) if key in extra else entries
    return known | {key: value for key, value in annotation.extra.items() if key not in known}


def writable(annotation: Annotation) -> Annotation:
    """``annotation`` as a file can hold it: UTF-8 has no lone surrogates, times are in UTC."""
    from dataclasses import replace

    return replace(
        annotation,
        id=_whole(annotation.id),
        exact=_whole(annotation.exact),
        prefix=_whole(annotation.prefix),
        suffix=_whole(annotation.suffix),
        tags=tuple(_whole(tag) for tag in annotation.tags if tag),
        note=_whole(annotation.note),
        status=_whole(annotation.status),
        created=in_utc(annotation.created),
        modified=in_utc(annotation.modified),
        text=annotation.text or None,
        reply_to=_whole(annotation.reply_to or "") or None,
        source_author=_whole(annotation.source_author or "") or None,
        links=tuple(
            replace(link, document=written_path(link.document)) for link in annotation.links
        ),
        history=tuple(
            Decision(_whole(one.status), in_utc(one.date), _whole(one.author), _whole(one.exact))
            for one in annotation.history
        ),
    )


def same_values(one: object, other: object) -> bool:
    """Whether two TOML values are the same; ``nan`` counts as the same as itself."""
    return one == other or repr(one) == repr(other)


def _whole(text: str) -> str:
    return _SURROGATES.sub("\ufffd", text) if not text.isascii() else text


def _span(values: Mapping[str, Any]) -> tuple[int | None, int | None]:
    start, end = _offset(values, "start"), _offset(values, "end")
    if (start is None) != (end is None):
        missing = "start" if start is None else "end"
        raise NotAnAnnotation("", f'it has no "{missing}"')
    if start is not None and end is not None and not 0 <= start < end:
        raise NotAnAnnotation("end", f"its span runs from {start} to {end}")
    return start, end


def _offset(values: Mapping[str, Any], key: str) -> int | None:
    value = values.get(key)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    raise NotAnAnnotation(key, f'"{key}" is not a whole number')


def _string(values: Mapping[str, Any], key: str) -> str:
    value = values.get(key, "")
    if isinstance(value, str):
        return value
    if isinstance(value, int | float | date) and not isinstance(value, bool):
        return str(value)
    raise NotAnAnnotation(key, f'"{key}" is not a text')


def _tags(value: object) -> tuple[str, ...]:
    found = [value] if isinstance(value, str) else value
    if isinstance(found, list) and all(isinstance(tag, str) for tag in found):
        return tuple(tag for tag in found if tag)
    raise NotAnAnnotation("tags", '"tags" is not an array of texts')


def _time(values: Mapping[str, Any], key: str) -> datetime | None:
    value = values.get(key)
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            raise NotAnAnnotation(key, f'"{key}" is not a time') from None
    if isinstance(value, date) and not isinstance(value, datetime):
        value = datetime(value.year, value.month, value.day)
    if value is None or isinstance(value, datetime):
        return in_utc(value) if value else None
    raise NotAnAnnotation(key, f'"{key}" is not a time')


def _written_time(moment: datetime) -> datetime | None:
    return None if moment == UNKNOWN_TIME else in_utc(moment)


def _anchor(value: object) -> Anchor | None:
    return next((anchor for anchor in Anchor if anchor.value == value), None)


def _extra(values: Mapping[str, Any], anchor: Anchor | None) -> dict[str, Any]:
    """The keys this version does not know, and an anchor it does not know."""
    extra = {key: value for key, value in values.items() if key not in _KNOWN_KEYS}
    if "anchor" in values and anchor is None:
        extra["anchor"] = values["anchor"]
    return extra
