"""Imports asyncio as where Python was built without TLS, which nothing in the reader speaks.

OpenSSL takes a tenth of the time that asyncio takes to be imported, and some memory, before
anything can be seen. Whoever asks for ``ssl`` afterwards gets it.
"""

from __future__ import annotations

import sys

if "asyncio" not in sys.modules and "ssl" not in sys.modules:
    sys.modules["ssl"] = None  # type: ignore[assignment]  # which Python takes for: there is none
    try:
        import asyncio  # noqa: F401
    finally:
        del sys.modules["ssl"]
