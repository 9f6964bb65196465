"""Patterns of what to leave out of a listing, as ``.gitignore`` writes them.

The rules are those of gitignore(5): ``*`` and ``?`` stay within a name, ``**`` stands for any
number of folders; a pattern with a slash before its end counts from the workspace's root, any other
applies in every folder; a trailing slash means folders only; ``!`` takes back; the last pattern
that fits decides.
"""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from documents.lazy_regex import lazy_regex

_ANY_FOLDERS = "**"
_REPEATED = lazy_regex(r"(?<![^/])\*\*(?:/\*\*)+(?![^/])")


class IgnorePatterns:
    """A list of patterns, compiled once and asked about every entry of a listing."""

    def __init__(self, patterns: Iterable[str]) -> None:
        rules = [_rule(pattern) for pattern in patterns if not _says_nothing(pattern)]
        self._last_first = rules[::-1]

    def ignores(self, path: str, *, is_folder: bool = False) -> bool:
        """Whether ``path``, relative to the root, is left out.

        Its folders are taken to be listed: what lies in an ignored folder is never asked about.
        """
        names = path.split("/")
        for rule in self._last_first:
            if (is_folder or not rule.folders_only) and rule.fits(names):
                return rule.ignores
        return False


class _Rule(NamedTuple):
    """One pattern: an expression for each name of a path, None where any folders may stand."""

    names: tuple[re.Pattern[str] | None, ...]
    anywhere: bool
    folders_only: bool
    ignores: bool

    def fits(self, path: Sequence[str]) -> bool:
        return _fits(self.names, path[-1:] if self.anywhere else path)


def _says_nothing(pattern: str) -> bool:
    return not pattern.strip("/ ") or pattern.startswith("#")


def _rule(pattern: str) -> _Rule:
    ignores = not pattern.startswith("!")
    glob = pattern if ignores else pattern[1:]
    glob = glob[1:] if glob[:2] in (r"\#", r"\!") else glob
    globs = _REPEATED.sub(_ANY_FOLDERS, glob.strip("/")).split("/")
    return _Rule(
        # fnmatch's expressions never backtrack past a star, so no pattern can stall the listing.
        names=tuple(None if g == _ANY_FOLDERS else re.compile(fnmatch.translate(g)) for g in globs),
        anywhere="/" not in glob.rstrip("/"),
        folders_only=glob.endswith("/"),
        ignores=ignores,
    )


def _fits(globs: Sequence[re.Pattern[str] | None], names: Sequence[str]) -> bool:
    """Whether the names of a path fit the globs one by one, None standing for any number of names.

    The usual matching of wildcards in one pass: on a mismatch only the last None takes one more
    name. At the end None stands for at least one, so that ``drafts/**`` is not ``drafts`` itself.
    """
    if globs[-1] is None and len(globs) > 1:
        return any(_fits(globs[:-1], names[:n]) for n in range(1, len(names)))
    glob = name = 0
    retry: tuple[int, int] | None = None
    while name < len(names):
        expression = globs[glob] if glob < len(globs) else _NEVER
        if expression is None:
            retry = glob + 1, name
            glob += 1
        elif expression.match(names[name]):
            glob, name = glob + 1, name + 1
        elif retry is not None:
            glob, name = retry[0], retry[1] + 1
            retry = glob, name
        else:
            return False
    return all(expression is None for expression in globs[glob:])


_NEVER = lazy_regex(r"(?!)")
