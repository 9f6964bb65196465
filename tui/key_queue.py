"""Keys in the order in which they are typed, each given to what has the keys by then.

Textual hands a key to the widget that has the focus when it comes, and there it waits in that
widget's own queue. So a key that was typed while a panel opens waits for the text, one typed a
moment later goes straight to the panel's line, and is read before it. A key that a line leaves to
the application, as backspace, is answered behind letters that were typed after it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, Any

from textual import events

if TYPE_CHECKING:
    from textual.app import App
    from textual.dom import DOMNode
    from textual.message_pump import MessagePump

Typed = events.Key | events.Paste
Diversion = Callable[[Typed], None]


class KeyQueue:
    """One queue for all that is typed or pasted: the next is given out when the last has done all.

    Whether it has is asked where it may have gone, from the widget that got it up to the
    application. Where all of these are at rest, it has, and the next is given out as it comes.
    Else a call takes the way, behind it in each queue, and so behind all that it set off there:
    opening a panel, moving the focus, carrying out a command.
    """

    def __init__(self, app: App[Any], give: Callable[[Typed], Awaitable[None]]) -> None:
        """``give`` hands what was typed to what has the focus."""
        self._app = app
        self._give = give
        self._waiting: deque[Typed] = deque()
        self._way: deque[DOMNode] = deque()
        """Where the key given out last may have gone, but for the application."""
        self._following = False
        self._diversion: Diversion | None = None

    def divert(self, hear: Diversion) -> None:
        """Has ``hear`` get all that is typed from now on, in the place of what has the focus."""
        self._diversion = hear

    def give_back(self, hear: Diversion, kept: Sequence[Typed] = ()) -> None:
        """Ends a diversion, unless it was ended; ``kept`` is given out before what comes."""
        if self._diversion != hear:
            return
        self._diversion = None
        self._waiting.extendleft(reversed(kept))
        if self._waiting and not self._following:
            self._way = self._way_to_app()
            self._follow()

    async def add(self, typed: Typed) -> None:
        """Takes what was typed last; it is given out at once where all before it has been done."""
        self._waiting.append(typed)
        if not self._following:
            if self._has_done_all:
                await self._next()
            else:
                self._follow()

    @property
    def _has_done_all(self) -> bool:
        """Asked while the application handles a message, behind which nothing may wait there."""
        app = self._app
        none_behind = not app.message_queue_size and not app._next_callbacks
        return none_behind and all(map(_is_at_rest, self._way))

    async def _next(self) -> None:
        self._following = False
        if self._waiting and self._app.return_code is None:
            self._way = self._way_to_app()
            typed = self._waiting.popleft()
            if self._diversion is not None:
                self._diversion(typed)
            else:
                await self._give(typed)
            if self._waiting:
                self._follow()

    def _way_to_app(self) -> deque[DOMNode]:
        takes = self._app.focused or self._app.screen
        return deque(node for node in takes.ancestors_with_self if node is not self._app)

    def _follow(self) -> None:
        """Goes the rest of the way; past what was closed meanwhile and takes no more messages.

        At each it waits behind the calls too that are to be made next there. The application comes
        last in any case: whoever asks for the focus asks it.
        """
        self._following = True
        while self._way:
            node = self._way.popleft()
            if node.call_later(node.call_next, self._follow):
                return
        self._app.call_later(self._next)


def _is_at_rest(pump: MessagePump) -> bool:
    """Whether it waits for a message, with none to handle, none at work and no call to be made.

    Neither Textual nor asyncio tells it: an empty queue may be that of a pump that is in the midst
    of its last message. One that waits stands in line for what is next put into its queue.
    """
    return bool(getattr(pump._message_queue, "_getters", ()))
