"""Whose annotations they are: names of authors, which are names of folders."""

from __future__ import annotations

import unicodedata

_UNNAMED = "reader"
_LONGEST = 200  # bytes; file systems stop at 255


def author_name(raw: str) -> str:
    """The folder that the author ``raw`` writes to.

    Letters, digits, ``-`` and ``_`` are kept, the rest becomes ``-``. Composed first, so that a
    name typed on a system that decomposes accents is the same author. Applying it to its own
    result changes nothing.
    """
    composed = unicodedata.normalize("NFC", raw.strip())
    name = "".join(c if c.isalnum() or c in "-_" else "-" for c in composed)
    cut = name.encode("utf-8")[:_LONGEST].decode("utf-8", "ignore")
    return cut or _UNNAMED


def default_author(configured: str | None) -> str:
    """The author to write as when none was named: the configured one, else the login name."""
    if configured and configured.strip():
        return author_name(configured)
    return author_name(_login_name())


def _login_name() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such user, as in many containers
        return _UNNAMED
