"""Imports asyncio without TLS and Textual without its command palette.

Neither is used here, and together they take a sixth of the time until anything can be seen:
OpenSSL a tenth of asyncio's, the palette with the widgets that it is made of a tenth of Textual's.
Whoever asks for ``ssl`` or ``textual.command`` afterwards gets them.
"""

from __future__ import annotations

import sys
from types import ModuleType


def _import_asyncio() -> None:
    """As where Python was built without TLS."""
    if "asyncio" in sys.modules or "ssl" in sys.modules:
        return
    sys.modules["ssl"] = None  # type: ignore[assignment]  # which Python takes for: there is none
    try:
        import asyncio  # noqa: F401
    finally:
        del sys.modules["ssl"]


class _Placeholders(ModuleType):
    """Stands for a module whose classes are named, but not used, by those who import it."""

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        placeholder = type(name, (), {"__doc__": "Nothing makes one of these."})
        setattr(self, name, placeholder)
        return placeholder


def _import_textual() -> None:
    """With placeholders for the palette, which ``ENABLE_COMMAND_PALETTE = False`` keeps shut."""
    palette = "textual.command"
    if palette in sys.modules or "textual.app" in sys.modules:
        return
    before = set(sys.modules)
    sys.modules[palette] = _Placeholders(palette)
    try:
        import textual.app  # noqa: F401
    except (ImportError, TypeError):  # this Textual makes more of the palette: all of it, then
        for name in [name for name in sys.modules if name.startswith("textual")]:
            if name not in before:
                del sys.modules[name]
    finally:
        sys.modules.pop(palette, None)


_import_asyncio()
_import_textual()
