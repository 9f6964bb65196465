"""No link leads out of the workspace."""

from __future__ import annotations

import errno
import os
from pathlib import Path


def confined(root: Path, path: str) -> Path:
    """The real place of ``path``, which is relative to the workspace at ``root``.

    Links inside the workspace are followed. Raises OSError where they lead out of it.
    """
    real = Path(os.path.realpath(root / path))
    if not real.is_relative_to(os.path.realpath(root)):
        raise OSError(errno.EPERM, "a link leads out of the workspace", path)
    return real
