"""Text into HTML: nothing in it becomes markup, and nothing in it stays unseen."""

from __future__ import annotations

import re

from annotations.exports.characters import UNSEEN, name_of, one_line
from documents.lazy_regex import lazy_regex

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}
_SPECIAL = lazy_regex(f"[&<>\"'{UNSEEN}]")


def escaped(text: str) -> str:
    """The text for the inside of an element; hidden characters are named in a small box."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _SPECIAL.sub(_element_text, text)


def attribute(text: str) -> str:
    """The text for an attribute's value in double quotes, on one line."""
    return _SPECIAL.sub(_attribute_text, one_line(text))


def span(kind: str, text: str | None) -> str:
    """Text of its own direction, in an element of the class ``kind``; nothing for no text."""
    return f'<span class="{kind}" dir="auto">{escaped(text)}</span>' if text else ""


def shortened(text: str, limit: int) -> str:
    """The text on one line, cut at a word where it is longer than ``limit``."""
    line = one_line(text)
    if len(line) <= limit:
        return line
    cut = line[:limit]
    return (cut.rsplit(" ", 1)[0] if " " in cut[limit // 2 :] else cut) + "…"


def _element_text(match: re.Match[str]) -> str:
    character = match[0]
    return _ENTITIES.get(character) or f'<span class="unseen">{name_of(character)}</span>'


def _attribute_text(match: re.Match[str]) -> str:
    character = match[0]
    return _ENTITIES.get(character) or name_of(character)
