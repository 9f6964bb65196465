"""Which encodings a text without a byte-order mark, and not in UTF-8, is likely to be in."""

from __future__ import annotations

from collections.abc import Iterator

SAMPLE = 64 * 1024
"""Bytes looked at; the whole is decoded by the caller."""


def likely_encodings(data: bytes) -> Iterator[str]:
    """Names of Python codecs, the likeliest first."""
    from charset_normalizer import from_bytes

    for match in from_bytes(data[:SAMPLE]):
        yield match.encoding
    yield "cp1252"
