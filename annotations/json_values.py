"""Annotations as JSON can hold them, times and all: for files that only this program reads."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from annotations.model import Annotation
from annotations.toml_values import NotAnAnnotation, annotation_from, values_of

DAMAGED = (ValueError, TypeError, KeyError, AttributeError, RecursionError, NotAnAnnotation)
"""What reading back raises where a file is not as it was written."""


def as_json(annotation: Annotation | None) -> object:
    """The values of an annotation's table. Raises TypeError for what JSON cannot hold."""
    return None if annotation is None else _plain(values_of(annotation))


def from_json(identifier: str, kept: Any) -> Annotation | None:
    """The annotation, under its id, that ``as_json`` gave. Raises one of ``DAMAGED``."""
    return None if kept is None else annotation_from(identifier, _revived(kept))


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, date | time):
        return {"": value.isoformat()}
    if value is None or isinstance(value, str | int | float):
        return value
    raise TypeError(f"a {type(value).__name__} is not kept")


def _moment(text: str) -> date | time:
    if "T" in text:
        return datetime.fromisoformat(text)
    return time.fromisoformat(text) if ":" in text else date.fromisoformat(text)


def _revived(value: Any) -> Any:
    if isinstance(value, dict):
        if value.keys() == {""}:
            return _moment(str(value[""]))
        return {key: _revived(one) for key, one in value.items()}
    return [_revived(one) for one in value] if isinstance(value, list) else value
