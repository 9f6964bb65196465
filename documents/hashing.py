"""Hashes without ``hashlib``, which brings all of OpenSSL into memory: three megabytes.

Python has the same functions in small modules of its own. Their names differ between versions and
are not promised, so that ``hashlib`` stands in where they are missing.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Protocol

_LONG = 16 * 1024**2
"""Bytes from which OpenSSL's speed is worth its room."""


class Hash(Protocol):
    """What is fed with bytes, piece by piece, and then tells their hash."""

    def update(self, data: bytes | bytearray, /) -> None:
        """Takes the bytes that follow those it was given."""

    def hexdigest(self) -> str:
        """The hash of all that it was given, in hexadecimal."""


def sha256(size: int = 0) -> Hash:
    """A new SHA-256, to be fed with about ``size`` bytes."""
    if size < _LONG and "hashlib" not in sys.modules:
        for module in ("_sha2", "_sha256"):  # from Python 3.12 on, and before
            if (made := _made_by(module, "sha256")) is not None:
                return made()
    import hashlib

    return hashlib.sha256()


def sha256_of(data: bytes | bytearray) -> str:
    """The SHA-256 of some bytes, in hexadecimal."""
    digest = sha256(len(data))
    digest.update(data)
    return digest.hexdigest()


def blake2b() -> Hash:
    """A new BLAKE2b of 64 bytes."""
    if (made := _made_by("_blake2", "blake2b")) is not None:
        return made()
    import hashlib

    return hashlib.blake2b()


@cache
def _made_by(module: str, name: str) -> Callable[[], Hash] | None:
    """What makes a new hash in a module, which may be missing: that is looked for on disk."""
    try:
        found: Callable[[], Hash] = getattr(import_module(module), name)
    except (ImportError, AttributeError):
        return None
    return found
