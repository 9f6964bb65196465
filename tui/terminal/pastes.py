"""Pasted text, kept whole whatever is in it.

A terminal sets what is pasted in brackets: ``ESC [ 200 ~`` before it, ``ESC [ 201 ~`` behind it.
Textual's parser takes any other escape between them for the beginning of a key's sequence, and
sends what follows as keys, before the paste itself. Such an escape is made visible here.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.message import Message

from tui.visible import visible

_ESCAPE = "\x1b"


class Pastes:
    """What a terminal sends, in parts of any length, with no escape in what is pasted."""

    def __init__(self) -> None:
        self._pasting = False
        self._held = ""  # while pasting: what may become the end of the paste
        self._last = ""  # else: what may become its beginning; it was given out already

    def settled(self, data: str) -> str:
        """The next part as it may be parsed, as far as it is clear what it is."""
        out: list[str] = []
        while data or self._held:
            piece, data = self._pasted(data) if self._pasting else self._typed(data)
            out.append(piece)
            if not data:
                break
        return "".join(out)

    def _typed(self, data: str) -> tuple[str, str]:
        """What is typed up to where a paste begins, and the rest."""
        joined = self._last + data
        at = joined.find(BRACKETED_PASTE_START)
        if at < 0:
            self._last = joined[-(len(BRACKETED_PASTE_START) - 1) :]
            return data, ""
        self._last, self._pasting = "", True
        end = at + len(BRACKETED_PASTE_START) - (len(joined) - len(data))
        return data[:end], data[end:]

    def _pasted(self, data: str) -> tuple[str, str]:
        """What is pasted up to its end, and the rest; holds back what may be the end's first."""
        data, self._held = self._held + data, ""
        text, end, rest = data.partition(BRACKETED_PASTE_END)
        if end:
            self._pasting = False
        else:
            begun = _begun(text)
            self._held, text = text[len(text) - begun :], text[: len(text) - begun]
        return text.replace(_ESCAPE, visible(_ESCAPE)) + end, rest


def _begun(text: str) -> int:
    """How many characters at the end of ``text`` begin the end of a paste."""
    most = min(len(text), len(BRACKETED_PASTE_END) - 1)
    return next((n for n in range(most, 0, -1) if text.endswith(BRACKETED_PASTE_END[:n])), 0)


class WholePasteParser(XTermParser):
    """Textual's parser of what a terminal sends, fed with pastes that have no escape in them."""

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._pastes = Pastes()

    def feed(self, data: str) -> Iterable[Message]:
        """Parses the next part; an empty one is the end."""
        settled = self._pastes.settled(data)
        return super().feed(settled) if settled or not data else ()
