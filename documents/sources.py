"""Where a document comes from, as a workspace's settings tell it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

_NOTHING: Mapping[str, Any] = MappingProxyType({})


class Source(NamedTuple):
    """What is known of a document's origin; None where the settings do not say.

    ``date`` (of publication) and ``retrieved`` are as written: ISO 8601 where the settings hold a
    TOML date, else the reader's own words. ``extra`` holds every other key of the table.
    """

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    date: str | None = None
    retrieved: str | None = None
    extra: Mapping[str, Any] = _NOTHING
