"""The garbage collector rests while somebody loads: it would go through all of it again and again.

Its switch is one for the whole program, and threads that load overlap.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_MANY = 20_000
"""Objects that came to stay meanwhile, from which on no collection is to look at them again."""


class Collector:
    """Counts who wants the collector to rest; it works again when the last one is done."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._loading = 0  # held under the lock, as is the switch

    @contextmanager
    def resting(self) -> Iterator[None]:
        """For as long as the collector is to rest. From any thread."""
        with self._lock:
            self._loading += 1
            gc.disable()
        try:
            yield
        finally:
            with self._lock:
                self._loading -= 1
                if not self._loading:
                    if gc.get_count()[0] > _MANY:
                        gc.freeze()
                    gc.enable()


COLLECTOR = Collector()
"""The one there is."""
