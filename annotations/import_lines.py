"""A line of JSON becomes the fields of an annotation, each checked."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from annotations.model import Anchor, Decision, Link, LinkKind
from annotations.toml_entries import decision_from, link_from
from annotations.toml_values import UNKNOWN_TIME

LONGEST_NAME = 200
"""Of an id, a tag or a status, in code points."""

_MISSING = object()


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedLine:
    """What a line says; None where it says nothing.

    ``text`` is the SHA-256 of the text that ``start`` and ``end`` count in, ``anchor`` how they sat
    on it.
    """

    document: str
    start: int | None
    end: int | None
    exact: str | None
    prefix: str | None
    suffix: str | None
    tags: tuple[str, ...]
    note: str
    status: str | None
    id: str | None
    author: str | None
    source_author: str | None
    reply_to: str | None
    created: datetime | None
    modified: datetime | None
    anchor: Anchor | None
    text: str | None
    links: tuple[Link, ...]
    history: tuple[Decision, ...]


def parse_line(line: str) -> ImportedLine:
    """The annotation in a line of JSON; raises ValueError, which says what is wrong with it."""
    fields = _object(line)
    start, end = _span(fields)
    return ImportedLine(
        document=_document(fields),
        start=start,
        end=end,
        exact=_string(fields, "exact"),
        prefix=_string(fields, "prefix"),
        suffix=_string(fields, "suffix"),
        tags=_tags(fields),
        note=_string(fields, "note") or "",
        status=_name(fields, "status"),
        id=_name(fields, "id") or None,
        author=_string(fields, "author"),
        source_author=_string(fields, "source_author") or None,
        reply_to=_name(fields, "reply_to") or None,
        created=_time(fields, "created"),
        modified=_time(fields, "modified"),
        anchor=_anchor(fields),
        text=_string(fields, "text"),
        links=tuple(_link(one) for one in _objects(fields, "links")),
        history=tuple(_decision(one) for one in _objects(fields, "history")),
    )


def _object(line: str) -> dict[str, Any]:
    try:
        fields = json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"it is not JSON ({error.msg} at column {error.colno})") from None
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    if not isinstance(fields, dict):
        raise ValueError("it is not a JSON object")
    return fields


def _document(fields: Mapping[str, Any]) -> str:
    path = _string(fields, "document")
    if not path:
        raise ValueError('"document" is missing')
    return path


def _span(fields: Mapping[str, Any]) -> tuple[int | None, int | None]:
    start, end = _offset(fields, "start"), _offset(fields, "end")
    if (start is None) != (end is None):
        raise ValueError('of "start" and "end" one is null and the other is not')
    if start is not None and end is not None and not 0 <= start < end:
        raise ValueError(f"a span cannot run from {start} to {end}")
    return start, end


def _offset(fields: Mapping[str, Any], key: str) -> int | None:
    value = fields.get(key, _MISSING)
    if value is _MISSING:
        raise ValueError(f'"{key}" is missing')
    if isinstance(value, float) and value.is_integer():  # as some programs write every number
        value = int(value)
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    raise ValueError(f'"{key}" is not a whole number')


def _string(fields: Mapping[str, Any], key: str) -> str | None:
    value = fields.get(key)
    if value is None or isinstance(value, str):
        return value
    raise ValueError(f'"{key}" is not a string')


def _name(fields: Mapping[str, Any], key: str) -> str | None:
    value = _string(fields, key)
    if value and (problem := _name_problem(value)):
        raise ValueError(f'"{key}" {problem}')
    return value


def _name_problem(name: str) -> str | None:
    if len(name) > LONGEST_NAME:
        return f"is longer than {LONGEST_NAME} characters"
    return None if name.isprintable() else "holds a control or invisible character"


def _tags(fields: Mapping[str, Any]) -> tuple[str, ...]:
    value = fields.get("tags")
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(tag, str) for tag in value):
        raise ValueError('"tags" is not a list of strings')
    for tag in value:
        problem = _name_problem(tag) if tag.strip() else "is empty"
        if problem:
            raise ValueError(f"one of the tags {problem}")
    return tuple(dict.fromkeys(value))


def _time(fields: Mapping[str, Any], key: str) -> datetime | None:
    """The moment at ``key``, in UTC; null is a moment that nobody knows."""
    if key not in fields:
        return None
    value = _string(fields, key)
    if value is None:
        return UNKNOWN_TIME
    try:
        moment = datetime.fromisoformat(value)
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        example = "2026-11-21T19:00:00Z"
        raise ValueError(f'"{key}" is not a time in ISO 8601, such as {example}') from None


def _objects(fields: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    value = fields.get(key)
    if value is None:
        return []
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise ValueError(f'"{key}" is not a list of objects')
    return value


def _link(fields: Mapping[str, Any]) -> Link:
    link = link_from(fields)
    if link is None or _name_problem(link.target + link.author):
        kinds = ", ".join(kind.value for kind in LinkKind)
        raise ValueError(f'one of the links is none: it needs an "id", and a "kind" of {kinds}')
    return link


def _decision(fields: Mapping[str, Any]) -> Decision:
    found = decision_from({**fields, "date": _time(fields, "date")})
    if found is None or _name_problem(found.status) or _name_problem(found.author):
        raise ValueError('one of the decisions in "history" is none: it needs "status" and "date"')
    return found


def _anchor(fields: Mapping[str, Any]) -> Anchor | None:
    value = _string(fields, "anchor")
    return next((anchor for anchor in Anchor if anchor == value), None)
