"""The reader's own editor: which one it is, and how it is told a file and a line."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePath

_VI_LIKE = (
    "vi",
    "vim",
    "vim.basic",
    "vim.tiny",
    "nvim",
    "gvim",
    "view",
    "nvi",
    "elvis",
    "vis",
    "kak",
)
_EMACS_LIKE = ("emacs", "emacs-nox", "emacsclient", "jove", "mg", "zile", "jed", "jmacs")
_OTHERS = ("nano", "pico", "micro", "ne", "joe", "gedit")
_PLUS_LINE = frozenset((*_VI_LIKE, *_EMACS_LIKE, *_OTHERS))
_COLON_LINE = frozenset(("hx", "helix", "zed", "subl"))
_GOTO = frozenset(("code", "code-insiders", "codium", "vscodium", "cursor"))
_WAITS_IF_TOLD = _GOTO | {"zed", "subl", "gedit"}
_USUAL = ("vi", "nano", "vim", "nvim", "emacs")

Which = Callable[[str], str | None]


class NoEditor(Exception):
    """There is no editor to open; ``str()`` says why, and the mend."""


def chosen_editor(environment: Mapping[str, str], which: Which = shutil.which) -> list[str]:
    """The words that begin the command: ``$VISUAL``, else ``$EDITOR``, else a usual one.

    Raises NoEditor where the one that is named cannot be found, and where there is none.
    """
    import shlex

    for name in ("VISUAL", "EDITOR"):
        given = environment.get(name, "").strip()
        if not given:
            continue
        try:
            words = shlex.split(given)
        except ValueError:
            raise NoEditor(f"{name} has a quotation mark too few: {given}") from None
        if not words or which(words[0]) is None:
            raise NoEditor(f"{name} names {given}, which is not installed")
        return words
    found = next((name for name in _USUAL if which(name)), None)
    if found is None:
        raise NoEditor("no editor was found; name yours in EDITOR")
    return [found]


def editing_command(editor: Sequence[str], file: str, line: int | None = None) -> list[str]:
    """The command that edits ``file``, at a line (from 1) where the editor is known to take one.

    An editor with a window of its own is told to wait until the file is closed.
    """
    name = PurePath(editor[0]).name.removesuffix(".exe")
    words = [*editor]
    if name in _WAITS_IF_TOLD and not {"--wait", "-w"} & set(words):
        words.append("--wait")
    if line is None:
        return [*words, file]
    if name in _PLUS_LINE:
        return [*words, f"+{line}", file]
    if name in _COLON_LINE:
        return [*words, f"{file}:{line}"]
    if name in _GOTO:
        return [*words, "--goto", f"{file}:{line}"]
    return [*words, file]


def line_of(text: str, offset: int) -> int:
    """The line (from 1) of the code point at ``offset``, as editors count lines."""
    lines = text.count("\n", 0, offset)
    return 1 + (lines or text.count("\r", 0, offset))
