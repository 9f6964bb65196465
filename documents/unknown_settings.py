"""Keys of ``sidelight.toml`` that say nothing where they stand: misspelt, or in the wrong table.

A key behind a table's heading belongs to that table, which nobody sees who adds a line at the end
of a file. What was meant to keep words of the texts from being stored must not be passed over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from documents.meant import meant, nearest

Place = tuple[str | int, ...]
"""Where a value stands: the keys that lead to it."""

SETTINGS = ("keep_texts", "index", "ignore", "statuses", "tag", "search", "source")
"""What may stand in the file outside its tables, and the tables."""
TAG = ("name", "key", "hue", "review")
SEARCH = ("name", "query")
SOURCE = ("title", "outlet", "url", "date", "retrieved")
"""What is known of a source; whatever else stands there is a person's own, and is exported."""

_PRIVATE = ("index", "keep_texts")
"""Settings that say what must not be stored."""
_CLOSE = 0.75  # so is "idx" to "index", and "indent" is not
_OF_THE_WORKSPACE = ("keep_texts", "index", "ignore", "statuses")


class Unknown(NamedTuple):
    """A key that says nothing where it stands: in the table of that heading, where it is in one.

    ``known`` are the keys that may stand there; none where it is the place itself that is amiss.
    ``place`` is that of the key, or of the first in the table that it names.
    """

    key: str
    place: Place
    heading: str
    known: tuple[str, ...]

    @property
    def is_harmful(self) -> bool:
        """Whether it looks like a setting that says what must not be stored."""
        return is_private(self.key)

    @property
    def reason(self) -> str:
        """What is wrong, and the mend, in one line."""
        key, where = self.key, f" in {self.heading}" if self.heading else ""
        wanted = (nearest(key, _PRIVATE) or "index") if self.is_harmful else key
        if self.heading and wanted in _OF_THE_WORKSPACE:
            misspelt = "" if wanted == key else f', and call it "{wanted}"'
            return (
                f'"{key}" stands in the table {self.heading} here, where it says nothing; '
                f"put it above the first table{misspelt}"
            )
        known = (wanted,) if self.is_harmful else self.known
        return f'unknown key "{key}"{where}; {meant(wanted, known)}'


def unknown_keys(values: Mapping[str, Any]) -> Iterator[Unknown]:
    """The keys that say nothing, of a file whose known ones are as they should be."""
    for key, value in values.items():
        if key not in SETTINGS:
            yield Unknown(key, _first((key,), value), "", SETTINGS)
            yield from _private_below((key,), value)
    for kind, known in (("tag", TAG), ("search", SEARCH)):
        for number, table in enumerate(values.get(kind, ())):
            for key in table.keys() - set(known):
                yield Unknown(key, (kind, number, key), f"[[{kind}]]", known)
    for path, table in values.get("source", {}).items():
        for key, value in table.items():
            if key not in SOURCE and _is_of_the_workspace(key, value):
                yield Unknown(key, ("source", path, key), f'[source."{path}"]', ())


def _first(place: Place, value: object) -> Place:
    """The place of what stands first in a table, which may have no heading of its own."""
    while isinstance(value, dict) and value:
        key, value = next(iter(value.items()))
        place = (*place, key)
    return place


def is_private(key: str) -> bool:
    """Whether a key looks like a setting that says what must not be stored."""
    spelt = key.casefold().replace("-", "_")
    return "index" in spelt or bool(nearest(spelt, _PRIVATE, _CLOSE))


def _is_of_the_workspace(key: str, value: object) -> bool:
    """Whether what stands with a source is no fact about it, by its name and value."""
    if isinstance(value, bool) or value in ("workspace", "private", "off"):
        return is_private(key)
    return key in _OF_THE_WORKSPACE and isinstance(value, list)


def _private_below(place: Place, value: object) -> Iterator[Unknown]:
    """What looks like a setting of what must not be stored, in a table that is not known."""
    pairs: Iterable[tuple[str | int, object]] = ()
    if isinstance(value, dict):
        pairs = value.items()
    elif isinstance(value, list):
        pairs = enumerate(value)
    for key, inner in pairs:
        if isinstance(inner, dict | list):
            yield from _private_below((*place, key), inner)
        elif isinstance(key, str) and is_private(key):
            yield Unknown(key, (*place, key), f"[{'.'.join(map(str, place))}]", ())
