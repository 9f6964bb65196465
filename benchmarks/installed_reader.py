"""A reader made with Textual by others, installed on demand in an environment of its own.

toolong shows text files of any size, and pins a Textual older than ours, so that it cannot share
our environment. It is installed by pip, once, in the benchmarks' part of the user's cache folder.
"""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

import platformdirs

TOOLONG = "toolong==1.5.0"
_PINNED = (TOOLONG, "textual==0.58.1", "rich==15.0.0", "click==8.5.1", "typing-extensions==4.16.0")


class NotInstalledError(Exception):
    """The reader cannot be had here; ``str`` of it says why."""


def toolong_command() -> Path:
    """The command that starts toolong, which is installed first if it is not there.

    Raises ``NotInstalledError``.
    """
    folder = platformdirs.user_cache_path("sidelight-benchmarks", appauthor=False) / TOOLONG
    command = folder / "bin" / "tl"
    if not command.exists():
        try:
            _install(folder)
        except (OSError, subprocess.CalledProcessError) as error:
            raise NotInstalledError(f"{TOOLONG} could not be installed: {error}") from error
    return command


def _install(folder: Path) -> None:
    print(f"installing {TOOLONG} in an environment of its own", file=sys.stderr, flush=True)
    venv.create(folder, with_pip=True, clear=True)
    pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet"]
    subprocess.run([*pip, *_PINNED], check=True, stderr=subprocess.DEVNULL)
