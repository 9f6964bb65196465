"""Each system call of a save is met by a kill, with strace."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import tempfile
from collections import Counter

from annotations.store import Store
from benchmarks.safety.children import Acknowledge, Child, child
from benchmarks.safety.faults import Met
from benchmarks.safety.scenarios import CARRIED, LATER, MOVED, Scenario
from benchmarks.safety.workbench import Harm, workbench
from documents.workspace import Workspace

_CALL = re.compile(r"(\w+)\(")
_LAST = frozenset(("exit_group", "restart_syscall", "rt_sigreturn"))


def can_trace() -> bool:
    """Whether strace is there and may trace."""
    if shutil.which("strace") is None:
        return False
    return subprocess.run(["strace", "-o", "/dev/null", "true"], check=False).returncode == 0


def killed_at_each_system_call() -> Met:
    """Kills saves in a workspace that has annotations at each of their system calls."""
    met, total = 0, Harm()
    for scenario in (LATER, MOVED, CARRIED):
        for name, count in _calls_of_a_save(scenario).items():
            for number in range(1, count + 1):
                killed, done = _killed_at(f"inject={name}:signal=KILL:when={number}", scenario)
                total += done
                met += killed
    return Met(met, total)


def _calls_of_a_save(scenario: Scenario) -> Counter[str]:
    """How often a save makes each system call."""
    with workbench() as workspace, tempfile.NamedTemporaryFile("r") as log:
        scenario.prepare(workspace)
        process = child(lambda say: _save_when_told(workspace, scenario, say))
        _traced(process, ["-o", log.name])
        process.rest()
        names = (match[1] for line in log if (match := _CALL.match(line)))
        return Counter(name for name in names if name not in _LAST)


def _killed_at(injection: str, scenario: Scenario) -> tuple[bool, Harm]:
    """Whether the process met that call, and what came of it."""
    with workbench() as workspace:
        before = scenario.prepare(workspace)
        process = child(lambda say: _save_when_told(workspace, scenario, say))
        _traced(process, ["-o", "/dev/null", "-e", injection])
        said = process.rest()
        return said.killed, scenario.harm(workspace, before, said.ids)


def _save_when_told(workspace: Workspace, scenario: Scenario, acknowledge: Acknowledge) -> None:
    store, document = Store(workspace), workspace.read(scenario.path)
    _ = document.digest
    os.kill(os.getpid(), signal.SIGSTOP)
    acknowledge(scenario.save(store, document))


def _traced(process: Child, options: list[str]) -> None:
    """Lets the stopped process go on to its end, under strace."""
    os.waitpid(process.pid, os.WUNTRACED)
    command = ["strace", "-p", str(process.pid), *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as tracer:
        assert tracer.stderr is not None
        while "attached" not in (line := tracer.stderr.readline()):
            if not line:
                raise RuntimeError("strace could not attach itself to a process")
        os.kill(process.pid, signal.SIGCONT)
        tracer.communicate()
