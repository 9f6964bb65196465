"""Keeps the index up to date in a process of its own, at low priority."""

from __future__ import annotations

import json
import subprocess
import sys
import threading

from documents.workspace import Workspace
from search_index.engine import Progress

_GRACE = 2.0  # seconds to end in before a process is killed


class IndexProcess:
    """A builder's process. It ends by itself when it is done, or when this program ends.

    It imports nothing from the workspace, whose folders may bear the names of modules: Python
    starts in safe-path mode, and elsewhere.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._process: subprocess.Popen[str] | None = None
        self._reader: threading.Thread | None = None
        self._latest: Progress | None = None

    @property
    def running(self) -> bool:
        """Whether the process is at work."""
        return self._process is not None and self._process.poll() is None

    def start(self) -> None:
        """Starts the process, unless it is at work. Where none can be started nothing happens."""
        if self.running:
            return
        self._latest = None
        try:
            self._process = subprocess.Popen(
                self._command(),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd="/",
                text=True,
                encoding="ascii",
                start_new_session=True,  # ctrl+c at the terminal is not meant for it
            )
        except (OSError, ValueError):
            return
        self._reader = threading.Thread(target=self._read, args=(self._process,), daemon=True)
        self._reader.start()

    def poll(self) -> Progress | None:
        """The latest news, or None before there is any."""
        return self._latest

    def wait(self, timeout: float | None = None) -> bool:
        """Waits until the process has ended and its news are in; False where time ran out."""
        if self._reader is None:
            return True
        self._reader.join(timeout)
        return not self._reader.is_alive()

    def stop(self) -> None:
        """Ends the process; what it has written so far stays."""
        process = self._process
        if process is None:
            return
        process.terminate()
        try:
            process.wait(_GRACE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        self.wait(_GRACE)

    def _command(self) -> list[str]:
        module = "search_index.indexing.process"
        only = sorted(self._workspace.only or ())
        return [sys.executable, "-P", "-m", module, str(self._workspace.root), *only]

    def _read(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout
        with process.stdout:
            for line in process.stdout:
                self._latest = Progress(**json.loads(line))
        process.wait()
