"""Links, decisions and conflicts as the arrays of inline tables that stand in an annotation's file.

An entry that is not understood is kept as it was read, behind those that are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, TypeVar

from annotations.model import Anchor, Annotation, Conflict, Decision, Link, LinkKind

CONFLICT_FIELDS: Mapping[str, tuple[str, ...]] = {
    "note": ("note",),
    "status": ("status",),
    "place": ("start", "end", "exact", "prefix", "suffix", "text", "anchor"),
}
"""What can be in conflict, each with the attributes of an annotation that it is made of."""

_LINK_KEYS = frozenset(("kind", "id", "document", "author", "exact"))
_DECISION_KEYS = frozenset(("status", "date", "author", "exact"))
_KINDS = {kind.value: kind for kind in LinkKind}
_Entry = TypeVar("_Entry", Link, Decision, Conflict)


def read_entries(
    values: Mapping[str, Any], key: str, read: Callable[[Mapping[str, Any]], _Entry | None]
) -> tuple[tuple[_Entry, ...], object]:
    """The entries under ``key``, and what of its value is none (None where nothing is left)."""
    value = values.get(key)
    if not isinstance(value, list):
        return (), value
    found = [(read(one) if isinstance(one, dict) else None, one) for one in value]
    odd = [one for entry, one in found if entry is None]
    return tuple(entry for entry, _ in found if entry is not None), odd or None


def link_from(values: Mapping[str, Any]) -> Link | None:
    """A link, where the table holds one and nothing else."""
    kind, target = values.get("kind"), values.get("id")
    document, author, exact = (values.get(key, "") for key in ("document", "author", "exact"))
    if not all(isinstance(one, str) for one in (kind, target, document, author, exact)):
        return None
    if not target or kind not in _KINDS or not values.keys() <= _LINK_KEYS:
        return None
    return Link(_KINDS[kind], target, document, author, exact)


def decision_from(values: Mapping[str, Any]) -> Decision | None:
    """A decision, where the table holds one and nothing else."""
    status, author, exact = values.get("status"), values.get("author", ""), values.get("exact", "")
    date = _moment(values.get("date"))
    if not isinstance(status, str) or not isinstance(author, str) or not isinstance(exact, str):
        return None
    if date is None or not values.keys() <= _DECISION_KEYS:
        return None
    return Decision(status, date, author, exact)


def conflict_from(values: Mapping[str, Any]) -> Conflict | None:
    """A conflict, where the table holds one and nothing else."""
    modified = _moment(values.get("modified"))
    rest = {key: value for key, value in values.items() if key != "modified"}
    field = next((name for name, keys in CONFLICT_FIELDS.items() if rest.keys() & {*keys}), None)
    if modified is None or field is None:
        return None
    numbers = {"start", "end"}
    for key, value in rest.items():
        right = isinstance(value, int if key in numbers else str)
        if key not in CONFLICT_FIELDS[field] or not right or isinstance(value, bool):
            return None
    if "anchor" in rest:
        if rest["anchor"] not in {anchor.value for anchor in Anchor}:
            return None
        rest["anchor"] = Anchor(rest["anchor"])
    return Conflict(field, _filled(field, rest), modified)


def conflict_over(field: str, theirs: Annotation) -> Conflict:
    """The conflict that keeps ``field`` as it is in ``theirs``."""
    values = {name: getattr(theirs, name) for name in CONFLICT_FIELDS[field]}
    return Conflict(field, _filled(field, values), theirs.modified)


def entries_of(annotation: Annotation) -> dict[str, list[dict[str, Any]]]:
    """What stands under the keys of links, history and conflicts; without those that are empty."""
    found = {
        "links": [_link(one) for one in annotation.links],
        "history": [_decision(one) for one in annotation.history],
        "conflicts": [_conflict(one) for one in annotation.conflicts],
    }
    return {key: entries for key, entries in found.items() if entries}


def with_odd(entries: list[dict[str, Any]], odd: object) -> list[object]:
    """Entries together with what was read under the same key and was none."""
    return [*entries, *(odd if isinstance(odd, list) else [odd])]


def _link(link: Link) -> dict[str, Any]:
    values = {
        "id": link.target,
        "document": link.document,
        "author": link.author,
        "exact": link.exact,
    }
    return {"kind": link.kind.value} | {key: value for key, value in values.items() if value}


def _decision(decision: Decision) -> dict[str, Any]:
    values = {"status": decision.status, "date": decision.date}
    more = {"author": decision.author, "exact": decision.exact}
    return values | {key: value for key, value in more.items() if value}


def _conflict(conflict: Conflict) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, value in conflict.values:
        if conflict.field == "place" and value in (None, ""):
            continue
        values[name] = value.value if isinstance(value, Anchor) else value
    return values | {"modified": conflict.modified}


def _filled(field: str, values: Mapping[str, Any]) -> tuple[tuple[str, object], ...]:
    """Every attribute of a field, with those that were left out."""
    absent = {"start": None, "end": None, "text": None, "anchor": None}
    names = CONFLICT_FIELDS[field]
    return tuple((name, values.get(name, absent.get(name, ""))) for name in names)


def _moment(value: object) -> datetime | None:
    return in_utc(value) if isinstance(value, datetime) else None


def in_utc(moment: datetime) -> datetime:
    """A time in UTC; taken for it where it names no zone, or is at an end of the calendar."""
    if moment.tzinfo is None:
        return moment.replace(tzinfo=UTC)
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        return moment.replace(tzinfo=UTC)
