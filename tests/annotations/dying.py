"""Machines that die at one of the writes of a save, and disks that refuse one."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from annotations import move_journal, replacing
from annotations.durable import write_durably
from annotations.move_journal import MoveJournal


class Died(BaseException):
    """The machine stopped before it wrote something."""


@contextmanager
def dying(step: int) -> Iterator[None]:
    """The ``step``-th of what a save writes or removes, and what follows, does not happen."""

    def die(number: int, *of_what: object) -> None:
        if number >= step:
            raise Died

    with _before_each_write(die):
        yield


@contextmanager
def refusing(step: int, number: int = errno.ENOSPC, *, once: bool = False) -> Iterator[None]:
    """The ``step``-th of what a save writes or removes is refused, and what follows unless once."""

    def refuse(n: int, *of_what: object) -> None:
        if n == step or (n > step and not once):
            raise OSError(number, os.strerror(number))

    with _before_each_write(refuse):
        yield


@contextmanager
def unwritable(name: str) -> Iterator[None]:
    """No file of that name can be written."""

    def refuse(number: int, file: object, *data: object) -> None:
        if isinstance(file, Path) and file.name == name:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    with _before_each_write(refuse):
        yield


@contextmanager
def _before_each_write(happen: Callable[..., None]) -> Iterator[None]:
    """Calls ``happen`` before each write and removal: with its number, from one, and of what."""
    done = [0]

    def counted(do: Callable[..., None]) -> Callable[..., None]:
        def counting(*arguments: object, **more: object) -> None:
            done[0] += 1
            happen(done[0], *arguments)
            do(*arguments, **more)

        return counting

    with pytest.MonkeyPatch.context() as patch:
        for module in (replacing, move_journal):
            patch.setattr(module, "write_durably", counted(write_durably))
        patch.setattr(MoveJournal, "clear", counted(MoveJournal.clear))
        yield
