"""Keys in the order in which they are typed, each given to what has the keys by then.

Textual hands a key to the widget that has the focus when it comes, and there it waits in that
widget's own queue. So a key that was typed while a panel opens waits for the text, one typed a
moment later goes straight to the panel's line, and is read before it. A key that a line leaves to
the application, as backspace, is answered behind letters that were typed after it.
"""

from __future__ import annotations

from asyncio import TimerHandle, get_running_loop
from collections import deque
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from textual import events

if TYPE_CHECKING:
    from textual.app import App
    from textual.dom import DOMNode

Typed = events.Key | events.Paste

_REST = 0.012
"""Seconds after a key with none behind it, in which a screen is painted as a rule."""


class KeyQueue:
    """One queue for all that is typed or pasted: the next is given out when the last has done all.

    Whether it has is asked where it may have gone: a call takes its way, from the widget that got
    it up to the application, behind it in each queue, and so behind all that it set off there:
    opening a panel, moving the focus, carrying out a command.
    """

    def __init__(self, app: App[Any], give: Callable[[Typed], Awaitable[None]]) -> None:
        """``give`` hands what was typed to what has the focus."""
        self._app = app
        self._give = give
        self._waiting: deque[Typed] = deque()
        self._at_work = False
        self._later: tuple[TimerHandle, deque[DOMNode]] | None = None

    async def add(self, typed: Typed) -> None:
        """Takes what was typed last; it is given out at once where nothing is before it."""
        self._waiting.append(typed)
        if not self._at_work:
            await self._next()
        elif self._later is not None:
            timer, way = self._later
            timer.cancel()
            self._set_off(way)

    async def _next(self) -> None:
        self._at_work = bool(self._waiting) and self._app.return_code is None
        if self._at_work:
            takes = self._app.focused or self._app.screen
            above = deque(node for node in takes.ancestors_with_self if node is not self._app)
            await self._give(self._waiting.popleft())
            if self._waiting:
                self._follow(above)
            else:  # what the key changed is painted first
                loop = get_running_loop()
                self._later = loop.call_later(_REST, self._set_off, above), above

    def _set_off(self, way: deque[DOMNode]) -> None:
        self._later = None
        self._follow(way)

    def _follow(self, way: deque[DOMNode]) -> None:
        """Goes the rest of the way; past what was closed meanwhile and takes no more messages.

        At each it waits behind the calls too that are to be made next there. The application comes
        last in any case: whoever asks for the focus asks it.
        """
        while way:
            node = way.popleft()
            if node.call_later(node.call_next, self._follow, way):
                return
        self._app.call_later(self._next)
