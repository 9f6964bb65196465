"""Regular expressions that are compiled when they are first used.

A class of the letters of many scripts takes milliseconds to compile, and all the expressions of the
program together take longer than many an answer: nobody waits for those that are not needed.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast


class _Uncompiled:
    """Stands for an expression, and takes over from it whatever is asked for."""

    def __init__(self, pattern: Any, flags: int) -> None:
        self._asked_for = pattern, flags

    def __getattr__(self, name: str) -> object:
        # Asked once for each name: what is set here is found before this is called again.
        value: object = getattr(re.compile(*self._asked_for), name)
        setattr(self, name, value)
        return value


def lazy_regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What ``re.compile`` gives, to call methods of; compiled with the first of them.

    The functions of ``re`` do not take it. From any thread.
    """
    return cast("re.Pattern[AnyStr]", _Uncompiled(pattern, flags))
